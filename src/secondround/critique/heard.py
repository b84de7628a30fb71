"""Holds an answer as the tagger hears it: cut into units, each with its vector, embedded once."""

import re
from collections.abc import Iterator
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
    vectors: Matrix
    """A row for each."""
    question: Matrix
    """The vector of the question."""
    echoes: tuple[bool, ...]
    """Whether a unit only repeats the question."""

    @property
    def texts(self) -> list[str]:
        """The units' texts as they are read: without fillers."""
        return [fillers.without(span.quote) for span in self.spans]


def hear(answer: Answer, embedder: Embedder) -> Heard:
    """The answer, without what was meant to steer the judge."""
    spans = tuple(_spans(injection.without(answer)))
    vectors = embedder.embed([answer.question, *(fillers.without(span.quote) for span in spans)])
    asked = _words(answer.question)
    echoes = tuple(_repeats(span.quote, asked) for span in spans)
    return Heard(spans, np.asarray(vectors[1:]), np.asarray(vectors[0]), echoes)


def _spans(answer: Answer) -> Iterator[Evidence]:
    for part in answer.parts:
        for start, end in cut(part.text):
            yield Evidence(turn=part.turn, start=start, end=end, quote=part.text[start:end])


def _repeats(text: str, asked: list[str]) -> bool:
    words = _words(text)
    return len(words) > 3 and sum(word in asked for word in words) >= _ECHO * len(words)


def _words(text: str) -> list[str]:
    return [word.lower() for word in _WORD.findall(text)]
