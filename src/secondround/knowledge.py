"""Reads what the product knows by itself: the questions, the playbook, what is off limits."""

from collections import Counter
from collections.abc import Iterator
from enum import StrEnum
from functools import cache
from pathlib import Path
from typing import Literal, TypeVar

import frontmatter
import yaml
from pydantic import Field, ValidationError, model_validator

from secondround.assets import asset_dir
from secondround.domain.base import Patterns, Value
from secondround.domain.interview import QuestionKind
from secondround.domain.materials import Aspect, Kind, PersonaKind, Topic
from secondround.errors import SetupError

_Item = TypeVar("_Item", bound=Value)
_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_ELEMENTS = {
    QuestionKind.BEHAVIOURAL: {"S", "T", "A", "R"},
    QuestionKind.SITUATIONAL: {"stakes", "goal", "steps", "check", "tie"},
    QuestionKind.MOTIVATION: {"reason", "tie"},
}


class BankQuestion(Value):
    """A question that can be asked as it stands."""

    id: str
    text: str
    kind: QuestionKind
    competency: str
    personas: tuple[PersonaKind, ...]
    """Who would ask it in these words."""
    seniority: Literal["any", "early", "experienced", "senior"]
    """Whom it suits."""
    intent: str
    """What it is after; two questions with the same intent are never both asked in one panel."""
    seeks: str = Field(min_length=1)
    """Completes “They want to know …”."""
    hard: bool = False
    """Narrow, or hard to answer well: what a demanding variant asks for choice."""
    probes: dict[str, str]
    """The follow-up for each element of its kind."""

    @model_validator(mode="after")
    def _one_probe_an_element(self) -> "BankQuestion":
        if set(self.probes) != _ELEMENTS[self.kind]:
            raise ValueError(f"probes must be {sorted(_ELEMENTS[self.kind])}")
        return self


class PlaybookItem(Value):
    """One thing to do before a second interview."""

    id: str
    label: str
    why: str
    do: str


class Playbook(Value):
    """How to prepare for a second interview."""

    items: tuple[PlaybookItem, ...]
    """The checklist."""
    text: str
    """The same to read, Markdown."""


class Proof(Value):
    """What shows that an item of the checklist is met; all that is given must hold at once."""

    kind: Kind | None = None
    """A document of that kind."""
    topic: Topic | None = None
    """A line of the brief on that topic; not a stale one."""
    aspect: Aspect | None = None
    """The line shows that side of the company."""
    months: int | None = Field(default=None, gt=0)
    """The line is dated within so many months before today."""
    callback: Literal[True] | None = None
    """The line is worth coming back to."""
    dossier: Literal["date", "titles", "each_known"] | None = None
    """It has a date; everybody in it has a title; everybody in it has a line of the brief."""

    @model_validator(mode="after")
    def _of_one_sort(self) -> "Proof":
        line = self.topic or self.aspect or self.months or self.callback
        if sum(map(bool, (self.kind, line, self.dossier))) != 1:
            raise ValueError("must be a kind, or a line of the brief, or dossier")
        return self


class Wanted(Value):
    """One thing to have before a second interview."""

    id: str
    label: str
    weight: int = Field(gt=0)
    """All weights together are 100."""
    met_by: Proof
    do: str
    """What to do when it is missing, one sentence."""


class SheetAdvice(Value):
    """What a prep sheet says of a kind of interviewer beside the candidate's own materials."""

    id: PersonaKind
    looks_for: tuple[str, ...] = Field(min_length=1)
    ask: tuple[str, ...] = Field(min_length=1)
    """Questions to ask them."""
    avoid: tuple[str, ...] = Field(min_length=1)


class Ban(StrEnum):
    """Why an interviewer must not say something."""

    IMPROPER = "improper"
    PAY = "pay"
    PRAISE = "praise"
    MACHINE = "machine"


class OffLimits(Value):
    """A topic that an interviewer must not touch, and how one recognises that they do."""

    id: str
    ban: Ban
    what: str
    """Completes “It must not …”."""
    yours: Patterns = ()
    """What must not follow “your”."""
    asked: Patterns = ()
    """What a question that wants yes or no must not be about."""
    patterns: Patterns = ()
    """What must not be said in any form."""
    told: Patterns = ()
    """How a candidate tells of it as their own matter: then nobody takes it up."""
    words: Patterns = ()
    """Words that would take it up then. All five: regular expressions, case does not matter."""


@cache
def question_bank() -> tuple[BankQuestion, ...]:
    """All questions, by file and place in it.

    Raises:
        SetupError: a file is broken; the message names it and the question.
    """
    return read_bank(asset_dir("knowledge") / "questions")


def bank_question(id: str) -> BankQuestion | None:
    """The question with that id, None where the bank has none."""
    return _by_id().get(id)


@cache
def playbook() -> Playbook:
    """The playbook.

    Raises:
        SetupError: the file is broken; the message names the item.
    """
    return read_playbook(asset_dir("knowledge") / "playbook.md")


@cache
def off_limits() -> tuple[OffLimits, ...]:
    """What an interviewer must not say.

    Raises:
        SetupError: the file is broken; the message names the item.
    """
    return read_off_limits(asset_dir("knowledge") / "improper_questions.yaml")


@cache
def wanted() -> tuple[Wanted, ...]:
    """What to have before a second interview.

    Raises:
        SetupError: the file is broken; the message names the item.
    """
    return read_wanted(asset_dir("knowledge") / "coverage.yaml")


@cache
def sheet_advice() -> dict[PersonaKind, SheetAdvice]:
    """What to tell on each kind of interviewer.

    Raises:
        SetupError: the file is broken; the message names the item.
    """
    return read_sheet_advice(asset_dir("knowledge") / "sheets.yaml")


def read_bank(folder: Path) -> tuple[BankQuestion, ...]:
    """The questions of all files in a folder.

    Raises:
        SetupError: there are none, or a file is broken; the message names it and the question.
    """
    files = sorted(folder.glob("*.yaml"))
    questions = [q for file in files for q in _items(file, _yaml(file), BankQuestion)]
    _no_id_twice(folder, questions)
    return tuple(questions)


def read_playbook(file: Path) -> Playbook:
    """The playbook in a file.

    Raises:
        SetupError: the file is broken; the message names the item.
    """
    try:
        post = frontmatter.loads(file.read_text(encoding="utf-8"))
    except (OSError, ValueError, yaml.YAMLError) as error:
        raise SetupError(f"{file.name} in knowledge/ cannot be read: {error}") from error
    items = tuple(_items(file, post.metadata.get("items"), PlaybookItem))
    _no_id_twice(file, items)
    return Playbook(items=items, text=post.content)


def read_off_limits(file: Path) -> tuple[OffLimits, ...]:
    """Raises: SetupError: the file is broken; the message names the item."""
    topics = tuple(_items(file, _yaml(file), OffLimits))
    _no_id_twice(file, topics)
    return topics


def read_wanted(file: Path) -> tuple[Wanted, ...]:
    """Raises: SetupError: the file is broken, or the weights are not 100 together."""
    items = tuple(_items(file, _yaml(file), Wanted))
    _no_id_twice(file, items)
    total = sum(item.weight for item in items)
    if total != 100:
        raise SetupError(f"{file.name} in knowledge/: the weights are {total} together, not 100.")
    return items


def read_sheet_advice(file: Path) -> dict[PersonaKind, SheetAdvice]:
    """Raises: SetupError: the file is broken, or a kind of interviewer is missing."""
    items = tuple(_items(file, _yaml(file), SheetAdvice))
    _no_id_twice(file, items)
    if missing := set(PersonaKind) - {item.id for item in items}:
        raise SetupError(f"{file.name} in knowledge/ leaves out: {', '.join(sorted(missing))}.")
    return {item.id: item for item in items}


@cache
def _by_id() -> dict[str, BankQuestion]:
    return {question.id: question for question in question_bank()}


def _yaml(file: Path) -> object:
    try:
        return yaml.load(file.read_text(encoding="utf-8"), Loader=_Loader)
    except (OSError, ValueError, yaml.YAMLError) as error:
        raise SetupError(f"{file.name} in knowledge/ cannot be read: {error}") from error


def _items(file: Path, rows: object, model: type[_Item]) -> Iterator[_Item]:
    if not isinstance(rows, list):
        raise SetupError(f"{file.name} in knowledge/ must hold a list.")
    for number, row in enumerate(rows, start=1):
        try:
            yield model.model_validate(row)
        except ValidationError as error:
            name = row.get("id", number) if isinstance(row, dict) else number
            wrong = error.errors()[0]
            field = ".".join(map(str, wrong["loc"])) or "the item"
            raise SetupError(
                f"{file.name} in knowledge/, item {name}: {field}: {wrong['msg']}."
            ) from error


def _no_id_twice(place: Path, items: list[BankQuestion] | tuple[Value, ...]) -> None:
    if not items:
        raise SetupError(f"{place.name} in knowledge/ holds nothing: install the product again.")
    counts = Counter(item.id for item in items)  # type: ignore[attr-defined]
    twice = sorted(id for id, count in counts.items() if count > 1)
    if twice:
        raise SetupError(f"{place.name} in knowledge/ has an id twice: {', '.join(twice)}.")
