"""What an interviewer must not say is caught while it is said; what only sounds like it is not."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from scenes import ANSWER, answers, passage, planned, says, scene, talk
from secondround.domain.interview import Mode, MoveKind
from secondround.interview import guards
from secondround.interview.guards import confides, off_limits
from secondround.interview.guards.questions import LONGEST
from secondround.interview.sayable import repeatable
from secondround.knowledge import question_bank

LINES = Path(__file__).with_name("lines")
GREET, ASK, PROBE, REPLY = MoveKind.GREET, MoveKind.ASK, MoveKind.PROBE, MoveKind.REPLY
KNOWN = passage(
    "Callum runs the night shift. Imogen handles the contracts. We ship from three hubs. The depot "
    "in Nottingham opens on a Thursday, a Friday or a Sunday. I cut the wages bill. I had an "
    "excellent working relationship with the board. I would bring a plan. How on earth?"
)


def lines(*names):
    """The lines of these files, one line each."""
    return [line for n in names for line in (LINES / f"{n}.txt").read_text("utf-8").splitlines()]


def after(line, kind=PROBE, mode=Mode.REALISTIC):
    """The line and the scene it is said in: after an answer, which may stand before two bars."""
    told, _, said = line.rpartition(" || ")
    begun = says(says(talk(mode=mode), GREET), ASK, "Go ahead, tell me.")
    return said, scene(answers(begun, told or ANSWER), kind, [KNOWN])


def innocent(line, kind=PROBE):
    """The same where the passages have its words: nothing is held against them but sense."""
    said, given = after(line, kind)
    subject = passage(". ".join(sorted(re.findall(r"\b(?!\d)[^\W_A-Z]\w*", said))))
    return said, given if "||" in line else replace(given, passages=(KNOWN, subject))


def objection(line, scene):
    """What a line that has come to its end is objected to for."""
    return guards.objection(line, scene, complete=True)


def halfway(line, scene):
    """All that is objected to while the line is growing letter by letter."""
    return {guards.objection(line[:end], scene) for end in range(1, len(line))} - {""}


def reply(about, mode=Mode.REALISTIC, **changes):
    interview = says(talk(mode=mode), MoveKind.INVITE_QUESTIONS).model_copy(update=changes)
    return scene(answers(interview, about), REPLY, about=about)


CAUGHT = (
    *("improper", "pay", "praise", "machine", "follow_ups", "leading", "doubled", "invented"),
    *("pay_more", "verdicts", "orders", "held_out/caught"),
)
INNOCENT = ("innocent", "innocent_more", "held_out/innocent")


@pytest.mark.parametrize("line", lines(*CAUGHT))
def test_what_must_not_be_said_is_caught(line):
    assert objection(*after(line))


@pytest.mark.parametrize("line", lines(*INNOCENT))
def test_what_only_sounds_like_it_is_let_through(line):
    assert objection(*innocent(line)) == ""


@pytest.mark.parametrize("line", lines("closed"))
def test_a_question_for_yes_or_no_is_for_a_way_out_alone(line):
    assert "yes or no" in objection(*innocent(line))
    assert objection(*innocent(line, MoveKind.WAY_OUT)) == ""


@pytest.mark.parametrize("line", lines("statements"))
def test_a_line_that_asks_nothing_will_not_do_for_a_question(line):
    assert objection(*innocent(line, GREET)) == ""
    assert "ask something" in objection(*innocent(line))


@pytest.mark.parametrize("line", lines("improper", "pay", "pay_more"))
def test_what_is_off_limits_is_off_limits_in_the_materials_too(line):
    assert off_limits(line)


UNSEEN = {"unseen/caught": 0.85, "unseen/chatty": 0.85, "unseen/innocent": 0.04}
"""Of lines no pattern was ever changed for: the share caught, and the share stopped in error."""


def test_lines_that_were_never_tuned_on_fare_as_is_told():
    for name in ("unseen/caught", "unseen/chatty"):
        caught = [bool(objection(*after(line))) for line in lines(name)]
        assert sum(caught) / len(caught) >= UNSEEN[name]
    stopped = [bool(objection(*innocent(line))) for line in lines("unseen/innocent")]
    assert sum(stopped) / len(stopped) <= UNSEEN["unseen/innocent"]


@pytest.mark.parametrize("question", question_bank(), ids=lambda q: q.id)
def test_every_question_of_the_bank_and_its_probes_can_be_said(question):
    plan = talk().plan.model_copy(update={"questions": (planned(question),)})
    interview = says(talk().model_copy(update={"plans": (plan,)}), GREET)
    asking = scene(interview, ASK, question_id=question.id)
    assert objection(question.text, asking) == ""
    for probe in question.probes.values():
        assert objection(probe, scene(interview, PROBE, question_id=question.id)) == ""


@pytest.mark.parametrize("line", [line for n in INNOCENT for line in lines(n)[::8]])
def test_nothing_innocent_is_caught_halfway(line):
    assert halfway(*innocent(line)) == set()


@pytest.mark.parametrize("question", question_bank()[::14], ids=lambda q: q.id)
def test_no_question_of_the_bank_is_caught_halfway(question):
    plan = talk().plan.model_copy(update={"questions": (planned(question),)})
    interview = says(talk().model_copy(update={"plans": (plan,)}), GREET)
    line = f"Let us come to a different point. {question.text}"
    assert halfway(line, scene(interview, ASK, question_id=question.id)) == set()


@pytest.mark.parametrize(
    "line", ["How old are you then, if I may ask?", "What made you leave your children at home?"]
)
def test_a_line_is_stopped_before_its_end(line):
    said, given = innocent(line)
    assert halfway(said, given) == {objection(said, given)}


@pytest.mark.parametrize("line", ["Great answer. Now what?", "That's impressive. And then?"])
def test_praise_is_for_practice(line):
    assert objection(*after(line)) != ""
    assert objection(*after(line, mode=Mode.PRACTICE)) == ""


def test_the_candidates_own_words_are_no_verdict():
    said = "You said “it was a great example”. What came of it?"
    assert objection(*after(f"They told us it was a great example. || {said}")) == ""


PAY = "The salary is for Imogen to talk about with you."


def test_pay_is_answered_where_they_asked_about_it():
    assert "pay" in objection(PAY, reply("How do shifts work?"))
    assert "pay" not in objection(PAY, reply("What salary would come with it?"))


def test_pay_is_asked_about_where_they_want_to_practise_that():
    line, given = after("What are your salary expectations?", MoveKind.RAISE_PAY)
    assert objection(line, given) == ""
    _, probe = after(line)
    assert "pay" in objection(line, probe)
    wanted = probe.interview.model_copy(update={"raises_pay": True})
    assert objection(line, scene(wanted, PROBE)) == ""


def test_nothing_is_held_against_a_word_that_may_go_on():
    assert halfway(*after("What does your agency do?")) == set()
    assert halfway(*after("You cut the wages bill. What came of it?")) == set()
    assert objection(*after("What is your age")) != ""


@pytest.mark.parametrize(
    "line",
    [
        "Think of a day when it all went wrong. How did you start?",
        "You said “how on earth?” last time. What did you mean by it?",
        "Tell me what you did and why.",
        "The vans are late and the crates are not ready. Where would you start?",
        "When the boiler failed, what did you do?",
    ],
)
def test_one_question_however_it_is_led_up_to(line):
    assert objection(*innocent(line)) == ""


@pytest.mark.parametrize("kind", [GREET, MoveKind.CLOSE])
def test_nothing_is_asked_where_nobody_waits_for_an_answer(kind):
    assert "nothing" in objection(*after("Good day. How did you get here?", kind))


def test_a_line_has_an_end():
    long = "and then we go on with it " * (LONGEST // 7)
    assert guards.objection(long, after("")[1]) == ""
    assert "words" in objection(long + "for yet another while.", after("")[1])


def test_a_line_has_two_sentences_beside_the_planned_question():
    three = "The boiler failed. You had nine heaters. What came next?"
    assert "2 sentences" in objection(*after(three))
    assert objection(*after("You had nine heaters. What came next?")) == ""


def test_an_interruption_takes_one_more():
    begun = answers(says(says(talk(), GREET), ASK, "Go ahead, tell me."))
    line = "Let me stop you there. You had nine heaters. What came next?"
    assert objection(line, scene(begun, PROBE, interrupts=True)) == ""


@pytest.mark.parametrize("line", sorted({line.split(" || ")[0] for line in lines("follow_ups")}))
def test_nobody_repeats_what_the_candidate_confides(line):
    assert confides(line)
    assert not repeatable(line)


@pytest.mark.parametrize(
    "answer",
    [
        "I led the talks with the union and got the rota through.",
        "I taught children with autism for six years.",
        "I'm responsible for the maternity ward.",
        "I came out of that meeting with a plan.",
        "My manager was ill, so I took over the launch.",
        "I was engaged in the tender from the start.",
        "I have two hundred visitors a day to look after.",
    ],
)
def test_what_is_about_the_work_is_not_confided(answer):
    assert not confides(answer)


def test_what_stands_in_the_materials_can_be_spoken_of_all_the_same():
    told = "I have small kids. At the nursery I moved the kids to the garden."
    assert objection(*after(f"{told} || How did you get the kids to the garden?")) == ""


def asked(text, kind=ASK):
    return scene(says(talk(), ASK, text), kind)


def test_a_question_is_not_asked_twice():
    first = "Thank you. Tell me about a plan of yours that events overtook."
    for again in (
        "Tell me about a plan of yours that events overtook.",
        "So tell me about a plan of yours that events overtook.",
        "Please describe a plan of yours which events overtook.",
    ):
        assert "before" in objection(again, asked(first)), again
    assert objection("Tell me about a plan that you had to write.", asked(first)) == ""


@pytest.mark.parametrize("kind", [MoveKind.REPEAT, MoveKind.REASK, MoveKind.WAY_OUT])
def test_a_question_is_repeated_where_that_is_the_move(kind):
    line = "Tell me about a plan of yours that events overtook."
    assert objection(line, asked(line, kind)) == ""


def test_a_short_probe_may_come_again_but_not_at_once_nor_for_ever():
    probe = "What came of it?"
    assert "before" in objection(probe, asked(probe, PROBE))
    interview = says(talk(), ASK, probe)
    for other in ("How did it end?", "Who was there?"):
        interview = says(interview, PROBE, other)
    assert objection(probe, scene(interview, PROBE)) == ""
    for _ in range(2):
        interview = says(says(says(interview, PROBE, probe), PROBE, "Why?"), PROBE, "By when?")
    assert "before" in objection(probe, scene(interview, PROBE))
