"""What holds of every index."""

from datetime import date

import pytest

from fakes import START
from secondround.domain.materials import Document, Kind
from secondround.domain.scope import Scope
from secondround.materials.chunk import passages
from secondround.materials.embed import SearchMiniLM
from secondround.materials.index import ChromaIndex

EMBEDDER = SearchMiniLM()
MAKERS = {"chroma": lambda folder: ChromaIndex(folder / "passages", EMBEDDER)}


@pytest.fixture(params=MAKERS)
def index(request, tmp_path):
    index = MAKERS[request.param](tmp_path)
    yield index
    index.close()


def document(id, text, kind=Kind.FIRST_INTERVIEW, dossier_id="d"):
    return Document(
        id=id,
        dossier_id=dossier_id,
        name=f"{id}.md",
        kind=kind,
        date=date(2025, 11, 10),
        text=text,
        added_at=START,
    )


NOTES = document(
    "notes", "## Doubts\n\n- I never led an inspection.\n\n## To do\n\n- Send the rota."
)
RESUME = document("resume", "Led an inspection of four care homes in 2024.", Kind.RESUME)
QUERY = "Have I led an inspection?"


def put(index, *documents):
    for one in documents:
        index.put(one, passages(one))


def texts(found):
    return [passage.text for passage in found]


def test_passages_come_back_as_they_were_put_by_document_and_offset(index):
    put(index, RESUME, NOTES)
    assert index.passages("d") == [*passages(NOTES), *passages(RESUME)]
    assert index.passages("d", [Kind.RESUME]) == passages(RESUME)


def test_the_best_passage_comes_first_with_its_score(index):
    put(index, NOTES, RESUME)
    found = index.search("d", QUERY)
    assert set(texts(found)[:2]) == {"- I never led an inspection.", RESUME.text}
    scores = [passage.score for passage in found]
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= 1 for score in scores)
    assert found[0].model_copy(update={"score": None}) in index.passages("d")


def test_no_more_than_asked_for_and_only_of_these_kinds(index):
    put(index, NOTES, RESUME)
    assert len(index.search("d", QUERY, k=1)) == 1
    assert texts(index.search("d", QUERY, scope=Scope(kinds=(Kind.RESUME,)))) == [RESUME.text]
    assert index.search("d", QUERY, scope=Scope(kinds=(Kind.COMPANY, Kind.JOB))) == []


@pytest.mark.parametrize("query", ["", " \n", "recipe for banana bread"])
def test_nothing_is_found_where_nothing_answers(index, query):
    put(index, NOTES, RESUME)
    assert index.search("d", query) == []


def test_an_unknown_dossier_has_nothing_and_can_be_forgotten(index):
    assert index.search("unknown", QUERY) == index.passages("unknown") == []
    index.remove("unknown")
    index.remove("unknown", "notes")
    assert index.dossiers() == []


def test_dossiers_are_kept_apart(index):
    other = document("other", "The inspection of the ovens takes an hour.", dossier_id="e")
    put(index, NOTES, other)
    assert index.dossiers() == ["d", "e"]
    assert {passage.document_id for passage in index.search("d", QUERY)} == {"notes"}
    assert {passage.document_id for passage in index.search("e", "inspection")} == {"other"}
    index.remove("d")
    assert index.dossiers() == ["e"]
    assert index.passages("e") == passages(other)


def test_putting_a_document_again_replaces_all_its_passages(index):
    put(index, NOTES, RESUME)
    shorter = NOTES.model_copy(update={"text": "Nothing was said.", "kind": Kind.COMPANY})
    put(index, shorter)
    assert index.passages("d") == [*passages(shorter), *passages(RESUME)]
    index.put(shorter, [])
    assert index.passages("d") == passages(RESUME)


def test_a_removed_document_is_not_found_and_the_others_are(index):
    put(index, NOTES, RESUME)
    index.remove("d", "notes")
    index.remove("d", "notes")
    assert texts(index.search("d", QUERY)) == [RESUME.text]


def test_passages_without_date_and_heading_and_in_any_script(index):
    plain = document("plain", "彼女は検査を三回通した。 Ça a marché 🙂").model_copy(
        update={"date": None}
    )
    put(index, plain)
    (found,) = index.passages("d")
    assert (found.date, found.heading, found.text) == (None, "", plain.text)
