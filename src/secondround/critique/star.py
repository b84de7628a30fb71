"""Reads an answer without a language model: units and roles, response type, scores with evidence.

    tagger = Tagger(MiniLM())
    reading = tagger.read(answer)       # reading.elements["R"].evidence: the candidate's own words
    tagger.assess(answer)               # the same reading, for the director

The models are trained on labelled answers (`make train`, knowledge/star/MODEL.md); here they run.
"""

from dataclasses import dataclass

from secondround.critique import (
    artefact,
    assessable,
    rubric,
    sequence,
    situational,
    tagging,
    vagueness,
)
from secondround.critique.artefact import Artefact
from secondround.critique.heard import Heard, hear
from secondround.critique.summary import ROLES, Summary
from secondround.critique.tagging import Tagged
from secondround.domain.critique import (
    Answer,
    Assessment,
    ElementScore,
    Evidence,
    Flag,
    ResponseType,
    Role,
    Unit,
)
from secondround.domain.interview import Element, QuestionKind
from secondround.ports import Embedder

TYPES = tuple(ResponseType)
NOT_OWN = 0.6
"""How likely it must be that the own part is unclear."""
TRACE = 0.2
"""How likely a role must be for a unit to be its evidence where no unit has that role."""


@dataclass(frozen=True)
class Reading:
    """What the tagger read in one answer."""

    units: tuple[Unit, ...]
    response_type: ResponseType
    star: dict[str, ElementScore]
    """S, T, A and R, whatever kind of question was asked."""
    elements: dict[str, ElementScore]
    """The elements of this kind of question; motivation: none (`motivation.py` reads those)."""
    also: tuple[Flag, ...]
    """Flags that only a reader can see, for `verdict.conclude`."""
    vague: str
    """The claim most worth asking about, verbatim; "" when none is."""


def not_assessable(answer: Answer) -> str:
    """Why an answer cannot be judged, in a sentence that says what to do; "" when it can.

    Raises:
        SetupError: the tagger's artefact is missing or damaged.
    """
    return assessable.reason(artefact.load(), answer)


def read(learned: Artefact, answer: Answer, heard: Heard) -> Reading:
    """The reading of an answer that has been cut and embedded."""
    return _Reader(learned, answer, heard).reading()


class Tagger:
    """Reads answers; safe to share between threads."""

    def __init__(self, embedder: Embedder) -> None:
        self._embedder = embedder

    def warm(self) -> None:
        """Loads what the first answer would have to wait for. Raises: SetupError."""
        artefact.load()
        self._embedder.embed(["I am ready."])

    def read(self, answer: Answer) -> Reading:
        """The whole reading. Raises: SetupError, EngineError."""
        return read(artefact.load(), answer, hear(answer, self._embedder))

    def assess(self, answer: Answer) -> Assessment:
        """The quick reading that steers the next move. Raises: SetupError, EngineError."""
        reading = self.read(answer)
        return Assessment(
            response_type=reading.response_type,
            elements={Element(name): element.score for name, element in reading.star.items()},
            vague=reading.vague,
            words=len(answer.text.split()),
        )


class _Reader:
    """Reads one answer."""

    def __init__(self, learned: Artefact, answer: Answer, heard: Heard) -> None:
        self._learned, self._kind, self._heard = learned, answer.kind, heard
        self._tagged: Tagged = tagging.tag(learned, heard)
        self._summary = Summary(heard.texts, heard.vectors, self._tagged.likely)

    def reading(self) -> Reading:
        """All of it."""
        if all(self._heard.echoes):
            return self._nothing()
        response_type = self._response_type()
        star = {element.value: self._element(Role(element), response_type) for element in Element}
        return Reading(
            units=self._units(),
            response_type=response_type,
            star=star,
            elements=self._elements(star),
            also=self._also(response_type),
            vague=vagueness.vaguest(self._learned, self._heard, self._tagged),
        )

    def _nothing(self) -> Reading:
        """Nothing of their own was said: no words, or the question again."""
        star = {element.value: ElementScore(score=0) for element in Element}
        elements = self._elements(star)
        return Reading(self._units(), ResponseType.NONE, star, elements, (), "")

    def _units(self) -> tuple[Unit, ...]:
        chain = enumerate(zip(self._heard.spans, self._tagged.roles, strict=True))
        return tuple(
            Unit(
                turn=span.turn,
                start=span.start,
                end=span.end,
                role=role,
                confidence=self._tagged.confidence(i),
            )
            for i, (span, role) in chain
        )

    def _response_type(self) -> ResponseType:
        scores = self._learned.linear("type")(self._summary.for_type())
        return TYPES[int(scores.argmax())]

    def _element(self, role: Role, response_type: ResponseType) -> ElementScore:
        """Three models say whether it deserves 1, 2, 3; the units of that role are the evidence."""
        evidence = self._evidence(role)
        if not evidence or response_type is ResponseType.NONE:
            return ElementScore(score=0)
        scores = self._learned.linear(f"level.{role}")(self._summary.for_element(role))
        level = int((scores > 0).sum())
        return ElementScore(score=level, evidence=evidence if level else ())

    def _evidence(self, role: Role) -> tuple[Evidence, ...]:
        told = [i for i, tagged in enumerate(self._tagged.roles) if tagged is role]
        likely = self._tagged.likely[:, ROLES.index(role)]
        if not told and likely.max() >= TRACE:
            told = [int(likely.argmax())]
        return tuple(self._heard.spans[i] for i in told if not self._heard.echoes[i])

    def _elements(self, star: dict[str, ElementScore]) -> dict[str, ElementScore]:
        if self._kind is QuestionKind.SITUATIONAL:
            return rubric.score(situational.found(self._learned, self._heard), self._kind)
        return star if self._kind is QuestionKind.BEHAVIOURAL else {}

    def _also(self, response_type: ResponseType) -> tuple[Flag, ...]:
        if response_type is not ResponseType.STORY:
            return ()
        scores = self._learned.linear("we_not_i")(self._summary.for_ownership())
        return (Flag.WE_NOT_I,) if sequence.sigmoid(scores)[0] >= NOT_OWN else ()
