"""Weighs the words a query and a passage share by how rare they are among the passages (BM25)."""

import math
import re
from collections import Counter
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

_WORD = re.compile(r"[^\W_]+(?:[.,]\d+)*%?")
_ENDING = re.compile(r"(?:'s|’s)$")
_SATURATION, _LENGTH = 1.2, 0.75
_COMMON_WORDS = """
a about after again all also am an and any are as at be because been before being between both
but by can could did do does doing done during each else ever few for from further get got had
has have having he her here hers him his how i if in into is it its just let like made make
many me more most much must my no nor not now of off on once one only or other our out over
own please s said same say she should so some such t tell than that the their them then there
these they this those through to too under until up us very was we were what when where which
while who whom whose why will with would you your
"""
_COMMON = frozenset(_COMMON_WORDS.split())


def words(text: str) -> list[str]:
    """The words that carry meaning, cut down to a crude stem."""
    found = (match[0].casefold() for match in _WORD.finditer(_ENDING.sub("", text)))
    return [_stem(word) for word in found if word not in _COMMON]


def evidence(query: str, texts: Sequence[str]) -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    """Of each text: its BM25 as a share of the best one's, and the query's words it holds.

    The second counts by rarity: 1 holds all words, also those that no text holds. Both are 0..1.
    """
    asked = sorted(set(words(query)))
    bags = [Counter(words(text)) for text in texts]
    if not asked or not bags:
        return np.zeros(len(bags), np.float32), np.zeros(len(bags), np.float32)
    rarity = _rarity(asked, bags)
    counts = np.array([[bag[word] for word in asked] for bag in bags], np.float32)
    lengths = np.array([bag.total() for bag in bags], np.float32)
    norm = 1 - _LENGTH + _LENGTH * lengths / max(float(lengths.mean()), 1.0)
    bm25 = (rarity * counts * (_SATURATION + 1) / (counts + _SATURATION * norm[:, None])).sum(1)
    held = (rarity * (counts > 0)).sum(1) / rarity.sum()
    return bm25 / max(float(bm25.max()), 1e-9), held


def _rarity(asked: Sequence[str], bags: Sequence[Counter[str]]) -> NDArray[np.float32]:
    held_by = [sum(word in bag for bag in bags) for word in asked]
    return np.array([math.log(1 + (len(bags) - n + 0.5) / (n + 0.5)) for n in held_by], np.float32)


def _stem(word: str) -> str:
    """Folds plurals and the commonest endings: `promises`, `promised`, `promising` are one."""
    if word.isascii() and word.isalpha():
        for ending in ("ies", "ing", "ed", "es", "s", "e", "y"):
            if word.endswith(ending) and len(word) - len(ending) >= 3:
                return word[: -len(ending)]
    return word
