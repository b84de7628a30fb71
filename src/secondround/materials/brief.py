"""Draws the brief: what the materials say, sorted by what it means for the second interview.

No language model is at work, and no line says anything but words of a source. Notes are read point
by point (topics.py, meaning.py), people by their titles (people.py), the company's facts by what
they state (facts.py); the job's duties and the CV's figures are taken as they stand.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain

import numpy as np
from numpy.typing import NDArray

from secondround.domain.materials import (
    Brief,
    BriefLine,
    Document,
    Dossier,
    Kind,
    Passage,
    Topic,
)
from secondround.materials import facts, lexical, meaning, people, topics
from secondround.materials.points import Point, clauses, points
from secondround.ports import Embedder

MOST = {Topic.FACT: 20, Topic.DUTY: 20, Topic.CLAIM: 24}
"""Lines on a topic that a long document can be full of."""
SAME = 0.72
"""Similarity from which two points on one topic are one line: of meaning, or for the long lists of
facts and duties the share of common words."""
COMPARED = 100
"""Lines on a topic that are looked at; a transcript can have thousands."""
COMMON_WORDS = 2
"""What two points with the same figure (of two digits or more) need to be one line."""

_BY_MEANING = frozenset(Topic) - {Topic.FACT, Topic.DUTY}

_FIGURE = re.compile(r"\d+(?:[.,]\d+)*")
_YEAR = re.compile(r"(?:19|20)\d\d")
_CONTACT = re.compile(r"@|https?:|\+?\d[\d ()/-]{8,}\d")
_NO_DEED = re.compile(
    r"(?i)\b(?:certificat|education|qualification|training|language|interest|reference|skills|licen[cs]e)"
)
_MAIL = re.compile(r"(?m)^From: .+@")
_NO_DUTY = re.compile(
    r"(?i)\b(?:benefit|we offer|what you get|salary|perk|apply|about us|equal opport|diversity"
    r"|location|company|why (?:us|this)|holiday)"
)
_ASKS = re.compile(
    r"(?i)\b(?:you will|you'll|you have|you are|responsible for|must|required|essential"
    r"|experience (?:of|in|with)|able to|ability to|knowledge of|we need|reports? to you)\b"
)


@dataclass(frozen=True)
class _Line:
    """A line to be, and the passage it stands in."""

    topic: Topic
    text: str
    passage: Passage


def draw(
    dossier: Dossier, documents: Sequence[Document], passages: Sequence[Passage], embedder: Embedder
) -> Brief:
    """The brief of these documents, the same for the same documents."""
    mails = {document.id for document in documents if _MAIL.search(document.text[:500])}
    rivals = facts.rivals(_of(Kind.COMPANY, passages), dossier.company)
    said = points(_of(Kind.FIRST_INTERVIEW, passages))
    found = chain(
        _from_notes([p for p in said if p.passage.document_id not in mails], embedder),
        _from_mails([p for p in said if p.passage.document_id in mails]),
        _from_resume(points(_of(Kind.RESUME, passages))),
        _from_company(points(_of(Kind.COMPANY, passages)), dossier.company, rivals),
        _from_job(points(_of(Kind.JOB, passages))),
    )
    lines = [*_joined(_first_of_each(found), embedder), *_people(said, dossier.company, rivals)]
    return Brief(dossier_id=dossier.id, lines=tuple(_in_order(lines)))


def _of(kind: Kind, passages: Sequence[Passage]) -> list[Passage]:
    return [passage for passage in passages if passage.kind is kind]


def _from_notes(said: Sequence[Point], embedder: Embedder) -> Iterator[_Line]:
    """By the heading or label; else by cue words; else by what it means."""
    read = [(point, _by_heading(point)) for point in said]
    plain = [(point, lines) for point, lines in read if lines is None]
    worded = {id(point): _by_words(point) for point, _ in plain}
    unclear = [point for point, _ in plain if not worded[id(point)]]
    meant = meaning.of_meaning([point.text for point in unclear], embedder)
    by_meaning = {
        id(point): [_Line(topic, _trimmed(point.text), point.passage)] if topic else []
        for point, topic in zip(unclear, meant, strict=True)
    }
    for point, lines in read:
        yield from lines or worded.get(id(point)) or by_meaning.get(id(point), [])


def _by_heading(point: Point) -> list[_Line] | None:
    """The line that a heading or a label announces; None where neither tells the topic."""
    labelled = topics.of_heading(point.label)
    if labelled is Topic.PERSON:  # “Two people: …” says nothing of the sentences that follow
        labelled = topics.MIXED
    text = point.text if labelled is topics.MIXED else point.unlabelled
    announced = topics.of_heading(point.passage.heading)
    topic = announced if labelled is topics.MIXED else labelled
    if topic is topics.MIXED:
        return None
    if not isinstance(topic, Topic) or topic is Topic.PERSON or not topics.fits(topic, text):
        return []
    return [_Line(topic, _trimmed(text), point.passage)]


def _by_words(point: Point) -> list[_Line]:
    """By its cue words; a sentence that speaks of several things is taken clause by clause."""
    of_all = topics.of_words(point.text)
    if len(of_all) == 1:
        return [_Line(of_all[0], _trimmed(point.text), point.passage)]
    return [
        _Line(topic, _trimmed(clause.text), point.passage)
        for clause in (clauses(point) if of_all else ())
        for topic in topics.of_words(clause.text)[:1]
    ]


def _from_mails(said: Sequence[Point]) -> Iterator[_Line]:
    for point in said:
        for topic in topics.of_words_to_the_candidate(point.text):
            yield _Line(topic, _trimmed(point.text), point.passage)


def _from_resume(written: Sequence[Point]) -> Iterator[_Line]:
    for point in written:
        if _NO_DEED.search(f"{point.passage.heading} {point.text}") or _CONTACT.search(point.text):
            continue
        if _figures(point.text) and len(point.text.split()) >= 5:
            yield _Line(Topic.CLAIM, _trimmed(point.text), point.passage)


def _from_company(
    written: Sequence[Point], company: str, rivals: frozenset[str]
) -> Iterator[_Line]:
    for point in facts.facts(written, company, rivals):
        yield _Line(Topic.FACT, _trimmed(point.text), point.passage)


def _from_job(written: Sequence[Point]) -> Iterator[_Line]:
    for point in written:
        asked = point.item or _ASKS.search(point.text)
        if asked and not _NO_DUTY.search(point.passage.heading) and len(point.text.split()) >= 3:
            yield _Line(Topic.DUTY, _trimmed(point.text), point.passage)


def _people(said: Sequence[Point], company: str, rivals: frozenset[str]) -> list[BriefLine]:
    """A line for each person, with every passage that names them."""
    found: list[tuple[str, str, list[Passage]]] = []
    for one in people.somebody(said, company, rivals):
        known = next((entry for entry in found if people.same(entry[0], one.name)), None)
        if known is None:
            found.append((one.name, one.text, [one.passage]))
        elif one.passage not in known[2]:
            known[2].append(one.passage)
    return [
        BriefLine(topic=Topic.PERSON, text=_trimmed(text), passages=tuple(passages))
        for _, text, passages in found
    ]


def _first_of_each(lines: Iterable[_Line]) -> list[_Line]:
    """As many lines on each topic as are compared with each other."""
    taken: Counter[Topic] = Counter()
    kept = []
    for line in lines:
        taken[line.topic] += 1
        if taken[line.topic] <= COMPARED:
            kept.append(line)
    return kept


def _joined(lines: Sequence[_Line], embedder: Embedder) -> list[BriefLine]:
    """The same point from two places as one line with both passages."""
    vectors = embedder.embed([line.text for line in lines if line.topic in _BY_MEANING])
    meaning = iter(vectors)
    joined: list[tuple[_Line, NDArray[np.float32] | None, list[Passage]]] = []
    for line in lines:
        vector = next(meaning) if line.topic in _BY_MEANING else None
        for other, others_vector, passages in joined:
            if _same(other, line, others_vector, vector):
                if line.passage not in passages:
                    passages.append(line.passage)
                break
        else:
            joined.append((line, vector, [line.passage]))
    return [
        BriefLine(topic=line.topic, text=line.text, passages=tuple(passages))
        for line, _, passages in joined
    ]


def _same(
    one: _Line,
    other: _Line,
    one_vector: NDArray[np.float32] | None,
    other_vector: NDArray[np.float32] | None,
) -> bool:
    """Lines whose figures disagree are two: both are shown, and the candidate sees it."""
    if one.topic is not other.topic:
        return False
    ours, theirs = _figures(one.text), _figures(other.text)
    if not (ours <= theirs or theirs <= ours):
        return False
    our_words, their_words = set(lexical.words(one.text)), set(lexical.words(other.text))
    common = our_words & their_words
    telling = any(len(figure) > 1 for figure in ours & theirs)
    if telling and len(common - ours) >= COMMON_WORDS:
        return True
    if one_vector is None or other_vector is None:
        return len(common) >= SAME * len(our_words | their_words)
    return float(one_vector @ other_vector) >= SAME


def _figures(text: str) -> set[str]:
    return set(_FIGURE.findall(_YEAR.sub("", text)))


def _in_order(lines: Sequence[BriefLine]) -> Iterator[BriefLine]:
    for topic in Topic:
        about = [line for line in lines if line.topic is topic]
        yield from about[: MOST.get(topic, len(about))]


def _trimmed(text: str) -> str:
    return text.strip().strip(",;")
