"""Reads what the product knows of the candidate's questions: knowledge/asking.yaml."""

import re
from collections.abc import Iterable, Iterator
from functools import cache, cached_property
from typing import Annotated

from pydantic import Field

from secondround.assets import asset_dir, read_yaml
from secondround.critique.quoting import straight
from secondround.domain.base import Patterns, Value
from secondround.domain.materials import PersonaKind

FILE = "asking.yaml"


def any_of(patterns: Iterable[str]) -> re.Pattern[str]:
    """One pattern of several; case does not matter."""
    return re.compile("|".join(f"(?:{pattern})" for pattern in patterns), re.IGNORECASE)


Some = Annotated[Patterns, Field(min_length=1)]


class Topic(Value):
    """Something that is better not asked, and how one recognises it."""

    id: str
    pay: bool = False
    """Whether it may be asked once the interviewer has raised pay."""
    why: str
    """What is said to the candidate, a sentence."""
    patterns: Some


class Program(Value):
    """How one recognises that somebody asks whether a person speaks."""

    machine: str
    patterns: tuple[str, ...] = Field(min_length=1)


class Wordlist(Value):
    """The file."""

    avoid: tuple[Topic, ...] = Field(min_length=1)
    harmless: Some
    """Phrases in which a word of pay or leave means something else."""
    mine: Some
    """With which a question about pay is about the candidate's own."""
    stock: tuple[str, ...] = Field(min_length=1)
    """Questions that fit any employer."""
    builds_on: Some
    program: Program
    personal: Some
    why: dict[str, str]
    """What is said of a question, by reason."""
    remarks: dict[str, str]
    """What is said of a flag; `pay_raised` where they had raised pay."""
    kinds: dict[PersonaKind, str]
    fits: dict[PersonaKind, Some]
    leads: dict[str, str]
    """How the candidate brings up what they quote, by kind of document; `rival` on a competitor."""
    tails: dict[str, dict[PersonaKind, tuple[str, ...]]]
    """What to ask about it, by what it is."""
    because: dict[str, str]

    @cached_property
    def topics(self) -> tuple[tuple[Topic, re.Pattern[str]], ...]:
        """Each topic with its pattern."""
        return tuple((topic, any_of(topic.patterns)) for topic in self.avoid)

    @cached_property
    def innocent(self) -> re.Pattern[str]:
        """The harmless phrases."""
        return any_of(self.harmless)

    @cached_property
    def own(self) -> re.Pattern[str]:
        """Words for the candidate's own."""
        return any_of(self.mine)

    @cached_property
    def taking_up(self) -> re.Pattern[str]:
        """Taking up what was said or read."""
        return any_of(self.builds_on)

    @cached_property
    def human(self) -> re.Pattern[str]:
        """Asking whether a person speaks."""
        machine = self.program.machine
        return any_of(rf"\b{p.format(machine=machine)}\b" for p in self.program.patterns)

    @cached_property
    def persons_own(self) -> re.Pattern[str]:
        """Asking for what only the person behind the persona can tell."""
        return any_of(rf"\b(?:{pattern})\b" for pattern in self.personal)

    @cached_property
    def suits(self) -> dict[PersonaKind, re.Pattern[str]]:
        """What shows whom a question had best be put to."""
        return {kind: any_of(patterns) for kind, patterns in self.fits.items()}


@cache
def wordlist() -> Wordlist:
    """The file of this installation.

    Raises:
        SetupError: it is missing or damaged.
    """
    return read_yaml(asset_dir("knowledge") / FILE, Wordlist)


def topics_of(question: str) -> Iterator[Topic]:
    """The topics better not asked that the question touches, in the order of the file.

    Where pay is the work, and nothing says that one's own is meant, none about pay is.
    """
    words = wordlist()
    said = straight(question)
    paid = words.innocent.sub(" … ", said)
    of_the_work = paid != said and not words.own.search(paid)
    for topic, pattern in words.topics:
        if not pattern.search(paid if topic.pay else said):
            continue
        if not (topic.pay and of_the_work):
            yield topic


def asks_whether_human(text: str) -> bool:
    """Whether it asks if there is a person at the other end."""
    return bool(wordlist().human.search(straight(text)))


def asks_about_themselves(text: str) -> bool:
    """Whether it asks for what only the person behind the persona can tell."""
    return bool(wordlist().persons_own.search(straight(text)))


def asks_about_pay(text: str) -> bool:
    """Whether it is about the candidate's own pay, benefits or leave."""
    return any(topic.pay for topic in topics_of(text))
