"""Picks the candidate's own words that a follow-up takes up."""

import re

from secondround.critique import injection
from secondround.critique.quoting import snip
from secondround.critique.units import cut
from secondround.domain.interview import Act, Element, Interview, Turn
from secondround.interview.guards import confides
from secondround.interview.sayable import repeatable

MOST, FEWEST = 12, 3
"""Words of an echo."""

_SUBSTANCE = re.compile(r"(?i)\b(?!(?:really|actually|basically|obviously|anyway)\b)[^\W\d_]{6,}")
"""A word that tells more than “and that was that”."""


def echo(interview: Interview, element: Element | None = None) -> str:
    """A few words of the latest answer, verbatim; "" where none are fit to be said again.

    Where the result is missing it is the latest thing told, else the first: what a follow-up asks
    for joins on there.
    """
    last = interview.turns[-1] if interview.turns else None
    if last is None or last.act is not Act.ANSWER:
        return ""
    said = " ".join(turn.text for turn in interview.turns if not turn.by_candidate)
    snippets = [words for words in _snippets(last) if words not in said and repeatable(words)]
    if element is Element.R:
        snippets.reverse()
    return snippets[0] if snippets else ""


def _snippets(turn: Turn) -> list[str]:
    """The beginnings of the sentences, short enough to be taken up."""
    steering = injection.spans(turn.text)
    found = []
    for start, end in cut(turn.text):
        open_to_all = not confides(turn.text[start:end])
        outside = all(end <= bad or start >= bad_end for bad, bad_end in steering)
        snippet = snip(turn.text[start:end], MOST)
        if (
            outside
            and open_to_all
            and len(snippet.split()) >= FEWEST
            and _SUBSTANCE.search(snippet)
        ):
            found.append(snippet)
    return found
