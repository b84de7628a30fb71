"""Tells the company's competitors from the company, and picks what a text states of them."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from secondround.domain.materials import Passage
from secondround.materials.points import Point

ON_OTHERS = re.compile(r"(?i)\b(?:competit|rival|alternativ)")
"""A heading, or a document's name, under which others than the company are spoken of."""

_OF_MARKET = re.compile(
    r"(?i)\b(?:market|region\w*|sector|industry|landscape|compar\w+|others?|peers?|neighbou?rs?"
    r"|in the (?:area|city|county|country)|vendors?|players|providers|alternatives)\b"
)
_FIRM = re.compile(r"(?:^|[.!?]\s+|- )((?:[A-Z][\w'’&-]+)(?: [A-Z][\w'’&-]+)*)")
_ROW = re.compile(r"^[^:;\n]{2,30}: (?P<name>[^;\n]{2,60});")
_NAMES = r"[A-Z][\w'’&-]+(?: (?:of |the |and |& )?[A-Z][\w'’&-]+){0,3}"
_CALLED = re.compile(
    rf"\b(?:rivals?|competitors?|neighbours?),? (?:the )?(?P<after>{_NAMES})"
    rf"|(?P<before>{_NAMES}), (?:the|a|an|our|its|their)(?: \w+){{0,3}}"
    r" (?:rival|competitor|neighbour\w*)\b"
)
_STARTS = re.compile(rf"^(?:\*\*)?(?P<name>{_NAMES})\b")
_NO_NAME = frozenset(
    """a an and as at both but by each every he her here his how i if in it its most no none not of
    on our she since some that the their there these they this those to we what when where which
    while who with you your prices strengths weaknesses price website source sources note""".split()
)


@dataclass(frozen=True)
class OfRival:
    """A point on a competitor."""

    point: Point
    name: str
    """"" where the text does not say whose it is."""


def names(passages: Sequence[Passage], company: str) -> frozenset[str]:
    """The firms that passages on competitors name, of two words or more."""
    found = {
        name
        for passage in passages
        if ON_OTHERS.search(f"{passage.heading} {passage.document}")
        for name in _FIRM.findall(passage.text)
    }
    found |= {name for p in passages for name in _called(p.text)}
    several = {name for name in found if " " in name}
    return frozenset(n for n in several | set(_listed(passages, company)) if not _ours(n, company))


def _listed(passages: Sequence[Passage], company: str) -> Iterator[str]:
    """The names in tables that compare firms, without those in the company's own rows."""
    for passage in passages:
        if _compares(passage):
            lines = (line for line in passage.text.splitlines() if not _ours(line, company))
            rows = map(_ROW.match, lines)
            yield from (row["name"].strip() for row in rows if row and len(row["name"]) > 3)


def _compares(passage: Passage) -> bool:
    about = f"{passage.document} {passage.heading}".replace("_", " ").replace("-", " ")
    return bool(_OF_MARKET.search(about) or ON_OTHERS.search(about))


def split(
    points: Sequence[Point], company: str, known: frozenset[str]
) -> tuple[list[Point], list[OfRival]]:
    """The points that may be on the company, and those on its competitors."""
    own: list[Point] = []
    others: list[OfRival] = []
    last: dict[str, str] = {}
    longest_first = sorted(known, key=lambda name: (-len(name), name))
    for point in points:
        place = f"{point.passage.document_id}/{point.passage.heading}"
        name = _whose(point, company, longest_first, last.get(place, ""))
        if name is None:
            own.append(point)
        else:
            last[place] = name
            others.append(OfRival(point, name))
    return own, others


def _whose(point: Point, company: str, known: Sequence[str], last: str) -> str | None:
    """The competitor it is on, "" for an unnamed one; None where it is on the company."""
    row = _ROW.match(point.text)
    if row:
        listed = _compares(point.passage) and not _ours(point.text, company)
        return row["name"].strip() if listed else None
    if point.text.casefold().startswith(company.casefold() or "\0"):
        return None
    mentioned = next((name for name in known if name in point.text), "")
    if _on_others(point):
        started = _STARTS.match(point.text)
        named = started["name"] if started and _name(started["name"], company) else ""
        return mentioned or named or _subheading(point, company) or last
    called = next(_called(point.text), "")
    if called and not _ours(called, company):
        return called
    if mentioned and _first(mentioned, point.text, company):
        return mentioned
    return _in_heading(point, company, known) or None


def _first(name: str, text: str, company: str) -> bool:
    """Whether the competitor is named before the company, or alone."""
    own = text.casefold().find(company.casefold().split()[0]) if company.strip() else -1
    return own < 0 or text.find(name) < own


def _in_heading(point: Point, company: str, known: Sequence[str]) -> str:
    """The competitor a point stands under."""
    heading = point.passage.heading.rpartition(" › ")[2]
    found = next((name for name in known if name in heading), "")
    return found if found and _first(found, f"{heading}: {point.text}", company) else ""


def _on_others(point: Point) -> bool:
    return bool(ON_OTHERS.search(f"{point.passage.heading} {point.passage.document}"))


def _subheading(point: Point, company: str) -> str:
    last = point.passage.heading.rpartition(" › ")[2]
    return last if last and not ON_OTHERS.search(last) and _name(last, company) else ""


def _called(text: str) -> Iterator[str]:
    for match in _CALLED.finditer(text):
        yield match["after"] or match["before"]


def _name(words: str, company: str) -> bool:
    first = words.split()[0].casefold()
    return first not in _NO_NAME and len(words.split()) <= 5 and not _ours(words, company)


def _ours(text: str, company: str) -> bool:
    """Whether the company is named: as a whole, or by the word that is its own."""
    own = company.casefold().split()
    said = text.casefold()
    return bool(own) and (company.casefold() in said or (len(own[0]) > 4 and own[0] in said))
