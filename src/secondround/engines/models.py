"""Connects to a chat model and brings its replies in, whole or in pieces, or says why not."""

import os
import re
import time
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from secondround.engines.failures import explained
from secondround.errors import EngineNonsense, EngineUnavailable
from secondround.settings import Settings

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

Messages = Sequence[tuple[str, str]]
"""Role (system, user, assistant) and text of each message."""

_ENDED_BY = ("finish_reason", "stop_reason", "stopReason", "done_reason", "status")
_WHOLE = ("stop", "end_turn", "stop_sequence", "complete", "completed", "eos", "eos_token")
_DECLINED = ("content_filter", "refusal", "safety")
_THOUGHTS = re.compile(r"\s*<think(?:ing)?>.*?(?:</think(?:ing)?>\s*|$)", re.DOTALL)
_CONNECT_SECONDS = 5.0


def chat_model(settings: Settings) -> "BaseChatModel":
    """The chat model these settings name, `provider:model`; nothing is sent yet.

    OpenAI's protocol is spoken where a base URL is given, and where no provider is named.

    Raises:
        EngineUnavailable: there is no key for it, or its provider's package is not installed.
    """
    # Tracing would send the talk to another service. A variable set for another project is no
    # consent, and the older LANGCHAIN_TRACING_V2 counts only where these two are empty.
    os.environ.update(LANGSMITH_TRACING="false", LANGSMITH_TRACING_V2="false")
    provider, named, _ = settings.model.partition(":")
    if settings.base_url or not named or provider == "openai":
        return _openai(settings)
    return _of_another_provider(settings)


def check(settings: Settings) -> str:
    """A sentence that says the model answered, after a real, short call.

    Raises:
        EngineError: it did not.
    """
    model = chat_model(settings)
    started = time.monotonic()
    reply(model, [("user", "Reply with one word: ready.")])
    return f"{called(model)} answered in {time.monotonic() - started:.1f} seconds."


def called(model: "BaseChatModel") -> str:
    """How a sentence names the model: with its address, where it is known."""
    name = getattr(model, "model_name", None) or getattr(model, "model", None) or "of the service"
    client = getattr(model, "root_client", None)
    return f"The model {name}" + (f" at {_address(str(client.base_url))}" if client else "")


def reply(
    model: "BaseChatModel", messages: Messages, options: Mapping[str, Any] | None = None
) -> str:
    """The model's whole reply, without what it thought aloud; `options` go along with the call.

    Raises:
        EngineError: none came, or not all of it.
    """
    try:
        message = model.invoke(list(messages), **(options or {}))
    except Exception as error:  # each provider's client has errors of its own
        raise explained(error, called(model)) from _harmless(error)
    if message.additional_kwargs.get("refusal"):
        raise EngineNonsense(f"{called(model)} declined to answer.")
    _see_that_it_ended(message.response_metadata, model)
    text = without_thoughts(str(message.text))
    if not text.strip():
        raise EngineNonsense(f"{called(model)} sent an empty reply.")
    return text


def stream(model: "BaseChatModel", messages: Messages) -> Iterator[str]:
    """The model's reply in pieces, as they come; closing the iterator ends the call.

    Raises:
        EngineError: also in the middle, when it breaks off or stalls.
    """
    begun = False
    metadata: dict[str, Any] = {}
    try:
        with closing(_chunks(model, messages)) as chunks:
            for chunk in chunks:
                begun = True
                metadata.update(chunk.response_metadata)
                if chunk.text:
                    yield str(chunk.text)
    except Exception as error:  # each provider's client has errors of its own
        raise explained(error, called(model), begun=begun) from _harmless(error)
    _see_that_it_ended(metadata, model)


def without_thoughts(text: str) -> str:
    """The text without a leading `<think>` part; "" while that part is not closed."""
    return _THOUGHTS.sub("", text, count=1) if _THOUGHTS.match(text) else text


def _chunks(model: "BaseChatModel", messages: Messages) -> Any:  # noqa: ANN401 - a generator
    return model.stream(list(messages))


def _see_that_it_ended(metadata: Mapping[str, Any], model: "BaseChatModel") -> None:
    """A stream that ends without a reason is half a reply that looks whole."""
    reason = next((str(metadata[key]).lower() for key in _ENDED_BY if metadata.get(key)), "")
    if reason in _DECLINED:
        raise EngineNonsense(f"{called(model)} declined to answer.")
    if reason not in _WHOLE:
        raise EngineNonsense(f"{called(model)} was cut off before the end of its reply.")


def _harmless(error: Exception) -> Exception | None:
    """The cause to show in a traceback: none where the service may have repeated the key."""
    return None if getattr(error, "status_code", None) in (401, 403) else error


def _openai(settings: Settings) -> "BaseChatModel":
    import httpx2
    from langchain_openai import ChatOpenAI

    key = settings.api_key.get_secret_value() if settings.api_key else ""
    if not key and not settings.base_url:
        raise EngineUnavailable(
            "OpenAI needs a key. Set OPENAI_API_KEY, or enter it under Settings."
        )
    return ChatOpenAI(
        model=settings.model.removeprefix("openai:"),
        base_url=settings.base_url or None,
        api_key=key or "not-needed",
        timeout=httpx2.Timeout(settings.timeout, connect=min(settings.timeout, _CONNECT_SECONDS)),
        max_retries=settings.retries,
    )


def _of_another_provider(settings: Settings) -> "BaseChatModel":
    from langchain.chat_models import init_chat_model

    options: dict[str, Any] = {"timeout": settings.timeout, "max_retries": settings.retries}
    if settings.api_key != Settings().api_key:  # OpenAI's own key is no business of another's
        options["api_key"] = settings.api_key
    try:
        model: BaseChatModel = init_chat_model(settings.model, **options)
    except Exception as error:  # no package, no key, an unknown name: each says it in its own way
        raise EngineUnavailable(
            f"The model {settings.model} cannot be used. Name it like openai:gpt-5.4-mini; for "
            "another provider, install LangChain’s package for it and set its key."
        ) from error
    return model


def _address(url: str) -> str:
    """The address without user name, password and query."""
    parts = urlsplit(url)
    port = f":{parts.port}" if parts.port else ""
    return f"{parts.scheme}://{parts.hostname}{port}{parts.path.rstrip('/')}"
