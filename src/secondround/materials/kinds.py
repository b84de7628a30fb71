"""Guesses what a document is from its name and its content, by the cues in `cues.py`."""

import re
from pathlib import PurePath

from secondround.domain.materials import Kind
from secondround.materials.cues import NAME, TEXT, Cues

_HEAD, _REACH = 600, 8000  # characters: of the head, and of what is looked at altogether
_YEARS = re.compile(
    r"(?:19|20)\d\d\s*(?:-|–|—|to|until)\s*(?:\w+\.?\s|\d\d[/.])?(?:(?:19|20)\d\d|present|now|today|date|current)",
    re.I,
)
_COMPANY_FORMAT = {".csv": 6, ".tsv": 6, ".xlsx": 6, ".pptx": 5, ".html": 4, ".htm": 4}
"""How much more likely research is than notes, whatever is quoted in it: few take notes in a table,
in slides or as a web page."""
_CONTACT = re.compile(r"[\w.+-]+@[\w-]+\.\w+|\+?\(?\d[\d ()/-]{8,}\d")


def guess(name: str, text: str) -> Kind:
    """The kind with most in its favour; without any cue, a text in the first person is notes.

    A cue counts its weight once, however often it is found. The candidate can change the guess.
    """
    scores = {kind: score(kind, name, text) for kind in Kind}
    best = max(scores, key=lambda kind: scores[kind])
    if scores[best] > 0:
        return best
    return Kind.FIRST_INTERVIEW if re.search(r"\b(i|me|my)\b", text, re.I) else Kind.COMPANY


def score(kind: Kind, name: str, text: str) -> int:
    """What speaks for a kind."""
    text = text[:_REACH].replace("’", "'")
    total = _sum(NAME[kind], _words(name)) + _sum(TEXT[kind], text)
    if kind is Kind.RESUME:
        return total + _like_a_resume(text)
    if kind is Kind.COMPANY:
        return total + _COMPANY_FORMAT.get(PurePath(name).suffix.lower(), 0)
    return total


def _sum(cues: Cues, text: str) -> int:
    return sum(weight for weight, pattern in cues if pattern.search(text))


def _words(name: str) -> str:
    """`TessCalloway_CV2026.pdf` as `Tess Calloway CV 2026`."""
    stem = re.sub(r"\.\w{1,5}$", "", name)
    apart = re.sub(r"(?<=[a-z])(?=[A-Z])|(?<=[^\W\d_])(?=\d)|(?<=\d)(?=[^\W\d_])", " ", stem)
    return " ".join(re.split(r"[\W_]+", apart)).strip()


def _like_a_resume(text: str) -> int:
    """Stations with their years, and how to reach its owner in the head; a letter has a sender."""
    head = text[:_HEAD]
    reachable = _CONTACT.search(head) is not None and "From:" not in head
    return (4 if len(_YEARS.findall(text)) > 1 else 0) + (3 if reachable else 0)
