"""The base of every value: frozen, closed, described by its docstrings; who made one; patterns."""

import re
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict


class Value(BaseModel):
    """An immutable value that refuses fields it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)


class Provenance(Value):
    """Which engine made something."""

    engine: str
    """`built-in`, or the model's name."""
    prompt: str | None = None
    """`id@version#fingerprint` of the prompt; None for the built-in coach."""
    note: str = ""
    """A sentence for the page when another engine had to step in; else empty."""


def _compile(patterns: tuple[str, ...]) -> tuple[str, ...]:
    for pattern in patterns:
        try:
            re.compile(pattern)
        except re.error as error:
            raise ValueError(f"“{pattern}” is no regular expression: {error}") from error
    return patterns


Patterns = Annotated[tuple[str, ...], AfterValidator(_compile)]
"""Regular expressions; case does not matter."""
