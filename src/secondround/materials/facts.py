"""Picks what a text about a company states as a fact."""

import re
from collections.abc import Sequence
from dataclasses import replace

from secondround.domain.materials import Aspect
from secondround.materials import aspects
from secondround.materials.points import Point

MOST_WORDS = 60
TELLING = (Aspect.VALUE, Aspect.STRATEGY, Aspect.NEWS)
"""What is better to know than one more figure."""
_ASIDE = re.compile(r"(?i)\b(?:related|more from|most read|read (?:also|more)|subscribe)")
_WORTH_SAYING = re.compile(
    r"(?i)\b(?:news|strateg|plan|aim|goal|value|mission|number|figure|result|product|customer"
    r"|histor)"
)
_STATES = re.compile(
    r"(?i)\d|\b(?:founded|opened|launched|acquired|plans?|aims?|will|become|became|appointed|closed"
    r"|moved|started|expects?|belongs?|every|each|largest|first|values|mission|principles|won"
    r"|warned|announced|joined|lands?|offers?|goal)\b"
)
_GOALS = re.compile(
    r"(?i)\b(?:plans?|priorit\w+|goals?|aims?|strateg\w+|by 20\d\d|promises|values|principles"
    r"|what (?:we|comes|stays|changed)|how we|next)\b"
)
_LEANS = re.compile(
    r"(?i)(?:it|its|they|their|them|this|that|these|those|he|she|his|her|the money)\b"
)
_NOISE = re.compile(
    r"\bpage \d+$|^(?:By [A-Z]|(?i:published|posted|updated|read more|share|cookies|\(?sample ))"
)


def facts(points: Sequence[Point], company: str) -> list[Point]:
    """The points that state something, the weightiest first."""
    stated = [
        _complete(point)
        for point in points
        if not _ASIDE.search(point.passage.heading) and _is_fact(point)
    ]
    kept = [point for point in stated if not _LEANS.match(point.text)]
    absorbed = {
        (point.passage.id, point.lead)
        for point in kept
        if point.text.startswith(point.lead) and point.text != point.lead
    }
    whole = [point for point in kept if (point.passage.id, point.text) not in absorbed]
    return sorted(whole, key=lambda point: _weight(point, company), reverse=True)


def stated(points: Sequence[Point]) -> list[Point]:
    """The points that say something at all, in order."""
    whole = [_complete(point) for point in points]
    return [point for point in whole if 4 <= len(point.text.split()) <= MOST_WORDS]


def _is_fact(point: Point) -> bool:
    text, words = point.text, len(point.text.split())
    if not 4 <= words <= MOST_WORDS or _NOISE.search(text):
        return False
    if point.item and _GOALS.search(point.passage.heading):
        return True
    whole = point.item or text.endswith((".", "!", "?", "”", '"', ")")) or ";" in text
    return words >= 5 and whole and bool(_STATES.search(text))


def _complete(point: Point) -> Point:
    """A sentence that leans on the one before it, together with that one."""
    if not (point.lead and _LEANS.match(point.text)):
        return point
    start = point.passage.text.find(point.lead)
    end = point.passage.text.find(point.text, start) + len(point.text)
    both = point.passage.text[start:end]
    return replace(point, text=both) if start >= 0 and len(both.split()) <= MOST_WORDS else point


def _weight(point: Point, company: str) -> float:
    dated = point.passage.date is not None and str(point.passage.date.year) in point.passage.heading
    return (
        2.0 * dated
        + 1.0 * bool(_WORTH_SAYING.search(point.passage.heading))
        + 1.0 * (aspects.aspect(point.text, point.passage.heading) in TELLING)
        + 0.5 * bool(re.search(r"\d", point.text))
        + 0.5 * (company.casefold() in point.text.casefold())
    )
