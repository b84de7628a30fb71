"""A dossier's passages in memory, with all that is needed to find them again."""

import re
from collections.abc import Sequence
from pathlib import PurePath

import numpy as np
from numpy.typing import NDArray

from secondround.domain.materials import Passage
from secondround.materials.lexical import Lexicon
from secondround.materials.sentences import sentences

Vectors = NDArray[np.float32]


class Shelf:
    """Passages, the vector of each, and those of its sentences; none is changed any more."""

    def __init__(
        self, passages: Sequence[Passage], whole: Vectors, parts: Vectors, owners: Sequence[int]
    ) -> None:
        """`owners` are the passages, by place, that the rows of `parts` are sentences of.

        They are in order, and each passage has at least one.
        """
        self.passages = tuple(passages)
        self.lexicon = Lexicon(f"{passage.heading} {passage.text}" for passage in passages)
        self._whole, self._parts = whole, parts
        self._starts = np.unique(np.asarray(owners), return_index=True)[1]

    def near(self, query: Vectors) -> Vectors:
        """How near in meaning each passage is to the query's vector, -1..1.

        What is meant is often one sentence of many, and often clear only from those around it: the
        passage as a whole and its nearest sentence count alike.
        """
        if not self.passages:
            return np.zeros(0, np.float32)
        nearest = np.maximum.reduceat(self._parts @ query, self._starts)
        return np.asarray((self._whole @ query + nearest) / 2, np.float32)


def in_context(passage: Passage) -> str:
    """What is embedded of a passage: it says more together with where it stands."""
    source = re.sub(r"[-_.]+", " ", PurePath(passage.document).stem)
    return f"{source}: {passage.heading}\n{passage.text}"


def sentences_in_context(passage: Passage) -> list[str]:
    """What is embedded of its sentences: each under its heading, at least one."""
    said = [passage.text[start:end] for start, end in sentences(passage.text)] or [passage.text]
    return [f"{passage.heading}: {one}" if passage.heading else one for one in said]
