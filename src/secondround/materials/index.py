"""Keeps passages in Chroma and finds them again: by meaning, and a little by their rare words.

Each dossier has a Chroma database in a folder of its own, with one collection named after the
vector space. So dossiers cannot mix, a damaged database costs one dossier, and what is forgotten is
gone from the disk: SQLite would keep deleted text in its free pages. All that is in here can be
made again from the stored documents.

Chroma allows one process at a time (a second one sees stale vectors): a lock file sees to that.
"""

import logging
import re
import shutil
import threading
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from filelock import FileLock, Timeout

from secondround.domain.materials import Document, Kind, Passage
from secondround.domain.scope import EVERYTHING, Scope
from secondround.errors import NotFound, SecondRoundError, SetupError
from secondround.materials import ranking, rows
from secondround.materials.shelf import Shelf, Vectors, in_context
from secondround.ports import Embedder, Progress

if TYPE_CHECKING:
    from chromadb.api.client import Client
    from chromadb.api.models.Collection import Collection

PASSAGES, SENTENCES = "passages", "sentences"
IN_USE = (
    "Second Round is already open in another window or program, and searching the documents works "
    "in one at a time: go on there, or close it first."
)
DAMAGED = "What was indexed of the documents is damaged: start Second Round again to make it anew."
FULL = "The disk is full: make room, then try again."
_LOCK = ".lock"
_ID = re.compile(r"[\w-]+")
_log = logging.getLogger(__name__)
_MOST_OPEN = 8
_NO_GRAPH: Any = {
    "space": "cosine",
    "ef_construction": 8,
    "max_neighbors": 2,
    "sync_threshold": 2**31 - 1,
}
"""All vectors are compared, so Chroma's graph is kept as small as can be (writing is 7 times as
fast) and never saved."""
_STRETCH = 16
_ROOM = 2_000_000
"""With fewer bytes left, a failure is put down to the full disk."""


class Damaged(SetupError):
    """The dossier's passages cannot be used any more; they can be made again."""


class ChromaIndex:
    """The passages of all dossiers (port Index); opened when first used, shared between threads."""

    def __init__(self, folder: Path, embedder: Embedder) -> None:
        self._folder = folder
        self._embedder = embedder
        self._space = f"{embedder.name}.v4"
        self._lock = threading.RLock()
        self._held: FileLock | None = None
        self._clients: dict[str, Client] = {}
        self._shelves: dict[str, Shelf] = {}

    def put(
        self, document: Document, passages: Sequence[Passage], progress: Progress = lambda *_: None
    ) -> None:
        """Replaces all passages of the document.

        `progress` is told now and then how many passages are embedded, of how many; nothing is
        written before all are, so it may raise to stop.

        Raises:
            SetupError: open elsewhere, disk full, not writable; `Damaged`.
            EngineError: the embedding service does not answer.
        """
        written = self._embedded(passages, progress)
        with self._using(document.dossier_id):
            self.remove(document.dossier_id, document.id)
        for collection, batch in written:  # others may search meanwhile, what they had before
            with self._using(document.dossier_id):
                self._collection(document.dossier_id, collection).upsert(**batch)
        with self._lock:
            self._shelves.pop(document.dossier_id, None)

    def remove(self, dossier_id: str, document_id: str | None = None) -> None:
        """Forgets one document, or the whole dossier, on the disk as well.

        Raises:
            SetupError: open elsewhere, not writable; `Damaged`.
        """
        with self._using(dossier_id):
            if document_id is None:
                self._drop(dossier_id)
            elif self._has(dossier_id):
                self._remove(dossier_id, document_id)

    def dossiers(self) -> list[str]:
        """Ids of the dossiers that have something here.

        Raises:
            SetupError: open elsewhere.
        """
        with self._using():
            return sorted(path.name for path in self._folder.iterdir() if _ID.fullmatch(path.name))

    def passages(self, dossier_id: str, kinds: Sequence[Kind] = ()) -> list[Passage]:
        """All passages, by document and offset; of these kinds, or of all.

        Raises:
            SetupError: open elsewhere; `Damaged`.
        """
        with self._using(dossier_id):
            if not self._has(dossier_id):
                return []
            kept = self._everything(dossier_id, PASSAGES)
        wanted = [p for p in rows.passages(kept) if not kinds or p.kind in kinds]
        return sorted(wanted, key=lambda passage: (passage.document_id, passage.start))

    def search(
        self, dossier_id: str, query: str, k: int = 5, scope: Scope = EVERYTHING
    ) -> list[Passage]:
        """At most k passages of the scope with their score, best first; none if nothing answers.

        Raises:
            SetupError: open elsewhere; `Damaged`.
            EngineError: the embedding service does not answer.
        """
        if not query.strip() or not self._has(dossier_id):
            return []
        vector = self._embedder.embed([query])[0]
        return ranking.best(query, vector, self._shelf(dossier_id), k, scope)

    def close(self) -> None:
        """Lets another process use the folder; the next use opens it again."""
        with self._lock:
            self._close(*list(self._clients))
            if self._held is not None:
                self._held.release()
                self._held = None

    def _embedded(
        self, passages: Sequence[Passage], progress: Progress
    ) -> list[tuple[str, rows.Rows]]:
        """What is to be written, and where: sentences first, so that no passage is without."""
        whole, parts, owners = list[Vectors](), list[Vectors](), list[Passage]()
        for first in range(0, len(passages), _STRETCH):
            stretch = passages[first : first + _STRETCH]
            read = self._embedder.embed_parts([in_context(passage) for passage in stretch])
            whole.append(np.stack([vectors[0] for vectors in read]))
            parts += [vectors[1:] for vectors in read]
            owners += [p for p, vectors in zip(stretch, read, strict=True) for _ in vectors[1:]]
            progress(first + len(stretch), len(passages))
        if not passages:
            return []
        sentences = rows.batches(rows.of_sentences(owners, np.concatenate(parts)))
        passages_ = rows.batches(rows.of_passages(passages, np.concatenate(whole)))
        return [(SENTENCES, batch) for batch in sentences] + [(PASSAGES, b) for b in passages_]

    @contextmanager
    def _using(self, dossier_id: str = "") -> Iterator[None]:
        """Holds the folder for this thread and process; says in a sentence what went wrong."""
        with self._lock:
            try:
                self._hold()
                yield
                self._wipe(dossier_id)
            except SecondRoundError:
                raise
            except Exception as error:
                self._close(*list(self._clients))
                _forget_failed_openings()
                raise self._explained(error) from error

    def _wipe(self, dossier_id: str) -> None:
        """Deletes Chroma's graph files: uncleared memory, in which words of anything may stand."""
        if dossier_id:
            for graph in self._place(dossier_id).glob("*/data_level0.bin"):
                shutil.rmtree(graph.parent)

    def _shelf(self, dossier_id: str) -> Shelf:
        """All of the dossier, read once; Chroma's own search misses some at times."""
        with self._using(dossier_id):
            if dossier_id not in self._shelves:
                whole, parts = (
                    self._everything(dossier_id, name) for name in (PASSAGES, SENTENCES)
                )
                self._shelves[dossier_id] = rows.shelf(whole, parts)
            return self._shelves[dossier_id]

    def _everything(self, dossier_id: str, name: str) -> rows.Rows:
        """All rows of a collection, some at a time: all at once are too many for SQLite."""
        collection, read = self._collection(dossier_id, name), list[rows.Rows]()
        while not read or len(read[-1]["ids"]) == rows.MOST:
            read.append(
                dict(
                    collection.get(
                        include=["documents", "metadatas", "embeddings"],
                        limit=rows.MOST,
                        offset=len(read) * rows.MOST,
                    )
                )
            )
        return rows.together(read)

    def _hold(self) -> None:
        if self._held is not None:
            return
        self._folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        lock = FileLock(self._folder / _LOCK, timeout=0, thread_local=False, is_singleton=True)
        try:
            lock.acquire()
        except Timeout as error:
            raise SetupError(IN_USE) from error
        self._held = lock

    def _has(self, dossier_id: str) -> bool:
        return self._place(dossier_id).exists()

    def _place(self, dossier_id: str) -> Path:
        if not _ID.fullmatch(dossier_id):  # it becomes a path
            raise NotFound("There is no dossier with that id.")
        return self._folder / dossier_id

    def _collection(self, dossier_id: str, name: str) -> "Collection":
        """One of the dossier's collections; what another embedding model filled is dropped."""
        if dossier_id not in self._clients:
            self._clients[dossier_id] = _client(self._place(dossier_id))
            self._close(*list(self._clients)[:-_MOST_OPEN])
        client = self._clients[dossier_id]
        if any(not known.name.endswith(self._space) for known in client.list_collections()):
            self._drop(dossier_id)
            return self._collection(dossier_id, name)
        return client.get_or_create_collection(
            f"{name}.{self._space}", embedding_function=None, configuration={"hnsw": _NO_GRAPH}
        )

    def _remove(self, dossier_id: str, document_id: str) -> None:
        kept = {name: self._everything(dossier_id, name) for name in (SENTENCES, PASSAGES)}
        left = {name: rows.without(kept[name], document_id) for name in kept}
        if all(len(left[name]["ids"]) == len(kept[name]["ids"]) for name in kept):
            return
        self._drop(dossier_id)
        for name in kept:
            for batch in rows.batches(left[name]):
                self._collection(dossier_id, name).upsert(**batch)

    def _drop(self, dossier_id: str) -> None:
        self._close(dossier_id)
        place = self._place(dossier_id)
        if place.is_dir():
            shutil.rmtree(place)
        else:
            place.unlink(missing_ok=True)

    def _close(self, *dossier_ids: str) -> None:
        for dossier_id in dossier_ids:
            self._shelves.pop(dossier_id, None)
            if client := self._clients.pop(dossier_id, None):
                client.close()

    def _explained(self, error: Exception) -> SetupError:
        if "disk is full" in str(error) or _room(self._folder) < _ROOM:
            return SetupError(FULL)
        if isinstance(error, OSError) or re.search("readonly|unable to open", str(error)):
            return SetupError(
                f"The folder {self._folder} cannot be used ({error}): make it writable."
            )
        _log.warning("the passages in %s cannot be used", self._folder, exc_info=error)
        return Damaged(DAMAGED)


def _client(place: Path) -> "Client":
    from chromadb.api.client import Client
    from chromadb.config import Settings

    kept = Settings(is_persistent=True, persist_directory=str(place), anonymized_telemetry=False)
    return Client(settings=kept)


def _forget_failed_openings() -> None:
    """What could not be opened stays in Chroma's cache and would spoil the next attempt."""
    from chromadb.api.shared_system_client import SharedSystemClient

    SharedSystemClient.clear_system_cache()


def _room(folder: Path) -> int:
    existing = next(path for path in (folder, *folder.parents) if path.exists())
    return shutil.disk_usage(existing).free
