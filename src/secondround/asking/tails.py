"""Words what is quoted from the materials, and the question that goes on from it."""

from typing import Literal
from zlib import crc32

from secondround.asking.wordlist import wordlist
from secondround.domain.materials import Kind, PersonaKind


def quoted_from(source: Kind | Literal["rival"], words: str) -> str:
    """The words as the candidate would bring them up, with what they come from or are about."""
    return f"{wordlist().leads[source]} “{words}”."


def tail(about: str, persona: PersonaKind, seed: str, used: str = "") -> str:
    """What to ask such a person about it; the same for the same seed, seldom one that was `used`.

    `about` is one of the groups in `tails` of knowledge/asking.yaml.
    """
    choices = wordlist().tails[about][persona]
    start = crc32(seed.encode()) % len(choices)
    turned = (*choices[start:], *choices[:start])
    return next((choice for choice in turned if choice not in used), turned[0])
