"""Who asks and what they mean to ask: personas, questions, plans."""

import re
from collections.abc import Mapping
from enum import StrEnum

from pydantic import model_validator

from secondround.domain.base import Value
from secondround.domain.materials import Passage, PersonaKind


class QuestionKind(StrEnum):
    """How an answer is to be judged: STAR, the situational rule, or as a view of their own."""

    BEHAVIOURAL = "behavioural"
    SITUATIONAL = "situational"
    MOTIVATION = "motivation"


class Element(StrEnum):
    """The four elements of STAR."""

    S = "S"
    T = "T"
    A = "A"
    R = "R"


class Persona(Value):
    """Who asks: a kind of interviewer, or a named person built on one."""

    id: str
    """Unique within an interview: `teammate`, or `priya-shah`."""
    kind: PersonaKind
    base: str = ""
    """The persona file they are made from, `manager-demanding`; "" is that of the kind."""
    demanding: bool = False
    """Insists where the friendly variant lets a point go."""
    name: str
    title: str = ""
    cares_about: tuple[str, ...]
    """Competencies, the heaviest first; may be given as a mapping to their weights."""
    weighs: tuple[float, ...] = ()
    """How much each of `cares_about` weighs, 0..1; without, from 1 evenly down."""
    manner: str
    """How they speak and what they listen for, a short paragraph."""
    chases: tuple[Element, ...] = (Element.A, Element.R, Element.T, Element.S)
    """Of several parts that an answer lacks alike, the one they ask for first."""
    follow_ups: int = 2
    """Probes and challenges that they put to one answer at most."""
    patience: int = 320
    """Words they listen to before an answer is too long for them."""
    sentence: int = 20
    """Words of their usual sentence at most."""
    pace: int = 150
    """Words a minute at which they speak."""
    probes: str = ""
    """How they follow up, a sentence for a model."""
    volunteers: str = ""
    """What they tell of their own accord, only out of the materials."""
    annoyed_by: str = ""
    """What tries their patience; they do not show it."""
    voice: str = ""
    """The name of a voice; "" leaves it to the kind."""

    @model_validator(mode="before")
    @classmethod
    def _weighed(cls, given: object) -> object:
        if not isinstance(given, Mapping) or not isinstance(given.get("cares_about"), Mapping):
            return given
        pairs = sorted(given["cares_about"].items(), key=lambda pair: -pair[1])
        names, weights = zip(*pairs, strict=True) if pairs else ((), ())
        return {**given, "cares_about": names, "weighs": weights}

    @property
    def weights(self) -> dict[str, float]:
        """How much each competency weighs, heaviest first."""
        size = len(self.cares_about)
        weighs = self.weighs or tuple(1 - i / size for i in range(size))
        return dict(zip(self.cares_about, weighs, strict=True))

    @property
    def is_named(self) -> bool:
        """Whether they have a name of their own; “The manager” and “A retired nurse” have none."""
        return re.match(r"(?:[Aa]n?|[Tt]he) [a-z]", self.name) is None


class PlannedQuestion(Value):
    """A question a persona means to ask."""

    id: str
    """Unique within an interview."""
    text: str
    kind: QuestionKind
    competency: str
    passages: tuple[Passage, ...] = ()
    """What it came from; empty for a question out of the bank alone."""
    intent: str = ""
    """What it is after; no two of a panel are after the same. "" where it was not noted."""


class Plan(Value):
    """What one persona means to ask."""

    persona: Persona
    questions: tuple[PlannedQuestion, ...]
