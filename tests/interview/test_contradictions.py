"""What was said otherwise before is shown with both statements, word for word, and their places."""

from fakes import START
from scenes import answers, passage, says, talk
from secondround.domain.interview import Act, MoveKind
from secondround.domain.materials import Brief, BriefLine, Kind, PersonaKind, State, Topic
from secondround.interview.contradictions import contradictions

CLAIM = "Sickness on the ward fell from nine days to four."
SAID = "Sickness on the ward fell from nine days to six."
NOTES = passage(f"Figures I gave. {CLAIM}", Kind.FIRST_INTERVIEW)
RESUME = passage("- Sickness on the ward cut from nine days to three.\n- Scouts.", Kind.RESUME)


def claim(text=CLAIM, passages=(NOTES,), **fields):
    return BriefLine(topic=Topic.CLAIM, text=text, passages=passages, **fields)


def brief(*lines):
    return Brief(dossier_id="d", lines=lines)


def said(text=SAID, act=Act.ANSWER):
    return answers(says(talk(PersonaKind.MANAGER, PersonaKind.TEAMMATE), MoveKind.ASK), text, act)


def to_the_next(interview, text):
    """The same after the first interviewer has left and the second has been answered."""
    closed = says(interview, MoveKind.CLOSE, "Goodbye.")
    return answers(says(closed, MoveKind.ASK, "And you?"), text)


def test_both_statements_are_word_for_word_and_the_source_is_named():
    interview = said(f"I met everyone. {SAID}")
    [found] = contradictions(interview, brief(claim()), [])
    evidence = found.said
    assert interview.turns[evidence.turn].text[evidence.start : evidence.end] == SAID
    assert evidence.quote == SAID
    assert (found.before, found.differs) == (CLAIM, ("six", "four"))
    assert found.passages == (NOTES,)
    assert found.earlier is None


def test_a_cv_is_held_against_it_too_without_the_marks_of_its_list():
    [found] = contradictions(said(CLAIM), brief(claim()), [RESUME])
    assert found.before == "Sickness on the ward cut from nine days to three."
    assert found.passages == (RESUME,)


def test_what_the_notes_say_counts_unless_the_person_has_corrected_it():
    notes = RESUME.model_copy(update={"kind": Kind.FIRST_INTERVIEW})
    line = claim("Sickness on the ward cut from nine days to three.", (notes,))
    assert len(contradictions(said(), brief(line), [notes])) == 1
    corrected = line.model_copy(update={"text": SAID, "state": State.EDITED})
    assert contradictions(said(), brief(corrected), [notes]) == ()
    dismissed = Brief(dossier_id="d", dismissed=(line,))
    assert contradictions(said(), dismissed, [notes]) == ()
    assert len(contradictions(said(), dismissed, [RESUME])) == 1


def test_other_materials_are_not_the_candidates_word():
    problem = BriefLine(topic=Topic.PROBLEM, text=CLAIM, passages=(NOTES,))
    for kind in (Kind.COMPANY, Kind.FIRST_INTERVIEW):
        theirs = RESUME.model_copy(update={"kind": kind})
        assert contradictions(said(), brief(problem), [theirs]) == ()
    notes = passage("Their support team has twelve engineers.", Kind.FIRST_INTERVIEW)
    assert contradictions(said("My support team had eight engineers."), brief(), [notes]) == ()


def test_what_is_in_the_brief_and_in_the_cv_is_shown_once():
    both = claim(RESUME.text[2:].splitlines()[0], (RESUME,))
    assert len(contradictions(said(), brief(both), [RESUME])) == 1


def test_what_the_person_wrote_cites_nothing_that_does_not_say_so():
    theirs = claim("Sickness on the ward fell from nine days to two.", state=State.EDITED)
    [found] = contradictions(said(), brief(theirs), [])
    assert found.passages == ()


def test_what_is_said_twice_is_told_once():
    assert len(contradictions(to_the_next(said(), SAID), brief(claim()), [])) == 1


def test_two_interviewers_who_hear_two_figures_notice():
    interview = to_the_next(said(), CLAIM)
    [found] = contradictions(interview, brief(), [])
    assert found.said.quote == CLAIM
    assert found.earlier.quote == found.before == SAID
    assert interview.turns[found.earlier.turn].persona_id != interview.turns[-1].persona_id


def test_one_interviewer_heard_the_correction():
    assert contradictions(answers(said(), CLAIM), brief(), []) == ()


def test_an_answer_that_was_given_again_is_not_held_against_anyone():
    retried = answers(answers(said(), "", Act.RETRY), CLAIM)
    assert contradictions(retried, brief(claim()), []) == ()
    assert contradictions(to_the_next(retried, CLAIM), brief(), []) == ()
    assert len(contradictions(to_the_next(retried, SAID), brief(), [])) == 1


def test_two_interviewers_who_hear_the_same_have_nothing_to_notice():
    assert contradictions(to_the_next(said(), SAID), brief(claim(SAID)), []) == ()


def test_a_question_of_the_candidate_states_nothing():
    interview = says(talk(), MoveKind.INVITE_QUESTIONS).said(
        at=START, by_candidate=True, act=Act.QUESTION, text=SAID
    )
    assert contradictions(interview, brief(claim()), []) == ()


def test_what_was_put_right_since_stands():
    mail = passage(
        "I told you 400 days without an accident. I looked it up: it was only 312 days, not more.",
        Kind.FIRST_INTERVIEW,
    )
    notes = claim("400 days without an accident.", (mail,))
    [found] = contradictions(said("We had 400 days without an accident."), brief(notes), [mail])
    assert found.differs == ("400", "312")
    assert found.before == "I looked it up: it was only 312 days"
    held = said("We had 312 days without an accident.")
    assert contradictions(held, brief(notes), [mail]) == ()


def test_what_the_notes_report_as_said_counts_and_can_be_dismissed():
    notes = passage("I said win rate about one in three.", Kind.FIRST_INTERVIEW)
    spoken = said("My win rate was two in three.")
    [found] = contradictions(spoken, brief(), [notes])
    assert found.passages == (notes,)
    dismissed = Brief(dossier_id="d", dismissed=(claim(notes.text, (notes,)),))
    assert contradictions(spoken, dismissed, [notes]) == ()


def test_what_another_line_of_the_cv_bears_out_is_held_against_nobody():
    cv = passage("- Led 12 people.\n- Led 30 people.", Kind.RESUME)
    assert contradictions(said("I led 12 people."), brief(), [cv]) == ()
    assert len(contradictions(said("I led 50 people."), brief(), [cv])) == 2
