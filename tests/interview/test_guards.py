"""What an interviewer must not say is caught while it is said; what only sounds like it is not."""

from dataclasses import replace
from pathlib import Path

import pytest

from scenes import DOSSIER, answers, passage, planned, says, scene, talk
from secondround.domain.interview import Mode, MoveKind
from secondround.interview import guards
from secondround.interview.guards import LONGEST, off_limits
from secondround.knowledge import question_bank

LINES = Path(__file__).with_name("lines")
ASK, PROBE, REPLY, CLOSE = MoveKind.ASK, MoveKind.PROBE, MoveKind.REPLY, MoveKind.CLOSE


def lines(*names):
    """The lines of these files, one line each."""
    return [line for n in names for line in (LINES / f"{n}.txt").read_text("utf-8").splitlines()]


@pytest.fixture
def ask():
    return scene(says(talk(), MoveKind.GREET), ASK)


def objection(line, scene):
    """What a line that has come to its end is objected to for."""
    return guards.objection(line, scene, complete=True)


def halfway(line, scene):
    """All that is objected to while the line is growing letter by letter."""
    return {guards.objection(line[:end], scene) for end in range(1, len(line))} - {""}


def reply(about, mode=Mode.REALISTIC):
    interview = says(talk(mode=mode), MoveKind.INVITE_QUESTIONS)
    return scene(answers(interview, about), REPLY, about=about)


@pytest.mark.parametrize("line", lines("improper", "pay", "praise", "machine"))
def test_what_must_not_be_said_is_caught(line, ask):
    assert objection(line, ask)


@pytest.mark.parametrize("line", lines("innocent"))
def test_what_only_sounds_like_it_is_let_through(line, ask):
    assert objection(line, ask) == ""


@pytest.mark.parametrize("line", lines("improper", "pay"))
def test_what_is_off_limits_is_off_limits_in_the_materials_too(line):
    assert off_limits(line)


@pytest.mark.parametrize("question", question_bank(), ids=lambda q: q.id)
def test_every_question_of_the_bank_and_its_probes_can_be_said(question):
    plan = talk().plan.model_copy(update={"questions": (planned(question),)})
    interview = says(talk().model_copy(update={"plans": (plan,)}), MoveKind.GREET)
    assert objection(question.text, scene(interview, ASK)) == ""
    for probe in question.probes.values():
        assert objection(probe, scene(interview, PROBE)) == ""


@pytest.mark.parametrize("line", lines("innocent")[:80])
def test_nothing_innocent_is_caught_halfway(line, ask):
    assert halfway(line, ask) == set()


@pytest.mark.parametrize(
    "line", ["How old are you then, if I may ask?", "Do you have children living at home?"]
)
def test_a_line_is_stopped_before_its_end(line, ask):
    assert halfway(line, ask) == {objection(line, ask)}


@pytest.mark.parametrize("line", ["Great answer. Now what?", "That's impressive."])
def test_praise_is_for_practice(line):
    practice = scene(says(talk(mode=Mode.PRACTICE), MoveKind.GREET), ASK)
    assert objection(line, practice) == ""


def test_pay_is_answered_where_they_asked_about_it():
    line = "The salary is for Imogen to talk about with you."
    assert objection(line, reply("What salary would come with it?")) == ""
    assert objection(line, reply("How do shifts work?")) != ""


def test_nothing_is_held_against_a_word_that_may_go_on(ask):
    assert halfway("What does your agency do?", ask) == set()
    assert halfway("You cut the wages bill.", ask) == set()
    assert objection("What is your age", ask) != ""


@pytest.mark.parametrize(
    "line",
    [
        "What did you do? And how did they take it?",
        "Tell me about a time you failed. What did you learn?",
        "What did you do and how did they react?",
        "How did you decide, and what would you do differently?",
        "Describe a conflict at work, and tell me what came of it. Who was in the right?",
    ],
)
def test_two_questions_in_one_breath(line, ask):
    assert "one thing" in objection(line, ask)


@pytest.mark.parametrize(
    "line",
    [
        "Think of a day when it all went wrong. How did you start?",
        "You said “how on earth?” last time. What did you mean by it?",
        "Tell me what you did and why.",
        "The vans are late and the crates are not ready. Where would you start?",
    ],
)
def test_one_question_however_it_is_led_up_to(line, ask):
    assert objection(line, ask) == ""


def test_a_line_has_an_end(ask):
    long = "and then we go on with it " * (LONGEST // 7)
    assert objection(long, ask) == ""
    assert "words" in objection(long + "for yet another while.", ask)


def asked(text, kind=ASK):
    return scene(says(talk(), MoveKind.ASK, text), kind)


def test_a_question_is_not_asked_twice():
    first = "Thank you. Tell me about a plan of yours that events overtook."
    assert "before" in objection(
        "Tell me about a plan of yours that events overtook.", asked(first)
    )
    assert "before" in objection(
        "So tell me about a plan of yours that events overtook.", asked(first)
    )
    assert objection("Tell me about a plan that you had to defend.", asked(first)) == ""


@pytest.mark.parametrize("kind", [MoveKind.REPEAT, MoveKind.REASK, MoveKind.WAY_OUT])
def test_a_question_is_repeated_where_that_is_the_move(kind):
    line = "Tell me about a plan of yours that events overtook."
    assert objection(line, asked(line, kind)) == ""


def test_a_short_probe_may_come_again():
    assert objection("What came of it?", asked("What came of it?", PROBE)) == ""


def test_a_figure_needs_a_source(ask):
    assert "figure" in objection("You cut it by 40%, so how did you go about it?", ask)
    assert "figure" in objection("We deliver 11,400 boxes a week.", ask)
    assert "figure" in objection("You saved £38,000 on vans.", ask)


def test_a_figure_out_of_a_source_or_a_turn_may_be_said(ask):
    material = [passage("We deliver 11,400 boxes a week, 2.5% of them late.")]
    sourced = scene(ask.interview, ASK, material)
    line = "Of 11,400 boxes a week 2.5% are late. Where would you start?"
    assert halfway(line, sourced) == set()
    assert objection(line, sourced) == ""
    told = scene(answers(ask.interview, "I saved thirty-eight thousand pounds."), PROBE)
    assert objection("What did the £38,000 go into?", told) == ""


def test_small_numbers_and_spans_of_time_are_no_claims(ask):
    assert objection("We have 40 minutes, the two of us and three questions.", ask) == ""
    assert objection("What would you do in your first 90 days?", ask) == ""


def test_the_company_in_the_dossier_may_have_a_number_in_its_name():
    there = scene(says(talk(), MoveKind.GREET), ASK)
    named = replace(there, dossier=DOSSIER.model_copy(update={"company": "Studio 54"}))
    assert objection("Welcome to Studio 54.", named) == ""
    assert objection("Welcome to Studio 54.", there) != ""
