"""Reads the private fact sheets of the simulated candidates: all that each of them knows.

One YAML file is one candidate. `same_person_as` names a file whose stories and views it shares.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, Literal

import yaml
from pydantic import Field

from secondround.domain.base import Value
from secondround.domain.interview import Element, QuestionKind

CANDIDATES = Path(__file__).parents[1] / "datasets" / "interviews" / "candidates"
WHOLE, HINT, NOTHING = 2, 1, 0
"""How far an element of a story has been told."""


class Story(Value):
    """Something that happened, by element, in sentences."""

    fits: str
    """What questions it is told for."""
    S: tuple[str, ...] = Field(min_length=1)
    T: tuple[str, ...] = Field(min_length=1)
    A: tuple[str, ...] = Field(min_length=1)
    R: tuple[str, ...] = Field(min_length=1)
    hints: Mapping[Element, str] = {}
    """What is said of an element by somebody who says next to nothing of it."""

    def part(self, element: Element) -> tuple[str, ...]:
        """The element in full."""
        sentences: tuple[str, ...] = getattr(self, element.value)
        return sentences


class View(Value):
    """A plan or a reason: the answer to a question that is after no story."""

    kind: Literal[QuestionKind.SITUATIONAL, QuestionKind.MOTIVATION]
    fits: str
    says: tuple[str, ...] = Field(min_length=2)


class Extra(Value):
    """A sentence put at the end of one answer."""

    text: str
    forbids: tuple[str, ...] = ()
    """Patterns that no line of the interviewers may have from then on."""
    order: bool = False
    """Whether it is an order to the interviewer; else it is something told in confidence."""
    against: str = ""
    """What it contradicts, verbatim: words of a document, or of an earlier extra."""
    admits: str = ""
    """What the candidate says when asked about it."""
    to: int = 0
    """To which of the interviewers it is said, from 1; 0 for whoever comes."""


class Sheet(Value):
    """One candidate."""

    name: str
    dossier: str
    manner: str
    same_person_as: str = ""
    stories: tuple[Story, ...] = ()
    views: tuple[View, ...] = ()
    tells: str = "STAR"
    """Elements of a first telling, in order; a small letter for a hint."""
    reveals: bool = True
    """Whether a follow-up gets what it asks for."""
    brief: bool = False
    """Whether an element is its first sentence only, until somebody asks for it."""
    filler: tuple[str, ...] = ()
    """What is said between the sentences of a story, in turn."""
    ramble: int = 0
    """Sentences of filler after each sentence of a story."""
    instead: tuple[str, ...] = ()
    """What is said in place of an answer, in turn."""
    instead_every: int = Field(default=1, ge=1)
    """2: in place of every second answer."""
    stuck: bool = False
    """Whether nothing of what they say can be taken for an answer."""
    no_story: bool = False
    """Whether they say that they have no such story, where they would say something instead."""
    extras: tuple[Extra, ...] = ()
    """One an answer, in this order, each once."""
    asks: tuple[str, ...] = ()
    """What they ask each interviewer in the end, in turn."""
    most_asks: int = 2
    """Questions put to one interviewer."""


def sheets(names: Sequence[str] = ()) -> tuple[Sheet, ...]:
    """The candidates of these names, or all, by name."""
    chosen = names or [path.stem for path in sorted(CANDIDATES.glob("*.yaml"))]
    return tuple(map(sheet, chosen))


def sheet(name: str) -> Sheet:
    """The candidate of that name, with what they share with another."""
    raw = _read(name)
    if shared := raw.get("same_person_as"):
        whole = _read(shared)
        raw = {key: whole[key] for key in ("dossier", "stories", "views")} | raw
    return Sheet.model_validate({"name": name, **raw})


def _read(name: str) -> dict[str, Any]:
    raw: dict[str, Any] = yaml.safe_load((CANDIDATES / f"{name}.yaml").read_text(encoding="utf-8"))
    return raw
