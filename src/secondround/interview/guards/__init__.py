"""Reads along while an interviewer's line streams, and says when it must not be said.

A line arrives in pieces. While it grows, nothing is held against words whose sense may still turn:
“your age” may become “your agency”, “the wages” the wages bill.

What is off limits stands in knowledge/improper_questions.yaml; what a line may draw on is gathered
in `ground`. A reason never has words of the line in it before a colon.
"""

from collections.abc import Callable
from functools import lru_cache

from secondround.interview.guards import backing, facts, form, questions, repeats, topics
from secondround.interview.guards.reading import settled
from secondround.knowledge import Ban
from secondround.ports import Scene


def objection(text: str, scene: Scene, *, complete: bool = False) -> str:
    """Why the line, as far as it has been said, must not go on; "" where nothing is wrong with it.

    The reason completes “The last wording was not used: …”.
    """
    said = settled(text, complete)
    checks = _CHECKS + _OF_A_WHOLE_LINE if complete else _CHECKS
    return next((reason for check in checks if (reason := check(said, scene))), "")


@lru_cache(maxsize=4096)
def off_limits(text: str) -> bool:
    """Whether a text touches a protected matter or pay, so that it had better not be brought up."""
    return topics.touches(text, Ban.IMPROPER, Ban.PAY)


def confides(text: str) -> bool:
    """Whether the candidate tells in it of a protected matter of their own: nothing to take up."""
    return topics.confides(text)


def brings_up(text: str) -> bool:
    """Whether quoting it would bring up a protected matter, pay, or what was told in confidence."""
    return off_limits(text) or confides(text) or topics.private(text)


_CHECKS: tuple[Callable[[str, Scene], str], ...] = (
    questions.length,
    form.plain_english,
    topics.topics,
    topics.taken_up,
    form.obeyed,
    questions.leading,
    questions.one_question,
    questions.open_question,
    repeats.repetition,
    facts.figures,
    facts.names,
    facts.quotations,
    facts.attributions,
    facts.claims,
    backing.backed,
)
_OF_A_WHOLE_LINE = (questions.some_question,)
