"""A file on its way in: what it is called, and the document that it becomes."""

import datetime as dt
import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from secondround.domain.materials import Document, Kind
from secondround.materials import dates, kinds, names
from secondround.materials.formats.reading import Reading

DEEPEST = 2
"""An e-mail's attachments are read, and those of an e-mail that is attached to it; no deeper."""


@dataclass(frozen=True)
class File:
    """What somebody brought, not read yet."""

    name: str
    """Its own name, cleaned; for a web page a name that fits its type."""
    data: bytes
    within: str = ""
    """The shown name of the e-mail it is attached to; "" if it came by itself."""
    depth: int = 0
    """How many e-mails it is in."""
    address: str = ""
    """Where it was fetched; "" if it is no web page."""

    @property
    def shown(self) -> str:
        """What it is called as long as nobody has read it."""
        own = names.of_page(self.address) if self.address else self.name
        return names.within(self.within, own) if self.within else own


def document(
    file: File, reading: Reading, dossier_id: str, kind: Kind | None, now: dt.datetime
) -> Document:
    """What is kept of the file; its kind is guessed where none is given."""
    titled = names.tidied(" ".join(reading.title.split())) if file.address else ""
    fetched = f"Fetched from {file.address} on {now.day} {now:%B %Y}." if file.address else ""
    return Document(
        id=identity(dossier_id, reading.text),
        dossier_id=dossier_id,
        name=titled or file.shown,
        kind=kind or kinds.guess(titled or file.name, reading.text),
        date=dates.find(file.name, reading.text, reading.date, not_after=now.date()),
        text=reading.text,
        pages=reading.pages,
        notices=(*filter(None, [fetched]), *reading.notices),
        added_at=now,
    )


def attached(file: File, reading: Reading) -> Iterator[File]:
    """The files that are documents of their own."""
    if file.depth < DEEPEST:
        for one in reading.attachments:
            yield File(names.clean(one.name), one.data, within=file.shown, depth=file.depth + 1)


def identity(dossier_id: str, text: str) -> str:
    """The id of a document: the same text in the same dossier is the same document."""
    return hashlib.sha256((dossier_id + text).encode()).hexdigest()[:16]
