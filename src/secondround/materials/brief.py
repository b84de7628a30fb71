"""Draws the brief: what the materials say, sorted by what it means for the second interview.

No language model is at work, and no line says anything but words of a source. Notes are read point
by point (topics.py, meaning.py), people by their titles (people.py), the company's facts by what
they state (facts.py); the job's duties and the CV's figures are taken as they stand.
"""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from itertools import chain

from secondround.domain.materials import (
    Brief,
    BriefLine,
    Document,
    Dossier,
    Kind,
    Passage,
    Topic,
)
from secondround.materials import (
    aspects,
    facts,
    mails,
    meaning,
    people,
    questions,
    rivals,
    topics,
)
from secondround.materials.joining import Draft, figures, joined
from secondround.materials.points import Point, clauses, points
from secondround.ports import Embedder

MOST = {
    Topic.FACT: 30,
    Topic.COMPETITOR: 16,
    Topic.DUTY: 20,
    Topic.CLAIM: 24,
    Topic.QUESTION: 12,
}
"""Lines on a topic that a long document can be full of."""

_NO_DEED = re.compile(
    r"(?i)\b(?:certificat|education|qualification|training|language|interest|reference|skills|licen[cs]e)"
)
_CONTACT = re.compile(r"@|https?:|\+?\d[\d ()/-]{8,}\d")
_NO_DUTY = re.compile(
    r"(?i)\b(?:benefit|we offer|what you get|salary|perk|apply|about us|equal opport|diversity"
    r"|location|company|why (?:us|this)|holiday)"
)
_ASKS = re.compile(
    r"(?i)\b(?:you will|you'll|you have|you are|responsible for|must|required|essential"
    r"|experience (?:of|in|with)|able to|ability to|knowledge of|we need|reports? to you)\b"
)


def draw(
    dossier: Dossier, documents: Sequence[Document], passages: Sequence[Passage], embedder: Embedder
) -> Brief:
    """The brief of these documents, the same for the same documents."""
    rival_names = rivals.names(_of(Kind.COMPANY, passages), dossier.company)
    said = points(_of(Kind.FIRST_INTERVIEW, passages))
    written = points(_of(Kind.COMPANY, passages))
    notes, letters = mails.apart(said, documents)
    own, others = rivals.split(written, dossier.company, rival_names)
    found = chain(
        _from_notes(notes, embedder),
        _from_mails(letters),
        _from_resume(points(_of(Kind.RESUME, passages))),
        _from_company(own, dossier.company),
        _from_rivals(others),
        _from_job(points(_of(Kind.JOB, passages))),
    )
    lines = joined(found, embedder)
    lines += questions.gaps(lines)
    lines += people.lines(said, written, dossier, rival_names)
    return Brief(dossier_id=dossier.id, lines=tuple(_finished(lines, passages)))


def _of(kind: Kind, passages: Sequence[Passage]) -> list[Passage]:
    return [passage for passage in passages if passage.kind is kind]


def _from_notes(said: Sequence[Point], embedder: Embedder) -> Iterator[Draft]:
    """What is open first; then by the heading or label; else by cue words, else by meaning."""
    read = [(point, _by_heading(point)) for point in said]
    plain = [(point, lines) for point, lines in read if lines is None]
    worded = {id(point): _by_words(point) for point, _ in plain}
    unclear = [point for point, _ in plain if not worded[id(point)]]
    meant = meaning.of_meaning([point.text for point in unclear], embedder)
    by_meaning = {
        id(point): [Draft(topic, _trimmed(point.text), point.passage)] if topic else []
        for point, topic in zip(unclear, meant, strict=True)
    }
    for point, lines in read:
        yield from lines or worded.get(id(point)) or by_meaning.get(id(point), [])


def _by_heading(point: Point) -> list[Draft] | None:
    """The line that a heading or a label announces; None where neither tells the topic."""
    labelled = topics.of_heading(point.label)
    if questions.is_open(point):
        return [Draft(Topic.QUESTION, _trimmed(point.unlabelled), point.passage)]
    if labelled is Topic.PERSON:  # “Two people: …” says nothing of the sentences that follow
        labelled = topics.MIXED
    inherited = labelled is not topics.MIXED and not point.text.startswith(point.label)
    if inherited and topics.of_words(point.text):
        labelled = topics.MIXED  # a sentence further on that says itself what it is about
    text = point.text if labelled is topics.MIXED else point.unlabelled
    announced = topics.of_heading(point.passage.heading)
    topic = announced if labelled is topics.MIXED else labelled
    if topic is topics.MIXED:
        return None
    if not isinstance(topic, Topic) or topic is Topic.PERSON or not topics.fits(topic, text):
        return []
    return [Draft(topic, _trimmed(text), point.passage)]


def _by_words(point: Point) -> list[Draft]:
    """By its cue words; a sentence that speaks of several things is taken clause by clause."""
    of_all = topics.of_words(point.text)
    if len(of_all) == 1:
        return [Draft(of_all[0], _trimmed(point.text), point.passage)]
    return [
        Draft(topic, _trimmed(clause.text), point.passage)
        for clause in (clauses(point) if of_all else ())
        for topic in topics.of_words(clause.text)[:1]
    ]


def _from_mails(letters: Sequence[mails.Letter]) -> Iterator[Draft]:
    """The employer's words to the candidate; in the candidate's own mails, what they promise."""
    for point, by_candidate in letters:
        read = topics.of_own_mail if by_candidate else topics.of_words_to_the_candidate
        for topic in read(point.text):
            yield Draft(topic, _trimmed(point.text), point.passage)


def _from_resume(written: Sequence[Point]) -> Iterator[Draft]:
    for point in written:
        if _NO_DEED.search(f"{point.passage.heading} {point.text}") or _CONTACT.search(point.text):
            continue
        if figures(point.text) and len(point.text.split()) >= 5:
            yield Draft(Topic.CLAIM, _trimmed(point.text), point.passage)


def _from_company(own: Sequence[Point], company: str) -> Iterator[Draft]:
    for point in facts.facts(own, company):
        yield _fact(Topic.FACT, point)


def _from_rivals(others: Sequence[rivals.OfRival]) -> Iterator[Draft]:
    for other in others:
        for point in facts.stated([other.point]):
            yield _fact(Topic.COMPETITOR, point, other.name)


def _fact(topic: Topic, point: Point, about: str = "") -> Draft:
    aspect = aspects.aspect(point.text, point.passage.heading)
    return Draft(topic, _trimmed(point.text), point.passage, aspect, about)


def _from_job(written: Sequence[Point]) -> Iterator[Draft]:
    for point in written:
        asked = point.item or _ASKS.search(point.text)
        if asked and not _NO_DUTY.search(point.passage.heading) and len(point.text.split()) >= 3:
            yield Draft(Topic.DUTY, _trimmed(point.text), point.passage)


def _finished(lines: Sequence[BriefLine], passages: Sequence[Passage]) -> Iterator[BriefLine]:
    """By topic, as many as are read, and old facts marked."""
    newest = max((passage.date for passage in passages if passage.date), default=None)
    for topic in Topic:
        about = [line for line in lines if line.topic is topic]
        for line in about[: MOST.get(topic, len(about))]:
            yield _dated(line, newest)


def _dated(line: BriefLine, newest: dt.date | None) -> BriefLine:
    if line.topic not in (Topic.FACT, Topic.COMPETITOR):
        return line
    old = all(aspects.outdated(passage, newest) for passage in line.passages)
    return line.model_copy(update={"stale": old})


def _trimmed(text: str) -> str:
    return text.strip().strip(",;")
