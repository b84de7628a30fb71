"""Tags the units of an answer with their roles, and says how likely each role is."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from secondround.critique import features, sequence
from secondround.critique.artefact import Artefact
from secondround.critique.heard import Heard
from secondround.critique.summary import ROLES
from secondround.domain.critique import Role

_ONLY_OTHER = np.where(np.array(ROLES) == Role.O, 0.0, -20.0)


@dataclass(frozen=True)
class Tagged:
    """The roles of a chain of units."""

    roles: tuple[Role, ...]
    """The likeliest chain."""
    likely: NDArray[np.float64]
    """Shape (units, 6), in the order of ROLES; rows add up to 1."""

    def confidence(self, unit: int) -> float:
        """How likely the unit's role is, 0..1."""
        return float(np.clip(self.likely[unit, ROLES.index(self.roles[unit])], 0, 1))


def tag(artefact: Artefact, heard: Heard) -> Tagged:
    """The roles of the units; one that only repeats the question is O."""
    if not heard.spans:
        return Tagged((), np.zeros((0, len(ROLES))))
    rows = features.of_units(heard.texts, heard.vectors, heard.question)
    emissions = np.log(sequence.softmax(artefact.linear("roles")(rows)) + 1e-9)
    emissions[list(heard.echoes)] = _ONLY_OTHER
    return decode(emissions, artefact.array("transitions"))


def decode(emissions: NDArray[np.float64], transitions: NDArray[np.floating]) -> Tagged:
    """The roles that follow from log emissions (units, 6) and log transitions (6, 6)."""
    steps = np.asarray(transitions, np.float64)
    chain = sequence.best(emissions, steps)
    return Tagged(tuple(ROLES[i] for i in chain), sequence.marginals(emissions, steps))
