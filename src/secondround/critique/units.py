"""Cuts an answer into units, a sentence or a clause each, whether it was typed or transcribed.

Typed text ends its sentences with a mark. A transcript often has none, so what runs on is also cut
before the words with which a speaker starts the next clause ("and then", "so", "because").
"""

import re
from collections.abc import Iterator

LONG = 30
"""Words above which a sentence is looked at for clauses."""
SHORTEST = 6
"""Words a clause must have to stand alone."""
BARE = 14
"""Words a clause must have before the next one may begin without a connector."""
LONGEST = 60
"""Words after which a run without any sign is cut all the same."""

_WORD = re.compile(r"\S+")
_LIST_MARK = re.compile(r"(?:[-–—*•·]|\(?\d{1,2}[.)/]|\(?[a-z]\))$")
_ENDS = re.compile(r"[.!?…。！？]+[\"'”’)\]]*$")
_ABBREVIATION = re.compile(
    r"(?i)^[(\[\"'“‘]*(?:mr|mrs|ms|dr|prof|st|sr|jr|vs|approx|dept|fig|ca|cf|gen|col"
    r"|sgt|capt|rev|hon|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|e\.?g|i\.?e|a\.k\.a|[a-z])\.$"
)
_MAYBE_END = re.compile(
    r"(?i)^[(\[\"'“‘]*(?:[ap]\.m|etc|(?:[a-z]\.){1,4}[a-z]|inc|ltd|co|corp|no)\.$"
)
_OPENS = frozenset("and so but because then although though until whereas cause cos which".split())
_NOT_AFTER = frozenset("that as if when what who whether than by yes either the a".split()) | _OPENS
_SUBJECT = re.compile(r"(?:i|we|he|she|they)(?:['’](?:d|ve|m|ll|s|re))?$|it['’]s$")
_BINDS = _NOT_AFTER | frozenset(
    "about after again all are at before can could day did do does every everything for "
    "from had have how in into is it knew know like mean might my nothing of on one or our "
    "said saw say see should since something sure there they thing think this thought till "
    "time to told under was way we were where while why wish with would".split()
)
"""Words after which a subject belongs to the clause that is under way."""


def cut(text: str) -> list[tuple[int, int]]:
    """The units as (start, end), in order; together they hold every character but white space.

    How many spaces or tabs stand between two words makes no difference.
    """
    words = [match.span() for match in _WORD.finditer(text)]
    return [
        (words[first][0], words[last - 1][1])
        for start, end in _sentences(text, words)
        for first, last in _clauses(text, words, start, end)
    ]


def _sentences(text: str, words: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Ranges of words that end with a mark, a new line or before the sign of a list item."""
    first = 0
    for i in range(1, len(words)):
        if i > first and _sentence_starts(text, words, i, first):
            yield first, i
            first = i
    if words:
        yield first, len(words)


def _sentence_starts(text: str, words: list[tuple[int, int]], i: int, first: int) -> bool:
    before, word = text[slice(*words[i - 1])], text[slice(*words[i])]
    lines = text.count("\n", words[i - 1][1], words[i][0])
    if lines > 1:
        return True
    if _LIST_MARK.match(before) and (i - 1 == first or not word[0].isupper()):
        return False
    if lines and not word[0].islower():
        return True
    if _LIST_MARK.match(word) and i + 1 < len(words):
        return before.endswith(":") or bool(_ENDS.search(before)) or not word[0].isdigit()
    return _ends_sentence(before, word)


def _ends_sentence(word: str, following: str) -> bool:
    if not _ENDS.search(word) or _ABBREVIATION.match(word):
        return False
    if word.endswith(("...", "…")) or _MAYBE_END.match(word):
        return following[0].isupper()
    return True


def _clauses(
    text: str, words: list[tuple[int, int]], start: int, end: int
) -> Iterator[tuple[int, int]]:
    """The range itself, or where it runs on its clauses."""
    first = start
    enough = LONG if end - start <= LONGEST else LONG // 2
    for i in range(start + 1, end):
        if end - first <= enough:
            break
        if _clause_starts(text, words, i, first, end) or i - first >= LONGEST:
            yield first, i
            first = i
    yield first, end


def _clause_starts(text: str, words: list[tuple[int, int]], i: int, first: int, end: int) -> bool:
    if i - first < SHORTEST or end - i < SHORTEST:
        return False
    before, word = text[slice(*words[i - 1])], _bare(text[slice(*words[i])])
    if before.endswith((";", "–", "—")):
        return True
    if word in _OPENS:
        return _bare(before) not in _NOT_AFTER
    return i - first >= BARE and bool(_SUBJECT.match(word)) and _bare(before) not in _BINDS


def _bare(word: str) -> str:
    return word.strip(".,;:!?…\"'“”‘’()[]").lower()
