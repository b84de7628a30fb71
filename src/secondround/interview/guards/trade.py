"""Reads the words of an interviewer's trade out of knowledge/talk.yaml."""

from functools import cache
from pathlib import Path

import yaml
from pydantic import ValidationError, field_validator

from secondround.assets import asset_dir
from secondround.domain.base import Value
from secondround.errors import SetupError


class TalkWords(Value):
    """The words that an interviewer needs beside those of what they were given."""

    grammar: frozenset[str]
    """Those that carry no meaning."""
    report: frozenset[str]
    """With which one says whose words one takes up."""
    acknowledge: frozenset[str]
    """Of remarks that say nothing of the candidate or the company."""
    talk: frozenset[str]
    """Beside those of the phrases, to state what one wants to talk about."""
    ask: frozenset[str]
    """Beside those of the questions and phrases, to ask with."""
    private: frozenset[str]
    """Never to be asked with, though a question or phrase has them."""

    @field_validator("*", mode="before")
    @classmethod
    def _split(cls, words: object) -> object:
        return frozenset(words.split()) if isinstance(words, str) else words


@cache
def talk_words() -> TalkWords:
    """The words of an interviewer's trade.

    Raises:
        SetupError: the file is missing or broken.
    """
    return read_talk_words(asset_dir("knowledge") / "talk.yaml")


def read_talk_words(file: Path) -> TalkWords:
    """Raises: SetupError: the file is missing or broken."""
    try:
        return TalkWords.model_validate(yaml.safe_load(file.read_text(encoding="utf-8")))
    except (OSError, ValueError, yaml.YAMLError, ValidationError) as error:
        raise SetupError(f"{file.name} in knowledge/ cannot be read: {error}") from error
