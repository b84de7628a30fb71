"""Makes one line of what two sources say alike, and leaves apart what they say differently."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from secondround.domain.materials import Aspect, BriefLine, Passage, Topic
from secondround.materials import lexical
from secondround.ports import Embedder

SAME = 0.72
"""Similarity from which two points on one topic are one line: of meaning, or for the long lists of
facts and duties the share of common words."""
COMPARED = 100
"""Lines on a topic that are looked at; a transcript can have thousands."""
COMMON_WORDS = 2
"""What two points with the same figure (of two digits or more) need to be one line."""

_BY_WORDS = frozenset({Topic.FACT, Topic.DUTY, Topic.COMPETITOR})
_FIGURE = re.compile(r"\d+(?:[.,]\d+)*")
_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(frozen=True)
class Draft:
    """A line to be, and the passage it stands in."""

    topic: Topic
    text: str
    passage: Passage
    aspect: Aspect | None = None
    about: str = ""


def joined(drafts: Iterable[Draft], embedder: Embedder) -> list[BriefLine]:
    """The same point from two places as one line with both passages."""
    lines = _first_of_each(drafts)
    vectors = embedder.embed([line.text for line in lines if line.topic not in _BY_WORDS])
    meaning = iter(vectors)
    groups: list[tuple[Draft, NDArray[np.float32] | None, list[Passage]]] = []
    for line in lines:
        vector = None if line.topic in _BY_WORDS else next(meaning)
        for other, others_vector, passages in groups:
            if _same(other, line, others_vector, vector):
                if line.passage not in passages:
                    passages.append(line.passage)
                break
        else:
            groups.append((line, vector, [line.passage]))
    return [_line(first, passages) for first, _, passages in groups]


def figures(text: str) -> set[str]:
    """The figures in it that are no years, as they are written."""
    return set(_FIGURE.findall(_YEAR.sub("", text)))


def _line(draft: Draft, passages: Sequence[Passage]) -> BriefLine:
    return BriefLine(
        topic=draft.topic,
        text=draft.text,
        passages=tuple(passages),
        aspect=draft.aspect,
        about=draft.about,
        date=max((p.date for p in passages if p.date), default=None),
    )


def _first_of_each(drafts: Iterable[Draft]) -> list[Draft]:
    """As many lines on each topic as are compared with each other."""
    taken: Counter[Topic] = Counter()
    kept = []
    for draft in drafts:
        taken[draft.topic] += 1
        if taken[draft.topic] <= COMPARED:
            kept.append(draft)
    return kept


def _same(
    one: Draft,
    other: Draft,
    one_vector: NDArray[np.float32] | None,
    other_vector: NDArray[np.float32] | None,
) -> bool:
    """Lines whose figures disagree are two: both are shown, and the candidate sees it."""
    if one.topic is not other.topic or one.about != other.about:
        return False
    ours, theirs = figures(one.text), figures(other.text)
    if not (ours <= theirs or theirs <= ours):
        return False
    our_words, their_words = set(lexical.words(one.text)), set(lexical.words(other.text))
    common = our_words & their_words
    telling = any(len(figure) > 1 for figure in ours & theirs)
    if telling and len(common - ours) >= COMMON_WORDS:
        return True
    if one_vector is None or other_vector is None:
        return len(common) >= SAME * len(our_words | their_words)
    return float(one_vector @ other_vector) >= SAME
