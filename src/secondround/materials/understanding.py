"""What was understood of a dossier: drawn from its documents, read by a model, put right by hand.

What the person or a model wrote is kept beside the documents, never among them: it is no source.
"""

import threading
from collections.abc import Iterator, Sequence
from contextlib import suppress

from secondround.domain.materials import (
    Brief,
    BriefEdit,
    BriefLine,
    Document,
    Dossier,
    Passage,
    Reading,
    State,
    Topic,
    line_id,
)
from secondround.errors import BriefError, NotFound
from secondround.materials import brief, callbacks, checking, chunk, conflicts, edits
from secondround.materials.coverage import Coverage, coverage
from secondround.ports import Clock, Embedder, Reader, Store

LONGEST = 500
"""Characters of a line in the person's words."""


class Understanding:
    """The briefs of all dossiers, and what the person makes of them."""

    def __init__(self, store: Store, embedder: Embedder, clock: Clock) -> None:
        """`embedder` is the packaged one: the brief does not depend on a service."""
        self._store = store
        self._embedder = embedder
        self._clock = clock
        self._lock = threading.RLock()
        self._drawn: dict[str, tuple[object, Brief]] = {}
        self._laid: dict[str, tuple[object, Brief]] = {}

    def brief(self, dossier_id: str) -> Brief:
        """What is understood from the documents as they are now, as the person wants it.

        Raises:
            NotFound: no such dossier.
        """
        sources = (
            self._store.dossier(dossier_id),
            tuple(self._store.documents(dossier_id)),
            tuple(self._store.readings(dossier_id)),
            tuple(self._store.brief_edits(dossier_id)),
        )
        with self._lock:
            known = self._laid.get(dossier_id)
            if known is None or known[0] != sources:
                known = self._laid[dossier_id] = (sources, self._lay(*sources))
            return known[1]

    def read(self, dossier_id: str, reader: Reader) -> Iterator[Document]:
        """Has a model read all documents; gives each before it is read. What was read is kept.

        Raises:
            NotFound: no such dossier.
            EngineError: the model did not deliver; what it read until then is kept.
        """
        company = self._store.dossier(dossier_id).company
        for document in self._store.documents(dossier_id):
            yield document
            reading = reader.read(document, chunk.passages(document), company)
            with suppress(NotFound):  # deleted meanwhile
                self._store.save_reading(reading)

    def coverage(self, dossier_id: str) -> Coverage:
        """How much of what a second interview wants is there.

        Raises:
            NotFound: no such dossier.
        """
        dossier, documents = self._store.dossier(dossier_id), self._store.documents(dossier_id)
        return coverage(dossier, documents, self.brief(dossier_id), self._clock().date())

    def add(self, dossier_id: str, topic: Topic, text: str) -> None:
        """Adds a line of the person's own.

        Raises:
            BriefError: it says nothing, too much, or what is there already.
            NotFound: no such dossier.
        """
        words = _words(text)
        new_id = line_id(topic, words)
        if any(line.id == new_id for line in _all_lines(self.brief(dossier_id))):
            raise BriefError("That line is there already, or among those that you dismissed.")
        made = BriefEdit(
            dossier_id=dossier_id,
            line_id=new_id,
            topic=topic,
            made_at=self._clock(),
            state=State.ADDED,
            text=words,
        )
        self._store.save_brief_edit(made)

    def reword(self, dossier_id: str, id: str, text: str) -> None:
        """Puts the line into the person's words; it keeps what it cites.

        Raises:
            BriefError: they say nothing or too much.
            NotFound: no such dossier or line.
        """
        words = _words(text)
        line = self._line(dossier_id, id)
        if words == " ".join(line.text.split()):
            return
        state = State.ADDED if line.state is State.ADDED else State.EDITED
        cites = tuple(passage.id for passage in line.passages)
        self._change(dossier_id, line, state=state, text=words, cites=cites)

    def confirm(self, dossier_id: str, id: str) -> None:
        """Says that a line is right as it was found.

        Raises:
            NotFound: no such dossier or line.
        """
        line = self._line(dossier_id, id)
        if line.state is State.FOUND:
            self._change(dossier_id, line, state=State.CONFIRMED)

    def dismiss(self, dossier_id: str, id: str) -> None:
        """Leaves a line out until it is brought back.

        Raises:
            NotFound: no such dossier or line.
        """
        self._change(dossier_id, self._line(dossier_id, id), dismissed=True)

    def bring_back(self, dossier_id: str, id: str) -> None:
        """Takes a dismissed line in again, as it was.

        Raises:
            NotFound: no such dossier or line.
        """
        self._change(dossier_id, self._line(dossier_id, id), dismissed=False)

    def call_back(self, dossier_id: str, id: str, *, wanted: bool) -> None:
        """Says whether the person means to come back to a line in the interview.

        Raises:
            NotFound: no such dossier or line.
        """
        self._change(dossier_id, self._line(dossier_id, id), callback=wanted)

    def undo(self, dossier_id: str, id: str) -> None:
        """Forgets all that the person made of a line; one that they added is gone.

        Raises:
            NotFound: no such dossier, or nothing was made of it.
        """
        self._store.dossier(dossier_id)
        self._store.delete_brief_edit(dossier_id, id)

    def forget(self, dossier_id: str) -> None:
        """Drops what is held of a dossier in memory."""
        with self._lock:
            self._drawn.pop(dossier_id, None)
            self._laid.pop(dossier_id, None)

    def _lay(
        self,
        dossier: Dossier,
        documents: Sequence[Document],
        readings: Sequence[Reading],
        changes: Sequence[BriefEdit],
    ) -> Brief:
        passages = [passage for document in documents for passage in chunk.passages(document)]
        drawn = self._draw(dossier, documents, passages)
        read = checking.checked(readings, passages, drawn.lines)
        lines, dismissed = edits.laid_over([*drawn.lines, *read], changes, passages)
        disagree = conflicts.find(lines)
        marked = callbacks.propose(conflicts.superseded(lines, disagree), dossier.people)
        return Brief(
            dossier_id=dossier.id,
            lines=tuple(edits.toggled(marked, changes)),
            dismissed=tuple(dismissed),
            conflicts=disagree,
        )

    def _draw(
        self, dossier: Dossier, documents: Sequence[Document], passages: Sequence[Passage]
    ) -> Brief:
        """What the documents say by themselves; drawn anew only when they change."""
        known = self._drawn.get(dossier.id)
        if known is None or known[0] != (dossier, documents):
            drawn = brief.draw(dossier, documents, passages, self._embedder)
            known = self._drawn[dossier.id] = ((dossier, documents), drawn)
        return known[1]

    def _line(self, dossier_id: str, id: str) -> BriefLine:
        for line in _all_lines(self.brief(dossier_id)):
            if line.id == id:
                return line
        raise NotFound("That line is not in the brief any more: reload the page.")

    def _change(self, dossier_id: str, line: BriefLine, **changed: object) -> None:
        made = next(
            (edit for edit in self._store.brief_edits(dossier_id) if edit.line_id == line.id),
            BriefEdit(
                dossier_id=dossier_id, line_id=line.id, topic=line.topic, made_at=self._clock()
            ),
        )
        self._store.save_brief_edit(made.model_copy(update=changed))


def _all_lines(drawn: Brief) -> Sequence[BriefLine]:
    return (*drawn.lines, *drawn.dismissed)


def _words(text: str) -> str:
    """Raises: BriefError: nothing, or too much."""
    words = " ".join("".join(ch for ch in text if ch.isprintable() or ch.isspace()).split())
    if not words:
        raise BriefError("Write a few words first.")
    if len(words) > LONGEST:
        raise BriefError(
            f"That is too long for a line: keep it to {LONGEST} characters, "
            "and add a document for the rest."
        )
    return words
