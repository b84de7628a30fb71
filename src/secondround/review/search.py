"""Finds words in an interview: in all that was said, asked and judged, and who it was with."""

from collections.abc import Iterator
from unicodedata import normalize

from secondround.ports import Found


def holds(found: Found, search: str) -> bool:
    """Whether every word of the search occurs, as part of a word or whole, in whatever case."""
    words = _plain(search).split()
    text = _plain("\n".join(_texts(found))) if words else ""
    return all(word in text for word in words)


def _plain(text: str) -> str:
    return normalize("NFC", text).casefold()


def _texts(found: Found) -> Iterator[str]:
    yield found.dossier.name
    for plan in found.interview.plans:
        yield plan.persona.name
        yield from (question.text for question in plan.questions)
    yield from (turn.text for turn in found.interview.turns)
    for critique in found.critiques:
        yield from (critique.good, critique.fix, critique.stronger, critique.not_assessed or "")
