"""Says how much two texts are about the same thing, by the words that carry meaning."""

import re
from functools import lru_cache

from secondround.critique.numbers import amounts

ALIKE = 0.6
"""Overlap of words from which two texts are about one thing."""

_WORD = re.compile(r"[^\W\d_]{3,}")
_FILLING = frozenset(
    re.findall(
        r"\w+",
        """about all and any are been before but came come could did does done for from given had
        has have heard her him his how into its just last like made make may more most much not now
        one our out over own part point raised read said say should some something take tell than
        that the their them then there they thing think this those through time told two under until
        was way well went were what when where which while who why will with work would you your
        yourself""",
    )
)
_SLIGHT = frozenset(
    "after also because both during gave get got off she still too until very via went".split()
)
_STEM = 6
_ENDINGS = ("ies", "ing", "ied", "ed", "es", "s", "e", "y")
_YEAR = re.compile(r"(?:19|20)\d\d")


def alike(one: str, other: str) -> bool:
    """Whether two texts are about one thing: they share most of their words, or two figures."""
    return overlap(one, other) >= ALIKE or len(_figures(one) & _figures(other)) > 1


def overlap(one: str, other: str) -> float:
    """The share, 0..1, of the shorter text's words that the other has too; 0 for a word or two."""
    first, second = _words(one), _words(other)
    least = min(len(first), len(second))
    return len(first & second) / least if least > 2 else 0.0


def words(text: str) -> set[str]:
    """Stems of the words that carry meaning."""
    return set(_words(text))


def stems(text: str) -> list[str]:
    """Stems of the words that carry meaning, in order: swap, swaps, swapped, swapping are one."""
    found = _WORD.findall(text.lower())
    return [_stem(word) for word in found if word not in _FILLING and word not in _SLIGHT]


def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word.removesuffix(ending)
            break
    return word[:-1] if len(word) > 3 and word[-1] == word[-2] else word


@lru_cache(maxsize=4096)
def _words(text: str) -> frozenset[str]:
    return frozenset(w[:_STEM] for w in _WORD.findall(text.lower()) if w not in _FILLING)


@lru_cache(maxsize=4096)
def _figures(text: str) -> frozenset[str]:
    """The figures in a text but years and single digits."""
    keys = {key for _, key in amounts(text)}
    return frozenset(key for key in keys if len(key) > 1 and not _YEAR.fullmatch(key))
