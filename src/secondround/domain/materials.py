"""What the candidate brought: dossiers, documents, passages, and the brief drawn from them."""

import datetime as dt
import hashlib
from enum import StrEnum
from typing import Any, Literal

from pydantic import AwareDatetime, Field

from secondround.domain.base import Provenance, Value


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
    demanding: bool = False
    """Whether the demanding variant of their kind plays them."""


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
    pages: tuple[int, ...] = ()
    """Where in the text each page begins; () for what has none, or was corrected by hand."""
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
    page: int | None = None
    """The page it begins on, from 1; None for what has no pages."""
    start: int
    end: int
    text: str
    score: float | None = None
    """Relevance 0..1 when it was found by a search."""

    @property
    def under(self) -> str:
        """Page and heading, for display: `page 3, Recent news`; "" where there is neither."""
        return ", ".join(filter(None, (f"page {self.page}" if self.page else "", self.heading)))


class Intake(Value):
    """What became of one file or pasted text."""

    name: str
    status: Literal["added", "duplicate", "failed"]
    kind: Kind | None = None
    passages: int = 0
    problem: str | None = None
    """One sentence that says what to do; only when failed."""
    document_id: str | None = None
    attachments: "tuple[Intake, ...]" = ()
    """What became of the files attached to an e-mail, each a document of its own."""

    @property
    def all(self) -> "tuple[Intake, ...]":
        """This one, then what was attached to it, and to that."""
        return (self, *(one for attachment in self.attachments for one in attachment.all))


class Topic(StrEnum):
    """What a line of the brief is about.

    concern: a doubt raised about the candidate · promise: a follow-up the candidate promised ·
    strength: what went well · claim: a figure or fact the candidate stated about themselves ·
    problem: a problem the team named · person: someone they will meet · fact: about the company ·
    duty: what the role asks for · competitor: a fact about a rival of the company · question:
    something still open that is worth asking.
    """

    CONCERN = "concern"
    PROMISE = "promise"
    STRENGTH = "strength"
    CLAIM = "claim"
    PROBLEM = "problem"
    PERSON = "person"
    FACT = "fact"
    DUTY = "duty"
    COMPETITOR = "competitor"
    QUESTION = "question"


class Aspect(StrEnum):
    """What side of a company a fact shows."""

    PRODUCT = "product"
    CUSTOMER = "customer"
    NEWS = "news"
    STRATEGY = "strategy"
    NUMBER = "number"
    VALUE = "value"
    OTHER = "other"


class State(StrEnum):
    """Whose a line of the brief is: found in the documents, or made theirs by the person."""

    FOUND = "found"
    CONFIRMED = "confirmed"
    EDITED = "edited"
    """The text is the person's own."""
    ADDED = "added"
    """The person's own from the start; it may cite nothing."""


THEIRS = (State.EDITED, State.ADDED)
"""States of a line whose words are the person's."""


def line_id(topic: Topic, text: str) -> str:
    """The same for the same words on a topic, however they are wrapped."""
    said = f"{topic}\n{' '.join(text.split())}"
    return hashlib.sha256(said.encode()).hexdigest()[:12]


def _own_id(line: dict[str, Any]) -> str:
    return line_id(line["topic"], line["text"])


class Said(Value):
    """Words of a source, and where they stand."""

    text: str
    passage: Passage


class BriefLine(Value):
    """One thing understood from the materials, or added by the person."""

    topic: Topic
    text: str
    """Words of the source, trimmed; the person's where `state` is edited or added; where `quote`
    is given, a model's."""
    id: str = Field(default_factory=_own_id)
    """Of topic and words as they were found; it outlives an edit and another reading."""
    passages: tuple[Passage, ...] = ()
    """Where it stands; empty only where the person's own line cites nothing (any more)."""
    state: State = State.FOUND
    aspect: Aspect | None = None
    """Facts on the company or a competitor only."""
    about: str = ""
    """Whose fact it is, for one on a competitor; "" where the source does not say."""
    date: dt.date | None = None
    """When what it says was true; None where the source does not say."""
    stale: bool = False
    """Whether newer material makes it doubtful."""
    callback: bool = False
    """Whether it is worth coming back to in the interview."""
    cares: tuple[Said, ...] = ()
    """A person's only: what the notes say of them that shows what they care about."""
    quote: str = ""
    """Words of the source that bear out a model's text; "" where the text is such words itself."""
    made_by: Provenance | None = None
    """The model that proposed it; None for the built-in coach and the person."""

    @property
    def in_own_words(self) -> bool:
        """Whether the text is the person's; no document need say so."""
        return self.state in THEIRS

    @property
    def words(self) -> str:
        """What an interviewer may say as words of the source, or of the person."""
        return self.quote or self.text


class Disagreement(Value):
    """Two lines that cannot both hold; both are shown."""

    older: str
    """Id of the line from the older source; of the first one where neither is older."""
    newer: str
    dated: bool
    """Whether the dates of their sources say which is newer."""


class Brief(Value):
    """What the product understood from the materials of one dossier."""

    dossier_id: str
    lines: tuple[BriefLine, ...] = ()
    dismissed: tuple[BriefLine, ...] = ()
    """Lines the person does not want; used nowhere, shown folded so that they can come back."""
    conflicts: tuple[Disagreement, ...] = ()

    def about(self, *topics: Topic) -> tuple[BriefLine, ...]:
        """The lines on these topics, in order."""
        return tuple(line for line in self.lines if line.topic in topics)

    @property
    def callbacks(self) -> tuple[BriefLine, ...]:
        """The lines worth coming back to, in order."""
        return tuple(line for line in self.lines if line.callback)


class BriefEdit(Value):
    """What the person made of a line of the brief; no words of documents, which may be deleted."""

    dossier_id: str
    line_id: str
    topic: Topic
    made_at: AwareDatetime
    """When it was first made."""
    state: State = State.FOUND
    """Found: the line is left as it is drawn, but for what follows."""
    text: str = ""
    """The person's words; "" unless edited or added."""
    cites: tuple[str, ...] = ()
    """Ids of the passages that an edited line cites."""
    dismissed: bool = False
    callback: bool | None = None
    """None: as proposed."""


class ReadLine(Value):
    """A line that a model proposed for the brief; code has yet to check it against the passage."""

    topic: Topic
    text: str
    quote: str
    passage_id: str
    aspect: Aspect | None = None
    about: str = ""


class Reading(Value):
    """What a model read in one document."""

    document_id: str
    lines: tuple[ReadLine, ...]
    made_by: Provenance
    made_at: AwareDatetime
