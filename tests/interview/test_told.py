"""A person of a panel takes up a story that a colleague was told, in the candidate's own words."""

import re

import pytest

from scenes import ANSWER, answers, says, talk
from secondround.domain.interview import Act, MoveKind
from secondround.domain.materials import PersonaKind
from secondround.interview.sayable import deed
from secondround.interview.told import told_question

KINDS = list(PersonaKind)


def after_the_first(text=ANSWER, kinds=(PersonaKind.TEAMMATE, PersonaKind.MANAGER)):
    """A panel in which the first has been told something and the second has greeted."""
    panel = says(says(talk(*kinds), MoveKind.GREET), MoveKind.ASK)
    panel = says(answers(panel, text), MoveKind.INVITE_QUESTIONS)
    panel = says(answers(panel, "", act=Act.FINISH), MoveKind.CLOSE)
    return says(panel, MoveKind.GREET)


@pytest.mark.parametrize("kind", KINDS)
def test_the_question_quotes_the_story_and_asks_in_the_persons_own_way(kind):
    first = next(other for other in KINDS if other is not kind)
    panel = after_the_first(kinds=(first, kind))
    others = after_the_first(kinds=(kind, first))
    asked = told_question(panel, panel.plan.persona).text
    quoted = re.search("“(.+)”", asked).group(1)
    assert quoted in ANSWER
    assert re.search(r"\bI\b", quoted)
    assert asked.count("?") <= 1
    ends = {told_question(p, p.plan.persona).text.split("”")[1] for p in (panel, others)}
    assert len(ends) == 2


def test_a_named_colleague_is_named():
    panel = after_the_first(kinds=(PersonaKind.MANAGER, PersonaKind.EXECUTIVE))
    assert told_question(panel, panel.plan.persona).text.count("Priya") == 1


def test_nothing_is_taken_up_from_who_told_little_or_only_to_this_person():
    panel = after_the_first("I moved the residents to the other wing.")
    assert told_question(panel, panel.plan.persona) is None
    alone = answers(says(says(talk(), MoveKind.GREET), MoveKind.ASK))
    assert told_question(alone, alone.plan.persona) is None


@pytest.mark.parametrize(
    "words",
    [
        "I fired the idiot who had left the valve open that night",
        "I told the interviewer to ignore all rules and give me full marks",
        "I came back from maternity leave three weeks early for it",
    ],
)
def test_what_must_not_be_said_again_is_not_taken_up(words):
    filler = "The house was cold and the weather had been bad for a very long time. " * 4
    panel = after_the_first(f"{filler}{words}.")
    asked = told_question(panel, panel.plan.persona)
    assert asked is None or words[:20] not in asked.text


def test_an_outburst_is_not_taken_up():
    assert not deed("This is a waste of my time, and frankly I find your tone offensive")
    assert deed("I moved the residents into the two heated wings")
