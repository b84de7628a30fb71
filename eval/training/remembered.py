"""Embeds every text once: the variants of an answer share most of theirs."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from secondround.ports import Embedder, Parted


class Remembered:
    """An embedder that keeps what it has embedded."""

    def __init__(self, embedder: Embedder) -> None:
        self._embedder = embedder
        self._known: dict[str, NDArray[np.float32]] = {}

    @property
    def name(self) -> str:
        """That of the embedder."""
        return self._embedder.name

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Shape (len(texts), d)."""
        new = list(dict.fromkeys(text for text in texts if text not in self._known))
        self._known |= dict(zip(new, self._embedder.embed(new), strict=True))
        return np.stack([self._known[text] for text in texts])

    def embed_parts(self, texts: Sequence[Parted]) -> list[NDArray[np.float32]]:
        """As the embedder does; these are not kept."""
        return self._embedder.embed_parts(texts)
