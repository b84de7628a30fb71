"""A chat model reads a document for the brief in portions, and the reading says who made it."""

import pytest

from fakes import START, StepClock
from openai_server import Reply
from secondround.domain.materials import Aspect, Document, Kind, Passage, Topic
from secondround.engines.model_reader import CALLS, ModelReader
from secondround.errors import EngineError, EngineNonsense
from secondround.prompts import load

NOTES = "Ruth doubts that I can hold a budget. I said I would send her the rota."


@pytest.fixture
def reader(model):
    return ModelReader(model, "openai:small", StepClock())


def document(text=NOTES, kind=Kind.FIRST_INTERVIEW):
    return Document(id="doc", dossier_id="d", name="notes.md", kind=kind, text=text, added_at=START)


def passages(*texts, kind=Kind.FIRST_INTERVIEW):
    return [
        Passage(
            id=f"doc:{n}-{n + 1}",
            document_id="doc",
            document="notes.md",
            kind=kind,
            start=n,
            end=n + 1,
            text=text,
        )
        for n, text in enumerate(texts)
    ]


def line(**fields):
    plain = {
        "topic": "concern",
        "quote": "Ruth doubts that I can hold a budget",
        "passage": 1,
        "text": "Ruth doubts I can hold a budget.",
        "aspect": "other",
        "about": "",
    }
    return plain | fields


def notes(*lines):
    return Reply.of({"lines": lines})


def test_a_reading_holds_what_the_model_noted_where_it_stands_and_who_made_it(service, reader):
    service.will(notes(line(), line(topic="promise", passage=2)))
    reading = reader.read(document(), passages(NOTES, "Another."), "Elm House")
    assert [(each.topic, each.passage_id) for each in reading.lines] == [
        (Topic.CONCERN, "doc:0-1"),
        (Topic.PROMISE, "doc:1-2"),
    ]
    assert reading.lines[0].aspect is Aspect.OTHER
    assert reading.document_id == "doc"
    assert reading.made_by.engine == "openai:small"
    assert reading.made_by.prompt == load("materials/brief").reference


def test_a_passage_that_was_not_shown_and_a_topic_that_was_not_asked_for_are_dropped(
    service, reader
):
    service.will(notes(line(passage=0), line(passage=2), line(topic="concern")))
    found = reader.read(document(kind=Kind.COMPANY), passages(NOTES, kind=Kind.COMPANY), "")
    assert found.lines == ()


def test_a_long_document_is_read_in_portions_up_to_a_limit(service, reader):
    long = passages(*("word " * 500 for _ in range(2 * CALLS + 9)))
    service.will(*(notes() for _ in range(CALLS)))
    reader.read(document("x"), long, "Elm House")
    assert len(service.requests) == CALLS
    assert all(prompt.count("<passage>") == 2 for prompt in service.prompts)


def test_the_schema_goes_along_strictly(service, reader):
    service.will(notes())
    reader.read(document(), passages(NOTES), "Elm House")
    sent = service.requests[0]["response_format"]["json_schema"]
    assert sent["strict"] is True
    assert sent["schema"]["$defs"]["Noted"]["additionalProperties"] is False


def test_nonsense_is_sent_back_once_and_then_said(service, reader):
    service.will(Reply("No."), notes(line()))
    assert len(reader.read(document(), passages(NOTES), "").lines) == 1
    service.will(Reply("No."), notes(line(topic="gossip")))
    with pytest.raises(EngineNonsense, match=r"could not be used\.$"):
        reader.read(document(), passages(NOTES), "")


@pytest.mark.parametrize("reply", [Reply(status=401), Reply(status=500), Reply(hang=True)])
def test_a_service_that_fails_is_named_in_a_sentence(service, reader, reply):
    service.will(reply, reply)
    with pytest.raises(EngineError, match=r"^The model small at http.+\.$"):
        reader.read(document(), passages(NOTES), "Elm House")
