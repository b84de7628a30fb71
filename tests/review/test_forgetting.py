"""What is forgotten is gone from the whole data folder: database, passages and whatever lies by."""

import pytest

from scenes import ANSWER
from secondround.app import build
from secondround.domain.interview import Act, Mode

SECRET = "kingfisher"


@pytest.fixture
def app():
    return build()


def holding(app, word):
    """The files of the data folder in which the word stands."""
    files = (path for path in app.home.rglob("*") if path.is_file())
    return [path.name for path in files if word.encode() in path.read_bytes()]


def talked(app, company, said):
    """A dossier with notes and an interview in which that was said."""
    dossier = app.new_dossier(company, "Care Manager")
    notes = f"# First interview\n\nThey asked about the {said} twice, and about the night rota.\n"
    app.library.take_in(dossier.id, "notes.md", notes.encode())
    begun = app.session.begin(
        dossier.id, persona_ids=["teammate"], mode=Mode.REALISTIC, questions=1
    )
    list(app.session.go_on(begun.id))
    app.session.take(begun.id, Act.ANSWER, f"{ANSWER} That was the {said}.")
    list(app.feedback.judge_missing(begun.id))
    return dossier, begun


def test_a_forgotten_dossier_leaves_no_word_and_the_others_stay(app):
    dossier, _ = talked(app, "Elm House", SECRET)
    kept, talk = talked(app, "Oak House", "heron")
    assert "secondround.db" in holding(app, SECRET)
    app.forget_dossier(dossier.id)
    assert holding(app, SECRET) == []
    assert app.store.dossiers() == [kept]
    assert app.found(talk.id).critiques
    assert app.library.search(kept.id, "the heron")


def test_a_forgotten_interview_leaves_its_dossier(app):
    dossier, begun = talked(app, "Elm House", "heron")
    app.session.take(begun.id, Act.END, "")
    second = app.session.begin(
        dossier.id, persona_ids=["teammate"], mode=Mode.REALISTIC, questions=1
    )
    list(app.session.go_on(second.id))
    app.session.take(second.id, Act.ANSWER, f"That was the {SECRET}.")
    app.store.delete_interview(second.id)
    assert holding(app, SECRET) == []
    assert [found.interview.id for found in app.store.interviews()] == [begun.id]
