"""Picks the candidate's own words that a follow-up takes up."""

import re

from secondround.critique import injection
from secondround.critique.quoting import snip
from secondround.critique.units import cut
from secondround.domain.interview import Act, Element, Interview, Turn
from secondround.interview.guards import brings_up, orders
from secondround.interview.sayable import deed, repeatable

MOST, FEWEST = 12, 3
"""Words of an echo."""

_SUBSTANCE = re.compile(r"(?i)\b(?!(?:really|actually|basically|obviously|anyway)\b)[^\W\d_]{6,}")
"""A word that tells more than “and that was that”."""
_TURNS_TO_THEM = re.compile(r"(?i)^\W*you(?:rs?|rself)?\b")
_HANGS_ON = re.compile(
    r"(?i)^(?:when|if|because|while|as|although|though|since|after|before|until|unless|once"
    r"|where|that|which|who)\b"
)
_CLAUSE_ENDS = re.compile(r"\s*(?:[.,;:!?…–—]|$)|\s+(?:and|but|so|because|which|who)\b")
_LEFT_HANGING = re.compile(r"(?i)\b(?:if|when|that|to|as|than|like|because|though|unless|for)$")
_OUTCOME = re.compile(
    r"(?i)%|\bper ?cent\b|\b(?:results?|outcome|in the end|since then|to this day|ever since"
    r"|nobody|no one|saved|dropped|fell|rose|grew|won|lost|came back|(?:up|down) (?:from|to|by)"
    r"|stands|turned out|afterwards)\b"
)


def echo(interview: Interview, element: Element | None = None) -> str:
    """A few words of the latest answer, verbatim; "" where none are fit to be said again.

    Where something was done it is that. Where the result is missing it is the latest thing told,
    else the first: what a follow-up asks for joins on there.
    """
    last = interview.turns[-1] if interview.turns else None
    if last is None or last.act is not Act.ANSWER:
        return ""
    snippets = [words for words in _snippets(last) if unsaid(words, interview)]
    if element is Element.R:
        snippets = [words for words in reversed(snippets) if not _OUTCOME.search(words)]
    return next(filter(deed, snippets), snippets[0] if snippets else "")


def unsaid(words: str, interview: Interview) -> bool:
    """Whether they are fit to be quoted, and no interviewer has quoted them here yet."""
    quoted = words in interview.said_by_interviewers
    return not quoted and repeatable(words) and not brings_up(words)


def _snippets(turn: Turn) -> list[str]:
    """The beginnings of the sentences, short enough to be taken up."""
    steering = [*injection.spans(turn.text), *orders.spans(turn.text)]
    found = []
    for start, end in cut(turn.text):
        sentence = turn.text[start:end]
        outside = all(end <= bad or start >= bad_end for bad, bad_end in steering)
        snippet = snip(sentence, MOST)
        if outside and not brings_up(sentence) and _tells(snippet) and _whole(snippet, sentence):
            found.append(snippet)
    return found


def _tells(snippet: str) -> bool:
    """Whether it says enough, and says it of the work rather than to the interviewer."""
    enough = len(snippet.split()) >= FEWEST and _SUBSTANCE.search(snippet)
    return bool(enough) and not _TURNS_TO_THEM.match(snippet)


def _whole(snippet: str, sentence: str) -> bool:
    """Whether it is a clause that can stand for itself."""
    rest = sentence[sentence.find(snippet) + len(snippet) :]
    if not re.search(r"\w", rest):
        return True
    hangs = _HANGS_ON.match(snippet) or _LEFT_HANGING.search(snippet)
    return bool(_CLAUSE_ENDS.match(rest)) and not hangs
