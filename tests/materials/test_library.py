"""The library: what is taken in is kept and found, what is removed is gone, a crash is mended."""

from collections.abc import Sequence

import pytest

from fakes import START, StepClock, nothing_to_fetch
from materials import files
from scenes import DOSSIER
from secondround.domain.materials import Document, Kind
from secondround.errors import DocumentError, EngineUnavailable, NotFound
from secondround.materials import chunk
from secondround.materials.embed import MiniLM
from secondround.materials.incoming import identity
from secondround.materials.index import ChromaIndex
from secondround.materials.library import Library
from secondround.review.store import SqlStore

EMBEDDER = MiniLM()
OTHER = DOSSIER.model_copy(update={"id": "e", "company": "Oak House"})
NOTES = (
    "# First interview\n\n10 November 2025\n\n## Worries about me\n\n"
    "- I have never been through an inspection as the registered manager.\n\n"
    "## What I promised\n\n- I will send Priya the kingfisher checklist.\n"
)
ROTA = "# The rota\n\nThe night rota has gaps every weekend, and agency nurses fill them.\n"


class BrokenService:
    """Turns texts into vectors until it is out of reach."""

    name = "minilm-int8"

    def __init__(self) -> None:
        self.answers = True

    def embed(self, texts: Sequence[str]):
        self._answer()
        return EMBEDDER.embed(texts)

    def embed_parts(self, texts):
        self._answer()
        return EMBEDDER.embed_parts(texts)

    def _answer(self):
        if not self.answers:
            raise EngineUnavailable("The embedding service did not answer: try again.")


@pytest.fixture
def store(tmp_path):
    store = SqlStore(f"sqlite:///{tmp_path}/kept.db")
    store.save_dossier(DOSSIER)
    store.save_dossier(OTHER)
    yield store
    store.close()


@pytest.fixture
def service():
    return BrokenService()


@pytest.fixture
def index(tmp_path, service):
    index = ChromaIndex(tmp_path / "passages", service)
    yield index
    index.close()


@pytest.fixture
def library(store, index):
    return Library(store, index, StepClock(), nothing_to_fetch, max_mb=1)


def take(library, text, name="notes.md", dossier_id="d", **more):
    return library.take_in(dossier_id, name, text.encode(), **more)


def in_step(store, index):
    """Whether the index holds just the passages of what is stored."""
    kept = sorted(p.id for doc in store.documents("d") for p in chunk.passages(doc))
    return sorted(passage.id for passage in index.passages("d")) == kept


def holding(folder, words):
    """The dossiers in whose files the words stand."""
    files = [path for path in folder.rglob("*") if path.is_file()]
    found = [path for path in files if words.encode() in path.read_bytes()]
    return {path.relative_to(folder).parts[0] for path in found}


def document(text, name="notes.md"):
    return Document(
        id=identity("d", text),
        dossier_id="d",
        name=name,
        kind=Kind.FIRST_INTERVIEW,
        text=text,
        added_at=START,
    )


def test_what_is_taken_in_is_kept_with_its_kind_and_date_and_found(library):
    intake = take(library, NOTES, "../first interview notes.md")
    assert (intake.status, intake.kind, intake.problem) == ("added", Kind.FIRST_INTERVIEW, None)
    (kept,) = library.documents("d")
    assert (kept.id, kept.name) == (intake.document_id, "first interview notes.md")
    assert kept.date.isoformat() == "2025-11-10"
    assert intake.passages == len(library.passages("d"))
    best = library.search("d", "What did I promise to send?")[0]
    assert "kingfisher checklist" in best.text
    assert kept.text[best.start : best.end] == best.text


def test_a_kind_that_is_given_is_not_guessed_again(library):
    assert take(library, NOTES, kind=Kind.COMPANY).kind is Kind.COMPANY


def test_the_same_text_twice_is_one_document_whatever_it_is_called(library):
    first = take(library, NOTES)
    again = take(library, NOTES, "copy of notes.md")
    assert (again.status, again.document_id) == ("duplicate", first.document_id)
    assert len(library.documents("d")) == 1
    assert take(library, NOTES, dossier_id="e").status == "added"


@pytest.mark.parametrize(
    ("name", "data", "says"),
    [
        ("cv.pdf", files.pdf(["Led 22 people."])[:300], "damaged|no text"),
        ("long.txt", b"word " * 300_000, "larger than 1 MB"),
        ("empty.txt", b" \n", "empty|no text"),
        ("rule.md", b"---\n***\n", "no text|empty"),
    ],
)
def test_a_bad_file_fails_alone_and_says_why(library, store, index, name, data, says):
    take(library, NOTES)
    failed = library.take_in("d", name, data)
    assert (failed.status, failed.document_id, failed.name) == ("failed", None, name)
    assert any(word in failed.problem for word in says.split("|")), failed.problem
    assert take(library, ROTA, "rota.md").status == "added"
    assert [kept.name for kept in library.documents("d")] == ["notes.md", "rota.md"]
    assert in_step(store, index)


def test_an_unknown_dossier_is_an_error_and_no_failed_file(library):
    with pytest.raises(NotFound):
        take(library, NOTES, dossier_id="nobody")


def test_a_file_that_cannot_be_indexed_is_not_kept(library, service):
    service.answers = False
    failed = take(library, NOTES)
    assert failed.status == "failed"
    assert failed.problem == "The embedding service did not answer: try again."
    assert library.documents("d") == []
    service.answers = True
    assert take(library, NOTES).status == "added"


def test_passages_are_found_under_the_kind_they_were_changed_to(library):
    taken = take(library, NOTES)
    library.change_kind(taken.document_id, Kind.COMPANY)
    assert library.search("d", "kingfisher checklist", kinds=[Kind.FIRST_INTERVIEW]) == []
    found = library.search("d", "kingfisher checklist", kinds=[Kind.COMPANY])
    assert {passage.kind for passage in found} == {Kind.COMPANY}
    assert library.passages("d", [Kind.FIRST_INTERVIEW]) == []


def test_a_kind_that_cannot_be_indexed_stays_what_it_was(library, service):
    taken = take(library, NOTES)
    service.answers = False
    with pytest.raises(EngineUnavailable):
        library.change_kind(taken.document_id, Kind.COMPANY)
    assert library.documents("d")[0].kind is Kind.FIRST_INTERVIEW


def test_a_corrected_text_takes_the_place_of_the_old_one(library, store, index):
    take(library, ROTA, "rota.md")
    taken = take(library, NOTES)
    corrected = library.correct(taken.document_id, NOTES.replace("kingfisher", "heron"))
    assert [kept.name for kept in library.documents("d")] == ["rota.md", "notes.md"]
    assert library.documents("d")[1] == corrected
    assert corrected.id == identity("d", corrected.text) != taken.document_id
    assert "heron" in library.search("d", "checklist for Priya")[0].text
    assert in_step(store, index)
    assert take(library, corrected.text).status == "duplicate"


def test_what_is_found_in_a_pdf_says_on_which_page_until_its_text_is_corrected(library):
    data = files.pdf(["The mill made 40 tonnes."], ["The kingfisher checklist is due on Friday."])
    taken = library.take_in("d", "report.pdf", data)
    assert library.search("d", "kingfisher checklist")[0].page == 2
    library.correct(taken.document_id, "The kingfisher checklist is due on Monday.")
    assert library.search("d", "kingfisher checklist")[0].page is None


@pytest.mark.parametrize("text", ["", " \n", ROTA, "***"])
def test_a_correction_that_leaves_nothing_or_a_twin_changes_nothing(library, store, index, text):
    take(library, ROTA, "rota.md")
    taken = take(library, NOTES)
    before = library.documents("d")
    with pytest.raises(DocumentError):
        library.correct(taken.document_id, text)
    assert library.documents("d") == before
    assert in_step(store, index)


def test_a_removed_document_takes_its_passages_along(library, store, index):
    taken = take(library, NOTES)
    take(library, ROTA, "rota.md")
    library.remove(taken.document_id)
    assert [kept.name for kept in library.documents("d")] == ["rota.md"]
    assert library.search("d", "kingfisher checklist") == []
    assert in_step(store, index)
    with pytest.raises(NotFound):
        library.remove(taken.document_id)


@pytest.mark.parametrize("mends", ["mend", "search"])
def test_what_a_crash_left_saved_but_not_indexed_is_found(store, index, library, mends):
    store.save_document(document(NOTES))
    if mends == "mend":
        library.mend()
        assert in_step(store, index)
    assert "kingfisher" in library.search("d", "kingfisher checklist")[0].text


def test_what_is_indexed_but_not_kept_is_dropped(store, index, library):
    kept, lost = document(ROTA, "rota.md"), document(NOTES)
    store.save_document(kept)
    for one in (kept, lost, lost.model_copy(update={"dossier_id": "gone"})):
        index.put(one, chunk.passages(one))
    library.mend()
    assert in_step(store, index)
    assert index.dossiers() == ["d"]


def test_what_was_indexed_otherwise_than_it_is_kept_is_indexed_again(store, index, library):
    store.save_document(document(NOTES))
    changed = document(NOTES).model_copy(update={"kind": Kind.JOB})
    index.put(changed, chunk.passages(changed))
    library.mend()
    assert {passage.kind for passage in index.passages("d")} == {Kind.FIRST_INTERVIEW}


def test_a_lost_or_damaged_index_is_made_again(store, index, library, tmp_path, service):
    take(library, NOTES)
    index.close()
    for path in (tmp_path / "passages" / "d").rglob("*"):
        if path.is_file():
            path.write_bytes(b"no database at all" * 99)
    opened = ChromaIndex(tmp_path / "passages", service)
    again = Library(store, opened, StepClock(), nothing_to_fetch, max_mb=1)
    assert "kingfisher" in again.search("d", "kingfisher checklist")[0].text
    assert take(again, ROTA, "rota.md").status == "added"


def test_a_file_is_taken_in_although_the_index_is_damaged(library, store, index, tmp_path):
    take(library, ROTA, "rota.md")
    index.close()
    (tmp_path / "passages" / "d" / "chroma.sqlite3").write_bytes(b"no database at all" * 99)
    assert take(library, NOTES).status == "added"
    assert in_step(store, index)


def test_a_document_can_be_removed_although_the_index_is_damaged(library, index, store, tmp_path):
    take(library, ROTA, "rota.md")
    taken = take(library, NOTES)
    index.close()
    (tmp_path / "passages" / "d" / "chroma.sqlite3").write_bytes(b"no database at all" * 99)
    library.remove(taken.document_id)
    assert [kept.name for kept in library.documents("d")] == ["rota.md"]
    assert library.search("d", "night rota")[0].document == "rota.md"
    assert in_step(store, index)


@pytest.mark.parametrize("forgets", ["forget", "remove"])
def test_nothing_that_is_forgotten_stays_on_the_disk(library, index, tmp_path, forgets):
    taken = take(library, NOTES)
    take(library, ROTA, dossier_id="e")
    if forgets == "forget":
        library.forget("d")
    else:
        library.remove(taken.document_id)
    index.close()
    assert holding(tmp_path / "passages", "kingfisher") == set()
    assert holding(tmp_path / "passages", "night rota") == {"e"}
