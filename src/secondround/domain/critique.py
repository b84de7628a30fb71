"""What is said of an answer: its parts, the evidence for each, the band, and one thing to fix.

The rubric is in `knowledge/star/RUBRIC.md`. The invariant of the module: a quote is verbatim,
`part.text[start:end] == quote` for the part of the answer that was said in `turn`.
"""

from enum import StrEnum
from typing import Annotated

from pydantic import AwareDatetime, Field, model_validator

from secondround.domain.base import Value
from secondround.domain.interview import Element, Provenance, QuestionKind
from secondround.domain.materials import Passage, PersonaKind


class Part(Value):
    """One stretch of an answer: the first reply, or the reply to a follow-up."""

    turn: int
    text: str


class Answer(Value):
    """What is judged: a question and all that was said to it in one attempt."""

    question: str
    kind: QuestionKind = QuestionKind.BEHAVIOURAL
    persona: PersonaKind | None = None
    parts: tuple[Part, ...]
    question_id: str = ""
    attempt: int = 1
    passages: tuple[Passage, ...] = ()
    """Materials a stronger version may draw facts from."""

    @property
    def text(self) -> str:
        """The whole answer, parts separated by a blank line."""
        return "\n\n".join(part.text for part in self.parts)


class Role(StrEnum):
    """What a unit of an answer does (rubric, section 2)."""

    S = "S"
    T = "T"
    A = "A"
    R = "R"
    L = "L"
    O = "O"  # noqa: E741 - the rubric's letter


class ResponseType(StrEnum):
    """What an answer is as a whole (rubric, section 1)."""

    STORY = "story"
    HABIT = "habit"
    HYPOTHETICAL = "hypothetical"
    OPINION = "opinion"
    NONE = "none"


class Flag(StrEnum):
    """What else holds of an answer (rubric, section 4)."""

    NO_RESULT = "no_result"
    UNQUANTIFIED_RESULT = "unquantified_result"
    WE_NOT_I = "we_not_i"
    NO_TASK = "no_task"
    SITUATION_HEAVY = "situation_heavy"
    VAGUE_ACTION = "vague_action"
    HYPOTHETICAL = "hypothetical"
    OFF_QUESTION = "off_question"
    MULTIPLE_STORIES = "multiple_stories"
    BLAME = "blame"
    TOO_LONG = "too_long"
    TOO_SHORT = "too_short"
    RAMBLING = "rambling"
    INJECTION = "injection"
    CONFIDENTIAL = "confidential"
    UNPROFESSIONAL_LANGUAGE = "unprofessional_language"
    RESULT_FIRST = "result_first"
    NO_EXAMPLE = "no_example"


class Unit(Value):
    """A sentence or clause of an answer, and its role."""

    turn: int = 0
    start: int
    end: int
    role: Role
    confidence: Annotated[float, Field(ge=0, le=1)] = 1.0


class Evidence(Value):
    """The candidate's own words, and where they stand."""

    turn: int = 0
    start: int
    end: int
    quote: str


class ElementScore(Value):
    """How well one element is told: 0 absent, 1 hinted, 2 there, 3 fully (rubric, section 3)."""

    score: Annotated[int, Field(ge=0, le=3)]
    evidence: tuple[Evidence, ...] = ()

    @model_validator(mode="after")
    def _no_quote_no_point(self) -> "ElementScore":
        if self.score and not self.evidence:
            raise ValueError("a score above 0 needs evidence")
        return self


class Assessment(Value):
    """The quick reading of an answer that steers the next move; never shown as a judgement."""

    response_type: ResponseType
    elements: dict[Element, int]
    """0..3 each, as in the rubric."""
    vague: str = ""
    """A vague claim worth chasing, verbatim; "" when none."""
    words: int


class Critique(Value):
    """The judgement of one attempt at one question, or *not assessed* with the reason."""

    question_id: str = ""
    attempt: int = 1
    turns: tuple[int, ...] = ()
    """The candidate's turns it covers."""
    kind: QuestionKind = QuestionKind.BEHAVIOURAL
    response_type: ResponseType | None = None
    units: tuple[Unit, ...] = ()
    elements: dict[str, ElementScore] = {}
    """S, T, A, R; situational: stakes, goal, steps, check, tie; motivation: reason, here
    (where the question is about this place), proof."""
    unsure: dict[str, int] = {}
    """Elements the built-in coach scored otherwise by more than a point, with its score; a model's
    judgement only."""
    flags: tuple[Flag, ...] = ()
    band: Annotated[int, Field(ge=1, le=5)] | None = None
    not_assessed: str | None = None
    """Why there is no judgement, a sentence; None when there is one."""
    good: str = ""
    """What was good, only if it was."""
    fix: str = ""
    """The one thing to fix; for a strong answer, that it needs nothing."""
    stronger: str = ""
    """A stronger version from the candidate's facts alone; gaps as `[your …]`."""
    made_by: Provenance
    made_at: AwareDatetime | None = None

    @model_validator(mode="after")
    def _judged_or_not(self) -> "Critique":
        judged = self.response_type is not None and self.band is not None
        if judged is (self.not_assessed is not None):
            raise ValueError("a critique has either a judgement or a reason why not")
        return self
