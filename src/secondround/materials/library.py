"""What the candidate brought: takes documents in, keeps them, finds in them.

The store is the truth and the index follows it: what a crash leaves in the index alone was never
taken in. That, and an index that got lost or damaged, is put right by `mend`.
"""

import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING

from secondround.domain.materials import Document, Intake, Kind, Passage
from secondround.domain.scope import EVERYTHING, Scope
from secondround.errors import DocumentError, EngineError, NotFound, SetupError
from secondround.materials import chunk, incoming, names
from secondround.materials.formats.reading import tidy
from secondround.materials.incoming import File, identity
from secondround.materials.index import Damaged
from secondround.materials.parse import parse
from secondround.ports import Clock, Index, Progress, Store, unheard

if TYPE_CHECKING:
    from secondround.materials.fetch import Fetched


class Library:
    """The documents of all dossiers."""

    def __init__(
        self,
        store: Store,
        index: Index,
        clock: Clock,
        fetch: "Callable[[str], Fetched]",
        *,
        max_mb: int,
    ) -> None:
        """`fetch` gets what is at a web address, or raises `DocumentError`."""
        self._store = store
        self._index = index
        self._clock = clock
        self._fetch = fetch
        self._max_mb = max_mb
        self._mended: set[str] = set()
        self._arriving: set[str] = set()
        self._counts: dict[str, int] = {}
        self._lock = threading.RLock()

    def take_in(
        self,
        dossier_id: str,
        name: str,
        data: bytes,
        kind: Kind | None = None,
        progress: Progress = unheard,
    ) -> Intake:
        """Reads, keeps and indexes one file, then what is attached to it; a failure is answered.

        Raises:
            NotFound: no such dossier.
            Cancelled: `progress` raised it; the file it was at left nothing behind.
        """
        self._store.dossier(dossier_id)
        return self._answered(dossier_id, File(names.clean(name), data), kind, progress)

    def take_in_page(
        self, dossier_id: str, address: str, kind: Kind | None = None, progress: Progress = unheard
    ) -> Intake:
        """Fetches what is at a web address and takes it in like a file.

        Raises:
            NotFound: no such dossier.
            Cancelled: `progress` raised it.
        """
        self._store.dossier(dossier_id)
        progress(0, 0)
        try:
            page = self._fetch(address)
        except DocumentError as error:
            return Intake(name=address, status="failed", problem=str(error))
        file = File(names.clean(page.name), page.data, address=page.address)
        return self._answered(dossier_id, file, kind, progress)

    def documents(self, dossier_id: str) -> list[Document]:
        """Oldest first."""
        return self._store.documents(dossier_id)

    def passages(self, dossier_id: str, kinds: Sequence[Kind] = ()) -> list[Passage]:
        """All passages, by document and offset; of these kinds, or of all."""
        documents = self._store.documents(dossier_id)
        wanted = [document for document in documents if not kinds or document.kind in kinds]
        return [passage for document in wanted for passage in chunk.passages(document)]

    def counts(self, dossier_id: str) -> dict[str, int]:
        """How many passages each document has, by its id; cutting long ones up takes a while."""
        documents = self._store.documents(dossier_id)
        for document in documents:
            if document.id not in self._counts:  # the id says what the text is
                self._counts[document.id] = len(chunk.passages(document))
        return {document.id: self._counts[document.id] for document in documents}

    def search(
        self,
        dossier_id: str,
        query: str,
        k: int = 5,
        kinds: Sequence[Kind] = (),
        scope: Scope = EVERYTHING,
    ) -> list[Passage]:
        """At most k passages with their score, best first; none where nothing answers.

        `kinds`, if any, take the place of the scope's.

        Raises:
            SetupError: the index is open elsewhere, or the disk is full or not writable.
            EngineError: the embedding service does not answer.
        """
        if kinds:
            scope = scope.model_copy(update={"kinds": tuple(kinds)})
        try:
            if dossier_id not in self._mended:
                self._mend(dossier_id)
            return self._index.search(dossier_id, query, k, scope)
        except Damaged:
            self._rebuild(dossier_id)
            return self._index.search(dossier_id, query, k, scope)

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
        renewed = document.model_copy(update={"id": new_id, "text": text, "pages": ()})
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
        """Drops all passages of a dossier; its documents go with it in the store.

        Raises:
            SetupError: the index is open elsewhere; nothing is dropped.
        """
        with self._lock:
            self._index.remove(dossier_id)
            self._mended.discard(dossier_id)

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
                was = indexed.pop(document.id, None)
                if was != passages and document.id not in self._arriving:
                    self._index.put(document, passages)
            for document_id in indexed.keys() - self._arriving:
                self._index.remove(dossier_id, document_id)
            self._mended.add(dossier_id)

    def _rebuild(self, dossier_id: str) -> None:
        with self._lock:
            self._index.remove(dossier_id)
            self._mend(dossier_id)

    def _answered(
        self, dossier_id: str, file: File, kind: Kind | None, progress: Progress
    ) -> Intake:
        try:
            return self._take_in(dossier_id, file, kind, progress)
        except (DocumentError, SetupError, EngineError) as error:
            return Intake(name=file.shown, status="failed", problem=str(error))

    def _take_in(
        self, dossier_id: str, file: File, kind: Kind | None, progress: Progress
    ) -> Intake:
        progress(0, 0)
        reading = parse(file.name, file.data, max_mb=self._max_mb)
        document = incoming.document(file, reading, dossier_id, kind, self._clock())
        known = self._known(dossier_id, document.id)
        count = 0 if known else self._keep(document, progress)
        return Intake(
            name=file.shown if known else document.name,
            status="duplicate" if known else "added",
            kind=(known or document).kind,
            passages=count,
            document_id=document.id,
            attachments=tuple(
                self._answered(dossier_id, one, kind, progress)
                for one in incoming.attached(file, reading)
            ),
        )

    def _known(self, dossier_id: str, document_id: str) -> Document | None:
        documents = self._store.documents(dossier_id)
        return next((document for document in documents if document.id == document_id), None)

    def _keep(self, document: Document, progress: Progress = unheard) -> int:
        """Indexes and saves, both or neither; the number of passages."""
        passages = chunk.passages(document)
        if not passages:
            raise DocumentError("There is no text in it that could be used: paste it as text.")
        with self._arrival(document):
            self._put(document, passages, progress)
            self._store.save_document(document)
        self._counts[document.id] = len(passages)
        return len(passages)

    @contextmanager
    def _arrival(self, document: Document) -> Iterator[None]:
        """Keeps `mend` off the document; where it cannot be kept, the index goes back."""
        self._arriving.add(document.id)
        try:
            yield
        except (SetupError, NotFound):
            self._mended.discard(document.dossier_id)
            if self._known(document.dossier_id, document.id) is None:
                with suppress(SetupError):  # then the next `mend` does it
                    self._index.remove(document.dossier_id, document.id)
            raise
        finally:
            self._arriving.discard(document.id)

    def _put(self, document: Document, passages: Sequence[Passage], progress: Progress) -> None:
        try:
            self._index.put(document, passages, progress)
        except Damaged:
            self._rebuild(document.dossier_id)
            self._index.put(document, passages, progress)
