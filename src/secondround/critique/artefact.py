"""Loads what the tagger has learned: one file of numbers, `knowledge/star/tagger.npz`.

`make train` writes it. It holds plain arrays; nothing in it can run.
"""

import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from secondround.assets import asset_dir
from secondround.critique import features
from secondround.errors import SetupError

FILE = "star/tagger.npz"


@dataclass(frozen=True)
class Linear:
    """A linear model: scores (log odds) for rows of features."""

    weights: NDArray[np.float32]
    """Shape (features, outputs)."""
    bias: NDArray[np.float32]

    def __call__(self, rows: NDArray[np.float32]) -> NDArray[np.float64]:
        """Shape (rows, outputs), or (outputs,) for a single row."""
        return np.asarray(rows @ self.weights + self.bias, np.float64)


@dataclass(frozen=True)
class Artefact:
    """All models of the tagger."""

    arrays: Mapping[str, NDArray[np.generic]]
    """By name; those of a linear model are `<name>.weights` and `<name>.bias`."""

    def linear(self, name: str) -> Linear:
        """The linear model of that name."""
        return Linear(self.array(f"{name}.weights"), self.array(f"{name}.bias"))

    def array(self, name: str) -> NDArray[np.float32]:
        """The array of that name."""
        return np.asarray(self.arrays[name], np.float32)

    @property
    def corpus(self) -> str:
        """Fingerprint of the labelled answers it was trained on."""
        return str(self.arrays["corpus"])


@cache
def load() -> Artefact:
    """The artefact of this installation.

    Raises:
        SetupError: it is missing, damaged, or was trained with other features than the code has.
    """
    artefact = read(asset_dir("knowledge") / FILE)
    if str(artefact.arrays.get("layout")) != features.LAYOUT:
        raise SetupError(f"knowledge/{FILE} does not fit this version: run `make train`.")
    return artefact


def read(path: Path) -> Artefact:
    """The artefact in a file.

    Raises:
        SetupError: it is missing or damaged.
    """
    try:
        with np.load(path, allow_pickle=False) as stored:
            return Artefact({name: stored[name] for name in stored.files})
    except (OSError, EOFError, ValueError, zipfile.BadZipFile, zlib.error) as error:
        raise SetupError(f"{path.name} cannot be read: install Second Round again.") from error
