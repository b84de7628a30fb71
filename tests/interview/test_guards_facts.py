"""A line states nothing that stands in no source, and quotes nothing that nobody said."""

from dataclasses import replace

import pytest

from scenes import DOSSIER, answers, passage, says, scene, talk
from secondround.domain.interview import MoveKind
from secondround.domain.materials import Kind
from secondround.interview import guards

PROBE, REPLY = MoveKind.PROBE, MoveKind.REPLY
HUB = passage(
    "On 3 March Dana Whitlock opened the hub in Leeds with Kestrel Foods. It cost £2,400."
)


def heard(answer="We had a leak.", kind=PROBE, passages=(), **fields):
    """A scene after this answer."""
    begun = says(says(talk(), MoveKind.GREET), MoveKind.ASK, "Go ahead, tell me.")
    return scene(answers(begun, answer), kind, passages, **fields)


def objection(line, given):
    """What a whole line is objected to for; where for nothing, then for nothing halfway either."""
    whole = guards.objection(line, given, complete=True)
    halfway = {guards.objection(line[:end], given) for end in range(len(line))} - {""}
    assert whole or not halfway
    return whole


@pytest.mark.parametrize(
    "line",
    [
        "How did Dana Whitlock open the hub?",
        "What did you take from the opening in Leeds?",
        "Dana opened the hub. What did you learn from it?",
        "How did you work with Kestrel Foods?",
        "In March the hub opened. What was left to do?",
        "It cost £2,400. What went into it?",
        "You said “the hub in Leeds”. What was it like?",
    ],
)
def test_a_fact_out_of_a_source_may_be_said_and_no_other(line):
    assert objection(line, heard(passages=[HUB])) == ""
    assert "stands" in objection(line, heard()) or "word for word" in objection(line, heard())


@pytest.mark.parametrize("source", ["Dana Whitlock told me so.", "dana whitlock told me so"])
def test_a_name_that_the_candidate_gave_may_be_said_back(source):
    assert objection("What did Dana Whitlock want?", heard(source)) == ""


@pytest.mark.parametrize(
    "line",
    [
        "I see, so what did I miss on your CV?",
        "What does HR make of it?",
        "How do you start a Monday?",
        "How was it on a busy Friday night?",
        "Understood. Where would you begin?",
        "Planning is one thing. What came of it?",
        "Nobody said no. What came of it?",
        "How does the Board hear of it?",
        "Thank you. Priya Shah sits in the next room, so what should I tell her?",
    ],
)
def test_plain_english_names_nothing(line):
    assert "name" not in objection(line, heard())


def test_a_figure_needs_a_source():
    assert "figure" in objection("You cut it by 40%, so how did you go about it?", heard())
    assert "figure" in objection("How do we deliver 11,400 boxes a week?", heard())
    assert "figure" in objection("You saved £38,000 on vans. How?", heard())


def test_a_figure_out_of_a_source_or_a_turn_may_be_said():
    material = [passage("We deliver 11,400 boxes a week, 2.5% of them late.")]
    line = "Of 11,400 boxes a week 2.5% are late. Where would you start?"
    assert objection(line, heard(passages=material)) == ""
    told = heard("I saved thirty-eight thousand pounds.")
    assert objection("What did the £38,000 go into?", told) == ""
    assert "currency" in objection("What did the $38,000 go into?", told)


def test_small_numbers_and_spans_to_come_are_no_claims():
    line = "We have 40 minutes, the two of us and three questions."
    assert objection(line, heard(kind=MoveKind.GREET)) == ""
    assert objection("What would you do in your first 90 days?", heard()) == ""
    assert "figure" in objection("You did it in 90 days. How?", heard())


def test_the_company_in_the_dossier_may_have_a_number_in_its_name():
    there = heard(kind=MoveKind.GREET)
    named = replace(there, dossier=DOSSIER.model_copy(update={"company": "Studio 54"}))
    assert objection("Welcome to Studio 54.", named) == ""
    assert objection("Welcome to Studio 54.", there) != ""


def test_what_was_said_to_a_colleague_is_quoted_as_it_was_said():
    given = heard(kind=MoveKind.CONFRONT)
    line = "You told my colleague “{}”, now it is “we lost nine of them”. Which of the two holds?"
    assert objection(line.format("we lost four of them"), given) == ""
    assert "word for word" in objection(line.format("we lost five of them"), given)


@pytest.mark.parametrize(
    ("line", "fine"),
    [
        ("You said you had moved the residents at night. What did that take?", True),
        ("You mentioned a fight with the landlord. What was it about?", False),
    ],
)
def test_nothing_is_put_into_the_candidates_mouth(line, fine):
    assert (objection(line, heard("I moved all the residents at night.")) == "") is fine


PLANS = passage("Next spring we open a second hub in Leeds, and Dana Whitlock will lead it.")


def replying(about, passages=(PLANS,)):
    given = says(talk(), MoveKind.INVITE_QUESTIONS)
    return scene(answers(given, about), REPLY, passages, about=about)


@pytest.mark.parametrize(
    "line",
    [
        "We open a second hub in Leeds next spring.",
        "Dana Whitlock will lead the second hub.",
        "I can't speak to Berlin from what I have here.",
        "Berlin? Nothing I have here says so.",
        "This is what I have about us: “Next spring we open a second hub in Leeds”.",
        "We open a second hub next spring. What would you do there?",
    ],
)
def test_a_reply_says_what_the_materials_say_or_that_it_cannot(line):
    assert objection(line, replying("Will you open in Berlin, with 300 people?")) == ""


@pytest.mark.parametrize(
    "line",
    [
        "Yes, we open in Berlin next spring.",
        "We take on 300 people for it.",
        "Our culture is open, and everyone works from home.",
        "Dana Whitlock will lead the hub in Berlin.",
    ],
)
def test_a_reply_does_not_take_its_facts_from_the_question(line):
    assert objection(line, replying("Will you open in Berlin, with 300 people?")) != ""


def test_a_reply_does_not_draw_on_the_candidates_own_papers():
    own = passage("We ran the Harbour Inn with 60 beds.", Kind.RESUME)
    assert objection("We have 60 beds.", replying("How big is it?", [own])) != ""
