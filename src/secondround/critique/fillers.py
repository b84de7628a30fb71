"""Knows the sounds people make while they think: they are counted, and judge nothing."""

import re

_SOUNDS = r"(?:u+m+|u+h+|e+r+m*|hmm+|mm+|you know|i mean)"
_FILLER = re.compile(rf"(?i)\b{_SOUNDS}\b")
_WITH_COMMAS = re.compile(rf"(?i)(?:,\s*)?\b{_SOUNDS}\b(?:\s*(?:,|\.\.\.|…))*\s*")


def count(text: str) -> int:
    """How many there are."""
    return len(_FILLER.findall(text))


def without(text: str) -> str:
    """The text as it would read without them; itself where nothing would be left."""
    return " ".join(_WITH_COMMAS.sub(" ", text).split()) or text
