"""Holds an answer as the tagger hears it: cut into units, each with its vector, embedded once."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from secondround.critique import fillers, injection
from secondround.critique.features import Matrix
from secondround.critique.units import cut
from secondround.domain.critique import Answer, Evidence
from secondround.ports import Embedder

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_ECHO = 0.85
"""Share of a unit's words that stand in the question when it only repeats the question."""


@dataclass(frozen=True)
class Heard:
    """The units of all parts, in the order they were said."""

    spans: tuple[Evidence, ...]
    """Where each stands; `quote` is its text, verbatim."""
    texts: tuple[str, ...]
    """Their texts as they are read: without fillers."""
    vectors: Matrix
    """A row for each."""
    question: Matrix
    """The vector of the question."""
    echoes: tuple[bool, ...]
    """Whether a unit only repeats the question."""

    @classmethod
    def of(
        cls, spans: Sequence[Evidence], question: str, embedder: Embedder, echoes: Sequence[bool]
    ) -> "Heard":
        """The units, read and embedded."""
        texts = tuple(fillers.without(span.quote) for span in spans)
        vectors = np.asarray(embedder.embed([question, *texts]))
        return cls(tuple(spans), texts, vectors[1:], vectors[0], tuple(echoes))


def hear(answer: Answer, embedder: Embedder) -> Heard:
    """The answer, without what was meant to steer the judge."""
    spans = tuple(_spans(injection.without(answer)))
    asked = _words(answer.question)
    echoes = [_repeats(span.quote, asked) for span in spans]
    return Heard.of(spans, answer.question, embedder, echoes)


def _spans(answer: Answer) -> Iterator[Evidence]:
    for part in answer.parts:
        for start, end in cut(part.text):
            yield Evidence(turn=part.turn, start=start, end=end, quote=part.text[start:end])


def _repeats(text: str, asked: list[str]) -> bool:
    words = _words(text)
    return len(words) > 3 and sum(word in asked for word in words) >= _ECHO * len(words)


def _words(text: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(text)]
