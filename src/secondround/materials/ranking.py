"""Puts found passages in order, drops what does not answer, folds what says the same."""

import re
from collections.abc import Sequence

import numpy as np

from secondround.domain.materials import Kind, Passage
from secondround.materials import lexical

BEST_WORDS, RARE_WORDS = 0.05, 0.2
"""What the best match by words, and a share of the query's words by rarity, add to a similarity of
meaning (-1..1). More, or joining the two rankings, finds paraphrases less often."""
ANSWERS, HOLDS = 0.285, 0.6
"""Nothing answers a query whose nearest passage is further away, unless one holds so much of its
words. Measured on the sample: see tests/materials/test_search_sample.py."""
RELATED = 0.2
"""A passage below this score is no answer even where another one is."""
ALIKE = 0.85
"""Share of common words from which two passages with the same figures count as one."""


def best(
    query: str, passages: Sequence[Passage], near: Sequence[float], k: int, kinds: Sequence[Kind]
) -> list[Passage]:
    """At most k passages of these kinds (of all, if none is named), best first, with their score.

    `near` is each passage's similarity of meaning to the query, -1..1.
    """
    by_words, held = lexical.evidence(query, [f"{p.heading} {p.text}" for p in passages])
    wanted = [i for i, passage in enumerate(passages) if not kinds or passage.kind in kinds]
    if not any(near[i] >= ANSWERS or held[i] >= HOLDS for i in wanted):
        return []
    scores = np.clip(np.asarray(near) + BEST_WORDS * by_words + RARE_WORDS * held, 0, 1)
    ranked = sorted(wanted, key=lambda i: -scores[i])
    found = [
        passages[i].model_copy(update={"score": float(scores[i])})
        for i in ranked
        if scores[i] >= RELATED
    ]
    return _folded(found, k)


def _folded(found: Sequence[Passage], k: int) -> list[Passage]:
    """The first k that do not say the same as one before."""
    chosen: list[Passage] = []
    for passage in found:
        if len(chosen) == k:
            break
        if not any(_alike(passage, other) for other in chosen):
            chosen.append(passage)
    return chosen


def _alike(one: Passage, other: Passage) -> bool:
    ours, theirs = set(lexical.words(one.text)), set(lexical.words(other.text))
    same = len(ours & theirs) >= ALIKE * len(ours | theirs)
    return same and _figures(one) == _figures(other)


def _figures(passage: Passage) -> list[str]:
    return re.findall(r"\d[\d.,]*", passage.text)
