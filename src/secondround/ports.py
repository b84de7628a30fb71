"""The seams: what the rules need from the outside, on one screen.

Interviewer   engines/builtin.py, engines/chat_model.py     Index     materials/index.py
Critic        engines/builtin.py, engines/chat_model.py     Embedder  materials/embed.py
Store         review/store.py                               Clock     app.py
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from secondround.domain.critique import Answer, Critique
from secondround.domain.debrief import SelfRating
from secondround.domain.interview import Interview, Move, Provenance
from secondround.domain.materials import BriefEdit, Document, Dossier, Kind, Passage, Reading
from secondround.domain.scope import Scope

Search = Callable[..., Sequence[Passage]]
"""search(dossier_id, query, k=5, kinds=()) -> the passages that answer the query, best first."""


@dataclass(frozen=True)
class Scene:
    """All an interviewer may know when wording a move."""

    dossier: Dossier
    interview: Interview
    move: Move
    passages: Sequence[Passage] = ()
    """The question's sources, or what was found for the candidate's question."""
    avoid: str = ""
    """Why the last wording was stopped by a guard; "" at the first try."""


@dataclass(frozen=True)
class Line:
    """An interviewer's line as it is worded: pieces that join to the whole text."""

    pieces: Iterator[str]
    made_by: Provenance


class Interviewer(Protocol):
    """Puts a move into the persona's words."""

    def say(self, scene: Scene) -> Line:
        """Raises (also while iterating the pieces): EngineError."""
        ...


class Critic(Protocol):
    """Judges one answer."""

    def judge(self, answer: Answer) -> Critique:
        """Never raises for an answer or an engine: what cannot be judged is *not assessed*."""
        ...


class Engines(Protocol):
    """The engines in force; the choice may change between two lines."""

    @property
    def interviewer(self) -> Interviewer:
        """Who words the moves."""
        ...

    @property
    def critic(self) -> Critic:
        """Who judges the answers."""
        ...

    @property
    def fallback(self) -> Interviewer:
        """The built-in interviewer, which never fails."""
        ...


class Reader(Protocol):
    """Reads a document for the brief; code checks whatever it proposes."""

    def read(self, document: Document, passages: Sequence[Passage], company: str) -> Reading:
        """What it notes in the document. Raises: EngineError."""
        ...


Parted = tuple[str, Sequence[tuple[int, int]]]
"""A text, and the parts of it that get a vector of their own, from start to end."""


class Embedder(Protocol):
    """Turns text into unit vectors."""

    @property
    def name(self) -> str:
        """Names the vector space, `[a-z0-9._-]`; another name means index again."""
        ...

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Shape (len(texts), d), rows of length 1. Raises: EngineError."""
        ...

    def embed_parts(self, texts: Sequence[Parted]) -> list[NDArray[np.float32]]:
        """Of each text the vector of the whole, then one of each part: shape (1 + parts, d).

        Rows have length 1. A model that can reads a part together with what stands around it.
        Raises: EngineError.
        """
        ...


Progress = Callable[[int, int], None]
"""Told how much is done, of how much; may raise `Cancelled` to stop it."""


def unheard(done: int, total: int) -> None:
    """Progress that nobody follows."""


class Index(Protocol):
    """Keeps the passages of all dossiers and finds them again by meaning."""

    def put(
        self, document: Document, passages: Sequence[Passage], progress: Progress = ...
    ) -> None:
        """Replaces all passages of the document; nothing is written before all are embedded."""
        ...

    def remove(self, dossier_id: str, document_id: str | None = None) -> None:
        """Forgets one document, or the whole dossier."""
        ...

    def dossiers(self) -> list[str]:
        """Ids of the dossiers that have passages."""
        ...

    def passages(self, dossier_id: str, kinds: Sequence[Kind] = ()) -> list[Passage]:
        """All passages, by document and offset; of these kinds, or of all."""
        ...

    def search(self, dossier_id: str, query: str, k: int = 5, scope: Scope = ...) -> list[Passage]:
        """At most k passages of the scope with their score, best first; none if nothing answers."""
        ...


@dataclass(frozen=True)
class Found:
    """What a list of interviews shows of one."""

    interview: Interview
    dossier: Dossier
    critiques: tuple[Critique, ...] = field(default=())


class Store(Protocol):
    """The truth: dossiers, documents, what was made of them, interviews, critiques, ratings."""

    def save_dossier(self, dossier: Dossier) -> None:
        """Adds or replaces."""
        ...

    def dossier(self, dossier_id: str) -> Dossier:
        """Raises: NotFound."""
        ...

    def dossiers(self) -> list[Dossier]:
        """Newest first."""
        ...

    def delete_dossier(self, dossier_id: str) -> None:
        """With all that hangs on it. Raises: NotFound."""
        ...

    def save_document(self, document: Document) -> None:
        """Adds or replaces."""
        ...

    def document(self, document_id: str) -> Document:
        """Raises: NotFound."""
        ...

    def documents(self, dossier_id: str) -> list[Document]:
        """Oldest first."""
        ...

    def delete_document(self, document_id: str) -> None:
        """With what a model read in it. Raises: NotFound."""
        ...

    def save_brief_edit(self, edit: BriefEdit) -> None:
        """Adds, or replaces that of the same line. Raises: NotFound when there is no dossier."""
        ...

    def brief_edits(self, dossier_id: str) -> list[BriefEdit]:
        """In the order in which they were first made."""
        ...

    def delete_brief_edit(self, dossier_id: str, line_id: str) -> None:
        """Raises: NotFound."""
        ...

    def save_reading(self, reading: Reading) -> None:
        """Adds, or replaces that of the same document. Raises: NotFound when that is gone."""
        ...

    def readings(self, dossier_id: str) -> list[Reading]:
        """What a model read in each document of the dossier, where one did; by document id."""
        ...

    def save_interview(self, interview: Interview, *, was: int | None = None) -> None:
        """Adds it (`was` None), or replaces the stored one if its version is `was`.

        Raises: Conflict when it is not; NotFound when it was deleted meanwhile.
        """
        ...

    def interview(self, interview_id: str) -> Interview:
        """Raises: NotFound."""
        ...

    def interviews(self, *, search: str = "", dossier_id: str | None = None) -> list[Found]:
        """Newest first; with the latest critiques; `search` looks in all said and judged."""
        ...

    def delete_interview(self, interview_id: str) -> None:
        """With its critiques and ratings. Raises: NotFound."""
        ...

    def save_critique(self, interview_id: str, critique: Critique) -> None:
        """Keeps earlier ones of the same attempt. Raises: NotFound."""
        ...

    def critiques(self, interview_id: str) -> tuple[Critique, ...]:
        """The latest of each attempt, in the order asked."""
        ...

    def save_rating(self, rating: SelfRating) -> None:
        """Adds, or replaces that of the same attempt. Raises: NotFound when no such interview."""
        ...

    def ratings(self, interview_id: str) -> list[SelfRating]:
        """The candidate's own, in the order in which they were made."""
        ...


class Clock(Protocol):
    """What time it is."""

    def __call__(self) -> datetime:
        """Now, aware."""
        ...
