"""Puts found passages in order, drops what does not answer, folds what says the same."""

import re
from collections.abc import Iterator, Sequence

import numpy as np

from secondround.domain.materials import Passage
from secondround.domain.scope import Scope
from secondround.materials import lexical
from secondround.materials.shelf import Shelf, Vectors

RARE_WORDS = 0.1
"""What a share of the query's words, counted by rarity, adds to a nearness of meaning (-1..1).
More, or joining the two rankings, finds paraphrases less often."""
NEIGHBOURS = 0.1
"""What the nearness of the passages before and after it, on average, adds to a passage's own."""
ANSWERS, SURELY, HOLDS = 0.256, 0.4, 0.9
"""Nothing answers a query whose nearest passages are further away on average, unless one of them is
as near as the second, or holds so much of its words. Chosen on four dossiers that are not in
`make search`, of a model that had not seen them."""
ONE_IN, MOST_NEAREST = 12, 5
"""The nearest passages are one in twelve, five at most: what answers has others about it."""
RELATED = 0.1
"""A passage below this score is no answer even where another one is."""
ALIKE = 0.85
"""Share of common words from which two passages with the same figures count as one."""
SAME_THING = 0.6
"""Share of common words from which the newer of two passages with other figures comes first."""


def best(query: str, vector: Vectors, shelf: Shelf, k: int, scope: Scope) -> list[Passage]:
    """At most k passages of the scope, best first, with their score; none if nothing answers."""
    near = shelf.near(vector)
    held = shelf.lexicon.held(query)
    wanted = np.flatnonzero([scope.holds(passage) for passage in shelf.passages])
    if not _answered(near[wanted], held[wanted]):
        return []
    summed = near + RARE_WORDS * held + NEIGHBOURS * shelf.beside(near)
    scores = np.clip(summed / (1 + RARE_WORDS + NEIGHBOURS), 0, 1)
    ranked = wanted[np.argsort(-scores[wanted], kind="stable")]
    found = (
        shelf.passages[i].model_copy(update={"score": float(scores[i])})
        for i in ranked
        if scores[i] >= RELATED
    )
    return _newest_first(_folded(found, k))


def _answered(near: Vectors, held: Vectors) -> bool:
    if not len(near):
        return False
    count = min(max(len(near) // ONE_IN, 1), MOST_NEAREST)
    nearest = np.sort(near)[::-1][:count]
    return bool(nearest.mean() >= ANSWERS or nearest[0] >= SURELY or held.max() >= HOLDS)


def _folded(found: Iterator[Passage], k: int) -> list[Passage]:
    """The first k that do not say the same as one before."""
    chosen: list[Passage] = []
    for passage in found:
        if len(chosen) == k:
            break
        if not any(_alike(passage, other) for other in chosen):
            chosen.append(passage)
    return chosen


def _newest_first(found: Sequence[Passage]) -> list[Passage]:
    """Where two say other figures of the same thing, the newer takes the place of the older."""
    ordered = list(found)
    for later in range(1, len(ordered)):
        for earlier in range(later):
            if _renews(ordered[later], ordered[earlier]):
                scores = [passage.score for passage in ordered]
                ordered.insert(earlier, ordered.pop(later))
                ordered = [
                    p.model_copy(update={"score": s}) for p, s in zip(ordered, scores, strict=True)
                ]
                break
    return ordered


def _renews(one: Passage, other: Passage) -> bool:
    newer = one.date is not None and other.date is not None and one.date > other.date
    return newer and _common(one, other) >= SAME_THING and _figures(one) != _figures(other)


def _alike(one: Passage, other: Passage) -> bool:
    return _common(one, other) >= ALIKE and _figures(one) == _figures(other)


def _common(one: Passage, other: Passage) -> float:
    """The share of words that both hold, 0..1."""
    ours, theirs = set(lexical.words(one.text)), set(lexical.words(other.text))
    return len(ours & theirs) / max(len(ours | theirs), 1)


def _figures(passage: Passage) -> list[str]:
    return re.findall(r"\d[\d.,]*", passage.text)
