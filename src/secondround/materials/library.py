"""What the candidate brought: takes documents in, keeps them, finds in them, draws the brief.

The store is the truth and the index follows it: a document is saved first, then indexed. What a
crash leaves between the two, and an index that got lost or damaged, is put right by `mend`.
"""

import hashlib
import threading
from collections.abc import Sequence

from secondround.domain.materials import Brief, Document, Dossier, Intake, Kind, Passage
from secondround.errors import DocumentError, EngineError, SetupError
from secondround.materials import brief, chunk, dates, kinds, names
from secondround.materials.formats.reading import tidy
from secondround.materials.index import Damaged
from secondround.materials.parse import parse
from secondround.ports import Clock, Embedder, Index, Store


class Library:
    """The documents of all dossiers."""

    def __init__(
        self, store: Store, index: Index, embedder: Embedder, clock: Clock, *, max_mb: int
    ) -> None:
        """`embedder` is the packaged one: the brief does not depend on a service."""
        self._store = store
        self._index = index
        self._embedder = embedder
        self._clock = clock
        self._max_mb = max_mb
        self._mended: set[str] = set()
        self._briefs: dict[str, tuple[tuple[object, ...], Brief]] = {}
        self._lock = threading.RLock()

    def take_in(self, dossier_id: str, name: str, data: bytes, kind: Kind | None = None) -> Intake:
        """Reads, keeps and indexes one file; what cannot be read is answered, not raised.

        Raises:
            NotFound: no such dossier.
        """
        dossier = self._store.dossier(dossier_id)
        shown = names.clean(name)
        try:
            return self._take_in(dossier, shown, data, kind)
        except (DocumentError, SetupError, EngineError) as error:
            return Intake(name=shown, status="failed", problem=str(error))

    def documents(self, dossier_id: str) -> list[Document]:
        """Oldest first."""
        return self._store.documents(dossier_id)

    def passages(self, dossier_id: str, kinds: Sequence[Kind] = ()) -> list[Passage]:
        """All passages, by document and offset; of these kinds, or of all."""
        documents = self._store.documents(dossier_id)
        wanted = [document for document in documents if not kinds or document.kind in kinds]
        return [passage for document in wanted for passage in chunk.passages(document)]

    def search(
        self, dossier_id: str, query: str, k: int = 5, kinds: Sequence[Kind] = ()
    ) -> list[Passage]:
        """At most k passages with their score, best first; none where nothing answers.

        Raises:
            SetupError: the index is open elsewhere, or the disk is full or not writable.
            EngineError: the embedding service does not answer.
        """
        try:
            if dossier_id not in self._mended:
                self._mend(dossier_id)
            return self._index.search(dossier_id, query, k, kinds)
        except Damaged:
            self._rebuild(dossier_id)
            return self._index.search(dossier_id, query, k, kinds)

    def brief(self, dossier_id: str) -> Brief:
        """What is understood from the documents as they are now.

        Raises:
            NotFound: no such dossier.
        """
        dossier = self._store.dossier(dossier_id)
        documents = self._store.documents(dossier_id)
        drawn_from = (dossier, *documents)
        with self._lock:
            known = self._briefs.get(dossier_id)
            if known is None or known[0] != drawn_from:
                passages = [p for document in documents for p in chunk.passages(document)]
                drawn = brief.draw(dossier, documents, passages, self._embedder)
                known = self._briefs[dossier_id] = (drawn_from, drawn)
            return known[1]

    def change_kind(self, document_id: str, kind: Kind) -> None:
        """Says what a document is; its passages are found under the new kind.

        Raises:
            NotFound: no such document.
            SetupError, EngineError: it could not be indexed; it stays what it was.
        """
        document = self._store.document(document_id)
        self._keep(document.model_copy(update={"kind": kind}))

    def correct(self, document_id: str, text: str) -> Document:
        """Replaces the text of a document; place and name stay, the id is that of the new text.

        Raises:
            NotFound: no such document.
            DocumentError: nothing is left of it, or another document says just that.
            SetupError, EngineError: it could not be indexed; it stays what it was.
        """
        document = self._store.document(document_id)
        text = tidy(text)
        if not text:
            raise DocumentError("Nothing would be left of it: delete the document instead.")
        new_id = identity(document.dossier_id, text)
        if new_id == document_id:
            return document
        if twin := self._known(document.dossier_id, new_id):
            raise DocumentError(f"That is the text of “{twin.name}” already: delete one of them.")
        renewed = document.model_copy(update={"id": new_id, "text": text})
        self._keep(renewed)
        self.remove(document_id)
        return renewed

    def remove(self, document_id: str) -> None:
        """Deletes a document and its passages.

        Raises:
            NotFound: no such document.
            SetupError: the index is open elsewhere; nothing is deleted.
        """
        document = self._store.document(document_id)
        with self._lock:
            try:
                self._index.remove(document.dossier_id, document_id)
            except Damaged:
                self._index.remove(document.dossier_id)
                self._mended.discard(document.dossier_id)
            self._store.delete_document(document_id)

    def forget(self, dossier_id: str) -> None:
        """Drops all passages and the brief of a dossier; its documents go with it in the store.

        Raises:
            SetupError: the index is open elsewhere; nothing is dropped.
        """
        with self._lock:
            self._index.remove(dossier_id)
            self._mended.discard(dossier_id)
            self._briefs.pop(dossier_id, None)

    def mend(self) -> None:
        """Indexes what is kept and not indexed as it is kept, and drops what is not kept.

        Raises:
            SetupError: the index is open elsewhere, or the disk is full or not writable.
            EngineError: the embedding service does not answer.
        """
        kept = {dossier.id for dossier in self._store.dossiers()}
        for dossier_id in set(self._index.dossiers()) - kept:
            self._index.remove(dossier_id)
        for dossier_id in kept:
            try:
                self._mend(dossier_id)
            except Damaged:
                self._rebuild(dossier_id)

    def _mend(self, dossier_id: str) -> None:
        with self._lock:
            indexed: dict[str, list[Passage]] = {}
            for passage in self._index.passages(dossier_id):
                indexed.setdefault(passage.document_id, []).append(passage)
            for document in self._store.documents(dossier_id):
                passages = chunk.passages(document)
                if indexed.pop(document.id, None) != passages:
                    self._index.put(document, passages)
            for document_id in indexed:
                self._index.remove(dossier_id, document_id)
            self._mended.add(dossier_id)

    def _rebuild(self, dossier_id: str) -> None:
        with self._lock:
            self._index.remove(dossier_id)
            self._mend(dossier_id)

    def _take_in(self, dossier: Dossier, name: str, data: bytes, kind: Kind | None) -> Intake:
        reading = parse(name, data, max_mb=self._max_mb)
        document_id = identity(dossier.id, reading.text)
        if known := self._known(dossier.id, document_id):
            return Intake(name=name, status="duplicate", kind=known.kind, document_id=document_id)
        now = self._clock()
        document = Document(
            id=document_id,
            dossier_id=dossier.id,
            name=name,
            kind=kind or kinds.guess(name, reading.text),
            date=dates.find(name, reading.text, reading.date, not_after=now.date()),
            text=reading.text,
            notices=reading.notices,
            added_at=now,
        )
        count = self._keep(document)
        return Intake(
            name=name, status="added", kind=document.kind, passages=count, document_id=document_id
        )

    def _known(self, dossier_id: str, document_id: str) -> Document | None:
        documents = self._store.documents(dossier_id)
        return next((document for document in documents if document.id == document_id), None)

    def _keep(self, document: Document) -> int:
        """Saves and indexes, both or neither; the number of passages."""
        passages = chunk.passages(document)
        if not passages:
            raise DocumentError("There is no text in it that could be used: paste it as text.")
        with self._lock:
            before = self._known(document.dossier_id, document.id)
            self._store.save_document(document)
            try:
                self._put(document, passages)
            except (SetupError, EngineError):
                self._undo(document, before)
                raise
        return len(passages)

    def _put(self, document: Document, passages: Sequence[Passage]) -> None:
        try:
            self._index.put(document, passages)
        except Damaged:
            self._rebuild(document.dossier_id)

    def _undo(self, document: Document, before: Document | None) -> None:
        if before is not None:
            self._store.save_document(before)
        else:
            self._store.delete_document(document.id)


def identity(dossier_id: str, text: str) -> str:
    """The id of a document: the same text in the same dossier is the same document."""
    return hashlib.sha256((dossier_id + text).encode()).hexdigest()[:16]
