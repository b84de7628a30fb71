"""Passages as Chroma keeps them: a row for each, and in a second collection one for each sentence.

The rows of a sentence name their passage and hold no text, only the vector.
"""

import datetime as dt
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import numpy as np

from secondround.domain.materials import Kind, Passage
from secondround.materials.shelf import Shelf, Vectors

Rows = dict[str, Any]
COLUMNS = ("ids", "embeddings", "metadatas", "documents")
MOST = 1_000
"""Rows written or read at once; between two that are written others may read."""


def of_passages(passages: Sequence[Passage], vectors: Vectors) -> Rows:
    """A row for each."""
    return {
        "ids": [passage.id for passage in passages],
        "embeddings": vectors,
        "metadatas": [_about(passage) for passage in passages],
        "documents": [passage.text for passage in passages],
    }


def of_sentences(owners: Sequence[Passage], vectors: Vectors) -> Rows:
    """A row for each sentence; `owners` are the passages they stand in."""
    return {
        "ids": [f"{owner.id}/{place}" for place, owner in enumerate(owners)],
        "embeddings": vectors,
        "metadatas": [{"document_id": o.document_id, "passage": o.id} for o in owners],
    }


def batches(rows: Rows) -> Iterator[Rows]:
    """The same rows, not too many at once."""
    for first in range(0, len(rows["ids"]), MOST):
        yield {column: values[first : first + MOST] for column, values in rows.items()}


def together(read: Sequence[Rows]) -> Rows:
    """The rows of several batches; a column that is in none is None."""
    return {
        column: [value for rows in read for value in rows[column]]
        if all(rows.get(column) is not None for rows in read)
        else None
        for column in COLUMNS
    }


def without(rows: Mapping[str, Any], document_id: str) -> Rows:
    """The rows of all other documents."""
    kept = [i for i, of in enumerate(rows["metadatas"] or ()) if of["document_id"] != document_id]
    columns = [column for column in COLUMNS if rows.get(column) is not None]
    return {column: [rows[column][i] for i in kept] for column in columns}


def passages(rows: Mapping[str, Any]) -> list[Passage]:
    """What `of_passages` made rows of."""
    columns = (rows["ids"], rows["metadatas"] or (), rows["documents"] or ())
    return [
        Passage(
            id=id_,
            document_id=about["document_id"],
            document=about["source"],
            kind=Kind(about["kind"]),
            date=dt.date.fromisoformat(about["date"]) if about["date"] else None,
            heading=about["heading"],
            page=about["page"] or None,
            start=about["start"],
            end=about["end"],
            text=text,
        )
        for id_, about, text in zip(*columns, strict=True)
    ]


def shelf(whole: Mapping[str, Any], parts: Mapping[str, Any]) -> Shelf:
    """A shelf of these rows; a passage whose sentences are missing stands for itself."""
    held = passages(whole)
    place = {passage.id: i for i, passage in enumerate(held)}
    owners = [place.get(about["passage"], -1) for about in parts["metadatas"] or ()]
    vectors = np.asarray(whole["embeddings"], np.float32)
    bare = sorted(set(range(len(held))) - set(owners))
    rows = [i for i, owner in enumerate(owners) if owner >= 0]
    all_owners = np.array([*(owners[i] for i in rows), *bare], np.int64)
    found = np.asarray(parts["embeddings"], np.float32)
    all_parts = [*([found[rows]] if rows else ()), *([vectors[bare]] if bare else ())]
    order = np.argsort(all_owners, kind="stable")
    ordered = np.concatenate(all_parts)[order] if all_parts else vectors
    return Shelf(held, vectors, ordered, all_owners[order].tolist())


def _about(passage: Passage) -> dict[str, str | int]:
    return {
        "document_id": passage.document_id,
        "source": passage.document,
        "kind": passage.kind.value,
        "date": passage.date.isoformat() if passage.date else "",
        "heading": passage.heading,
        "page": passage.page or 0,
        "start": passage.start,
        "end": passage.end,
    }
