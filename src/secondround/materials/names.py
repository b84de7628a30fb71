"""Cleans names for display; a cleaned name is still never used as a path."""

import re
import unicodedata
from urllib.parse import unquote, urlsplit

LONGEST = 120

_UNSEEN = ("Cc", "Cf", "Cs", "Cn", "Zl", "Zp")
_JOINER = "\u200d"  # holds emoji together that are made of several


def clean(name: str) -> str:
    """The name without folders, control and direction characters, at most 120 characters long.

    The ending is kept; a name of which nothing is left is called `document`.
    """
    return tidied(re.split(r"[/\\]", name.rstrip("/\\ "))[-1]) or "document"


def tidied(name: str) -> str:
    """The name without control and direction characters, at most 120 characters long."""
    seen = "".join(ch for ch in name if ch == _JOINER or unicodedata.category(ch) not in _UNSEEN)
    words = " ".join(unicodedata.normalize("NFC", seen).split()).strip(f". {_JOINER}")
    return _shortened(words)


def within(outer: str, inner: str) -> str:
    """What a file in another one is called: `offer.eml › salary.pdf`."""
    room = max(LONGEST - len(outer) - 3, LONGEST // 2)
    inner = _shortened(inner, room)
    return f"{_shortened(outer, LONGEST - len(inner) - 3)} › {inner}"


def of_page(address: str) -> str:
    """What a web page without a title is called: `example.com/about/people`."""
    parts = urlsplit(address)
    return tidied((parts.hostname or "") + unquote(parts.path).rstrip("/")) or "page"


def _shortened(name: str, longest: int = LONGEST) -> str:
    if len(name) <= longest:
        return name
    stem, dot, ending = name.rpartition(".")
    if not stem or len(ending) > 10:
        return name[: longest - 1].rstrip() + "…"
    room = longest - len(dot + ending) - 1
    return f"{stem[:room].rstrip()}…{dot}{ending}"
