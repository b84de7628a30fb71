"""A critique as the pages show it: the candidate's words, marked, and the scores in words."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from secondround.critique import delivery, wording
from secondround.domain.critique import Critique
from secondround.domain.debrief import SelfRating
from secondround.domain.interview import Interview, Turn
from secondround.interview.wording import asked

Attempt = tuple[str, int]
"""A question and the number of an attempt at it."""


@dataclass(frozen=True)
class Piece:
    """A stretch of text; `mark` is the number of the element it is evidence for, 0 for none."""

    text: str
    mark: int = 0
    name: str = ""
    short: str = ""


@dataclass(frozen=True)
class ElementView:
    """An element with its score, 0..3."""

    short: str
    name: str
    score: int
    doubt: str = ""
    """Why the score is less sure; "" where it is not."""


@dataclass(frozen=True)
class Rewrite:
    """A stretch of the stronger version; a gap is for the candidate to fill."""

    text: str
    gap: bool


@dataclass(frozen=True)
class CritiqueView:
    """One judged attempt."""

    question_id: str
    attempt: int
    attempts: int
    not_assessed: str | None
    band: int | None
    own: int | None
    """How the candidate rated it; None where they have not."""
    response: str
    elements: tuple[ElementView, ...]
    parts: tuple[tuple[Piece, ...], ...]
    flags: tuple[str, ...]
    delivery: str
    """Length, fillers and hedges in words; "" where it was not assessed."""
    good: str
    fix: str
    stronger: tuple[tuple[Rewrite, ...], ...]
    judge: str

    @property
    def key(self) -> str:
        """Names the attempt in an event of the page."""
        return f"{self.question_id}:{self.attempt}"

    @property
    def anchor(self) -> str:
        """Names its card in an address."""
        return anchor(self.question_id, self.attempt)


@dataclass(frozen=True)
class JudgedQuestion:
    """A question with its attempts, oldest first."""

    id: str
    number: int
    """As the debrief counts the questions, from 1."""
    text: str
    asked_by: str
    hue: int
    views: tuple[CritiqueView, ...]


def judged_questions(
    talk: Interview, critiques: Sequence[Critique], ratings: Sequence[SelfRating] = ()
) -> list[JudgedQuestion]:
    """The questions that were judged, in the order they were answered."""
    own = {(rating.question_id, rating.attempt): rating.band for rating in ratings}
    return [
        _judged(talk, question_id, [c for c in critiques if c.question_id == question_id], own)
        for question_id in talk.answered()
        if any(c.question_id == question_id for c in critiques)
    ]


def hue(talk: Interview, persona_id: str) -> int:
    """The colour of a persona, 0..3, the same everywhere."""
    ids = [plan.persona.id for plan in talk.plans]
    return ids.index(persona_id) % 4


def anchor(question_id: str, attempt: int) -> str:
    """Where the card of an attempt is on its page."""
    return f"card-{question_id}-{attempt}"


def _judged(
    talk: Interview, question_id: str, critiques: list[Critique], own: Mapping[Attempt, int]
) -> JudgedQuestion:
    asked_by = next(
        plan.persona for plan in talk.plans if any(q.id == question_id for q in plan.questions)
    )
    return JudgedQuestion(
        id=question_id,
        number=asked(talk).index(question_id) + 1,
        text=talk.question(question_id).text,
        asked_by=asked_by.name,
        hue=hue(talk, asked_by.id),
        views=tuple(
            _view(talk, c, len(critiques), own.get((question_id, c.attempt))) for c in critiques
        ),
    )


def _view(talk: Interview, critique: Critique, attempts: int, own: int | None) -> CritiqueView:
    keys = list(critique.elements)
    return CritiqueView(
        question_id=critique.question_id,
        attempt=critique.attempt,
        attempts=attempts,
        not_assessed=critique.not_assessed,
        band=critique.band,
        own=own,
        response=wording.RESPONSES[critique.response_type] if critique.response_type else "",
        elements=tuple(_element(key, critique) for key in keys),
        parts=tuple(tuple(_pieces(talk.turns[index], critique, keys)) for index in critique.turns),
        flags=tuple(wording.FLAGS[flag] for flag in critique.flags),
        delivery=_delivery(talk, critique),
        good=critique.good,
        fix=critique.fix,
        stronger=tuple(tuple(_rewrites(line)) for line in critique.stronger.splitlines() if line),
        judge=_judge(critique),
    )


def _delivery(talk: Interview, critique: Critique) -> str:
    said = talk.text_of(critique.turns)
    return delivery.in_words(said, critique.kind) if critique.band else ""


def _element(key: str, critique: Critique) -> ElementView:
    name = wording.ELEMENTS.get(key, key.capitalize())
    return ElementView(
        _short(key), name, critique.elements[key].score, wording.doubt(key, critique)
    )


def _short(key: str) -> str:
    return wording.SHORT.get(key, key)


def _judge(critique: Critique) -> str:
    engine = (
        "the built-in coach" if critique.made_by.engine == "built-in" else critique.made_by.engine
    )
    at = f" on {critique.made_at.astimezone():%d %B %Y, %H:%M}" if critique.made_at else ""
    return f"{engine}{at}"


def _pieces(turn: Turn, critique: Critique, keys: Sequence[str]) -> Iterator[Piece]:
    position = 0
    for start, end, key in _apart(sorted(_spans(turn.index, critique))):
        yield Piece(turn.text[position:start])
        yield Piece(turn.text[start:end], keys.index(key) + 1, wording.ELEMENTS[key], _short(key))
        position = end
    yield Piece(turn.text[position:])


def _spans(turn: int, critique: Critique) -> Iterator[tuple[int, int, str]]:
    """What is marked: the units of elements that count, or else the evidence itself."""
    counted = {key for key, element in critique.elements.items() if element.score}
    units = [u for u in critique.units if u.turn == turn and u.role.value in counted]
    if units:
        yield from ((u.start, u.end, u.role.value) for u in units)
        return
    for key in counted:
        yield from (
            (e.start, e.end, key) for e in critique.elements[key].evidence if e.turn == turn
        )


def _apart(spans: Iterable[tuple[int, int, str]]) -> Iterator[tuple[int, int, str]]:
    """Spans that do not overlap; of two that do, the earlier is whole."""
    reached = 0
    for start, end, key in spans:
        if end > reached:
            yield max(start, reached), end, key
            reached = end


def _rewrites(line: str) -> Iterator[Rewrite]:
    for text in re.split(r"(\[[^\]]*\])", line):
        if text:
            yield Rewrite(text, gap=text.startswith("["))
