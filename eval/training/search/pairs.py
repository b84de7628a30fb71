"""What the model learns from: queries, and the passages and sentences that answer them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from eval.retrieval.dossiers import Dossier, Place, Query, dossiers
from secondround.domain.materials import Passage
from secondround.materials import chunk
from secondround.materials.sentences import sentences
from secondround.materials.shelf import in_context
from secondround.ports import Parted

Answers = tuple[tuple[int, ...], ...]
"""Of each query the places of what answers it; () where nothing does."""


@dataclass(frozen=True)
class Lesson:
    """One dossier: its queries, its passages and their sentences, as they are embedded."""

    queries: tuple[str, ...]
    passages: tuple[Parted, ...]
    by_passage: Answers
    by_sentence: Answers
    """Sentences are counted through, from passage to passage."""


def lessons(folder: Path) -> list[Lesson]:
    """One of each dossier."""
    return [_lesson(dossier) for dossier in dossiers(folder)]


def _lesson(dossier: Dossier) -> Lesson:
    passages = [p for document in dossier.documents for p in chunk.passages(document)]
    said = [place for passage in passages for place in _sentences(passage)]
    return Lesson(
        tuple(query.text for query in dossier.queries),
        tuple(in_context(passage) for passage in passages),
        tuple(_where(q.answered_by(passage) for passage in passages) for q in dossier.queries),
        tuple(_where(_answers(place, q) for place in said) for q in dossier.queries),
    )


def _sentences(passage: Passage) -> Iterator[Place]:
    for start, end in sentences(passage.text) or [(0, len(passage.text))]:
        yield Place(passage.document_id, passage.start + start, passage.start + end)


def _answers(sentence: Place, query: Query) -> bool:
    """Whether it is half of an answer, or half of it is an answer."""
    for answer in query.places:
        common = min(sentence.end, answer.end) - max(sentence.start, answer.start)
        shorter = min(sentence.end - sentence.start, answer.end - answer.start)
        if sentence.document_id == answer.document_id and 2 * common >= shorter:
            return True
    return False


def _where(holds: Iterable[bool]) -> tuple[int, ...]:
    return tuple(place for place, it_does in enumerate(holds) if it_does)
