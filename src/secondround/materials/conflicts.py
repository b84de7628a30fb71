"""Finds lines that cannot both hold: one claim with two figures, old news and new."""

import datetime as dt
import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from itertools import combinations

from secondround.critique.numbers import amounts
from secondround.domain.materials import BriefLine, Disagreement, Passage, Topic
from secondround.interview.similarity import overlap, words

ALIKE = 0.6
"""Overlap of words from which two lines are about the same thing."""
FEW = 4
"""Lines with a name in common from which on it tells nothing, as the company's own does."""
COMPARED = 60
"""Lines on a topic that are compared with each other."""

_OVER = re.compile(
    r"(?i)\b(?:dropped|cancelled|canceled|scrapped|postponed|shelved|abandoned|no longer|reversed"
    r"|withdrawn|delayed|closed|sold|ended|stopped|called off|put off|put back|fell through"
    r"|pulled out|instead)\b"
)
_PLANNED = re.compile(
    r"(?i)\b(?:plan\w*|will|shall|expect\w*|aims?|intend\w*|is to|are to|due|announced|next year)\b"
)
_NAME = re.compile(r"(?<![.!?] )(?<!^)\b[A-ZÀ-ÖØ-Þ][\w'’-]{2,}")
_YEAR = re.compile(r"(?:19|20)\d\d")
_OF_ONE_THING = (Topic.CLAIM, Topic.FACT, Topic.COMPETITOR)


def find(lines: Sequence[BriefLine]) -> tuple[Disagreement, ...]:
    """The pairs of lines that disagree, in order; each line in one pair at most."""
    found: list[Disagreement] = []
    for topic in _OF_ONE_THING:
        about = [line for line in lines if line.topic is topic and line.passages][:COMPARED]
        told = Counter(name for line in about for name in _names(line))
        rare = {name for name, count in told.items() if count <= FEW}
        paired: set[str] = set()
        for one, other in combinations(about, 2):
            if paired.isdisjoint((one.id, other.id)) and _disagree(*_by_age(one, other), rare):
                paired |= {one.id, other.id}
                found.append(_pair(*_by_age(one, other)))
    return tuple(found)


def superseded(lines: Sequence[BriefLine], found: Sequence[Disagreement]) -> list[BriefLine]:
    """The lines, older facts that newer ones contradict marked as stale."""
    old = {each.older for each in found if each.dated}
    return [
        line.model_copy(update={"stale": True})
        if line.id in old and line.topic is not Topic.CLAIM and line.state == "found"
        else line
        for line in lines
    ]


def _pair(older: BriefLine, newer: BriefLine) -> Disagreement:
    dated = bool(older.date and newer.date and older.date < newer.date)
    return Disagreement(older=older.id, newer=newer.id, dated=dated)


def _by_age(one: BriefLine, other: BriefLine) -> tuple[BriefLine, BriefLine]:
    """The older one first, where dates say so."""
    later = (one.date or dt.date.min) > (other.date or dt.date.min)
    return (other, one) if later and other.date else (one, other)


def _disagree(older: BriefLine, newer: BriefLine, rare: Collection[str]) -> bool:
    if older.about != newer.about or not _apart(older.passages, newer.passages):
        return False
    alike = overlap(older.text, newer.text) >= ALIKE
    return (alike and _another_figure(older.text, newer.text)) or _taken_back(older, newer, rare)


def _taken_back(older: BriefLine, newer: BriefLine, rare: Collection[str]) -> bool:
    """Whether the newer line says that what the older one announces is over or put off."""
    announced = _PLANNED.search(older.text) and not _OVER.search(older.text)
    if older.topic is Topic.CLAIM or not (announced and _OVER.search(newer.text)):
        return False
    named = _names(older) & _names(newer) & set(rare)
    return bool(named) and len(words(older.text) & words(newer.text)) > len(named)


def _names(line: BriefLine) -> set[str]:
    return set(_NAME.findall(line.text))


def _apart(one: Sequence[Passage], other: Sequence[Passage]) -> bool:
    """Whether two documents say it, or two parts of one under dates of their own."""
    ours, theirs = ({(p.document_id, p.date) for p in passages} for passages in (one, other))
    return ours.isdisjoint(theirs)


def _another_figure(one: str, other: str) -> bool:
    """Whether both give as many figures, and one or more are others, of the same kind."""
    ours, theirs = set(_figures(one)), set(_figures(other))
    missing, added = ours - theirs, theirs - ours
    if not missing or len(missing) != len(added) or len(missing) > max(1, len(ours & theirs)):
        return False
    return _percents(missing) == _percents(added)


def _figures(text: str) -> Iterator[str]:
    yield from (key for _, key in amounts(text) if not _YEAR.fullmatch(key))


def _percents(keys: set[str]) -> int:
    return sum(key.endswith("%") for key in keys)
