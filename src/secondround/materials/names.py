"""Cleans file names for display; a cleaned name is still never used as a path."""

import re
import unicodedata

LONGEST = 120

_UNSEEN = ("Cc", "Cf", "Cs", "Cn", "Zl", "Zp")
_JOINER = "\u200d"  # holds emoji together that are made of several


def clean(name: str) -> str:
    """The name without folders, control and direction characters, at most 120 characters long.

    The ending is kept; a name of which nothing is left is called `document`.
    """
    last = re.split(r"[/\\]", name.rstrip("/\\ "))[-1]
    seen = "".join(ch for ch in last if ch == _JOINER or unicodedata.category(ch) not in _UNSEEN)
    words = " ".join(unicodedata.normalize("NFC", seen).split()).strip(f". {_JOINER}")
    return _shortened(words) or "document"


def _shortened(name: str) -> str:
    if len(name) <= LONGEST:
        return name
    stem, dot, ending = name.rpartition(".")
    if not stem or len(ending) > 10:
        return name[: LONGEST - 1].rstrip() + "…"
    room = LONGEST - len(dot + ending) - 1
    return f"{stem[:room].rstrip()}…{dot}{ending}"
