"""Taking in: e-mails with attachments, web pages, progress; a stop or a failure leaves no half."""

from email.message import EmailMessage

import pytest

from fakes import StepClock, nothing_to_fetch
from materials import files
from scenes import DOSSIER
from secondround.domain.materials import Kind
from secondround.errors import Cancelled, NotFound, SetupError
from secondround.materials import chunk
from secondround.materials.embed import MiniLM
from secondround.materials.fetch import Fetched
from secondround.materials.index import ChromaIndex
from secondround.materials.library import Library
from secondround.review.store import SqlStore

EMBEDDER = MiniLM()
LONG = "\n\n".join(f"## Home {n}\n\nIts night rota has {n + 3} gaps a week." for n in range(90))
PAGE = """<html><head><title>Elm House / 24 hours</title></head><body><article><h1>Our homes</h1>
<p>Elm House runs four care homes, all of them open day and night, and employs 310 people.</p>
</article></body></html>"""


class Kept(SqlStore):
    """A store whose disk can be full."""

    full = False

    def save_document(self, document):
        if self.full:
            raise SetupError("The disk is full: make room, then try again.")
        super().save_document(document)


@pytest.fixture
def store(tmp_path):
    store = Kept(f"sqlite:///{tmp_path}/kept.db")
    store.save_dossier(DOSSIER)
    yield store
    store.close()


@pytest.fixture
def index(tmp_path):
    index = ChromaIndex(tmp_path / "passages", EMBEDDER)
    yield index
    index.close()


@pytest.fixture
def library(store, index):
    return Library(store, index, StepClock(), nothing_to_fetch, max_mb=1)


def mail(subject, text, *attachments):
    message = EmailMessage()
    message["Subject"], message["From"], message["Date"] = subject, "p@elm.example", "10 Nov 2025"
    message["Message-ID"] = "<1@elm.example>"
    message.set_content(text)
    for name, data in attachments:
        if isinstance(data, EmailMessage):
            message.add_attachment(data, filename=name)
        else:
            message.add_attachment(data, "application", "octet-stream", filename=name)
    return message


def names(library):
    return {document.name for document in library.documents("d")}


def nothing_is_left(store, index):
    return store.documents("d") == [] and index.passages("d") == []


def test_what_is_attached_to_an_email_is_a_document_of_its_own(library):
    pdf = files.pdf(["The salary band is 48,000 to 55,000 a year."])
    data = mail("Your visit", "We look forward to meeting you.", ("../pay.pdf", pdf)).as_bytes()
    taken = library.take_in("d", "offer.eml", data)
    (pay,) = taken.attachments
    assert (taken.status, pay.status) == ("added", "added")
    assert pay.name == "offer.eml › pay.pdf"
    assert names(library) == {"offer.eml", "offer.eml › pay.pdf"}
    assert library.search("d", "What is the pay?")[0].document_id == pay.document_id
    again = library.take_in("d", "offer.eml", data)
    assert [one.status for one in again.all] == ["duplicate", "duplicate"]


def test_an_attachment_that_cannot_be_read_fails_alone(library):
    notes = b"The rota is done by hand."
    data = mail("Visit", "See you.", ("odd.zip", b"PK\x03\x04torn"), ("rota.txt", notes))
    taken = library.take_in("d", "offer.eml", data.as_bytes())
    assert [one.status for one in taken.all] == ["added", "failed", "added"]
    assert taken.attachments[0].problem.endswith(".")
    assert names(library) == {"offer.eml", "offer.eml › rota.txt"}


def test_emails_within_emails_are_opened_once_and_no_deeper(library):
    message = mail("Level 3", "The innermost.", ("deep.txt", b"Nobody reads this."))
    for level in (2, 1, 0):
        message = mail(f"Level {level}", f"This is level {level}.", ("inner.eml", message))
    taken = library.take_in("d", "mail.eml", message.as_bytes())
    assert [one.status for one in taken.all] == ["added"] * 3
    texts = "\n".join(document.text for document in library.documents("d"))
    assert "This is level 2." in texts
    assert "innermost" not in texts


def test_a_kind_that_is_given_holds_for_what_is_attached(library):
    data = mail("Visit", "See you.", ("cv.txt", b"I led a team.")).as_bytes()
    taken = library.take_in("d", "offer.eml", data, Kind.JOB)
    assert {one.kind for one in taken.all} == {Kind.JOB}


def test_a_web_page_is_called_by_its_title_and_says_where_it_is_from(store, index):
    found = Fetched("https://elm.example/homes", "homes.html", PAGE.encode())
    library = Library(store, index, StepClock(), lambda _: found, max_mb=1)
    taken = library.take_in_page("d", "elm.example/homes")
    assert (taken.name, taken.status) == ("Elm House / 24 hours", "added")
    (kept,) = library.documents("d")
    assert kept.notices[0] == "Fetched from https://elm.example/homes on 2 March 2026."
    assert library.take_in_page("d", "elm.example/homes").status == "duplicate"


def test_a_page_without_a_title_is_called_by_its_address(store, index):
    found = Fetched("https://elm.example/our/rota.txt?x=1", "rota.txt", b"The rota has gaps.")
    library = Library(store, index, StepClock(), lambda _: found, max_mb=1)
    assert library.take_in_page("d", "…").name == "elm.example/our/rota.txt"


def test_a_page_that_cannot_be_had_is_answered(library, store, index):
    failed = library.take_in_page("d", "https://elm.example/")
    assert (failed.status, failed.name) == ("failed", "https://elm.example/")
    assert failed.problem == "The address cannot be reached."
    assert nothing_is_left(store, index)


def test_progress_counts_up_to_all_that_is_indexed(library):
    heard = []
    taken = library.take_in("d", "homes.md", LONG.encode(), None, lambda *at: heard.append(at))
    assert heard[0] == (0, 0)
    counted = [at for at in heard if at != (0, 0)]
    assert len(counted) > 1
    assert counted == sorted(counted)
    assert counted[-1][0] == counted[-1][1] >= taken.passages


@pytest.mark.parametrize("step", [0, 1, 2])
def test_what_is_stopped_leaves_nothing_and_can_be_brought_again(library, store, index, step):
    steps = iter(range(9))

    def stops(done, total):
        if next(steps) == step:
            raise Cancelled("It was cancelled.")

    with pytest.raises(Cancelled):
        library.take_in("d", "homes.md", LONG.encode(), None, stops)
    assert nothing_is_left(store, index)
    assert library.take_in("d", "homes.md", LONG.encode()).status == "added"


def test_what_cannot_be_kept_is_not_found_either(library, store, index):
    store.full = True
    failed = library.take_in("d", "homes.md", LONG.encode())
    assert failed.problem == "The disk is full: make room, then try again."
    assert nothing_is_left(store, index)


def test_a_kind_that_cannot_be_kept_is_found_under_the_old_one(library, store):
    taken = library.take_in("d", "rota.md", b"I said that the night rota has gaps.")
    store.full = True
    with pytest.raises(SetupError):
        library.change_kind(taken.document_id, Kind.JOB)
    found = library.search("d", "night rota")
    assert [passage.kind for passage in found] == [taken.kind]


def test_what_comes_into_a_dossier_that_is_deleted_meanwhile_is_gone(library, store, index):
    def deletes(done, total):
        if total and store.dossiers():
            library.forget("d")
            store.delete_dossier("d")

    with pytest.raises(NotFound):
        library.take_in("d", "homes.md", LONG.encode(), None, deletes)
    assert index.passages("d") == []


def test_a_search_and_mending_meanwhile_leave_what_arrives_alone(library, store, index):
    library.take_in("d", "rota.md", b"The night rota has gaps.")

    def meanwhile(done, total):
        library.mend()
        assert library.search("d", "night rota")

    assert library.take_in("d", "homes.md", LONG.encode(), None, meanwhile).status == "added"
    library.mend()
    kept = {p.id for document in store.documents("d") for p in chunk.passages(document)}
    assert {passage.id for passage in index.passages("d")} == kept
    assert library.counts("d") == {
        document.id: len(chunk.passages(document)) for document in store.documents("d")
    }
