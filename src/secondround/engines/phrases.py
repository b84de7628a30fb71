"""Chooses what the built-in interviewer says around a question: always the same, seldom twice."""

import re
from collections.abc import Mapping
from functools import cache
from zlib import crc32

import yaml

from secondround.assets import asset_dir
from secondround.domain.interview import Interview
from secondround.domain.materials import PersonaKind
from secondround.errors import SetupError

_SENTENCE = re.compile(r"(?<=[.?!]) ")
_FILE = "phrases/interviewer.yaml"
_Phrases = Mapping[str, Mapping[str, tuple[str, ...]]]


def phrase(name: str, kind: PersonaKind, interview: Interview, **fields: object) -> str:
    """The phrase of that name for this point of the interview, its fields filled in.

    The same interview at the same point gets the same phrase; one that was said before comes again
    only when there is no other.

    Raises:
        SetupError: the file of phrases is missing or broken.
    """
    options = [option.format(**fields) for option in _choices(name, kind)]
    start = crc32(f"{interview.id} {len(interview.turns)} {name}".encode()) % len(options)
    turned = options[start:] + options[:start]
    said = " ".join(turn.text for turn in interview.turns if not turn.by_candidate)
    return next((option for option in turned if not _said(option, said)), turned[0])


def _said(option: str, before: str) -> bool:
    """Whether it, or the question it ends with, was said before."""
    return option in before or (option.endswith("?") and _SENTENCE.split(option)[-1] in before)


def _choices(name: str, kind: PersonaKind) -> tuple[str, ...]:
    group = _phrases().get(name, {})
    if not (choices := group.get(kind.value) or group.get("any", ())):
        raise SetupError(f"{_FILE} in knowledge/ has no “{name}” for the {kind.value}.")
    return choices


@cache
def _phrases() -> _Phrases:
    file = asset_dir("knowledge") / _FILE
    try:
        rows = yaml.safe_load(file.read_text(encoding="utf-8"))
        return {
            name: {kind: tuple(map(str, options)) for kind, options in group.items()}
            for name, group in rows.items()
        }
    except (OSError, ValueError, AttributeError, TypeError, yaml.YAMLError) as error:
        raise SetupError(f"{_FILE} in knowledge/ cannot be read: {error}") from error
