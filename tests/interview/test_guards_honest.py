"""Lines as a model words them are let through where every word of them comes from somewhere."""

from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from scenes import DOSSIER, answers, passage, says, scene, talk
from secondround.domain.interview import MoveKind, PlannedQuestion, QuestionKind
from secondround.interview.guards import objection

LINES = Path(__file__).with_name("lines")
WRONG = {"honest": 0.11, "unseen/honest": 0.15}
"""The share of them, 0..1, that may be stopped in error; a stop costs a rewording."""


@pytest.mark.parametrize("name", WRONG)
def test_most_lines_whose_words_come_from_somewhere_can_be_said(name):
    stopped = [line for line, given in honest(name) if objection(line, given, complete=True)]
    assert len(stopped) / len(list(honest(name))) <= WRONG[name], stopped


@pytest.mark.parametrize(
    "line",
    [
        "You are our first choice. What came next?",
        "We have taken somebody else instead. What came next?",
        "The passages I was given say nothing. What came next?",
        "You were brave in the storm. What came next?",
        "You were brave, so what came next?",
        "What happened on the yacht?",
        "What does a Sunday off mean to you?",
    ],
)
def test_what_comes_from_nowhere_is_stopped_without_a_pattern(line):
    (_, given), *_ = honest("honest")
    assert "given" in objection(line, given, complete=True)


def test_a_word_is_held_against_a_line_only_when_it_has_come_to_its_end():
    (_, given), *_ = honest("honest")
    assert objection("What happened on the yacht", given) == ""
    assert "yacht" in objection("What happened on the yacht then", given)


def test_what_interviewers_have_said_before_is_no_source():
    (_, given), *_ = honest("honest")
    talk = says(given.interview, MoveKind.PROBE, "What about the yacht?", question_id="q0")
    later = replace(given, interview=talk)
    assert "yacht" in objection("What happened on the yacht?", later, complete=True)


def honest(name):
    """The lines of a file with the scene that each is said in."""
    for number, told in enumerate(yaml.safe_load((LINES / f"{name}.yaml").read_text("utf-8"))):
        for at, lines in told["lines"].items():
            for line in lines:
                yield line, scene_of(told, at, f"q{number}")


def scene_of(told, at, id):
    """What the interviewer is given for a move after that answer."""
    kind = MoveKind.PROBE if at == "interrupts" else MoveKind(at)
    first = PlannedQuestion(
        id=id, text=told["asked"], kind=QuestionKind.BEHAVIOURAL, competency="delivery"
    )
    begun = talk()
    plan = begun.plan.model_copy(update={"questions": (first, *begun.plan.questions)})
    begun = begun.model_copy(update={"plans": (plan,)})
    if kind is not MoveKind.GREET:
        asked = says(says(begun, MoveKind.GREET), MoveKind.ASK, told["asked"], question_id=id)
        begun = answers(asked, told["told"])
    found = [passage(told["material"])] if "material" in told else []
    given = scene(begun, kind, found, **_about(kind, id, told), interrupts=at == "interrupts")
    of = {"company": told["company"], "role": told["role"]}
    return replace(given, dossier=DOSSIER.model_copy(update=of))


def _about(kind, id, told):
    """What the move is about, as the director would have it."""
    if kind is MoveKind.REPLY:
        return {"about": "What would matter most to you?"}
    if kind in (MoveKind.GREET, MoveKind.INVITE_QUESTIONS, MoveKind.CLOSE, MoveKind.ASK):
        return {}
    return {"question_id": id}
