"""The answer rubric (knowledge/star/RUBRIC.md) in code: what lifts a score, the band, its caps.

An engine never gives a score. It names the candidate's own words for a criterion; `score` turns the
criteria that have a verified quote into element scores, and `band` turns those into 1 to 5:

    found = {Criterion.R_OUTCOME: [evidence, …], …}     # evidence.locate() has accepted each quote
    elements = score(found, QuestionKind.BEHAVIOURAL)   # {"S": ElementScore, "T": …, "A": …, …}
    band(elements, ResponseType.STORY, kind)            # caps included

`verdict.conclude` does the last step and adds flags, the fix and the stronger version.
"""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from enum import StrEnum

from secondround.domain.base import Value
from secondround.domain.critique import ElementScore, Evidence, Flag, ResponseType
from secondround.domain.interview import QuestionKind


class Criterion(StrEnum):
    """One thing an answer can say; each member's `text` tells an engine what to quote for it."""

    text: str

    def __new__(cls, value: str, text: str) -> "Criterion":
        """The value names it in JSON, the text explains it."""
        member = str.__new__(cls, value)
        member._value_ = value
        member.text = text
        return member

    S_HINT = "s_hint", "the setting is hinted at; a listener would have to ask where or when"
    S_EVENT = "s_event", "one particular past event that a listener can picture"
    S_DETAIL = (
        "s_detail",
        "that event is named, dated or sized: a place, a person, a time, a figure",
    )
    S_HARD = "s_hard", "what made that situation hard, before the speaker acted"
    T_GOAL = "t_goal", "the team's goal only, or a goal that is merely implied"
    T_OWN = "t_own", "the speaker's own duty: what they were responsible for or had to achieve"
    T_STAKE = "t_stake", "what was at stake in that duty, a target or a deadline"
    A_VAGUE = "a_vague", "an act without substance (“worked hard”), or nobody named as doing it"
    A_CONCRETE = "a_concrete", "concrete acts that were really done, and the speaker did them"
    A_REASON = "a_reason", "a choice, a reason or an obstacle met while acting"
    R_ASSERTED = "r_asserted", "the result is only asserted (“it went well”)"
    R_OUTCOME = "r_outcome", "a specific outcome of those acts, good or bad"
    R_CHECKED = "r_checked", "the outcome's size, or someone else who checked or confirmed it"

    STAKES_HINT = "stakes_hint", "only that the situation is difficult or important"
    STAKES_SAID = "stakes_said", "what is at stake in it, or for whom"
    STAKES_WHY = "stakes_why", "what could go wrong, or why that is hard to get right"
    GOAL_HINT = "goal_hint", "a goal that is merely implied or a slogan"
    GOAL_SAID = "goal_said", "what they would want to have achieved at the end"
    GOAL_LIMIT = "goal_limit", "a priority, a limit or a deadline for that goal"
    STEPS_HINT = "steps_hint", "a vague intention, or a single step"
    STEPS_SAID = "steps_said", "a concrete step they would take (quote each step)"
    STEPS_WHY = "steps_why", "the reason for a step, or what they would do if it did not work"
    CHECK_HINT = "check_hint", "only that they would make sure it worked"
    CHECK_SAID = "check_said", "how they would know that it had worked"
    CHECK_WHEN = "check_when", "by what measure, by when, or who would confirm it"
    TIE_HINT = "tie_hint", "only that they have done something like it before"
    TIE_SAID = "tie_said", "a particular past occasion on which they did it"
    TIE_OUTCOME = "tie_outcome", "what came of it on that occasion"

    REASON_HINT = "reason_hint", "a reason that anybody could give: a slogan, or praise"
    REASON_OWN = "reason_own", "a reason of their own: what they want, like or cannot stand"
    REASON_WHY = "reason_why", "where that comes from, or why it matters to them"
    HERE_HINT = "here_hint", "that this company, team or job is attractive, not what about it"
    HERE_FACT = "here_fact", "something particular to this company, team or job"
    HERE_MEANS = "here_means", "what that particular thing means to them or for their work"
    PROOF_HINT = "proof_hint", "only that they have the experience, the skill or the passion"
    PROOF_DONE = (
        "proof_done",
        "something particular that they have really done and that bears it out",
    )
    PROOF_OUTCOME = "proof_outcome", "what came of that, or how long it has lasted"


class Ladder(Value):
    """How an element climbs: any quote gives 1, the core gives 2, core and all extras give 3."""

    core: Criterion
    extras: tuple[Criterion, ...]
    hint: Criterion
    least: int = 1
    """Quotes the core needs."""

    @property
    def criteria(self) -> tuple[Criterion, ...]:
        """All its criteria, lowest first."""
        return (self.hint, self.core, *self.extras)


_C = Criterion
LADDERS: Mapping[QuestionKind, Mapping[str, Ladder]] = {
    QuestionKind.BEHAVIOURAL: {
        "S": Ladder(hint=_C.S_HINT, core=_C.S_EVENT, extras=(_C.S_DETAIL, _C.S_HARD)),
        "T": Ladder(hint=_C.T_GOAL, core=_C.T_OWN, extras=(_C.T_STAKE,)),
        "A": Ladder(hint=_C.A_VAGUE, core=_C.A_CONCRETE, extras=(_C.A_REASON,)),
        "R": Ladder(hint=_C.R_ASSERTED, core=_C.R_OUTCOME, extras=(_C.R_CHECKED,)),
    },
    QuestionKind.SITUATIONAL: {
        "stakes": Ladder(hint=_C.STAKES_HINT, core=_C.STAKES_SAID, extras=(_C.STAKES_WHY,)),
        "goal": Ladder(hint=_C.GOAL_HINT, core=_C.GOAL_SAID, extras=(_C.GOAL_LIMIT,)),
        "steps": Ladder(hint=_C.STEPS_HINT, core=_C.STEPS_SAID, extras=(_C.STEPS_WHY,), least=2),
        "check": Ladder(hint=_C.CHECK_HINT, core=_C.CHECK_SAID, extras=(_C.CHECK_WHEN,)),
        "tie": Ladder(hint=_C.TIE_HINT, core=_C.TIE_SAID, extras=(_C.TIE_OUTCOME,)),
    },
    QuestionKind.MOTIVATION: {
        "reason": Ladder(hint=_C.REASON_HINT, core=_C.REASON_OWN, extras=(_C.REASON_WHY,)),
        "here": Ladder(hint=_C.HERE_HINT, core=_C.HERE_FACT, extras=(_C.HERE_MEANS,)),
        "proof": Ladder(hint=_C.PROOF_HINT, core=_C.PROOF_DONE, extras=(_C.PROOF_OUTCOME,)),
    },
}
"""The elements of each kind of question, in the order they are shown."""

STEPS: Mapping[QuestionKind, tuple[float, ...]] = {
    QuestionKind.BEHAVIOURAL: (3, 7, 10, 11),
    QuestionKind.SITUATIONAL: (3, 7, 10, 12),
    QuestionKind.MOTIVATION: (2, 4, 6, 8),
}
"""Highest totals of bands 1 to 4: of 12, of 15, of 9."""

_ABOUT_HERE = re.compile(
    r"(?i)\b(?:us|we|our|ours|here|join|offer(?:ed)?|this (?:job|role|team|company|post|position)"
    r"|for this|why (?:do|did) you (?:want|apply))\b"
)


def criteria(kind: QuestionKind) -> tuple[Criterion, ...]:
    """All criteria to look for in an answer to a question of that kind."""
    return tuple(c for ladder in LADDERS[kind].values() for c in ladder.criteria)


def score(
    found: Mapping[Criterion, Sequence[Evidence]], kind: QuestionKind
) -> dict[str, ElementScore]:
    """Every element of the kind, 0..3, with the evidence that carries it: no quote, no point."""
    return {name: _climb(ladder, found) for name, ladder in LADDERS[kind].items()}


def _climb(ladder: Ladder, found: Mapping[Criterion, Sequence[Evidence]]) -> ElementScore:
    core = unique(found.get(ladder.core, ()))
    if len(core) < ladder.least:
        quotes = unique(e for criterion in ladder.criteria for e in found.get(criterion, ()))
        return ElementScore(score=1 if quotes else 0, evidence=quotes)
    extras = [found.get(extra, ()) for extra in ladder.extras]
    quotes = unique([*core, *(e for extra in extras for e in extra)])
    return ElementScore(score=3 if all(extras) else 2, evidence=quotes)


def asked_for(elements: Mapping[str, ElementScore], question: str) -> dict[str, ElementScore]:
    """The elements without `here` where a motivation question is not about this place at all."""
    wanted = _ABOUT_HERE.search(question) is not None
    return {name: element for name, element in elements.items() if wanted or name != "here"}


def band(
    elements: Mapping[str, ElementScore],
    response_type: ResponseType,
    kind: QuestionKind = QuestionKind.BEHAVIOURAL,
    flags: Iterable[Flag] = (),
) -> int:
    """The band 1..5 from element scores, response type and flags alone.

    More points never lower it. Without `here`, the steps of a motivation question are those of 9
    points, scaled to 6.
    """
    if response_type is ResponseType.NONE or not elements:
        return 1
    points = {name: element.score for name, element in elements.items()}
    share = len(points) / len(LADDERS[kind])
    reached = 1 + sum(sum(points.values()) > step * share for step in STEPS[kind])
    caps = _CAPS[kind](points, response_type)
    if Flag.OFF_QUESTION in flags:
        caps.append(2)
    return min(reached, *caps)


def _star_caps(points: Mapping[str, int], response_type: ResponseType) -> list[int]:
    caps = [5]
    if response_type is not ResponseType.STORY or not points.get("A"):
        caps.append(2)
    if not points.get("R"):
        caps.append(3)
    return caps


def _situational_caps(points: Mapping[str, int], _: ResponseType) -> list[int]:
    caps = [5]
    if points.get("steps", 0) < 2:
        caps.append(2)
    if not points.get("check"):
        caps.append(3)
    return caps


def _motivation_caps(points: Mapping[str, int], _: ResponseType) -> list[int]:
    caps = [5]
    if points.get("reason", 0) < 2:
        caps.append(2)
    if not points.get("proof"):
        caps.append(3)
    return caps


_CAPS: Mapping[QuestionKind, Callable[[Mapping[str, int], ResponseType], list[int]]] = {
    QuestionKind.BEHAVIOURAL: _star_caps,
    QuestionKind.SITUATIONAL: _situational_caps,
    QuestionKind.MOTIVATION: _motivation_caps,
}


def unique(evidence: Iterable[Evidence]) -> tuple[Evidence, ...]:
    """Each quote once, in the order of the answer."""
    return tuple(sorted(set(evidence), key=lambda e: (e.turn, e.start, e.end)))
