"""Holds what is known, sentence by sentence, and finds the sentence that a question is about."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from secondround.critique import injection
from secondround.critique.units import cut
from secondround.ports import Embedder, Parted

MOST = 110
"""Words that are read in one go; an embedding model sees few more."""

FEWEST = 3
"""Words of a sentence that tells something, unless it gives a figure."""

Vectors = NDArray[np.float32]


@dataclass(frozen=True)
class Sentence:
    """A sentence of what is known."""

    text: str
    """Verbatim."""
    source: int
    """Which of the texts it stands in."""
    answers: str = ""
    """The question that it follows, and so answers; "" where there is none."""


@dataclass(frozen=True)
class Known:
    """The sentences with their vectors."""

    sentences: tuple[Sentence, ...]
    vectors: Vectors
    """Shape (sentences, d)."""


def known(texts: Sequence[str], embedder: Embedder) -> Known:
    """What the texts say; sentences that steer a machine, and questions, are left out."""
    blocks = [block for source, text in enumerate(texts) for block in _blocks(text, source)]
    found = [sentence for _, sentences in blocks for sentence in sentences]
    kept = [i for i, sentence in enumerate(found) if _tells(sentence.text)]
    if not kept:
        return Known((), np.zeros((0, 0), np.float32))
    read = embedder.embed_parts([part for part, _ in blocks])
    vectors = np.vstack([vectors[1:] for vectors in read])
    return Known(tuple(found[i] for i in kept), vectors[kept])


def _blocks(text: str, source: int) -> Iterator[tuple[Parted, list[Sentence]]]:
    """Neighbouring sentences that are read in one go."""
    steering = injection.spans(text)
    spans = [
        (start, end)
        for start, end in cut(text)
        if not any(start < bad_end and bad < end for bad, bad_end in steering)
        and re.search(r"\w", text[start:end])
    ]
    sentences = _answering([text[start:end] for start, end in spans], source)
    first = 0
    for i in range(1, len(spans) + 1):
        if i == len(spans) or _words(text, spans[first][0], spans[i][1]) > MOST:
            start = spans[first][0]
            parts = [(a - start, b - start) for a, b in spans[first:i]]
            yield (text[start : spans[i - 1][1]], parts), sentences[first:i]
            first = i


def _answering(texts: Sequence[str], source: int) -> list[Sentence]:
    found, asked = [], ""
    for text in texts:
        found.append(Sentence(text, source, "" if text.endswith("?") else asked))
        asked = text if text.endswith("?") else ""
    return found


def _tells(sentence: str) -> bool:
    """Whether it is long enough to tell something, and no question."""
    enough = len(sentence.split()) >= FEWEST or re.search(r"\d", sentence)
    return bool(enough) and not sentence.endswith("?")


def _words(text: str, start: int, end: int) -> int:
    return len(text[start:end].split())
