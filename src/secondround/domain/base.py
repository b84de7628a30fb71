"""The base of every value: frozen, closed, described by its field docstrings."""

from pydantic import BaseModel, ConfigDict


class Value(BaseModel):
    """An immutable value that refuses fields it does not know."""

    model_config = ConfigDict(frozen=True, extra="forbid", use_attribute_docstrings=True)
