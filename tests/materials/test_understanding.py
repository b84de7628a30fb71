"""The person's own hand on the brief: theirs stays theirs, and is never taken for a source."""

import hashlib

import pytest

from fakes import START, MemoryStore, StepClock
from scenes import DOSSIER
from secondround.domain.base import Provenance
from secondround.domain.materials import Document, Kind, Reading, ReadLine, State, Topic
from secondround.errors import BriefError, EngineUnavailable, NotFound
from secondround.materials.embed import MiniLM
from secondround.materials.understanding import LONGEST, Understanding

EMBEDDER = MiniLM()
NOTES = """## Worries
- Never led a team of more than ten
- The gap in 2024

## Promised
- Send Priya my rota
"""


class Desk:
    """A dossier with notes, what was understood of it, and shorthand for both."""

    def __init__(self):
        self.store = MemoryStore()
        self.store.save_dossier(DOSSIER)
        self.brief = Understanding(self.store, EMBEDDER, StepClock())

    def take_in(self, text, name="notes.md"):
        document = Document(
            id=hashlib.sha256(text.encode()).hexdigest()[:16],
            dossier_id="d",
            name=name,
            kind=Kind.FIRST_INTERVIEW,
            text=text,
            added_at=START,
        )
        self.store.save_document(document)
        return document.id

    def lines(self, *topics):
        return self.brief.brief("d").about(*(topics or Topic))

    def line(self, words):
        (found,) = [line for line in self.lines() if words in line.text]
        return found


@pytest.fixture
def desk():
    desk = Desk()
    desk.notes = desk.take_in(NOTES)
    return desk


def test_a_line_has_the_same_id_however_often_it_is_drawn(desk):
    first = [line.id for line in desk.lines()]
    desk.take_in("I promised to send Tom the audit plan.", "more.md")
    again = [line.id for line in desk.lines()]
    assert len(first) == len(set(first)) == 3
    assert set(first) < set(again)


def test_a_reworded_line_is_theirs_and_keeps_what_it_cites(desk):
    line = desk.line("team of more than ten")
    desk.brief.reword("d", line.id, "  I have led nine people,\n not ten.  ")
    changed = desk.line("nine people")
    assert changed.text == "I have led nine people, not ten."
    assert (changed.id, changed.state, changed.topic) == (line.id, State.EDITED, Topic.CONCERN)
    assert changed.passages == line.passages
    assert len(desk.lines(Topic.CONCERN)) == 2


def test_a_reworded_line_outlives_its_document_and_cites_it_again_when_it_is_back(desk):
    line = desk.line("team of more than ten")
    desk.brief.reword("d", line.id, "I have led nine people.")
    desk.store.delete_document(desk.notes)
    left = desk.line("nine people")
    assert (left.state, left.passages) == (State.EDITED, ())
    assert [each.text for each in desk.lines()] == [left.text]
    desk.take_in(NOTES)
    assert desk.line("nine people").passages == line.passages


def test_a_reworded_line_stays_when_the_notes_are_corrected(desk):
    line = desk.line("team of more than ten")
    desk.brief.reword("d", line.id, "I have led nine people.")
    desk.store.delete_document(desk.notes)
    desk.take_in(NOTES.replace("ten", "twelve"))
    assert desk.line("nine people").state is State.EDITED
    assert desk.line("more than twelve").state is State.FOUND


def test_the_store_keeps_no_words_of_a_document_in_a_change(desk):
    line = desk.line("team of more than ten")
    desk.brief.reword("d", line.id, "I have led nine people.")
    desk.brief.confirm("d", desk.line("gap").id)
    kept = "".join(edit.model_dump_json() for edit in desk.store.brief_edits("d"))
    assert "more than ten" not in kept
    assert "gap" not in kept


def test_a_confirmed_line_says_so_and_can_be_as_it_was_found(desk):
    line = desk.line("gap")
    desk.brief.confirm("d", line.id)
    assert desk.line("gap").state is State.CONFIRMED
    desk.brief.undo("d", line.id)
    assert desk.line("gap") == line


def test_to_confirm_words_of_ones_own_changes_nothing(desk):
    line = desk.line("gap")
    desk.brief.reword("d", line.id, "A year of travel.")
    desk.brief.confirm("d", line.id)
    assert desk.line("travel").state is State.EDITED


def test_a_dismissed_line_is_left_out_until_it_is_brought_back_as_it_was(desk):
    line = desk.line("gap")
    desk.brief.reword("d", line.id, "A year of travel.")
    desk.brief.dismiss("d", line.id)
    brief = desk.brief.brief("d")
    assert line.id not in [each.id for each in brief.lines]
    assert [each.text for each in brief.dismissed] == ["A year of travel."]
    desk.brief.bring_back("d", line.id)
    assert desk.line("travel").state is State.EDITED
    assert desk.brief.brief("d").dismissed == ()


def test_what_was_dismissed_stays_out_when_its_document_comes_again(desk):
    desk.brief.dismiss("d", desk.line("gap").id)
    desk.store.delete_document(desk.notes)
    assert desk.brief.brief("d").dismissed == ()
    desk.take_in(NOTES)
    assert [line.text for line in desk.brief.brief("d").dismissed] == ["The gap in 2024"]


def test_an_added_line_is_theirs_and_cites_nothing(desk):
    desk.brief.add("d", Topic.STRENGTH, "They laughed at my story of the heron.")
    (added,) = desk.lines(Topic.STRENGTH)
    assert (added.state, added.passages) == (State.ADDED, ())
    desk.brief.reword("d", added.id, "They liked the heron.")
    (reworded,) = desk.lines(Topic.STRENGTH)
    assert (reworded.id, reworded.state) == (added.id, State.ADDED)
    desk.brief.undo("d", added.id)
    assert desk.lines(Topic.STRENGTH) == ()


def test_lines_come_by_topic_with_the_added_ones_last(desk):
    desk.brief.add("d", Topic.CONCERN, "My German.")
    desk.brief.add("d", Topic.CONCERN, "My notice period.")
    assert [(line.topic, line.text) for line in desk.lines(Topic.CONCERN, Topic.PROMISE)] == [
        (Topic.CONCERN, "Never led a team of more than ten"),
        (Topic.CONCERN, "The gap in 2024"),
        (Topic.CONCERN, "My German."),
        (Topic.CONCERN, "My notice period."),
        (Topic.PROMISE, "Send Priya my rota"),
    ]


def test_a_line_the_person_wants_to_come_back_to_is_a_callback(desk):
    line = desk.line("gap")
    desk.brief.call_back("d", line.id, wanted=True)
    assert desk.line("gap") in desk.brief.brief("d").callbacks
    desk.brief.call_back("d", line.id, wanted=False)
    assert desk.line("gap") not in desk.brief.brief("d").callbacks


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("", "Write a few words first."),
        (" \n\u200b\x00 ", "Write a few words first."),
        ("x" * (LONGEST + 1), f"too long.*{LONGEST} characters"),
    ],
)
def test_words_that_cannot_be_taken_are_answered_in_a_sentence(desk, text, says):
    with pytest.raises(BriefError, match=says):
        desk.brief.add("d", Topic.CONCERN, text)
    with pytest.raises(BriefError, match=says):
        desk.brief.reword("d", desk.line("gap").id, text)
    assert desk.store.brief_edits("d") == []


def test_what_is_there_already_is_not_added_again(desk):
    desk.brief.add("d", Topic.CONCERN, "My German.")
    desk.brief.dismiss("d", desk.line("gap").id)
    for text in ("My  German.", "Never led a team of more than ten", "The gap in 2024"):
        with pytest.raises(BriefError, match="there already"):
            desk.brief.add("d", Topic.CONCERN, text)


def test_a_line_that_is_gone_and_a_dossier_that_is_not_there_are_said_to_be(desk):
    for use in (desk.brief.confirm, desk.brief.dismiss, desk.brief.bring_back, desk.brief.undo):
        with pytest.raises(NotFound, match=r"^(That|There) .+\.$"):
            use("d", "nope")
        with pytest.raises(NotFound):
            use("nope", "nope")
    with pytest.raises(NotFound):
        desk.brief.add("nope", Topic.CONCERN, "My German.")


def test_a_brief_is_drawn_once_and_follows_documents_and_changes(desk):
    assert desk.brief.brief("d") is desk.brief.brief("d")
    desk.brief.confirm("d", desk.line("gap").id)
    assert desk.line("gap").state is State.CONFIRMED
    desk.store.delete_document(desk.notes)
    assert desk.lines() == ()


class Proposer:
    """A reader that proposes one line for each document, and may fail at one of them."""

    def __init__(self, topic, text, quote, fails_at=""):
        self.line = {"topic": topic, "text": text, "quote": quote}
        self.fails_at = fails_at

    def read(self, document, passages, company):
        if document.name == self.fails_at:
            raise EngineUnavailable("The model small does not answer.")
        line = ReadLine(**self.line, passage_id=passages[0].id)
        made_by = Provenance(engine="openai:small")
        return Reading(document_id=document.id, lines=(line,), made_by=made_by, made_at=START)


def test_what_a_model_reads_joins_the_brief_with_its_name_and_is_no_document(desk):
    reader = Proposer(Topic.STRENGTH, "They asked for my rota.", "Send Priya my rota")
    assert [document.name for document in desk.brief.read("d", reader)] == ["notes.md"]
    (line,) = desk.lines(Topic.STRENGTH)
    assert line.made_by.engine == "openai:small"
    assert len(desk.lines(Topic.CONCERN, Topic.PROMISE)) == 3
    assert [document.text for document in desk.store.documents("d")] == [NOTES]
    desk.store.delete_document(desk.notes)
    assert desk.lines() == ()


def test_what_a_model_makes_up_is_not_in_the_brief(desk):
    for text, quote in [
        ("They loved my rota.", "We all loved the rota"),
        ("Priya gave my rota 5 of 5.", "Send Priya my rota"),
        ("Graham has my rota.", "Send Priya my rota"),
    ]:
        list(desk.brief.read("d", Proposer(Topic.STRENGTH, text, quote)))
        assert desk.lines(Topic.STRENGTH) == ()


def test_a_model_that_fails_leaves_what_was_read_before_and_the_coach_s_lines(desk):
    desk.take_in("Send Priya my rota of last spring, she said.", "a.md")
    before = desk.lines()
    reader = Proposer(Topic.PROBLEM, "Send Priya my rota.", "Send Priya my rota", "notes.md")
    with pytest.raises(EngineUnavailable):
        list(desk.brief.read("d", reader))
    assert {line.id for line in before} <= {line.id for line in desk.lines()}


def test_a_line_of_a_model_that_was_reworded_is_the_person_s(desk):
    reader = Proposer(Topic.STRENGTH, "They asked for my rota.", "Send Priya my rota")
    list(desk.brief.read("d", reader))
    (line,) = desk.lines(Topic.STRENGTH)
    desk.brief.reword("d", line.id, "Priya liked it.")
    (own,) = desk.lines(Topic.STRENGTH)
    assert (own.words, own.state, own.made_by) == ("Priya liked it.", State.EDITED, None)
