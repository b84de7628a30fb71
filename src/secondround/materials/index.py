"""Keeps passages in Chroma and finds them again: by meaning, and a little by their rare words.

Each dossier has a Chroma database in a folder of its own, with one collection named after the
vector space. So dossiers cannot mix, a damaged database costs one dossier, and what is forgotten is
gone from the disk: SQLite would keep deleted text in its free pages. All that is in here can be
made again from the stored documents.

Chroma allows one process at a time (a second one sees stale vectors): a lock file sees to that.
"""

import datetime as dt
import logging
import re
import shutil
import threading
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any

import numpy as np
from filelock import FileLock, Timeout

from secondround.domain.materials import Document, Kind, Passage
from secondround.errors import NotFound, SecondRoundError, SetupError
from secondround.materials import ranking
from secondround.ports import Embedder

if TYPE_CHECKING:
    from chromadb.api.client import Client
    from chromadb.api.models.Collection import Collection

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
_NEVER = 2**31 - 1
"""After so many passages Chroma saves its graph; until then it makes it from its database."""
_ROOM = 2_000_000
"""With fewer bytes left, a failure is put down to the full disk."""


class Damaged(SetupError):
    """The dossier's passages cannot be used any more; they can be made again."""


class ChromaIndex:
    """The passages of all dossiers (port Index); opened when first used, shared between threads."""

    def __init__(self, folder: Path, embedder: Embedder) -> None:
        self._folder = folder
        self._embedder = embedder
        self._space = f"passages.{embedder.name}.v2"
        self._lock = threading.RLock()
        self._held: FileLock | None = None
        self._clients: dict[str, Client] = {}

    def put(self, document: Document, passages: Sequence[Passage]) -> None:
        """Replaces all passages of the document.

        Raises:
            SetupError: open elsewhere, disk full, not writable; `Damaged`.
            EngineError: the embedding service does not answer.
        """
        rows: dict[str, Any] = {
            "ids": [passage.id for passage in passages],
            "documents": [passage.text for passage in passages],
            "metadatas": [_about(passage) for passage in passages],
            "embeddings": self._embedder.embed([_in_context(passage) for passage in passages]),
        }
        with self._using(document.dossier_id):
            self.remove(document.dossier_id, document.id)
            if passages:
                self._collection(document.dossier_id).upsert(**rows)

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
            rows = self._collection(dossier_id).get(include=["documents", "metadatas"])
        found = _passages(rows["ids"], rows["documents"], rows["metadatas"])
        wanted = [passage for passage in found if not kinds or passage.kind in kinds]
        return sorted(wanted, key=lambda passage: (passage.document_id, passage.start))

    def search(
        self, dossier_id: str, query: str, k: int = 5, kinds: Sequence[Kind] = ()
    ) -> list[Passage]:
        """At most k passages with their score, best first; none where nothing answers.

        Raises:
            SetupError: open elsewhere; `Damaged`.
            EngineError: the embedding service does not answer.
        """
        if not query.strip() or not self._has(dossier_id):
            return []
        vector = self._embedder.embed([query])
        with self._using(dossier_id):
            rows = self._collection(dossier_id).get(
                include=["documents", "metadatas", "embeddings"]
            )
        found = _passages(rows["ids"], rows["documents"], rows["metadatas"])
        if not found:
            return []
        near = np.asarray(rows["embeddings"]) @ vector[0]  # Chroma's own query misses some at times
        return ranking.best(query, found, near.tolist(), k, kinds)

    def close(self) -> None:
        """Lets another process use the folder; the next use opens it again."""
        with self._lock:
            self._close(*list(self._clients))
            if self._held is not None:
                self._held.release()
                self._held = None

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

    def _collection(self, dossier_id: str) -> "Collection":
        """The dossier's collection; what another embedding model filled is dropped."""
        if dossier_id not in self._clients:
            self._clients[dossier_id] = _client(self._place(dossier_id))
            self._close(*list(self._clients)[:-_MOST_OPEN])
        client = self._clients[dossier_id]
        if any(collection.name != self._space for collection in client.list_collections()):
            self._drop(dossier_id)
            return self._collection(dossier_id)
        return client.get_or_create_collection(
            self._space,
            embedding_function=None,
            configuration={"hnsw": {"space": "cosine", "sync_threshold": _NEVER}},
        )

    def _remove(self, dossier_id: str, document_id: str) -> None:
        rows = self._collection(dossier_id).get(include=["documents", "metadatas", "embeddings"])
        abouts = rows["metadatas"] or []
        kept = [i for i, about in enumerate(abouts) if about["document_id"] != document_id]
        if len(kept) == len(rows["ids"]):
            return
        self._drop(dossier_id)
        if kept:
            self._collection(dossier_id).upsert(**_picked(dict(rows), kept))

    def _drop(self, dossier_id: str) -> None:
        self._close(dossier_id)
        place = self._place(dossier_id)
        if place.is_dir():
            shutil.rmtree(place)
        else:
            place.unlink(missing_ok=True)

    def _close(self, *dossier_ids: str) -> None:
        for dossier_id in dossier_ids:
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


def _in_context(passage: Passage) -> str:
    """What is embedded: a passage says more together with where it stands."""
    source = re.sub(r"[-_.]+", " ", PurePath(passage.document).stem)
    return f"{source}: {passage.heading}\n{passage.text}"


def _about(passage: Passage) -> dict[str, str | int]:
    return {
        "document_id": passage.document_id,
        "source": passage.document,
        "kind": passage.kind.value,
        "date": passage.date.isoformat() if passage.date else "",
        "heading": passage.heading,
        "start": passage.start,
        "end": passage.end,
    }


def _passages(
    ids: Sequence[str],
    texts: Sequence[str] | None,
    abouts: Sequence[Mapping[str, Any]] | None,
) -> list[Passage]:
    return [
        Passage(
            id=id_,
            document_id=about["document_id"],
            document=about["source"],
            kind=Kind(about["kind"]),
            date=dt.date.fromisoformat(about["date"]) if about["date"] else None,
            heading=about["heading"],
            start=about["start"],
            end=about["end"],
            text=text,
        )
        for id_, text, about in zip(ids, texts or (), abouts or (), strict=True)
    ]


def _picked(rows: Mapping[str, Any], kept: Sequence[int]) -> dict[str, Any]:
    columns = ("ids", "documents", "metadatas", "embeddings")
    return {column: [rows[column][i] for i in kept] for column in columns}
