"""A chat model is reached, or one sentence says why not."""

import logging
import socket
import traceback

import pytest

from openai_server import Reply
from secondround.engines import models
from secondround.engines.models import chat_model, check, stream
from secondround.errors import EngineError, EngineNonsense, EngineUnavailable
from secondround.settings import Settings

HELLO = [("system", "Be brief."), ("user", "Hello?")]


def test_a_check_makes_a_real_call_and_names_model_and_address(service, settings):
    service.will(Reply("ready"))
    said = check(settings)
    assert said.startswith(f"The model small at {service.url} answered in ")
    assert service.requests[0]["model"] == "small"


def test_the_key_is_sent_to_the_service(service, model):
    models.reply(model, HELLO)
    assert service.headers[0]["authorization"] == "Bearer sk-the-secret-key"


def test_a_server_of_ones_own_needs_no_key(service, settings):
    check(settings.model_copy(update={"api_key": None}))
    assert service.headers[0]["authorization"] == "Bearer not-needed"


@pytest.mark.parametrize(
    ("reply", "says"),
    [
        (Reply(status=401), "refused the key"),
        (Reply(status=402), "paid"),
        (Reply(status=403), "does not let this key use the model"),
        (Reply(status=404), "Check the model’s name"),
        (Reply(status=400), "refused the request (HTTP 400)"),
        (Reply(status=400, code="context_length_exceeded"), "larger context"),
        (Reply(status=429), "takes no more requests for now"),
        (Reply(status=429, code="insufficient_quota"), "out of credit"),
        (Reply(status=500), "trouble of its own"),
        (Reply(hang=True), "did not answer in time"),
    ],
    ids=lambda value: f"{value.status}-{value.code}" if isinstance(value, Reply) else "",
)
@pytest.mark.parametrize(
    "call", [models.reply, lambda *call: "".join(stream(*call))], ids=["all", "str"]
)
def test_a_refusal_is_one_sentence_with_model_and_address(service, model, call, reply, says):
    service.will(reply)
    with pytest.raises(EngineUnavailable) as caught:
        call(model, HELLO)
    assert says in str(caught.value)
    assert f"The model small at {service.url}" in str(caught.value)


def test_nobody_at_the_address_is_said_so(settings):
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    nobody = settings.model_copy(update={"base_url": f"http://127.0.0.1:{port}/v1"})
    with pytest.raises(EngineUnavailable, match=rf"127.0.0.1:{port}/v1 cannot be reached"):
        check(nobody)


@pytest.mark.parametrize(
    ("reply", "says"),
    [
        (Reply(body=b"<html>Welcome</html>"), "no reply of a model"),
        (Reply(body=b'{"choices": [{"mess'), "no reply of a model"),
        (Reply(choices=False), "no reply of a model"),
        (Reply("Half a sen", finish="length"), "cut off"),
        (Reply("", finish="content_filter"), "declined"),
        (Reply("  "), "empty reply"),
        (Reply("", refusal="No."), "declined"),
        (Reply("", tool=("search", {"for": "salary"}), finish="tool_calls"), "cut off"),
    ],
    ids=lambda value: f"{value.text}{value.finish}" if isinstance(value, Reply) else "",
)
def test_a_reply_that_is_none_is_said_so(service, model, reply, says):
    service.will(reply)
    with pytest.raises(EngineNonsense, match=says):
        models.reply(model, HELLO)


def test_an_overloaded_service_is_asked_again(service, settings):
    service.will(Reply(status=429, headers={"Retry-After": "0"}), Reply("ready"))
    check(settings.model_copy(update={"retries": 1}))
    assert len(service.requests) == 2


def test_a_service_that_wants_minutes_of_patience_is_not_waited_for(service, settings):
    service.will(Reply(status=429, headers={"Retry-After": "300"}))
    with pytest.raises(EngineUnavailable, match="takes no more requests for now"):
        check(settings.model_copy(update={"retries": 1}))
    assert len(service.requests) == 1


def test_a_stream_arrives_in_pieces(service, model):
    service.will(Reply("one two three"))
    assert list(stream(model, HELLO)) == ["one ", "two ", "three"]


@pytest.mark.parametrize(
    ("reply", "error", "says"),
    [
        (Reply("one two three", cut_after=2), EngineUnavailable, "broke off"),
        (Reply("one two three", stall_after=2), EngineUnavailable, "in time"),
        (Reply("one two three", fail_after=2), EngineUnavailable, "trouble of its own"),
        (Reply("one two", finish=None), EngineNonsense, "cut off"),
        (Reply("one two", finish="length"), EngineNonsense, "cut off"),
    ],
    ids=["cut", "stalled", "error event", "no end", "too long"],
)
def test_a_stream_that_breaks_off_raises_after_what_came(service, model, reply, error, says):
    service.will(reply)
    pieces = stream(model, HELLO)
    assert [next(pieces), next(pieces)] == ["one ", "two " if "three" in reply.text else "two"]
    with pytest.raises(error, match=says):
        next(pieces)


@pytest.mark.parametrize("body", [b"<html>Welcome</html>", b"data: {broken\n\n", b""])
def test_a_stream_that_is_none_is_nonsense(service, model, body):
    service.will(Reply(body=body, headers={"content-type": "text/event-stream"}))
    with pytest.raises(EngineNonsense):
        list(stream(model, HELLO))


def test_a_stream_that_is_slow_but_keeps_coming_is_waited_for(service, model):
    service.will(Reply("one two three four five", pause=0.1))
    assert "".join(stream(model, HELLO)) == "one two three four five"


def test_what_a_model_thinks_aloud_is_left_out(service, model):
    service.will(Reply("<think>They said hello.\n</think>\nHello."))
    assert models.reply(model, HELLO) == "Hello."


@pytest.mark.parametrize("status", [400, 401, 403, 404, 429, 500])
def test_the_key_is_in_no_message_traceback_or_log(service, model, caplog, status):
    caplog.set_level(logging.DEBUG)
    service.will(Reply(status=status))
    with pytest.raises(EngineError) as caught:
        models.reply(model, HELLO)
    assert "sk-the-secret-key" not in str(caught.value)
    assert "sk-the-secret-key" not in caplog.text
    if status in (401, 403):  # where services are known to repeat it
        assert "sk-the-secret-key" not in "".join(traceback.format_exception(caught.value))


def test_user_name_and_password_in_an_address_are_not_shown(service, settings):
    with_secret = service.url.replace("http://", "http://ada:sesame@")
    said = check(settings.model_copy(update={"base_url": with_secret}))
    assert service.url in said
    assert "sesame" not in said


@pytest.mark.parametrize("name", ["openai:gpt-5.4-mini", "gpt-5.4-mini"])
def test_openai_without_a_key_says_where_to_put_it(name):
    with pytest.raises(EngineUnavailable, match="Set OPENAI_API_KEY"):
        chat_model(Settings(model=name))


def test_a_colon_belongs_to_the_name_on_a_server_of_ones_own(service, settings):
    check(settings.model_copy(update={"model": "llama3.1:8b"}))
    assert service.requests[0]["model"] == "llama3.1:8b"


@pytest.mark.parametrize("name", ["anthropic:claude-opus-4-6", "nobody:knows"])
def test_a_provider_whose_package_is_missing_is_said_so(name):
    with pytest.raises(EngineUnavailable, match=f"{name} cannot be used.*install"):
        chat_model(Settings(model=name))


def test_nothing_is_traced_even_where_another_project_asked_for_it(service, settings, monkeypatch):
    from langsmith import utils

    for name in ("LANGCHAIN_TRACING_V2", "LANGSMITH_TRACING_V2", "LANGSMITH_TRACING"):
        monkeypatch.setenv(name, "true")
    utils.get_env_var.cache_clear()
    chat_model(settings)
    assert not utils.tracing_is_enabled()
