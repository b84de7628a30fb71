"""Finds the fault most worth mending, and the candidate's words that show it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from secondround.critique import flags as flagging
from secondround.critique.injection import without
from secondround.critique.motivation import unconfirmed
from secondround.critique.numbers import amounts
from secondround.critique.units import cut
from secondround.domain.critique import (
    Answer,
    ElementScore,
    Evidence,
    Flag,
    ResponseType,
    Role,
    Unit,
)
from secondround.domain.interview import QuestionKind

STRONG = 5
"""The band at which an answer is left alone."""


@dataclass(frozen=True)
class Fault:
    """What to mend: a name in knowledge/coaching.yaml, and the words it is about."""

    name: str
    words: str = ""
    """Verbatim, perhaps long; "" when nothing in particular shows it."""
    element: str = ""
    """The element it is about; "" when it is about the whole."""


class Told:
    """An answer as it was read: what was said in which role, and what carries which element."""

    def __init__(
        self,
        answer: Answer,
        response_type: ResponseType,
        elements: Mapping[str, ElementScore],
        units: Sequence[Unit],
        flags: Sequence[Flag],
    ) -> None:
        self.answer = answer
        self.type = response_type
        self.elements = elements
        self.flags = flags
        self._text = {part.turn: part.text for part in answer.parts}
        self._units = units

    def score(self, element: str) -> int:
        """0..3."""
        return self.elements[element].score

    def words(self, *roles: Role) -> list[str]:
        """The units in these roles; none where the critic tags no units."""
        return [self._text[u.turn][u.start : u.end] for u in self._units if u.role in roles]

    def quote(self, *names: str) -> str:
        """The best words that carry one of these elements, the first that has any."""
        for name in names:
            if evidence := self.elements[name].evidence:
                return best(evidence, own=name == "A")
        return ""

    def first(self, element: str) -> str:
        """The first words that carry the element, or that were said at all."""
        evidence = self.elements[element].evidence
        return evidence[0].quote if evidence else self.opening()

    def opening(self) -> str:
        """The first sentence of some length, of the story where there is one."""
        said = self.words(Role.S, Role.T, Role.A, Role.R) or sentences(self.answer)
        return next((s for s in said if len(s.split()) > 5), "".join(said[:1]))

    def closing(self) -> str:
        """The last thing that was told of the story."""
        told = self.words(Role.S, Role.T, Role.A, Role.R) or sentences(self.answer)
        return told[-1] if told else ""

    def late(self, element: str) -> bool:
        """Whether the element was told only in reply to a follow-up."""
        turns = {evidence.turn for evidence in self.elements[element].evidence}
        return bool(turns) and self.answer.parts[0].turn not in turns


def worst(
    answer: Answer,
    response_type: ResponseType,
    elements: Mapping[str, ElementScore],
    units: Sequence[Unit],
    flags: Sequence[Flag],
    band: int,
) -> Fault:
    """The one fault whose mending would help most; at the top band, that there is none."""
    told = Told(answer, response_type, elements, units, flags)
    if band >= STRONG:
        return _strength(told)
    if response_type is ResponseType.NONE:
        return Fault(_NOTHING_SAID[answer.kind])
    return next(_FAULTS[answer.kind](told))


def sentences(answer: Answer) -> list[str]:
    """Everything said, sentence by sentence, but for what steers the judge."""
    parts = without(answer).parts
    return [part.text[start:end] for part in parts for start, end in cut(part.text)]


def best(evidence: Sequence[Evidence], *, own: bool = False) -> str:
    """The quote that says most: of `own` acts one told as I, else one with an amount or length."""
    every = [e.quote for e in evidence]
    quotes = [q for q in every if flagging.fit_to_say(q) and not flagging.coarse(q)] or every
    telling = [q for q in quotes if (_AS_I.search(q) if own else any(amounts(q)))]
    full = [q for q in quotes if len(q.split()) > 3]
    return next(iter(telling or full or quotes), "")


def _strength(told: Told) -> Fault:
    kept = told.quote("A") if "A" in told.elements else told.quote(*reversed(list(told.elements)))
    if told.answer.kind is QuestionKind.BEHAVIOURAL and told.late("R"):
        return Fault("strong_late", told.quote("R"), "R")
    if {Flag.INJECTION, Flag.CONFIDENTIAL, Flag.UNPROFESSIONAL_LANGUAGE} & set(told.flags):
        return Fault("strong_but")
    return Fault("strong_long" if Flag.TOO_LONG in told.flags else "strong", kept)


def _in_a_story(told: Told) -> Iterator[Fault]:
    """Faults of an answer to "Tell me about a time …", the gravest first."""
    yield from _wrong_kind(told)
    if not told.score("A") and not told.words(Role.A):
        yield Fault("no_action", told.quote("T", "S") or told.opening(), "A")
    if Flag.WE_NOT_I in told.flags:
        yield Fault("we_not_i", told.first("A"), "A")
    if not told.score("R") and not told.words(Role.R):
        yield Fault("no_result", told.closing(), "R")
    if told.late("A"):
        yield Fault("late_A", told.quote("A"), "A")
    if told.late("R") and told.score("R") > 1:
        yield Fault("late_R", told.quote("R"), "R")
    yield from _hinted(told)
    yield from _of_the_frame(told)
    yield from _of_the_whole(told)
    yield from _thin(told)


def _hinted(told: Told) -> Iterator[Fault]:
    """An act or a result of which there is no more than a word."""
    if told.score("A") < 2:
        act = told.quote("A") or next(iter(told.words(Role.A)))
        few = _AS_I.search(act) and not _HOLLOW.search(act)
        yield Fault("few_steps" if few else "vague_action", act, "A")
    if told.score("R") < 2:
        yield Fault("asserted", told.quote("R") or told.words(Role.R)[-1], "R")


def _wrong_kind(told: Told) -> Iterator[Fault]:
    if Flag.OFF_QUESTION in told.flags:
        yield Fault("off_question", told.opening())
    if told.type is ResponseType.HABIT:
        yield Fault("habit", _typical(_USUALLY, told))
    if told.type is ResponseType.HYPOTHETICAL:
        yield Fault("hypothetical", _typical(_WOULD, told))
    if told.type is ResponseType.OPINION:
        yield Fault("opinion", told.opening())


def _of_the_frame(told: Told) -> Iterator[Fault]:
    if not told.score("S"):
        hint = next(iter(told.words(Role.S)), "")
        yield Fault("hinted_situation" if hint else "no_situation", hint or told.opening(), "S")
    if not told.score("T"):
        yield Fault("no_task", told.first("A"), "T")


def _of_the_whole(told: Told) -> Iterator[Fault]:
    if Flag.MULTIPLE_STORIES in told.flags:
        yield Fault("multiple_stories", told.first("S"))
    if Flag.BLAME in told.flags and (blamed := _blaming(told)):
        yield Fault("blame", blamed)
    if Flag.SITUATION_HEAVY in told.flags:
        yield Fault("situation_heavy", told.first("A"), "S")
    if Flag.RAMBLING in told.flags and (aside := told.words(Role.O)[-1:]):
        yield Fault("rambling", aside[0])
    if Flag.TOO_LONG in told.flags:
        yield Fault("too_long", told.quote("R", "A"))


def _thin(told: Told) -> Iterator[Fault]:
    """What is there but not fully told; below the top band something always is."""
    if told.score("S") == 1:
        yield Fault("hinted_situation", told.quote("S"), "S")
    if told.score("T") == 1:
        yield Fault("team_task", told.quote("T"), "T")
    for element, name in (("R", "size"), ("A", "reason"), ("T", "stake"), ("S", "scene")):
        if told.score(element) == 2:
            yield Fault(name, told.quote(element), element)
    yield Fault("none")


def _by_element(told: Told) -> Iterator[Fault]:
    """Faults of an answer without STAR: a plan or a motive, the gravest first."""
    if Flag.OFF_QUESTION in told.flags:
        yield Fault("off_question", told.opening())
    if told.answer.kind is QuestionKind.MOTIVATION and (claim := unconfirmed(told.answer)):
        yield Fault("here_unconfirmed", claim, "here")
    for element, scores, name in _ORDER[told.answer.kind]:
        if element in told.elements and told.score(element) in scores:
            yield Fault(name, told.quote(element) or _beside(told, element), element)
    yield Fault("none")


def _beside(told: Told, element: str) -> str:
    """Words near the place where a missing element would have been told."""
    said = [e for name in _CARRIES if name in told.elements for e in told.elements[name].evidence]
    if element == "check" and said:
        return said[-1].quote
    return best(said[:1]) or told.opening()


def _typical(pattern: re.Pattern[str], told: Told) -> str:
    return next((s for s in sentences(told.answer) if pattern.search(s)), "") or told.opening()


def _blaming(told: Told) -> str:
    return next((s for s in sentences(told.answer) if flagging.accusation(s)), "")


_AS_I = re.compile(r"(?i)^\W*(?:(?:so|then|and|first|next|after that),? )*i\b")
_HOLLOW = re.compile(
    r"(?i)\b(?:hard|best|everything|lots? of|a lot|on it|with it|got involved|pitched in)\b"
    r"|\b(?:align|leverag|optimi[sz]|facilitat|communicat|engag|driv|handl|manag|support)\w*\b"
)
"""What marks an act that one cannot picture."""
_USUALLY = re.compile(
    r"(?i)\b(?:usually|always|often|normally|generally|typically|every (?:day|time|week|shift)"
    r"|tend to|most days|i['’]ll)\b"
)
_WOULD = re.compile(r"(?i)\b(?:would|i['’]d|if)\b")
_CARRIES = ("steps", "reason")
_NOTHING_SAID = {
    QuestionKind.BEHAVIOURAL: "none",
    QuestionKind.SITUATIONAL: "no_plan",
    QuestionKind.MOTIVATION: "no_reason",
}
_ORDER = {
    QuestionKind.SITUATIONAL: (
        ("steps", (0, 1), "steps_missing"),
        ("check", (0,), "check_missing"),
        ("stakes", (0,), "stakes_missing"),
        ("goal", (0,), "goal_missing"),
        ("check", (1,), "check_thin"),
        ("stakes", (1,), "stakes_thin"),
        ("goal", (1,), "goal_thin"),
        ("steps", (2,), "steps_thin"),
        ("tie", (0,), "tie_missing"),
        ("tie", (1, 2), "tie_thin"),
        ("check", (2,), "check_thin"),
        ("stakes", (2,), "stakes_thin"),
        ("goal", (2,), "goal_thin"),
    ),
    QuestionKind.MOTIVATION: (
        ("reason", (0, 1), "reason_missing"),
        ("here", (0,), "here_missing"),
        ("here", (1,), "here_thin"),
        ("proof", (0, 1), "proof_missing"),
        ("here", (2,), "here_meaning"),
        ("proof", (2,), "proof_thin"),
        ("reason", (2,), "reason_thin"),
    ),
}
_FAULTS = {
    QuestionKind.BEHAVIOURAL: _in_a_story,
    QuestionKind.SITUATIONAL: _by_element,
    QuestionKind.MOTIVATION: _by_element,
}
