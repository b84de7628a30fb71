"""Who asks and what they mean to ask: personas, questions, plans."""

from collections.abc import Mapping, Sequence
from enum import StrEnum
from typing import Annotated

from pydantic import BeforeValidator

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


class Care(Value):
    """A competency, and how much it weighs for somebody."""

    competency: str
    weight: float
    """0..1."""


def _weighed(cares_about: object) -> object:
    """Cares, heaviest first; a bare order weighs from 1 evenly down."""
    if isinstance(cares_about, Mapping):
        pairs = sorted(cares_about.items(), key=lambda pair: -pair[1])
        return [{"competency": name, "weight": weight} for name, weight in pairs]
    if isinstance(cares_about, Sequence) and all(isinstance(each, str) for each in cares_about):
        size = len(cares_about)
        return [{"competency": each, "weight": 1 - i / size} for i, each in enumerate(cares_about)]
    return cares_about


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
    cares_about: Annotated[tuple[Care, ...], BeforeValidator(_weighed)]
    """Heaviest first; may be given as weights by competency, or as competencies in order."""
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

    @property
    def weights(self) -> dict[str, float]:
        """How much each competency weighs, heaviest first."""
        return {care.competency: care.weight for care in self.cares_about}


class PlannedQuestion(Value):
    """A question a persona means to ask."""

    id: str
    """Unique within an interview."""
    text: str
    kind: QuestionKind
    competency: str
    passages: tuple[Passage, ...] = ()
    """What it came from; empty for a question out of the bank alone."""


class Plan(Value):
    """What one persona means to ask."""

    persona: Persona
    questions: tuple[PlannedQuestion, ...]
