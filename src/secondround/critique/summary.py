"""Sums up the tagged units of an answer as the features from which the answer is judged."""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from secondround.critique import features
from secondround.domain.critique import Role

ROLES = tuple(Role)
_NONE = 0.3
"""Added to the weight of a role, so that a role which is hardly there counts as hardly there."""


class Summary:
    """What an answer's units amount to, given how likely each role is for each of them."""

    def __init__(
        self, texts: Sequence[str], vectors: features.Matrix, likely: NDArray[np.float64]
    ) -> None:
        self._vectors, self._likely = vectors, likely
        self._surface = features.surface(texts)
        self._words = np.array([len(text.split()) for text in texts], np.float64)

    def for_element(self, role: Role) -> features.Matrix:
        """Features from which an element's score is read."""
        return _row(self._amounts(), self._wording(role), 3 * self._meaning(role))

    def for_type(self) -> features.Matrix:
        """Features from which the response type is read."""
        share = self._words / self._words.sum()
        return _row(self._amounts(), share @ self._surface, self._surface.max(0))

    def for_ownership(self) -> features.Matrix:
        """Features from which it is read whose acts are told."""
        return _row(self.for_type(), *(self._wording(role) for role in ROLES))

    def _amounts(self) -> NDArray[np.float64]:
        """How much of each role there is, in words and in units."""
        likely, words = self._likely, self._words
        in_words = words @ likely
        ranked = np.sort(np.vstack([likely, np.zeros((2, len(ROLES)))]), 0)[::-1]
        return np.concatenate(
            [
                in_words / words.sum(),
                ranked[0],
                ranked[1],
                np.log1p(likely.sum(0)),
                np.log1p(in_words) / 3,
                [np.log(words.sum()) / 3, len(words) / 10],
            ]
        )

    def _wording(self, role: Role) -> NDArray[np.float64]:
        likely = self._likely[:, ROLES.index(role)]
        amount = [likely.sum() / 3, likely.max(), np.log1p(self._words @ likely)]
        strongest = (likely[:, None] * self._surface).max(0)
        return np.concatenate([self._weights(role) @ self._surface, strongest, amount])

    def _meaning(self, role: Role) -> NDArray[np.float64]:
        return np.asarray(self._weights(role) @ self._vectors, np.float64)

    def _weights(self, role: Role) -> NDArray[np.float64]:
        likely = self._likely[:, ROLES.index(role)]
        return np.asarray(likely / (likely.sum() + _NONE), np.float64)


def _row(*parts: NDArray[np.floating]) -> features.Matrix:
    return np.concatenate(parts).astype(np.float32)
