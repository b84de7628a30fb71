"""The base of every value: frozen, closed, described by its field docstrings; and who made one."""

from pydantic import BaseModel, ConfigDict


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
