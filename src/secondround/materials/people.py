"""Finds who is named with a title in the notes and mails of the employer's side."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from secondround.domain.materials import Passage, Topic
from secondround.materials import topics
from secondround.materials.points import Point

MOST_WORDS = 40
"""A longer sentence is cut down to the name and the title."""

_WORD = r"[A-ZÀ-ÖØ-Þ][\w'’-]+"
_NAME = (
    r"(?:(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof|Sir|Dame|Sister|Father)\.? )?"
    rf"(?P<name>{_WORD}(?: (?:(?:de|van|von|der|den|del|di|la|le|da|bin|al"
    rf"|dos) )*{_WORD}){{0,3}})"
)
_JOB = (
    r"(?:chief|head|director|manager|lead|leader|partner|officer|president|founder|owner"
    r"|principal|chair\w*|ceo|cto|cfo|coo|cmo|cio|vp|md|hr|recruiter|supervisor|co-?ordinator"
    r"|engineer|developer|architect|analyst|scientist|designer|nurse|matron|consultant"
    r"|practitioner|doctor|teacher|head-?teacher|deputy|assistant|chef|cook|foreman"
    r"|electrician|accountant|controller|adviser|advisor|editor|planner|buyer|secretary"
    r"|administrator|trustee|steward|superintendent|dean|professor|payroll|surgeon|executive"
    r"|secretary|clerk|captain|inspector|specialist|technician|operator|receptionist)"
)
_TITLE = (
    r"(?:the |our |their |an? )?(?:current |new |acting )?(?:[\w&/'’-]+ ){0,4}?"
    rf"{_JOB}s?\b(?: (?:of|for) (?:the )?[\w&-]+(?: (?:and|&) [\w-]+| [A-Z][\w-]+)*)?"
)
_FORMS = [
    re.compile(rf"{_NAME},? \((?i:{_TITLE})"),
    re.compile(rf"{_NAME}(?:, | [–—-] )(?i:{_TITLE})"),
    re.compile(rf"(?i:{_TITLE}), {_NAME}"),
]
_STARTS_WITH_NAME = re.compile(
    rf"(?:\d{{1,2}}[:.]\d\d )?{_NAME}(?=$|[,(:.]| \(| runs| leads| is | [–—-] )"
)
_NO_NAME = re.compile(
    rf"(?i)^(?:the|a|an|and|met|spoke|my|their|our|two|three|both|also|with|from|i|she|he|they|no"
    rf"|tomorrow|today|interviewers?|panel|people|mon\w*|tues\w*|wednes\w*|thurs\w*|fri\w*"
    rf"|satur\w*|sun\w*"
    rf"|senior|junior|{_JOB})$"
)


@dataclass(frozen=True)
class Somebody:
    """A person as one point names them."""

    name: str
    text: str
    passage: Passage


def somebody(points: Sequence[Point], company: str, rivals: frozenset[str]) -> list[Somebody]:
    """Everyone the points name with a title, or under a heading on people; no one of a rival's."""
    theirs = "|".join(map(re.escape, sorted(rivals))) or r"(?!)"
    return [
        found
        for point in points
        if not re.search(rf"\b(?:of|at|from) (?:{theirs})", point.text)
        for found in _named(point)
        if not set(found.name.split()) & set(company.split())
    ]


def same(one: str, other: str) -> bool:
    """Whether two names are of the same person: `Sister Ruth Adeyemi` is `Ruth`."""
    ours, theirs = set(one.casefold().split()), set(other.casefold().split())
    return ours <= theirs or theirs <= ours


def _named(point: Point) -> Iterator[Somebody]:
    found = _titled(point.text)
    if not found and point.item and topics.of_heading(point.passage.heading) is Topic.PERSON:
        found = _first(point.text)
    whole = len(found) == 1 and len(point.text.split()) <= MOST_WORDS
    for name, (start, end) in found.items():
        yield Somebody(name, point.text if whole else point.text[start:end], point.passage)


def _titled(text: str) -> dict[str, tuple[int, int]]:
    """The names with a title beside them, and where name and title stand."""
    found: dict[str, tuple[int, int]] = {}
    for form in _FORMS:
        for match in form.finditer(text):
            if name := _person(match["name"]):
                start = match.start() + match[0].find(name) * match[0].startswith(match["name"])
                found.setdefault(name, (start, match.end()))
    return dict(sorted(found.items(), key=lambda entry: entry[1]))


def _first(text: str) -> dict[str, tuple[int, int]]:
    match = _STARTS_WITH_NAME.match(text)
    name = _person(match["name"]) if match else ""
    return {name: (0, len(text))} if name else {}


def _person(words: str) -> str:
    """The words without what only opens the sentence, `Met Ruth Adeyemi`; "" if no name is left."""
    names = words.split()
    while names and _NO_NAME.match(names[0]):
        names.pop(0)
    return "" if any(_NO_NAME.match(name) for name in names) else " ".join(names)
