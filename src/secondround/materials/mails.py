"""Tells who speaks in the mails among the notes: somebody of the employer's, or the candidate."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from secondround.domain.materials import Document, Kind
from secondround.materials.points import Point

_MAIL = re.compile(r"(?m)^From: (?P<sender>.+@.*)$")
_TO = re.compile(r"(?m)^To: (?P<name>[^<\n]+?)\s*<")
_DEAR = re.compile(r"(?m)^(?:Dear|Hi|Hello) (?P<name>[A-Z][\w'’-]+)\b")
_WROTE = re.compile(r"(?P<name>[^,›]+?)(?: <[^>]*>)? wrote:?$")
_NAME = re.compile(r"^[#*\s]*(?P<name>[^\W\d_][\w'’-]+(?: [^\W\d_][\w'’.-]+){1,3})[#*\s]*$")


class Letter(NamedTuple):
    """A point of a mail."""

    point: Point
    by_candidate: bool


def apart(said: Sequence[Point], documents: Sequence[Document]) -> tuple[list[Point], list[Letter]]:
    """The points of the notes, and those of the mails with who speaks."""
    mails = {document.id: document for document in documents if _MAIL.search(document.text[:500])}
    candidate = _candidate(documents)
    notes = [point for point in said if point.passage.document_id not in mails]
    letters = [
        Letter(point, bool(candidate & _sender(point, mails[point.passage.document_id])))
        for point in said
        if point.passage.document_id in mails
    ]
    return notes, letters


def _candidate(documents: Sequence[Document]) -> frozenset[str]:
    """The words of the candidate's name: at the head of the CV, else as the mails address them."""
    for document in documents:
        if document.kind is Kind.RESUME and (name := _NAME.match(document.text.partition("\n")[0])):
            return _words(name["name"])
    told = [
        match["name"]
        for document in documents
        if _MAIL.search(document.text[:500])
        for match in (_TO.search(document.text), _DEAR.search(document.text))
        if match
    ]
    return _words(told[0]) if told else frozenset()


def _sender(point: Point, mail: Document) -> frozenset[str]:
    """Who wrote it: by the line over what is quoted, else the mail's own sender."""
    quoted = _WROTE.search(point.passage.heading)
    if quoted:
        return _words(quoted["name"])
    sender = _MAIL.search(mail.text)
    return _words(sender["sender"].partition("<")[0]) if sender else frozenset()


def _words(name: str) -> frozenset[str]:
    return frozenset(word.casefold() for word in re.findall(r"[^\W\d_][\w'’-]+", name))
