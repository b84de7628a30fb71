"""Sees to it that nothing is asked twice in an interview, by whomever and in whatever words."""

import re
from difflib import SequenceMatcher

from secondround.domain.interview import MoveKind
from secondround.interview.guards.reading import REQUEST, asks, beside_given, given_words, straight
from secondround.interview.similarity import stems
from secondround.ports import Scene

ALIKE = 0.9
"""Likeness of the letters, 0..1, from which a question counts as asked before."""
SAME_WORDS = 0.8
"""Share of the words that carry meaning, 0..1, from which it does."""
ENOUGH_WORDS = 3
"""Words that carry meaning from which their share tells something."""
SHORT_QUESTION = 6
"""Words up to which a question may come again: “What came of it?”"""
AGAIN, APART = 3, 2
"""How often such a question may be asked in all, and how many questions must lie between."""

_MAY_REPEAT = frozenset({MoveKind.REPEAT, MoveKind.REASK, MoveKind.WAY_OUT})
_BEFORE = "it must not ask what was asked before"


def repetition(text: str, scene: Scene) -> str:
    """Objects to a question that was asked before, where repeating it is not the move.

    One that was planned is compared as a whole: two of them may end alike.
    """
    if scene.move.kind in _MAY_REPEAT:
        return ""
    earlier = _earlier(scene)
    planned = [given for given in given_words(scene) if len(given.split()) > SHORT_QUESTION]
    if any(given in text and given in line for given in planned for line in earlier):
        return _BEFORE
    asked = [_plain(ask) for line in earlier for ask in asks(line)]
    new = [_plain(ask) for ask in asks(beside_given(text, scene)) if ask[-1] in ".?!"]
    return _BEFORE if any(_asked_before(ask, asked) for ask in new) else ""


def _earlier(scene: Scene) -> list[str]:
    """What all interviewers have said so far; that something was repeated does not count."""
    turns = [turn for turn in scene.interview.turns if turn.move]
    return [straight(t.text) for t in turns if t.move and t.move.kind not in _MAY_REPEAT]


def _asked_before(ask: str, earlier: list[str]) -> bool:
    if len(ask.split()) <= SHORT_QUESTION:
        return ask in earlier[-APART:] or earlier.count(ask) >= AGAIN
    return any(_alike(ask, other) for other in earlier)


def _alike(one: str, other: str) -> bool:
    matcher = SequenceMatcher(None, one, other)
    if one == other or (matcher.quick_ratio() >= ALIKE and matcher.ratio() >= ALIKE):
        return True
    first, second = set(stems(one)), set(stems(other))
    most = max(len(first), len(second))
    return most >= ENOUGH_WORDS and len(first & second) >= SAME_WORDS * most


def _plain(text: str) -> str:
    """Its words, without those that only ask for it: “tell me about”, “describe”."""
    text = REQUEST.sub("", text)
    return " ".join(re.findall(r"[a-z0-9']+", text.lower()))
