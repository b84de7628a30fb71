"""Reads what interviewers may say at a point of the talk, by persona, out of knowledge/phrases/.

A file holds groups. Each gives the phrases of a persona file (`manager-demanding`), of a kind
(`manager`), or of anybody (`any`); the first of these that is there holds.
"""

from collections.abc import Mapping
from functools import cache

import yaml

from secondround.assets import asset_dir
from secondround.domain.plan import Persona
from secondround.errors import SetupError

_Groups = Mapping[str, Mapping[str, tuple[str, ...]]]


def options(file: str, name: str, persona: Persona) -> tuple[str, ...]:
    """What this persona may say there.

    Raises:
        SetupError: the file is missing or broken, or has nothing for them.
    """
    group = groups(file).get(name, {})
    for speaker in (persona.base, persona.kind.value, "any"):
        if choices := group.get(speaker):
            return choices
    raise SetupError(f"phrases/{file} in knowledge/ has no “{name}” for {persona.name}.")


@cache
def groups(file: str) -> _Groups:
    """All groups of a file, by name and by who says them.

    Raises:
        SetupError: it is missing or broken.
    """
    try:
        text = (asset_dir("knowledge") / "phrases" / file).read_text(encoding="utf-8")
        return {
            name: {speaker: tuple(map(str, phrases)) for speaker, phrases in group.items()}
            for name, group in yaml.safe_load(text).items()
        }
    except (OSError, ValueError, AttributeError, TypeError, yaml.YAMLError) as error:
        raise SetupError(f"phrases/{file} in knowledge/ cannot be read: {error}") from error
