"""Gets a reply of a given shape out of a model, whether or not its service can enforce one.

The shape goes along as a JSON schema; a service that does not know that option ignores it, or
refuses the call, which is then made without. The prompt asks for the same JSON in words, so what
comes back is read leniently (fences and talk around it are dropped) and then checked strictly.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, TypeVar

from pydantic import BaseModel, ValidationError

from secondround.engines.models import Messages, called, reply
from secondround.errors import EngineError, EngineNonsense

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

Shape = TypeVar("Shape", bound=BaseModel)


class Unusable(Exception):
    """What is wrong with a reply, in words for the model that sent it."""


def ask(
    model: "BaseChatModel",
    messages: Messages,
    shape: type[Shape],
    check: Callable[[Shape], None] = lambda reply: None,
) -> Shape:
    """The model's reply in that shape; one that cannot be used is sent back once, with the reason.

    `check` raises `Unusable` for a reply of the right shape that is still wrong.

    Raises:
        EngineError: the service failed, or the second reply could not be used either.
    """
    first = _reply(model, messages, shape)
    try:
        return _read(first, shape, check)
    except Unusable as problem:
        back = ("user", f"That could not be used: {problem} Send the whole JSON object again.")
        second = _reply(model, [*messages, ("assistant", first), back], shape)
    try:
        return _read(second, shape, check)
    except Unusable as problem:
        raise EngineNonsense(f"{called(model)} sent a reply that could not be used.") from problem


def _reply(model: "BaseChatModel", messages: Messages, shape: type[BaseModel]) -> str:
    options = _options(model, shape)
    try:
        return reply(model, messages, options)
    except EngineError as error:
        if options and getattr(error.__cause__, "status_code", None) in (400, 422, 500, 501):
            return reply(model, messages)
        raise


def _options(model: "BaseChatModel", shape: type[BaseModel]) -> dict[str, Any]:
    """The OpenAI protocol's option for a shape; other providers go by the words of the prompt."""
    from langchain_openai.chat_models.base import BaseChatOpenAI

    if not isinstance(model, BaseChatOpenAI):
        return {}
    schema = {"name": shape.__name__, "strict": True, "schema": shape.model_json_schema()}
    return {"response_format": {"type": "json_schema", "json_schema": schema}}


def _read(text: str, shape: type[Shape], check: Callable[[Shape], None]) -> Shape:
    try:
        found = shape.model_validate_json(text[text.find("{") : text.rfind("}") + 1])
    except ValidationError as error:
        raise Unusable(_in_words(error)) from error
    check(found)
    return found


def _in_words(error: ValidationError) -> str:
    """Which fields are wrong and how; what they held is not repeated."""
    first = error.errors(include_url=False, include_input=False)[:5]
    return " ".join(f"{'.'.join(map(str, e['loc'])) or 'JSON'}: {e['msg']}." for e in first)
