"""How long finding takes in ten thousand passages, and taking in a book of 200 pages: `make bench`.

The passages are made of the sentences of the evaluation dossiers, shuffled, so that words are as
rare and as common as in real ones. Their vectors are random (embedding them would take half an
hour and changes nothing about the search); queries are embedded by the real model.
"""

import io
import random
import statistics
import time
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from xml.sax.saxutils import escape

import numpy as np
from numpy.typing import NDArray

from eval.retrieval.dossiers import ADDED, UNSEEN, dossiers
from secondround.app import App
from secondround.domain.materials import Document, Kind
from secondround.materials import chunk
from secondround.materials.embed import SearchMiniLM
from secondround.materials.index import ChromaIndex
from secondround.materials.sentences import sentences
from secondround.ports import Parted
from secondround.settings import Settings

PASSAGES, PAGES, PAGE_WORDS = 10_000, 200, 400
SEARCH_BAR, BOOK_BAR = 50.0, 60.0
"""Milliseconds at the 95th percentile, and seconds, that must not be reached."""
WORDS = 80
"""Of a passage."""


class QueriesOnly:
    """Random vectors for many texts at once, the real one for a single query."""

    name = "queries-only"

    def __init__(self) -> None:
        self._model, self._rng = SearchMiniLM(), np.random.default_rng(0)

    def embed(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Shape (len(texts), 384)."""
        if len(texts) == 1:
            return self._model.embed(texts)
        return self._random(len(texts))

    def embed_parts(self, texts: Sequence[Parted]) -> list[NDArray[np.float32]]:
        """Shape (1 + parts, 384) each."""
        return [self._random(1 + len(parts)) for _, parts in texts]

    def _random(self, count: int) -> NDArray[np.float32]:
        rows = self._rng.normal(size=(count, 384)).astype(np.float32)
        return np.asarray(rows / np.linalg.norm(rows, axis=1, keepdims=True), np.float32)


def main() -> int:
    """Prints the table; the exit status says whether a bar was missed."""
    known = dossiers(UNSEEN)
    said = [
        document.text[start:end]
        for dossier in known
        for document in dossier.documents
        for start, end in sentences(document.text)
    ]
    queries = [query.text for dossier in known for query in dossier.queries]
    waits = sorted(_searches(said, queries))
    p95 = statistics.quantiles(waits, n=20)[-1]
    print(
        f"search in {PASSAGES} passages: median {statistics.median(waits):.0f} ms, p95 {p95:.0f} ms"
    )
    took = _book(said)
    print(f"a PDF of {PAGES} pages taken in: {took:.0f} s")
    return int(p95 >= SEARCH_BAR or took >= BOOK_BAR)


def _searches(said: Sequence[str], queries: Sequence[str]) -> list[float]:
    with TemporaryDirectory() as folder:
        index, rng = ChromaIndex(Path(folder), QueriesOnly()), random.Random(0)
        sections = (f"## Section {i}\n\n{_text(said, WORDS, rng)}" for i in range(PASSAGES))
        document = Document(
            id="book",
            dossier_id="d",
            name="book.md",
            kind=Kind.COMPANY,
            text="\n\n".join(sections),
            added_at=ADDED,
        )
        index.put(document, chunk.passages(document)[:PASSAGES])
        index.search("d", "a first one, which reads all of them")
        waits = []
        for query in queries:
            started = time.perf_counter()
            index.search("d", query)
            waits.append(1000 * (time.perf_counter() - started))
        index.close()
    return waits


def _book(said: Sequence[str]) -> float:
    """Seconds from the bytes of the PDF until it can be searched."""
    with TemporaryDirectory() as home:
        app = App(Settings(home=Path(home), model="", base_url="", max_upload_mb=50))
        dossier = app.new_dossier("Bench")
        app.embedder.embed(["warm"])
        pages = _pdf(said)
        started = time.perf_counter()
        intake = app.library.take_in(dossier.id, "book.pdf", pages)
        took = time.perf_counter() - started
        print(f"{intake.status}: {intake.passages} passages {intake.problem or ''}")
    return took


def _pdf(said: Sequence[str]) -> bytes:
    from reportlab.lib.styles import getSampleStyleSheet
    from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate

    rng, style, story = random.Random(1), getSampleStyleSheet(), list[object]()
    for page in range(PAGES):
        story += [Paragraph(f"Chapter {page + 1}", style["Heading1"])]
        story += [
            Paragraph(escape(_text(said, PAGE_WORDS // 4, rng)), style["Normal"]) for _ in "1234"
        ]
        story += [PageBreak()]
    written = io.BytesIO()
    SimpleDocTemplate(written).build(story)
    return written.getvalue()


def _text(said: Sequence[str], words: int, rng: random.Random) -> str:
    """Sentences of about so many words together."""
    chosen: list[str] = []
    while sum(len(sentence.split()) for sentence in chosen) < words:
        chosen.append(" ".join(rng.choice(said).split()))
    return " ".join(chosen)


if __name__ == "__main__":
    raise SystemExit(main())
