"""Finds who is named with a title in the notes and mails of the employer's side."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from secondround.domain.materials import BriefLine, Dossier, Passage, Said, Topic
from secondround.materials import topics
from secondround.materials.points import Point

MOST_WORDS = 40
"""A longer sentence is cut down to the name and the title."""
LONG = 60
"""A longer one introduces nobody."""
MOST_CARES = 6
"""What is kept of a person's interests."""

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
_ANY_JOB = re.compile(rf"(?i:\b{_JOB}s?\b)")
_FORMS = [
    re.compile(rf"{_NAME},? \((?i:{_TITLE})"),
    re.compile(rf"{_NAME}(?:, | [–—-] )(?i:{_TITLE})"),
    re.compile(rf"(?i:{_TITLE}), {_NAME}"),
    re.compile(
        rf"(?i:who|name|person|interviewer|with): {_NAME}; (?i:role|title|position|job|function):"
        rf" (?i:{_TITLE})"
    ),
]
_CARES = re.compile(
    r"(?i)\b(?:cares?|wants?|wanted|likes?|liked|loves?|loved|hates?|dislikes?|asks?|asked|interested"
    r"|keen|listens?|expects?|needs?|worr\w+|concern\w*|priorit\w+|obsess\w+|passion\w*|distrusts?"
    r"|believes?|looks? for|looking for|focus\w*|important|matters?|would like|impressed|picked up"
    r"|tests?|pushe[sd]|prefers?|values)\b"
)
_THEY = re.compile(r"(?i)(?:he|she|they|his|her|their)\b")
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


def lines(
    said: Sequence[Point], written: Sequence[Point], dossier: Dossier, rivals: frozenset[str]
) -> list[BriefLine]:
    """A line for each person, with every passage that introduces them, and what they care about.

    Whom the dossier names are looked for in what the company publishes too.
    """
    found: list[tuple[str, str, list[Passage]]] = []
    introduced = somebody(said, dossier.company, rivals)
    named = [person.name for person in dossier.people]
    for one in [*introduced, *_known(said, written, named, introduced)]:
        known = next((entry for entry in found if same(entry[0], one.name)), None)
        if known is None:
            found.append((one.name, one.text, [one.passage]))
        elif one.passage not in known[2]:
            known[2].append(one.passage)
    return [
        BriefLine(
            topic=Topic.PERSON,
            text=text.strip().strip(",;"),
            passages=tuple(passages),
            cares=tuple(_cares(name, [point for point in said if point.text != text])),
        )
        for name, text, passages in found
    ]


def _known(
    said: Sequence[Point],
    written: Sequence[Point],
    names: Sequence[str],
    introduced: Sequence[Somebody],
) -> Iterator[Somebody]:
    """Those of the dossier whom nothing introduced yet, as the first point that names them does."""
    for name in names:
        if any(same(name, one.name) for one in introduced):
            continue
        full = [p for p in (*said, *written) if name in p.text and len(p.text.split()) <= LONG]
        if full:
            yield Somebody(name, full[0].text, full[0].passage)


def _cares(name: str, said: Sequence[Point]) -> Iterator[Said]:
    """What is said of a person that shows what they care about; the next sentence included."""
    own = [word for word in name.split() if len(word) > 2 and not _NO_NAME.match(word)]
    named = re.compile(rf"\b(?:{'|'.join(map(re.escape, own)) or '(?!)'})\b")
    told: set[str] = set()
    for point in said:
        follows = named.search(point.lead) and _THEY.match(point.text)
        telling = (named.search(point.text) or follows) and _CARES.search(point.text)
        if telling and point.text not in told and len(told) < MOST_CARES:
            told.add(point.text)
            yield Said(text=point.text, passage=point.passage)


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
    if not _ANY_JOB.search(text):  # the forms are slow, and most points name no job
        return found
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
