"""A chat model words the moves: streamed, cleaned, and never half a line that looks whole."""

import pytest

from openai_server import Reply
from scenes import ANSWER, answers, passage, says, scene, talk
from secondround.domain.interview import Element, MoveKind
from secondround.domain.materials import Kind
from secondround.engines.model_interviewer import ModelInterviewer
from secondround.errors import EngineNonsense, EngineUnavailable
from secondround.prompts import load


@pytest.fixture
def interviewer(model):
    return ModelInterviewer(model, "openai:small")


def answered():
    return answers(says(talk(), MoveKind.ASK, "What went wrong?"))


def line(interviewer, kind=MoveKind.PROBE, **fields):
    return interviewer.say(scene(answered(), kind, **fields))


def said(interviewer, kind=MoveKind.PROBE, **fields):
    return "".join(line(interviewer, kind, **fields).pieces)


def test_a_line_comes_in_pieces_that_join_to_what_the_model_said(service, interviewer):
    service.will(Reply("And how did it end?"))
    pieces = list(line(interviewer).pieces)
    assert "".join(pieces) == "And how did it end?"
    assert len(pieces) > 1


def test_a_line_says_which_model_and_prompts_worded_it(interviewer):
    made_by = line(interviewer).made_by
    assert made_by.engine == "openai:small"
    prompts = f"{load('interview/say').reference} {load('personas/manager').reference}"
    assert made_by.prompt == prompts


def test_nothing_is_sent_before_the_first_piece_is_asked_for(service, interviewer):
    pieces = line(interviewer).pieces
    assert not service.requests
    next(pieces)
    assert len(service.requests) == 1


@pytest.mark.parametrize("kind", list(MoveKind))
def test_every_move_tells_the_model_what_to_do(service, interviewer, kind):
    said(interviewer, kind)
    doing = service.prompts[0].rpartition("What you do now:")[2].strip()
    assert len(doing.splitlines()[0]) > 40


@pytest.mark.parametrize("element", list(Element))
def test_a_probe_for_each_element_asks_for_something_else(service, interviewer, element):
    for probed in (element, None):
        said(interviewer, element=probed)
    first, second = (prompt.rpartition("What you do now:")[2] for prompt in service.prompts)
    assert first != second


def test_the_model_sees_question_answer_and_sources(service, interviewer):
    source = passage("The boiler was replaced.", Kind.FIRST_INTERVIEW, "Heating")
    said(interviewer, MoveKind.CHALLENGE, passages=[source], about="nine heaters")
    planned = talk().plan.questions[0].text
    for text in (planned, ANSWER, source.text, "first interview: about.md", "nine heaters"):
        assert text in service.prompts[0]


def test_the_reason_why_a_line_was_stopped_goes_along(service, interviewer):
    said(interviewer, avoid="It praises the candidate.")
    assert "It praises the candidate." in service.prompts[0]


def test_an_endless_talk_is_cut_from_its_beginning(service, interviewer):
    endless = talk()
    for number in range(200):
        endless = answers(says(endless, MoveKind.ASK), f"[{number}] " + "word " * 40)
    list(interviewer.say(scene(endless, MoveKind.PROBE)).pieces)
    assert len(service.prompts[0]) < 25_000
    assert "[199]" in service.prompts[0]
    assert "[100]" not in service.prompts[0]


def test_an_endless_source_is_cut(service, interviewer):
    said(interviewer, passages=[passage("word " * 10_000)] * 2)
    assert len(service.prompts[0]) < 20_000


@pytest.mark.parametrize(
    ("written", "spoken"),
    [
        ('Priya Shah: "What came of it?"', "What came of it?"),
        ("**Interviewer:** What came of it?", "What came of it?"),
        ("priya: What came of it?", "What came of it?"),
        ("“What came of it?”", "What came of it?"),
        ("“Nine heaters” is what you said. Why nine?", None),
        ("*What* came\n\nof `it`?", "What came of it?"),
        ("Priya here. What came of it?", None),
        ("<think>Ask for R.</think>What came of it?", "What came of it?"),
        ("At 5: what came of it?", None),
    ],
)
def test_labels_quotes_and_markup_are_not_spoken(service, interviewer, written, spoken):
    service.will(Reply(written))
    assert said(interviewer) == (spoken or written)


@pytest.mark.parametrize(
    "reply",
    [
        Reply(""),
        Reply("   "),
        Reply("<think>Ask for R."),
        Reply("Priya Shah:"),
        Reply("What came", finish="length"),
        Reply("What came", finish=None),
        Reply("Well, " * 400),
        Reply(choices=False, body=b"{}"),
    ],
    ids=["empty", "blank", "thinking", "label", "cut off", "no end", "endless", "no reply"],
)
def test_a_line_that_is_none_or_half_is_nonsense(service, interviewer, reply):
    service.will(reply)
    with pytest.raises(EngineNonsense):
        said(interviewer)


@pytest.mark.parametrize("fault", ["cut_after", "stall_after", "fail_after"])
def test_a_line_that_breaks_off_raises_while_it_is_said(service, interviewer, fault):
    service.will(Reply("And how did it end?", **{fault: 2}))
    pieces = line(interviewer).pieces
    assert next(pieces) == "And"
    with pytest.raises(EngineUnavailable):
        list(pieces)
