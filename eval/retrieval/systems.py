"""What is compared: the product, plain Chroma with the same embeddings and with MiniLM, and BM25.

The plain ones get what a first attempt would give them: stretches of sixty words.
"""

import re
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol

from eval.retrieval.dossiers import Dossier, Query
from secondround.domain.materials import Document, Passage
from secondround.domain.scope import Scope
from secondround.materials import chunk
from secondround.materials.embed import MiniLM, SearchMiniLM
from secondround.materials.index import ChromaIndex
from secondround.ports import Embedder

WINDOW = 60
TAUGHT, PUBLISHED = SearchMiniLM(), MiniLM()


class System(Protocol):
    """Finds passages in one dossier."""

    def search(self, query: Query, k: int) -> Sequence[Passage]:
        """At most k, best first."""
        ...


class Product:
    """Second Round as it is."""

    def __init__(self, dossier: Dossier, index: ChromaIndex) -> None:
        self._id, self._index = dossier.name, index
        for document in dossier.documents:
            index.put(document, chunk.passages(document))

    def search(self, query: Query, k: int) -> Sequence[Passage]:
        return self._index.search(self._id, query.text, k, Scope(kinds=query.kinds))


class PlainChroma:
    """Chroma's own search over windows of words."""

    def __init__(self, dossier: Dossier, embedder: Embedder) -> None:
        import chromadb

        self._embedder = embedder
        self._windows = windows(dossier.documents)
        cosine: Any = {"hnsw": {"space": "cosine"}}
        self._collection = chromadb.EphemeralClient().create_collection(
            f"plain-{embedder.name}-{dossier.name}", embedding_function=None, configuration=cosine
        )
        self._collection.add(
            ids=[str(i) for i in range(len(self._windows))],
            embeddings=embedder.embed([window.text for window in self._windows]),
            metadatas=[{"kind": window.kind.value} for window in self._windows],
        )

    def search(self, query: Query, k: int) -> Sequence[Passage]:
        of_kind: Any = {"kind": {"$in": [kind.value for kind in query.kinds]}}
        found = self._collection.query(
            query_embeddings=self._embedder.embed([query.text]),
            n_results=k,
            where=of_kind if query.kinds else None,
        )
        return [self._windows[int(i)] for i in found["ids"][0]]


class PlainBm25:
    """BM25 over the same windows, English stop words left out."""

    def __init__(self, dossier: Dossier) -> None:
        import bm25s

        self._windows = windows(dossier.documents)
        self._bm25s, self._retriever = bm25s, bm25s.BM25()
        self._retriever.index(self._tokens([w.text for w in self._windows]), show_progress=False)

    def search(self, query: Query, k: int) -> Sequence[Passage]:
        scores = self._retriever.get_scores(
            self._bm25s.tokenize(query.text, stopwords="en", return_ids=False, show_progress=False)[
                0
            ]
        )
        ranked = sorted(range(len(self._windows)), key=lambda i: -scores[i])
        wanted = (i for i in ranked if not query.kinds or self._windows[i].kind in query.kinds)
        return [self._windows[i] for i, _ in zip(wanted, range(k), strict=False) if scores[i] > 0]

    def _tokens(self, texts: list[str]) -> object:
        return self._bm25s.tokenize(texts, stopwords="en", show_progress=False)


def windows(documents: Sequence[Document]) -> list[Passage]:
    """Each document in stretches of sixty words, nothing known of its structure."""
    return [window for document in documents for window in _windows(document)]


def _windows(document: Document) -> Iterator[Passage]:
    words = [match.span() for match in re.finditer(r"\S+", document.text)]
    for first in range(0, len(words), WINDOW):
        start, end = words[first][0], words[first : first + WINDOW][-1][1]
        yield Passage(
            id=f"{document.id}:{start}-{end}",
            document_id=document.id,
            document=document.name,
            kind=document.kind,
            start=start,
            end=end,
            text=document.text[start:end],
        )


@contextmanager
def all_systems(dossier: Dossier) -> Iterator[dict[str, System]]:
    """Each of them, with the dossier's documents in it."""
    with tempfile.TemporaryDirectory() as folder:
        index = ChromaIndex(Path(folder), TAUGHT)
        yield {
            "Second Round": Product(dossier, index),
            "plain Chroma, our embeddings": PlainChroma(dossier, TAUGHT),
            "plain Chroma, MiniLM as published": PlainChroma(dossier, PUBLISHED),
            "BM25": PlainBm25(dossier),
        }
        index.close()
