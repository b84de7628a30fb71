"""Has a chat model find the candidate's words for each criterion; code checks and scores them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, partial
from typing import TYPE_CHECKING, Annotated, Any, Generic, TypeVar, cast

from pydantic import BaseModel, ConfigDict, Field, WithJsonSchema, create_model

from secondround.critique import injection, rubric, star, verdict
from secondround.critique.evidence import locate
from secondround.critique.rubric import Criterion
from secondround.domain.critique import (
    Answer,
    Critique,
    ElementScore,
    Evidence,
    Flag,
    ResponseType,
)
from secondround.domain.interview import Provenance, QuestionKind
from secondround.engines.structured import Unusable, ask
from secondround.engines.wording import words
from secondround.errors import EngineError
from secondround.ports import Clock, Critic
from secondround.prompts import Prompt, load, neutral

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

TYPES = {
    ResponseType.STORY: "one particular past event that the speaker took part in",
    ResponseType.HABIT: "what they usually or always do, without one event",
    ResponseType.HYPOTHETICAL: "what they would do",
    ResponseType.OPINION: "views, values or self-description, without an event",
    ResponseType.NONE: "no answer: a refusal, “I don't know”, off the topic, unintelligible",
}
REMARKS = {
    Flag.OFF_QUESTION: "does not answer what was asked",
    Flag.WE_NOT_I: "the acts are the group's; the speaker's own part stays unclear",
    Flag.SITUATION_HEAVY: "more than half of it sets the scene",
    Flag.MULTIPLE_STORIES: "several events, none told through",
    Flag.BLAME: "puts the blame on somebody else",
    Flag.RAMBLING: "loses its thread",
    Flag.CONFIDENTIAL: "names what should not leave the firm",
    Flag.UNPROFESSIONAL_LANGUAGE: "language that does not belong in an interview",
    Flag.RESULT_FIRST: "the outcome is told before the acts (no fault by itself)",
}
"""Flags that only a reader can see; all others are raised by code."""

_ELLIPSIS = re.compile(r"\s*(?:\[?(?:\.\.\.|…)\]?)\s*")

Quotes = TypeVar("Quotes", bound=BaseModel)

# The length is checked here and not in the schema that is sent: strict services refuse `maxLength`.
Quote = Annotated[str, Field(max_length=600), WithJsonSchema({"type": "string"})]


class Findings(BaseModel, Generic[Quotes], extra="forbid"):
    """What the model sends back: quotes first, so that the rest follows from them."""

    quotes: Quotes
    """A list for each criterion."""
    response_type: ResponseType
    also: Annotated[list[Flag], Field(max_length=len(Flag))]


class ModelCritic:
    """Judges with a chat model; `name` is what the record of each critique calls it."""

    def __init__(self, model: "BaseChatModel", name: str, clock: Clock, *, second: Critic) -> None:
        """Where `second` scores an element quite otherwise, the critique says so."""
        self._model = model
        self._second = second
        self._name = name
        self._clock = clock

    def judge(self, answer: Answer) -> Critique:
        """Judges one answer; what cannot be judged is *not assessed*, with the reason."""
        prompt, sheet = load("critique/evidence"), _Sheet.of(answer)
        made_by = Provenance(engine=self._name, prompt=prompt.reference)
        reason = star.not_assessable(answer)
        if not reason:
            try:
                return self._conclude(sheet, self._findings(prompt, sheet), made_by)
            except EngineError as error:
                reason = str(error)
        return verdict.not_assessed(answer, reason, made_by=made_by, made_at=self._clock())

    def _findings(self, prompt: Prompt, sheet: "_Sheet") -> Findings[BaseModel]:
        messages = _messages(prompt, sheet.shown)
        return ask(self._model, messages, _shape(sheet.answer.kind), sheet.check)

    def _conclude(
        self, sheet: "_Sheet", findings: Findings[BaseModel], made_by: Provenance
    ) -> Critique:
        """The critique in the built-in coach's words first, then in the model's if they hold."""
        elements = rubric.score(sheet.verified(findings), sheet.answer.kind)
        judged = partial(
            verdict.conclude,
            sheet.answer,
            findings.response_type,
            elements,
            unsure=self._unsure(sheet.answer, elements),
            also=[flag for flag in findings.also if flag in REMARKS],
            made_at=self._clock(),
        )
        draft = judged(made_by=made_by)
        try:
            said = words(self._model, sheet.shown, draft)
        except EngineError:
            note = "The model’s own wording could not be used; the built-in coach worded this."
            return judged(made_by=made_by.model_copy(update={"note": note}))
        return judged(made_by=made_by, good=said.good, fix=said.fix, stronger=said.stronger)

    def _unsure(self, answer: Answer, elements: Mapping[str, ElementScore]) -> dict[str, int]:
        """The second critic's scores that differ by more than a point."""
        other = self._second.judge(answer).elements
        both = elements.keys() & other.keys()
        return {n: other[n].score for n in sorted(both) if _apart(elements[n], other[n])}


def _apart(one: ElementScore, other: ElementScore) -> bool:
    return abs(one.score - other.score) > 1


@dataclass(frozen=True)
class _Sheet:
    """An answer, and how the model sees it: every character stands where it stood."""

    answer: Answer
    shown: Answer

    @classmethod
    def of(cls, answer: Answer) -> "_Sheet":
        plain = injection.without(answer)
        parts = [p.model_copy(update={"text": neutral(p.text)}) for p in plain.parts]
        return cls(answer, answer.model_copy(update={"parts": tuple(parts)}))

    def check(self, findings: Findings[BaseModel]) -> None:
        """Refuses findings that claim a criterion without one quote that stands in the answer."""
        wrong = [
            quote
            for quotes in self._quotes(findings).values()
            if not any(map(self._find, quotes))
            for quote in quotes
        ]
        if wrong:
            raise Unusable(f"This does not stand in the answer word for word: {wrong}.")

    def verified(self, findings: Findings[BaseModel]) -> dict[Criterion, list[Evidence]]:
        return {
            criterion: [evidence for quote in quotes for evidence in self._find(quote)]
            for criterion, quotes in self._quotes(findings).items()
        }

    def _quotes(self, findings: Findings[BaseModel]) -> dict[Criterion, list[str]]:
        quotes = findings.quotes.model_dump()
        return {criterion: quotes[criterion] for criterion in rubric.criteria(self.answer.kind)}

    def _find(self, quote: str) -> list[Evidence]:
        """Where it stands; one with dots for words left out, where each piece stands."""
        wanted = neutral(quote)
        whole = locate(wanted, self.shown)
        found = [whole] if whole else [locate(p, self.shown) for p in _ELLIPSIS.split(wanted)]
        return [e for piece in found if piece and (e := self._verbatim(piece))]

    def _verbatim(self, found: Evidence) -> Evidence | None:
        """The same stretch of the answer itself; None if it runs across what was left out."""
        text = {part.turn: part.text for part in self.answer.parts}[found.turn]
        quote = text[found.start : found.end]
        same = neutral(quote) == found.quote
        return found.model_copy(update={"quote": quote}) if same else None


@cache
def _shape(kind: QuestionKind) -> type[Findings[BaseModel]]:
    some = Annotated[list[Quote], Field(max_length=3)]
    fields: dict[str, Any] = {str(criterion): some for criterion in rubric.criteria(kind)}
    quotes = create_model("Quotes", __config__=ConfigDict(extra="forbid"), **fields)
    return cast(type[Findings[BaseModel]], Findings.__class_getitem__(quotes))


def _messages(prompt: Prompt, shown: Answer) -> list[tuple[str, str]]:
    return prompt.messages(
        question=shown.question,
        situational=shown.kind is QuestionKind.SITUATIONAL,
        parts=[part.text for part in shown.parts],
        criteria=[(str(c), c.text) for c in rubric.criteria(shown.kind)],
        kinds=[(str(kind), text) for kind, text in TYPES.items()],
        remarks=[(str(flag), text) for flag, text in REMARKS.items()],
    )
