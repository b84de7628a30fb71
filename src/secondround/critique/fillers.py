"""Knows the sounds people make while they think: they are counted, and judge nothing."""

import re

_SOUNDS = r"[Uu]+m+|[Uu]+h+(?!-)|[Ee]rm*|[Hh]mm+|(?<!\d)(?<!\d )[Mm]m+"
_ASKS = ("do", "did", "if", "let", "that", "what", "whether")
_UNASKED = "".join(rf"(?<!\b{word} )" for word in _ASKS)
_GOES_ON = r"(?! (?:a|how|if|it|that|the|what|when|where|who|why)\b)"
_PHRASES = rf"{_UNASKED}(?:[Yy]ou know|I mean|i mean){_GOES_ON}"
_ANY = rf"\b(?:{_SOUNDS}|{_PHRASES})\b"
_FILLER = re.compile(_ANY)
_WITH_COMMAS = re.compile(rf"(?:,\s*)?{_ANY}(?:\s*(?:,|\.\.\.|…))*\s*")


def count(text: str) -> int:
    """How many there are."""
    return len(_FILLER.findall(text))


def without(text: str) -> str:
    """The text as it would read without them; itself where nothing would be left."""
    left = " ".join(_WITH_COMMAS.sub(" ", text).split())
    return left if re.search(r"\w", left) else text
