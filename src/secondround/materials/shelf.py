"""A dossier's passages in memory, with all that is needed to find them again."""

import re
from collections.abc import Sequence
from itertools import pairwise
from pathlib import PurePath

import numpy as np
from numpy.typing import NDArray

from secondround.domain.materials import Passage
from secondround.materials.lexical import Lexicon
from secondround.materials.sentences import sentences
from secondround.ports import Parted

Vectors = NDArray[np.float32]
Places = NDArray[np.int_]


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
        self._before, self._after = _beside(self.passages)

    def near(self, query: Vectors) -> Vectors:
        """How near in meaning each passage is to the query's vector, -1..1.

        What is meant is often one sentence of many, and often clear only from those around it: the
        passage as a whole and its nearest sentence count alike.
        """
        if not self.passages:
            return np.zeros(0, np.float32)
        nearest = np.maximum.reduceat(self._parts @ query, self._starts)
        return np.asarray((self._whole @ query + nearest) / 2, np.float32)

    def beside(self, near: Vectors) -> Vectors:
        """Of each passage how near those before and after it in the document are, on average.

        A passage stands in for a neighbour it does not have.
        """
        return np.asarray((near[self._before] + near[self._after]) / 2, np.float32)


def _beside(passages: Sequence[Passage]) -> tuple[Places, Places]:
    """Of each passage the places of the one before and the one after it."""
    order = sorted(range(len(passages)), key=lambda i: (passages[i].document_id, passages[i].start))
    before, after = np.arange(len(passages)), np.arange(len(passages))
    for one, other in pairwise(order):
        if passages[one].document_id == passages[other].document_id:
            before[other], after[one] = one, other
    return before, after


def in_context(passage: Passage) -> Parted:
    """What is embedded of a passage, with its sentences, of which there is at least one.

    It says more together with where it stands.
    """
    source = re.sub(r"[-_.]+", " ", PurePath(passage.document).stem)
    above = f"{source}: {passage.heading}\n"
    found = sentences(passage.text) or [(0, len(passage.text))]
    parts = [(len(above) + start, len(above) + end) for start, end in found]
    return above + passage.text, parts
