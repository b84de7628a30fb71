"""Picks what a text about the company states as a fact; never a rival's."""

import re
from collections.abc import Sequence
from dataclasses import replace

from secondround.domain.materials import Passage
from secondround.materials.points import Point

MOST_WORDS = 60
_ABOUT_OTHERS = re.compile(
    r"(?i)\b(?:competit|rival|alternativ|related|more from|read (?:also|more)|subscribe)"
)
_WORTH_SAYING = re.compile(
    r"(?i)\b(?:news|strateg|plan|aim|goal|value|mission|number|figure|result|product|customer|histor)"
)
_STATES = re.compile(
    r"(?i)\d|\b(?:founded|opened|launched|acquired|plans?|aims?|will|become|became|appointed|closed"
    r"|moved|started|expects?|belongs?|every|each|largest|first)\b"
)
_LEANS = re.compile(
    r"(?i)(?:it|its|they|their|them|this|that|these|those|he|she|his|her|the money)\b"
)
_FIRM = re.compile(r"(?:^|[.!?]\s+|- )((?:[A-Z][\w'’&-]+)(?: [A-Z][\w'’&-]+)*)")
_NOISE = re.compile(
    r"^(?:By [A-Z]|(?i:published|posted|updated|read more|share|cookies|\(?sample ))"
)


def rivals(passages: Sequence[Passage], company: str) -> frozenset[str]:
    """The firms that passages under a heading on competitors are about."""
    names = {
        name
        for passage in passages
        if _ABOUT_OTHERS.search(passage.heading)
        for name in _FIRM.findall(passage.text)
    }
    ours = company.casefold()
    return frozenset(
        name
        for name in names
        if " " in name and name.casefold() not in ours and ours not in name.casefold()
    )


def facts(points: Sequence[Point], company: str, others: frozenset[str]) -> list[Point]:
    """The points that state something of the company itself, the weightiest first."""
    stated = [
        _complete(point)
        for point in points
        if not _ABOUT_OTHERS.search(point.passage.heading) and _is_fact(point.text)
    ]
    own = [point for point in stated if not _of_others(point, others)]
    kept = [point for point in own if not _LEANS.match(point.text)]
    absorbed = {
        (point.passage.id, point.lead)
        for point in kept
        if point.text.startswith(point.lead) and point.text != point.lead
    }
    whole = [point for point in kept if (point.passage.id, point.text) not in absorbed]
    return sorted(whole, key=lambda point: _weight(point, company), reverse=True)


def _is_fact(text: str) -> bool:
    words = len(text.split())
    return 5 <= words <= MOST_WORDS and bool(_STATES.search(text)) and not _NOISE.match(text)


def _complete(point: Point) -> Point:
    """A sentence that leans on the one before it, together with that one."""
    if not (point.lead and _LEANS.match(point.text)):
        return point
    start = point.passage.text.find(point.lead)
    end = point.passage.text.find(point.text, start) + len(point.text)
    both = point.passage.text[start:end]
    return replace(point, text=both) if start >= 0 and len(both.split()) <= MOST_WORDS else point


def _of_others(point: Point, others: frozenset[str]) -> bool:
    return any(other in f"{point.passage.heading} {point.text}" for other in others)


def _weight(point: Point, company: str) -> float:
    dated = point.passage.date is not None and str(point.passage.date.year) in point.passage.heading
    return (
        2.0 * dated
        + 1.0 * bool(_WORTH_SAYING.search(point.passage.heading))
        + 1.0 * bool(re.search(r"\d", point.text))
        + 0.5 * (company.casefold() in point.text.casefold())
    )
