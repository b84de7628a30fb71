"""A reply has the shape that was asked for, at the second try at the latest."""

import pytest
from langchain_core.language_models import FakeListChatModel
from pydantic import BaseModel

from openai_server import Reply
from secondround.engines.structured import Unusable, ask
from secondround.errors import EngineNonsense, EngineUnavailable


class Colour(BaseModel, extra="forbid"):
    name: str


ASKED = [("user", "Which colour?")]


def refuse_green(colour):
    if colour.name == "green":
        raise Unusable("Green is taken.")


def test_a_reply_is_read_into_its_shape(service, model):
    service.will(Reply.of({"name": "blue"}))
    assert ask(model, ASKED, Colour) == Colour(name="blue")
    assert service.requests[0]["response_format"]["type"] == "json_schema"


def test_a_reply_that_fails_the_check_is_sent_back_with_the_reason(service, model):
    service.will(Reply.of({"name": "green"}), Reply.of({"name": "red"}))
    assert ask(model, ASKED, Colour, refuse_green).name == "red"
    assert "Green is taken." in service.prompts[1]


def test_a_second_reply_that_fails_the_check_is_nonsense(service, model):
    service.will(*[Reply.of({"name": "green"})] * 2)
    with pytest.raises(EngineNonsense, match="could not be used"):
        ask(model, ASKED, Colour, refuse_green)


def test_what_was_wrong_is_told_by_field_without_repeating_it(service, model):
    service.will(Reply.of({"name": 7, "hue": "secret"}), Reply.of({"name": "red"}))
    ask(model, ASKED, Colour)
    told = service.requests[1]["messages"][-1]["content"]
    assert "name: " in told
    assert "hue: " in told
    assert "secret" not in told


@pytest.mark.parametrize("status", [400, 422, 500, 501])
def test_a_service_that_knows_no_schema_is_asked_in_words_alone(service, model, status):
    service.will(Reply(status=status), Reply.of({"name": "red"}))
    assert ask(model, ASKED, Colour).name == "red"
    assert "response_format" not in service.requests[1]


@pytest.mark.parametrize("status", [401, 404, 429])
def test_a_service_that_refuses_for_another_reason_is_asked_once(service, model, status):
    service.will(Reply(status=status))
    with pytest.raises(EngineUnavailable):
        ask(model, ASKED, Colour)
    assert len(service.requests) == 1


def test_a_model_of_another_provider_goes_by_the_words_alone():
    class Finished(FakeListChatModel):
        def _call(self, *args, **options):
            assert "response_format" not in options
            return super()._call(*args, **options)

        def _generate(self, *args, **options):
            result = super()._generate(*args, **options)
            result.generations[0].message.response_metadata["stop_reason"] = "end_turn"
            return result

    model = Finished(responses=['{"name": "red"}'])
    assert ask(model, ASKED, Colour).name == "red"
