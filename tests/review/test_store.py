"""The database keeps every word through crashes, crowds, full disks, and lets deleted ones go."""

import signal
import sqlite3
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from textwrap import dedent

import pytest

from fakes import START
from scenes import ANSWER, DOSSIER, answers, says, talk
from secondround.domain.critique import Critique
from secondround.domain.interview import MoveKind, Provenance
from secondround.domain.materials import Document, Kind
from secondround.errors import Conflict, NotFound, SetupError
from secondround.review.store import SqlStore

SECRET = "kingfisher"
TESTS = str(Path(__file__).parents[1])
PREAMBLE = """
    import sys
    from pathlib import Path
    sys.path.insert(0, sys.argv[2])
    from scenes import DOSSIER, answers, says, talk
    from secondround.domain.interview import MoveKind
    from secondround.review.store import SqlStore
    store = SqlStore("sqlite:///" + sys.argv[1])
"""


@pytest.fixture
def path(tmp_path):
    return tmp_path / "kept.db"


@pytest.fixture
def store(path):
    store = SqlStore(f"sqlite:///{path}")
    store.save_dossier(DOSSIER)
    return store


def program(path, code):
    """Another process that uses the database; it may print and it may be killed."""
    words = [sys.executable, "-c", dedent(PREAMBLE) + dedent(code), str(path), TESTS]
    return subprocess.Popen(
        words, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8"
    )


def begun(id="an-interview", text=ANSWER):
    return answers(says(talk(id=id), MoveKind.ASK), text)


def folder_holds(path, word):
    return any(word.encode() in kept.read_bytes() for kept in path.parent.iterdir())


def test_a_data_folder_may_have_any_name(tmp_path):
    folder = tmp_path / "what? #1 %20 né"
    folder.mkdir()
    SqlStore(folder / "kept.db").save_dossier(DOSSIER)
    assert [path.name for path in folder.iterdir()] == ["kept.db"]


def test_what_one_process_kept_the_next_one_finds(store, path):
    store.save_interview(begun())
    assert SqlStore(f"sqlite:///{path}").interview("an-interview") == begun()


def test_every_line_that_was_saved_outlives_a_killed_process(path):
    code = """
    store.save_dossier(DOSSIER)
    talk = says(talk(), MoveKind.ASK)
    store.save_interview(talk)
    while True:
        longer = answers(talk, f"Line {talk.version}.")
        store.save_interview(longer, was=talk.version)
        talk = longer
        print(talk.version, flush=True)
    """
    with program(path, code) as writer:
        said = [int(next(writer.stdout)) for _ in range(20)]
        writer.send_signal(signal.SIGKILL)
        said += [int(line) for line in writer.stdout if line.endswith("\n")]
    kept = SqlStore(f"sqlite:///{path}").interview("an-interview")
    assert kept.version in (said[-1], said[-1] + 1)
    assert kept.turns[said[-1] - 1].text == f"Line {said[-1] - 1}."


def test_processes_may_open_a_new_database_at_the_same_moment(path):
    crowd = [program(path, "store.save_dossier(DOSSIER); print('ok')") for _ in range(4)]
    said = [each.communicate() for each in crowd]
    assert said == [("ok\n", "")] * 4
    assert SqlStore(f"sqlite:///{path}").dossiers() == [DOSSIER]


def test_of_many_who_continue_an_interview_at_once_one_gets_through(store):
    was = begun()
    store.save_interview(was)

    def go_on(writer):
        try:
            store.save_interview(answers(was, f"Writer {writer}."), was=was.version)
        except Conflict:
            return None
        return f"Writer {writer}."

    with ThreadPoolExecutor(8) as crowd:
        through = [said for said in crowd.map(go_on, range(24)) if said]
    assert [store.interview("an-interview").turns[-1].text] == through


def test_threads_that_read_and_write_at_once_wait_for_each_other(store):
    def use(number):
        store.save_interview(begun(f"i{number}"))
        return len(store.interviews()) > 0

    with ThreadPoolExecutor(8) as crowd:
        assert all(crowd.map(use, range(24)))
    assert len(store.interviews()) == 24


def test_deleted_words_are_gone_from_every_file_of_the_folder(store, path):
    document = Document(
        id="doc", dossier_id="d", name="a", kind=Kind.JOB, text=SECRET * 2000, added_at=START
    )
    judged = Critique(not_assessed=SECRET, made_by=Provenance(engine=SECRET))
    store.save_document(document)
    store.save_interview(begun("kept", "Nothing of note."))
    store.save_interview(begun("gone", SECRET * 500))
    store.save_critique("gone", judged)
    assert folder_holds(path, SECRET)
    store.delete_interview("gone")
    store.delete_document("doc")
    assert not folder_holds(path, SECRET)
    assert folder_holds(path, "Nothing of note.")


def test_a_deleted_dossier_leaves_no_word_behind(store, path):
    store.save_interview(begun("gone", SECRET * 500))
    store.delete_dossier("d")
    assert not folder_holds(path, SECRET)
    assert not folder_holds(path, DOSSIER.company)


@pytest.mark.parametrize("garbage", [b"These are my notes.\n" * 500, b"\0" * 5000])
def test_a_file_that_is_no_database_is_named_and_left_as_it_is(path, garbage):
    path.write_bytes(garbage)
    with pytest.raises(SetupError) as caught:
        SqlStore(f"sqlite:///{path}").dossiers()
    assert str(path) in str(caught.value)
    assert "move it away" in str(caught.value)
    assert path.read_bytes() == garbage


def test_a_database_that_lost_its_end_is_named(store, path):
    for number in range(20):
        store.save_interview(begun(f"i{number}"))
    whole = path.read_bytes()
    path.write_bytes(whole[: len(whole) // 2])
    with pytest.raises(SetupError, match=r"kept\.db is damaged.+move it away"):
        SqlStore(f"sqlite:///{path}").interviews()


def test_a_database_of_a_later_version_is_left_alone(store, path):
    with closing(sqlite3.connect(path)) as later:
        later.execute("UPDATE alembic_version SET version_num = '9999'")
        later.commit()
    with pytest.raises(SetupError, match=r"kept\.db was made by a later version.+install"):
        SqlStore(f"sqlite:///{path}").dossiers()


def test_a_value_that_this_version_does_not_know_is_not_guessed_at(store, path):
    with closing(sqlite3.connect(path)) as later:
        later.execute("UPDATE dossiers SET body = replace(body, '\"role\"', '\"job\"')")
        later.commit()
    with pytest.raises(SetupError, match=r"kept\.db holds something in a form.+install"):
        store.dossiers()


def test_a_database_that_may_only_be_read_says_so(store, path):
    reader = SqlStore(f"sqlite:///file:{path}?mode=ro&uri=true")
    assert reader.dossiers() == [DOSSIER]
    with pytest.raises(SetupError, match=r"kept\.db cannot be written.+SECONDROUND_HOME"):
        reader.save_interview(begun())
    assert store.interviews() == []


def test_a_folder_that_is_not_there_is_named(tmp_path):
    with pytest.raises(SetupError, match=r"missing/kept\.db cannot be"):
        SqlStore(f"sqlite:///{tmp_path}/missing/kept.db").dossiers()


def test_a_full_disk_is_said_and_what_was_kept_stays_whole(store, path):
    store.save_interview(begun())
    room = path.stat().st_size + 8192
    code = f"""
    import resource
    resource.setrlimit(resource.RLIMIT_FSIZE, ({room}, {room}))
    was = store.interview("an-interview")
    try:
        store.save_interview(answers(was, "More. " * 20_000), was=was.version)
    except Exception as error:
        print(type(error).__name__, error)
    """
    out, err = program(path, code).communicate()
    assert out.startswith(f"SetupError The database {path} cannot be written: its disk is full"), (
        err
    )
    assert store.interview("an-interview") == begun()
    longer = answers(begun(), "There is room again.")
    store.save_interview(longer, was=begun().version)
    assert store.interview("an-interview") == longer


def test_a_database_that_another_program_holds_is_said_to_be_held(store, path):
    store.close()
    impatient = SqlStore(f"sqlite:///{path}?timeout=0.1")
    with closing(sqlite3.connect(path)) as holder:
        holder.execute("BEGIN IMMEDIATE")
        with pytest.raises(SetupError, match=r"kept\.db is held by another program"):
            impatient.save_dossier(DOSSIER)


@pytest.mark.parametrize(
    ("url", "says"),
    [
        ("not an address", "SECONDROUND_DATABASE_URL is not the address"),
        ("sybil://host/db", "SECONDROUND_DATABASE_URL is not the address"),
        ("mysql+pymysql://host/db", "pip install pymysql"),
    ],
)
def test_an_address_that_cannot_be_used_is_answered_with_what_to_do(url, says):
    with pytest.raises(SetupError, match=says):
        SqlStore(url).dossiers()


def test_nothing_is_opened_before_it_is_used(path):
    SqlStore(f"sqlite:///{path}")
    assert not path.exists()


def test_the_folder_can_be_deleted_between_two_uses(store, path):
    store.save_interview(begun())
    assert [kept.name for kept in path.parent.iterdir()] == [path.name]


def test_characters_that_no_file_can_hold_are_refused_in_a_sentence(store):
    with pytest.raises(SetupError, match=r"cannot be kept"):
        store.save_dossier(DOSSIER.model_copy(update={"company": "\udcff"}))
    assert store.dossiers() == [DOSSIER]


def test_the_path_of_the_data_folder_may_hold_spaces_and_signs(tmp_path):
    folder = tmp_path / "my own % #1 data, École"
    folder.mkdir()
    SqlStore(f"sqlite:///{folder / 'kept.db'}").save_dossier(DOSSIER)
    assert (folder / "kept.db").exists()


def test_an_error_of_the_database_never_shows_what_the_candidate_said(store, path):
    with closing(sqlite3.connect(path)) as other:
        other.execute("DROP TABLE interviews")
    with pytest.raises(SetupError) as caught:
        store.save_interview(begun(text=SECRET))
    assert SECRET not in str(caught.value) + str(caught.value.__cause__)


def test_a_deleted_interview_cannot_be_continued(store):
    store.save_interview(begun())
    store.delete_interview("an-interview")
    with pytest.raises(NotFound):
        store.save_interview(answers(begun(), "Still there?"), was=begun().version)
    assert store.interviews() == []
