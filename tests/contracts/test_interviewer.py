"""What every interviewer keeps to, whoever words the moves."""

import pytest

from fakes import FailingInterviewer, ObedientInterviewer, ScriptedInterviewer
from openai_server import Service
from scenes import answers, passage, says, scene, talk
from secondround.domain.interview import Element, MoveKind
from secondround.domain.materials import PersonaKind
from secondround.engines.builtin_interviewer import BuiltInInterviewer
from secondround.engines.model_interviewer import ModelInterviewer
from secondround.engines.models import chat_model
from secondround.engines.unavailable import Unavailable
from secondround.errors import EngineError, EngineUnavailable
from secondround.settings import Settings


@pytest.fixture(scope="module")
def service():
    with Service() as service:
        yield service


def of_a_model(service):
    settings = Settings(model="openai:small", base_url=service.url, api_key="key", retries=0)
    return ModelInterviewer(chat_model(settings), "openai:small")


MAKERS = {
    "built-in": lambda service: BuiltInInterviewer(),
    "model": of_a_model,
    "scripted": lambda service: ScriptedInterviewer("And how did that end?"),
    "obedient": lambda service: ObedientInterviewer(),
}


@pytest.fixture(params=MAKERS)
def interviewer(request, service):
    return MAKERS[request.param](service)


@pytest.mark.parametrize("kind", list(MoveKind))
def test_every_move_becomes_a_line_whose_pieces_join_to_the_whole(interviewer, kind):
    given = answers(says(says(talk(), MoveKind.GREET), MoveKind.ASK))
    line = interviewer.say(
        scene(given, kind, [passage("The rota is drawn up on Thursdays.")], about="When is it?")
    )
    pieces = list(line.pieces)
    assert all(isinstance(piece, str) for piece in pieces)
    assert "".join(pieces).strip()


@pytest.mark.parametrize("kind", list(PersonaKind))
def test_a_line_says_who_made_it_and_leaves_the_note_to_the_session(interviewer, kind):
    line = interviewer.say(scene(talk(kind), MoveKind.GREET))
    assert line.made_by.engine
    assert line.made_by.note == ""


def test_a_line_can_be_left_in_the_middle_and_asked_for_again(interviewer):
    given = answers(says(talk(), MoveKind.ASK))
    asked = scene(given, MoveKind.PROBE, element=Element.R)
    next(iter(interviewer.say(asked).pieces))
    assert "".join(interviewer.say(asked).pieces).strip()


@pytest.mark.parametrize(
    "failing",
    [
        FailingInterviewer(),
        FailingInterviewer(words=3),
        Unavailable(EngineUnavailable("There is no key."), "openai:small", clock=None),
    ],
)
def test_what_goes_wrong_is_an_engine_error_with_a_sentence(failing):
    with pytest.raises(EngineError, match=r"\.$"):
        list(failing.say(scene(talk(), MoveKind.GREET)).pieces)
