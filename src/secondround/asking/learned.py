"""Loads what was learned of labels: one file of numbers, `knowledge/asking/labels.npz`.

`python -m eval.asking train` writes it. It holds plain arrays; nothing in it can run.
"""

from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from secondround.asking.features import LAYOUT, Row
from secondround.assets import asset_dir
from secondround.critique import artefact
from secondround.domain.asking import AskLabel
from secondround.errors import SetupError

FILE = "asking/labels.npz"
LABELS = tuple(AskLabel)


class Learned:
    """Scores for labels."""

    def __init__(self, arrays: artefact.Artefact) -> None:
        self._linear = arrays.linear("labels")
        self.corpus = arrays.corpus
        """Fingerprint of the labelled questions it was trained on."""

    def scores(self, row: Row) -> dict[AskLabel, float]:
        """Log odds of each label, for a row of features."""
        return dict(zip(LABELS, map(float, self._linear(row)), strict=True))


@cache
def load() -> Learned:
    """What this installation has learned.

    Raises:
        SetupError: it is missing, damaged, or was trained with other features than the code has.
    """
    return read(asset_dir("knowledge") / FILE)


def read(path: Path) -> Learned:
    """What a file holds.

    Raises:
        SetupError: as above.
    """
    arrays = artefact.read(path)
    if str(arrays.arrays.get("layout")) != LAYOUT:
        raise SetupError(
            f"knowledge/{FILE} does not fit this version: run `python -m eval.asking train`."
        )
    return Learned(arrays)


def saved(path: Path, weights: NDArray[np.float32], bias: NDArray[np.float32], corpus: str) -> None:
    """Writes what was learned."""
    np.savez_compressed(
        path,
        allow_pickle=False,
        layout=np.array(LAYOUT),
        corpus=np.array(corpus),
        **{"labels.weights": weights, "labels.bias": bias},
    )
