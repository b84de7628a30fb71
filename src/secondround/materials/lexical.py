"""Weighs the words a query and a passage share by how rare they are among the passages."""

import math
import re
from collections import defaultdict
from collections.abc import Iterable
from functools import lru_cache

import numpy as np
from numpy.typing import NDArray

_WORD = re.compile(r"[^\W_]+(?:[.,]\d+)*%?")
_ENDING = re.compile(r"(?:'s|’s)$")
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


class Lexicon:
    """The words of some texts, ready to be asked."""

    def __init__(self, texts: Iterable[str]) -> None:
        held_by: dict[str, list[int]] = defaultdict(list)
        self._texts = 0
        for text in texts:
            for word in set(words(text)):
                held_by[word].append(self._texts)
            self._texts += 1
        self._held_by = {word: np.array(places, np.int32) for word, places in held_by.items()}

    def held(self, query: str) -> NDArray[np.float32]:
        """Of each text, how much of the query's words it holds, counted by their rarity: 0..1.

        1 holds all words, also those that no text holds.
        """
        asked = sorted(set(words(query)))
        held = np.zeros(self._texts, np.float32)
        for word in asked:
            if word in self._held_by:
                held[self._held_by[word]] += self._rarity(word)
        return np.asarray(held / (sum(map(self._rarity, asked)) or 1.0), np.float32)

    def _rarity(self, word: str) -> float:
        """The inverse document frequency of BM25."""
        held = len(self._held_by.get(word, ()))
        return math.log(1 + (self._texts - held + 0.5) / (held + 0.5))


@lru_cache(100_000)
def _stem(word: str) -> str:
    """Folds plurals and the commonest endings: `promises`, `promised`, `promising` are one."""
    if word.isascii() and word.isalpha():
        for ending in ("ies", "ing", "ed", "es", "s", "e", "y"):
            if word.endswith(ending) and len(word) - len(ending) >= 3:
                return word[: -len(ending)]
    return word
