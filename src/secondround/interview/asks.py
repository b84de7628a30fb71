"""The ways in which a persona leads up to a point of the materials and asks about it."""

from collections import Counter
from collections.abc import Sequence
from random import Random

from secondround.domain.plan import Persona
from secondround.interview.phrasebook import options

FILE = "asks.yaml"


def ways(name: str, persona: Persona) -> tuple[str, ...]:
    """The lead-ins, or the phrases that ask, of that name.

    Raises:
        SetupError: the file of phrases is missing or broken.
    """
    return options(FILE, name, persona)


def least_used(asks: Sequence[str], used: Counter[str], rng: Random) -> str:
    """The phrase used least so far; chance decides among equals."""
    shuffled = rng.sample(asks, k=len(asks))
    return min(shuffled, key=lambda ask: used[ask])
