"""Chooses what the built-in interviewer says around a question: always the same, seldom twice."""

import re
from zlib import crc32

from secondround.domain.interview import Interview
from secondround.domain.plan import Persona
from secondround.interview.phrasebook import options

_SENTENCE = re.compile(r"(?<=[.?!]) ")
_FILE = "interviewer.yaml"


def phrase(name: str, persona: Persona, interview: Interview, **fields: object) -> str:
    """The phrase of that name for this point of the interview, its fields filled in.

    The same interview at the same point gets the same phrase; one that was said before comes again
    only when there is no other.

    Raises:
        SetupError: the file of phrases is missing or broken.
    """
    filled = [option.format(**fields) for option in options(_FILE, name, persona)]
    start = crc32(f"{interview.id} {len(interview.turns)} {name}".encode()) % len(filled)
    turned = filled[start:] + filled[:start]
    said = interview.said_by_interviewers
    return next((option for option in turned if not _said(option, said)), turned[0])


def _said(option: str, before: str) -> bool:
    """Whether it, or the question it ends with, was said before."""
    return option in before or (option.endswith("?") and _SENTENCE.split(option)[-1] in before)
