"""A debrief reads well by itself, and every number of a question is that of the transcript."""

from review.test_export import found, read, summed_up
from secondround.domain.debrief import Debrief, Recall, Standing
from secondround.ports import Found
from secondround.review import debrief as summing_up

__all__ = ["found"]


def test_everything_of_it_is_in_the_markdown(found):
    summed = summed_up(found)
    shown = " ".join(read(summing_up.markdown(found, summed)).split())
    assert found.dossier.name in shown
    said = [pattern.says for pattern in summed.patterns]
    said += [redo.reason for redo in summed.redo]
    said += [line.text for line in (*summed.callbacks, *summed.facts)]
    said += [line.evidence.quote for line in summed.callbacks if line.evidence]
    said += [words for c in summed.contradictions for words in (c.said.quote, c.before)]
    said += [c.competency for c in summed.competencies]
    said += [words for q in summed.asked for words in (q.question, q.why, q.better, *q.remarks)]
    said.append(summed.ratings_say)
    assert summed.asked
    assert summed.callbacks
    assert summed.facts
    assert summed.contradictions
    assert all(" ".join(text.split()) in shown for text in said)


def test_what_is_not_judged_is_named_by_its_number(found):
    shown = read(summing_up.markdown(found, summed_up(found)))
    assert "3 answers, 2 judged. Not judged, and counted nowhere below: question 2." in shown


def test_an_interview_under_way_is_said_to_be(found):
    talk = found.interview.model_copy(update={"turns": found.interview.turns[:9]})
    begun = Found(talk, found.dossier, found.critiques)
    assert "not over yet" in summing_up.markdown(begun, summed_up(begun))
    assert "not over yet" not in summing_up.markdown(found, summed_up(found))


def test_what_was_said_to_another_interviewer_is_sourced_to_them(found):
    summed = summed_up(found)
    [disagreement] = summed.contradictions
    earlier = disagreement.said
    theirs = disagreement.model_copy(update={"earlier": earlier, "passages": ()})
    own = disagreement.model_copy(update={"passages": ()})
    for each, says in ((theirs, "Before that you told Priya Shah"), (own, "In your own words")):
        shown = summing_up.markdown(found, summed.model_copy(update={"contradictions": (each,)}))
        assert says in shown


def test_what_was_worth_coming_back_to_says_who_brought_it_up(found):
    summed = summed_up(found)
    [line, *_] = summed.callbacks
    says = {
        Recall.USED: "You brought it up",
        Recall.PROMPTED: "They brought it up",
        Recall.MISSED: "You did not bring it up",
    }
    lines = tuple(line.model_copy(update={"recall": recall}) for recall in says)
    shown = summing_up.markdown(found, summed.model_copy(update={"callbacks": lines}))
    written = shown.split("### What was worth coming back to")[1].split("###")[0]
    assert all(f"**{words}:** “{line.text}”" in written for words in says.values())


def test_every_state_has_a_name(found):
    summed = summed_up(found)
    lines = tuple(summed.callbacks[0].model_copy(update={"recall": r}) for r in Recall)
    states = tuple(summed.competencies[0].model_copy(update={"standing": s}) for s in Standing)
    whole = summed.model_copy(update={"callbacks": lines, "competencies": states})
    assert isinstance(whole, Debrief)
    shown = summing_up.markdown(found, whole)
    assert shown.count("\n- **") >= len(Recall) + len(Standing)
