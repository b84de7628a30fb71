"""Chroma on the disk: survives closing, is used by one process, owns up when it is damaged."""

import os
import subprocess
import sys
import threading
from zlib import crc32

import numpy as np
import pytest

from fakes import START
from secondround.domain.materials import Document, Kind
from secondround.errors import NotFound, SetupError
from secondround.materials.chunk import passages
from secondround.materials.embed import SearchMiniLM
from secondround.materials.index import IN_USE, ChromaIndex, Damaged

EMBEDDER = SearchMiniLM()
QUERY = "Who fills the night rota?"
SEARCH_ELSEWHERE = """
import sys
from pathlib import Path
from secondround.errors import SetupError
from secondround.materials.embed import SearchMiniLM
from secondround.materials.index import ChromaIndex
try:
    print(len(ChromaIndex(Path(sys.argv[1]), SearchMiniLM()).search("d", "night rota")))
except SetupError as error:
    print(error)
"""


def document(text="The night rota has gaps, and agency nurses fill them.", **more):
    about = {"id": "notes", "dossier_id": "d", "name": "notes.md"}
    return Document(kind=Kind.FIRST_INTERVIEW, text=text, added_at=START, **(about | more))


class Scattered:
    """Another vector space: each text somewhere in 256 dimensions."""

    name = "scattered"

    def embed(self, texts):
        rows = [np.random.default_rng(crc32(text.encode())).normal(size=256) for text in texts]
        return np.array([row / np.linalg.norm(row) for row in rows], np.float32)

    def embed_parts(self, texts):
        return [self.embed([text, *(text[a:b] for a, b in parts)]) for text, parts in texts]


@pytest.fixture
def folder(tmp_path):
    return tmp_path / "kept" / "passages"


@pytest.fixture
def index(folder):
    index = ChromaIndex(folder, EMBEDDER)
    yield index
    index.close()


def filled(index, *documents):
    for one in documents or (document(),):
        index.put(one, passages(one))
    return index


def spoil(folder):
    database = folder / "d" / "chroma.sqlite3"
    database.write_bytes(b"no database at all" * 500)


def elsewhere(folder):
    ran = subprocess.run(
        [sys.executable, "-c", SEARCH_ELSEWHERE, folder],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    return ran.stdout.strip()


def test_what_was_put_is_found_after_closing_and_opening_again(index, folder):
    before = filled(index).search("d", QUERY)
    index.close()
    assert index.search("d", QUERY) == before != []
    index.close()
    assert ChromaIndex(folder, EMBEDDER).search("d", QUERY) == before


def test_a_second_process_is_told_in_a_sentence_until_the_first_one_closes(index, folder):
    filled(index)
    assert elsewhere(folder) == IN_USE
    assert index.search("d", QUERY)
    index.close()
    assert elsewhere(folder) == "1"


def test_two_indexes_of_one_process_do_not_lock_each_other_out(index, folder):
    filled(index)
    other = ChromaIndex(folder, EMBEDDER)
    assert other.search("d", QUERY)
    other.close()


def test_a_damaged_dossier_says_so_and_the_others_go_on(index, folder, caplog):
    filled(index, document(), document(dossier_id="e"))
    index.close()
    spoil(folder)
    for _ in range(2):
        with pytest.raises(Damaged, match="damaged"):
            index.search("d", QUERY)
    assert "cannot be used" in caplog.text
    assert index.search("e", QUERY)
    index.remove("d")
    assert filled(index).search("d", QUERY)


def test_a_stray_file_in_the_place_of_a_dossier_does_no_harm(index, folder):
    folder.mkdir(parents=True)
    (folder / "d").write_text("What is this doing here?", encoding="utf-8")
    with pytest.raises(SetupError):
        index.search("d", QUERY)
    index.remove("d")
    assert index.dossiers() == []


@pytest.mark.skipif(os.name != "posix", reason="modes are of this system only")
def test_the_folder_is_for_its_owner_alone(index, folder):
    filled(index)
    assert folder.stat().st_mode & 0o077 == 0


def test_a_folder_that_cannot_be_made_is_named(tmp_path):
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(SetupError, match="file/passages cannot be used"):
        filled(ChromaIndex(tmp_path / "file" / "passages", EMBEDDER))


@pytest.mark.parametrize("dossier_id", ["", "..", "a/b", "../e", ".lock"])
def test_what_is_no_id_never_becomes_a_path(index, dossier_id):
    for use in (index.passages, index.remove, lambda id: index.search(id, QUERY)):
        with pytest.raises(NotFound):
            use(dossier_id)


def test_passages_of_another_vector_space_are_dropped_and_not_compared(index, folder):
    filled(index)
    index.close()
    other = ChromaIndex(folder, Scattered())
    assert other.passages("d") == []
    assert filled(other).search("d", "The night rota has gaps")
    other.close()


def test_more_dossiers_than_are_held_open_stay_in_reach(index):
    ids = [f"d{i}" for i in range(11)]
    for id in ids:
        filled(index, document(dossier_id=id))
    assert sorted(index.dossiers()) == sorted(ids)
    assert all(index.search(id, QUERY) for id in ids)


def test_threads_may_put_and_search_at_once(index):
    problems = []

    def use(number):
        try:
            filled(index, document(id=f"n{number}", text=f"Rota {number} has gaps at night."))
            index.search("d", QUERY)
        except Exception as error:
            problems.append(error)

    threads = [threading.Thread(target=use, args=[number]) for number in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert problems == []
    assert len(index.passages("d")) == 6


def test_no_file_of_a_graph_stays_as_it_would_hold_stray_memory(index, folder):
    filled(index, document(), document(id="more", text="The canteen opens at six.")).search(
        "d", QUERY
    )
    assert [path.name for path in folder.rglob("*.bin")] == []
    index.close()
    assert index.search("d", QUERY)
    assert [path.name for path in folder.rglob("*.bin")] == []


def test_more_passages_than_chroma_keeps_in_memory_by_default_are_found_again(folder):
    text = "\n\n".join(f"## Day {i}\n\nOn day {i} nothing happened." for i in range(1_100))
    index = filled(ChromaIndex(folder, Scattered()), document(text))
    index.close()
    assert len(index.passages("d")) == 1_100
    as_embedded = "notes: Day 1099\nOn day 1099 nothing happened."
    assert index.search("d", as_embedded, k=1)[0].heading == "Day 1099"
    index.close()
