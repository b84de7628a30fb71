"""Loads the dossiers that were written for measuring: their files as documents, their queries."""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from secondround.domain.materials import Document, Kind, Passage
from secondround.materials import dates, kinds
from secondround.materials.parse import parse

UNSEEN = Path(__file__).parents[1] / "datasets" / "retrieval"
TRAINING = Path(__file__).parents[1] / "training" / "retrieval"
LARGEST_MB = 25
ADDED = datetime(2026, 11, 1, tzinfo=UTC)


@dataclass(frozen=True)
class Place:
    """Where an answer stands: `document.text[start:end]`."""

    document_id: str
    start: int
    end: int


@dataclass(frozen=True)
class Query:
    """What is looked for; no place where nothing in the dossier answers."""

    id: str
    text: str
    style: str
    kinds: tuple[Kind, ...]
    places: tuple[Place, ...]

    def answered_by(self, passage: Passage) -> bool:
        """Whether at least half of an answer's words stand in the passage."""
        return any(
            passage.document_id == place.document_id
            and 2 * (min(passage.end, place.end) - max(passage.start, place.start))
            >= place.end - place.start
            for place in self.places
        )


@dataclass(frozen=True)
class Dossier:
    """One application with its queries."""

    name: str
    documents: tuple[Document, ...]
    queries: tuple[Query, ...]


def dossiers(folder: Path) -> list[Dossier]:
    """All that are complete, by name."""
    return [dossier_in(path.parent) for path in sorted(folder.glob("*/queries.jsonl"))]


def read(folder: Path) -> tuple[Document, ...]:
    """The files of a dossier as documents."""
    return tuple(_document(folder.name, path) for path in sorted(folder.glob("files/*")))


def dossier_in(folder: Path) -> Dossier:
    """The one in that folder.

    Raises:
        ValueError: a quote does not stand in its document.
    """
    documents = read(folder)
    lines = (folder / "queries.jsonl").read_text(encoding="utf-8").splitlines()
    queries = tuple(_query(json.loads(line), documents) for line in lines if line.strip())
    return Dossier(folder.name, documents, queries)


def _document(dossier_id: str, path: Path) -> Document:
    reading = parse(path.name, path.read_bytes(), max_mb=LARGEST_MB)
    return Document(
        id=f"{dossier_id}/{path.name}",
        dossier_id=dossier_id,
        name=path.name,
        kind=kinds.guess(path.name, reading.text),
        date=dates.find(path.name, reading.text, reading.date, not_after=ADDED.date()),
        text=reading.text,
        pages=reading.pages,
        notices=reading.notices,
        added_at=ADDED,
    )


def _query(row: dict[str, Any], documents: Sequence[Document]) -> Query:
    return Query(
        id=row["id"],
        text=row["query"],
        style=row["style"],
        kinds=(Kind(row["kind"]),) if row.get("kind") else (),
        places=tuple(place for answer in row["answers"] for place in _places(answer, documents)),
    )


def _places(answer: dict[str, str], documents: Sequence[Document]) -> Iterator[Place]:
    """Raises: ValueError: the quote is not in the document, so the data set is wrong."""
    document = next(d for d in documents if d.name == answer["document"])
    start, end = located(answer["quote"], document.text)
    yield Place(document.id, start, end)


def located(quote: str, text: str) -> tuple[int, int]:
    """Where the quote stands in the text; white space is all alike.

    Raises:
        ValueError: it does not.
    """
    pattern = r"\s+".join(re.escape(word) for word in quote.split())
    if match := re.search(pattern, text):
        return match.span()
    raise ValueError(f"“{quote}” does not stand in the document.")
