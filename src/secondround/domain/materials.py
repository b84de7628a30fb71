"""What the candidate brought: dossiers, documents, passages, and the brief drawn from them."""

import datetime as dt
from enum import StrEnum
from typing import Literal

from pydantic import AwareDatetime

from secondround.domain.base import Value


class Kind(StrEnum):
    """What a document is; retrieval filters by it."""

    FIRST_INTERVIEW = "first_interview"
    COMPANY = "company"
    JOB = "job"
    RESUME = "resume"


class PersonaKind(StrEnum):
    """The three kinds of interviewer of a second round."""

    TEAMMATE = "teammate"
    MANAGER = "manager"
    EXECUTIVE = "executive"


class Person(Value):
    """Somebody the candidate will meet."""

    name: str
    title: str = ""
    kind: PersonaKind


class Dossier(Value):
    """One application; everything else hangs on it."""

    id: str
    """Unguessable, URL-safe."""
    company: str
    role: str
    interview_at: AwareDatetime | None = None
    people: tuple[Person, ...] = ()
    created_at: AwareDatetime

    @property
    def name(self) -> str:
        """How people and the command line call it: `Role at Company`."""
        return (
            f"{self.role} at {self.company}"
            if self.role and self.company
            else self.role or self.company
        )


class Document(Value):
    """An uploaded source, as text."""

    id: str
    """First 16 hex digits of sha256(dossier id + text): the same text twice is one document."""
    dossier_id: str
    name: str
    """The file's own name, cleaned for display; never used as a path."""
    kind: Kind
    date: dt.date | None = None
    """When what it says was true, where one could be found."""
    text: str
    """The extracted text; passages are offsets into it."""
    notices: tuple[str, ...] = ()
    """One sentence each: what the candidate should know about how it was read."""
    added_at: AwareDatetime


class Passage(Value):
    """A stretch of a document: the unit of retrieval and of citation.

    Invariant: `document.text[start:end] == text`.
    """

    id: str
    """`<document id>:<start>-<end>`."""
    document_id: str
    document: str
    """The document's name, for display."""
    kind: Kind
    date: dt.date | None = None
    heading: str = ""
    """The heading, slide, sender or table header it stands under; "" when none."""
    start: int
    end: int
    text: str
    score: float | None = None
    """Relevance 0..1 when it was found by a search."""


class Intake(Value):
    """What became of one file or pasted text."""

    name: str
    status: Literal["added", "duplicate", "failed"]
    kind: Kind | None = None
    passages: int = 0
    problem: str | None = None
    """One sentence that says what to do; only when failed."""
    document_id: str | None = None


class Topic(StrEnum):
    """What a line of the brief is about."""

    CONCERN = "concern"
    PROMISE = "promise"
    STRENGTH = "strength"
    CLAIM = "claim"
    PROBLEM = "problem"
    PERSON = "person"
    FACT = "fact"
    DUTY = "duty"


class BriefLine(Value):
    """One thing understood from the materials.

    concern: a doubt raised about the candidate · promise: a follow-up the candidate promised ·
    strength: what went well · claim: a figure or fact the candidate stated about themselves ·
    problem: a problem the team named · person: someone they will meet · fact: about the company ·
    duty: what the role asks for.
    """

    topic: Topic
    text: str
    """Words of the source, trimmed; never a rewording by a model."""
    passages: tuple[Passage, ...]
    """At least one."""


class Brief(Value):
    """What the product understood from the materials of one dossier."""

    dossier_id: str
    lines: tuple[BriefLine, ...] = ()

    def about(self, *topics: Topic) -> tuple[BriefLine, ...]:
        """The lines on these topics, in order."""
        return tuple(line for line in self.lines if line.topic in topics)
