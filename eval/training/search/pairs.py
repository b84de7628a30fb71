"""What the model learns from: queries, and the sentences and passages that answer them."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from eval.retrieval.dossiers import Dossier, Place, Query, dossiers
from secondround.domain.materials import Passage
from secondround.materials import chunk
from secondround.materials.sentences import sentences
from secondround.materials.shelf import in_context, sentences_in_context


@dataclass(frozen=True)
class Texts:
    """Texts as they are embedded, and of each query the places of those that answer it."""

    texts: tuple[str, ...]
    answers: tuple[tuple[int, ...], ...]


@dataclass(frozen=True)
class Lesson:
    """One dossier: its queries, its passages, its sentences."""

    queries: tuple[str, ...]
    passages: Texts
    sentences: Texts


def lessons(folder: Path) -> list[Lesson]:
    """One of each dossier."""
    return [_lesson(dossier) for dossier in dossiers(folder)]


def _lesson(dossier: Dossier) -> Lesson:
    passages = [p for document in dossier.documents for p in chunk.passages(document)]
    said = [piece for passage in passages for piece in _sentences(passage)]
    return Lesson(
        tuple(query.text for query in dossier.queries),
        Texts(
            tuple(in_context(passage) for passage in passages),
            tuple(_where(q.answered_by(passage) for passage in passages) for q in dossier.queries),
        ),
        Texts(
            tuple(text for text, _ in said),
            tuple(_where(_answers(place, q) for _, place in said) for q in dossier.queries),
        ),
    )


def _sentences(passage: Passage) -> Iterator[tuple[str, Place]]:
    spans = sentences(passage.text) or [(0, len(passage.text))]
    for text, (start, end) in zip(sentences_in_context(passage), spans, strict=True):
        yield text, Place(passage.document_id, passage.start + start, passage.start + end)


def _answers(sentence: Place, query: Query) -> bool:
    """Whether it is half of an answer, or half of it is an answer."""
    for answer in query.places:
        common = min(sentence.end, answer.end) - max(sentence.start, answer.start)
        shorter = min(sentence.end - sentence.start, answer.end - answer.start)
        if sentence.document_id == answer.document_id and 2 * common >= shorter:
            return True
    return False


def _where(holds: Iterator[bool]) -> tuple[int, ...]:
    return tuple(place for place, it_does in enumerate(holds) if it_does)
