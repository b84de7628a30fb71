"""Turns the units of an answer into numbers for the tagger: meaning, wording, surface, neighbours.

No feature decides anything by itself; the weights are learned (`make train`). Where a unit stands
in the answer is not among them: a result may come first.
"""

import re
import zlib
from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

Matrix = NDArray[np.float32]

BUCKETS = 2048
"""Width of the hashed bag of words and word pairs."""

_COUNTED = {
    "I": r"\bi(?:'(?:d|ve|m|ll))?\b",
    "my": r"\b(?:my|me|mine|myself)\b",
    "we": r"\b(?:we|we'(?:d|ve|re|ll)|us|our|ours)\b",
    "others": r"\b(?:he|she|they|him|her|them|his|their)\b",
    "you": r"\byou\b",
    "would": r"\b(?:would|could|might|i'd|we'd)\b",
    "regular past": r"\b[a-z]{3,}ed\b",
    "irregular past": (
        r"\b(?:was|were|had|did|got|went|said|took|made|told|came|put|ran|gave|sent|found|kept|built"
        r"|wrote|rang|bought|brought|drove|held|knew|left|lost|met|paid|sat|saw|spoke|stood|thought)\b"
    ),
    "present": r"\b(?:is|are|am|do|does|'s|'re|have|has|think|believe|feel|know|like|want)\b",
    "-ing": r"\b[a-z]{3,}ing\b",
    "future": r"\b(?:will|'ll|going to|gonna)\b",
    "negation": r"\b(?:not?|never|nobody|none|nothing)\b|n't\b",
    "frequency": r"\b(?:always|usually|often|every|normally|typically|generally|tend|whenever)\b",
    "reason": r"\b(?:because|so that|since|rather than|instead|in order|otherwise)\b",
    "order": r"\b(?:then|after|before|first|next|finally)\b",
    "duty": r"\b(?:had to|have to|need(?:ed)?|must|responsible|my job|goal|deadline|target)\b",
    "looking back": r"\b(?:learn\w*|lesson|next time|since then|these days|now)\b",
    "digits": r"\d+",
    "number words": (
        r"\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty|forty"
        r"|fifty|sixty|ninety|hundred|thousand|million|half|third|quarter|percent|per cent|dozen"
        r"|double)\b"
    ),
    "dates": (
        r"\b(?:year|month|week|day|hour|minute|monday|tuesday|wednesday|thursday|friday|saturday|sunday"
        r"|january|february|march|april|june|july|august|september|october|november|december|christmas"
        r"|summer|winter|spring|autumn|night|morning|afternoon|evening|20\d\d)s?\b"
    ),
    "filler": r"\b(?:um+|uh+|like|you know|sort of|kind of|well|so|yeah|okay|right|i mean)\b",
    "question mark": r"\?",
    "speech": r"[\"“”]|\b(?:said|told|asked|called|rang|phoned)\b",
    "names": r"(?<=[a-z,;:] )[A-Z][\w'-]+(?<! I)",
}
_PATTERNS = {
    name: re.compile(pattern, 0 if name == "names" else re.IGNORECASE)
    for name, pattern in _COUNTED.items()
}
SURFACE = (*_COUNTED, "words", "log words")
"""Names of the surface features, in order."""
LAYOUT = f"units-1:{BUCKETS}:" + ",".join(SURFACE)
"""Names this set of features; an artefact trained with another one does not fit."""

_TOKEN = re.compile(r"[a-z']+|\d+|[?!]")
_SAME = str.maketrans({"’": "'", "‘": "'"})


def of_units(texts: Sequence[str], vectors: Matrix, question: Matrix) -> Matrix:
    """One row for each unit; `vectors` has a row for each, `question` is the question's vector."""
    answer = vectors.mean(0)
    parts = [
        of_wording(texts, vectors),
        1.5 * _shifted(vectors, 1),
        1.5 * _shifted(vectors, -1),
        np.tile(np.concatenate([answer, question]), (len(texts), 1)),
        (vectors @ question)[:, None],
    ]
    return np.hstack(parts).astype(np.float32)


def of_wording(texts: Sequence[str], vectors: Matrix) -> Matrix:
    """One row for each unit, taken by itself."""
    bags = np.stack([_bag(text) for text in texts])
    return np.hstack([3.0 * vectors, surface(texts), 3.0 * bags]).astype(np.float32)


def surface(texts: Sequence[str]) -> Matrix:
    """One row for each text, a column for each name in SURFACE."""
    return np.array([_surface(text.translate(_SAME)) for text in texts], np.float32)


def _surface(text: str) -> list[float]:
    counts = [min(len(pattern.findall(text)), 3) / 2 for pattern in _PATTERNS.values()]
    words = max(1, len(text.split()))
    return [*counts, min(words, 60) / 30, float(np.log(words)) / 3]


def _bag(text: str) -> Matrix:
    """Words and pairs of words, hashed; damped and of length 1. Any number is the word 0."""
    words = _TOKEN.findall(text.translate(_SAME).lower())
    words = ["^", *("0" if word.isdigit() else word for word in words), "$"]
    bag = np.zeros(BUCKETS, np.float32)
    for term in (*words, *map(" ".join, pairwise(words))):
        bag[zlib.crc32(term.encode()) % BUCKETS] += 1
    damped = np.sqrt(bag)
    return np.asarray(damped / np.linalg.norm(damped), np.float32)


def _shifted(vectors: Matrix, by: int) -> Matrix:
    """The vector of the unit before (by=1) or after (by=-1); zeros where there is none."""
    moved = np.zeros_like(vectors)
    if by > 0:
        moved[by:] = vectors[:-by]
    else:
        moved[:by] = vectors[-by:]
    return moved
