"""Finds what several answers have in common, and says so in the words of knowledge/debrief.yaml."""

from collections.abc import Sequence
from functools import cache

from pydantic import model_validator

from secondround.assets import asset_dir, read_yaml
from secondround.domain.base import Value
from secondround.domain.critique import Critique, Flag, ResponseType
from secondround.domain.debrief import Pattern
from secondround.domain.interview import MoveKind, QuestionKind, Turn

LEAST, SHARE, MOST = 2, 1 / 3, 4
"""Answers in which a fault must hold, their share of all, and how many faults are told."""

_ANSWERS = {"any", *QuestionKind, ResponseType.STORY, "here"}

_SMALL = "no one two three four five six seven eight nine ten eleven twelve".split()


class When(Value):
    """What must be true of an answer; all that is given."""

    element: str = ""
    at_least: int = 0
    at_most: int = 3
    """The element's score."""
    late: bool = False
    """Whether the element came only once the interviewer had asked for it."""
    flag: Flag | None = None
    without: Flag | None = None
    response: tuple[ResponseType, ...] = ()

    @model_validator(mode="after")
    def _about_one_thing(self) -> "When":
        if sum(map(bool, (self.element, self.flag, self.response))) != 1:
            raise ValueError("must name an element, or a flag, or responses")
        return self

    @property
    def about(self) -> str:
        """What it looks at; of two patterns about one thing the stronger is told."""
        return self.element or (self.flag or "response type")

    def holds(self, critique: Critique, turns: Sequence[Turn]) -> bool:
        """Whether it is true of an assessed answer, given in these turns of an interview."""
        if self.flag:
            return self.flag in critique.flags
        if self.response:
            return critique.response_type in self.response
        element = critique.elements.get(self.element)
        if element is None or (self.without and self.without in critique.flags):
            return False
        scored = self.at_least <= element.score <= self.at_most
        return scored and (not self.late or _late(self.element, critique, turns))


class Observation(Value):
    """A pattern to look for."""

    id: str
    good: bool = False
    kind: QuestionKind | None = None
    """Of the questions whose answers it is looked for in; None: all."""
    only: ResponseType | None = None
    """What such an answer must be as a whole; None: anything."""
    when: When
    says: str
    """With `{share}` where how many of how many goes."""


class OfRatings(Value):
    """What can be said of the candidate's own ratings, with `{bands}` and `{answers}`."""

    higher: str
    lower: str
    level: str


class Wording(Value):
    """Everything the debrief can say."""

    patterns: tuple[Observation, ...]
    """The gravest first."""
    answers: dict[str, str]
    """What they are called, by what they are as a whole, by an element that not all of a kind
    have, or by the kind of their questions."""
    ratings: OfRatings

    @model_validator(mode="after")
    def _names_all_answers(self) -> "Wording":
        if set(self.answers) != _ANSWERS:
            raise ValueError(f"answers must name {', '.join(sorted(_ANSWERS))}")
        return self


@cache
def wording() -> Wording:
    """All sentences.

    Raises:
        SetupError: the file is missing or damaged.
    """
    return read_yaml(asset_dir("knowledge") / "debrief.yaml", Wording)


def patterns(assessed: Sequence[Critique], turns: Sequence[Turn]) -> tuple[Pattern, ...]:
    """What holds of many of these answers, the strongest first; then one thing that was good.

    `turns` are all those of the interview.

    A fault must hold in two answers and in a third of those in which it could; what is good, in
    all of them.
    """
    found = [_found(each, assessed, turns) for each in wording().patterns]
    faults = [(o, p) for o, p in found if not o.good and p.count >= max(LEAST, SHARE * p.total)]
    faults.sort(key=lambda pair: -(pair[1].count ** 2) / pair[1].total)
    good = [p for o, p in found if o.good and p.count == p.total >= LEAST]
    return (*_apart(faults)[:MOST], *good[:1])


def _apart(faults: Sequence[tuple[Observation, Pattern]]) -> list[Pattern]:
    """The first on each matter; the same answers to plans are not told off twice."""
    told: dict[object, Pattern] = {}
    for observation, pattern in faults:
        answers = (observation.kind, pattern.questions)
        if observation.when.about not in told and answers not in told:
            told |= {observation.when.about: pattern, answers: pattern}
    return list(dict.fromkeys(told.values()))


def in_words(number: int) -> str:
    """Up to twelve in letters."""
    return _SMALL[number] if number < len(_SMALL) else str(number)


def _found(
    each: Observation, assessed: Sequence[Critique], turns: Sequence[Turn]
) -> tuple[Observation, Pattern]:
    possible = [c for c in assessed if _could_hold(each, c)]
    true = [c.question_id for c in possible if each.when.holds(c, turns)]
    noun = wording().answers["any"] if len(possible) == len(assessed) else _called(each)
    pattern = Pattern(
        id=each.id,
        good=each.good,
        says=each.says.format(share=_share(len(true), len(possible), noun)),
        questions=tuple(true),
        count=len(true),
        total=len(possible),
    )
    return each, pattern


def _could_hold(each: Observation, critique: Critique) -> bool:
    there = not each.when.element or each.when.element in critique.elements
    of_kind = each.kind in (None, critique.kind) and each.only in (None, critique.response_type)
    return there and of_kind


def _called(each: Observation) -> str:
    """What the answers of which it could hold are called, by the narrowest name."""
    called = wording().answers
    names = (name for name in (each.only, each.when.element, each.kind) if name in called)
    return called[next(names, None) or "any"]


def _share(count: int, total: int, noun: str) -> str:
    """“four of six answers”, “both answers”, “all five answers that called for a story”."""
    if count == total:
        return f"both {noun}" if total == 2 else f"all {in_words(total)} {noun}"
    return f"{in_words(count)} of {in_words(total)} {noun}"


def _late(name: str, critique: Critique, turns: Sequence[Turn]) -> bool:
    """Whether the first reply told something else, and a probe for this came before it was told."""
    told = {n: {e.turn for e in each.evidence} for n, each in critique.elements.items()}
    first, own = critique.turns[0], told.pop(name)
    began = any(first in others for others in told.values())
    if not own or not began:
        return False
    moves = [turn.move for turn in turns[first + 1 : min(own)] if turn.move]
    return any(move.kind is MoveKind.PROBE and move.element == name for move in moves)
