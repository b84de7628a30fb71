"""Sums up an interview: patterns, what to say again, what came up, what disagrees, what was shown.

It is computed whenever it is looked at, from what is stored; nothing of it is kept.
"""

from collections.abc import Iterator, Sequence

from secondround.domain.asking import CoachedQuestion
from secondround.domain.critique import Critique
from secondround.domain.debrief import (
    Competency,
    Debrief,
    Rated,
    Redo,
    SelfRating,
    Standing,
)
from secondround.domain.interview import Interview, MoveKind, Phase, PlannedQuestion
from secondround.domain.materials import Brief, Passage
from secondround.interview.contradictions import contradictions
from secondround.interview.impressions import impressions
from secondround.interview.patterns import in_words, patterns, wording
from secondround.interview.recalled import Heard, callbacks, facts

STRONG, SOLID = 4, 3
"""Bands from which a competency counts as shown, and as partly shown."""
LEAVE_IT = 5
"""The band at which an answer needs nothing."""
REDO = 2
WEAK = 1
"""The score up to which an element is a weakness."""


def debrief(
    talk: Interview,
    critiques: Sequence[Critique],
    brief: Brief,
    ratings: Sequence[SelfRating] = (),
    passages: Sequence[Passage] = (),
    asked: Sequence[CoachedQuestion] = (),
) -> Debrief:
    """What the interview amounts to, as far as it has been held and judged.

    `critiques` are the latest of each attempt, `passages` the candidate's own materials. Of an
    answer given more than once, its latest attempt counts. `asked` is what the candidate asked.
    """
    latest = _latest(talk, critiques)
    assessed = [critique for critique in latest.values() if critique.not_assessed is None]
    judged = {critique.question_id for critique in assessed}
    heard = Heard(brief, talk)
    rated = tuple(_rated(talk, critiques, ratings))
    return Debrief(
        interview_id=talk.id,
        over=talk.phase is Phase.DONE,
        answered=talk.answered(),
        assessed=len(assessed),
        not_assessed=tuple(id for id in talk.answered() if id not in judged),
        patterns=patterns(assessed, talk.turns),
        redo=tuple(_redo(assessed)),
        callbacks=callbacks(heard),
        facts=facts(heard),
        contradictions=contradictions(talk, brief, passages),
        competencies=tuple(_competencies(talk, latest)),
        impressions=impressions(talk, assessed),
        asked=tuple(asked),
        ratings=rated,
        ratings_say=_over_all([each for each in rated if _is_latest(talk, each)]),
    )


def _latest(talk: Interview, critiques: Sequence[Critique]) -> dict[str, Critique]:
    """By question, the critique of its latest attempt; none where that is not judged as it is."""
    by_turns = {(c.question_id, c.turns): c for c in critiques}
    found = {}
    for question_id in talk.answered():
        turns = tuple(turn.index for turn in talk.attempts(question_id)[-1])
        if critique := by_turns.get((question_id, turns)):
            found[question_id] = critique
    return found


def _redo(assessed: Sequence[Critique]) -> Iterator[Redo]:
    """The lowest band first; of two alike, the one that is nearer to a good answer."""
    weak = [c for c in assessed if c.band is not None and c.band < LEAVE_IT]
    for critique in sorted(weak, key=lambda c: (c.band, _weaknesses(c)))[:REDO]:
        yield Redo(
            question_id=critique.question_id,
            attempt=critique.attempt,
            band=critique.band or 1,
            reason=critique.fix,
        )


def _weaknesses(critique: Critique) -> float:
    """The share of its elements that are weak, 0..1: where it is small, one fix does most."""
    weak = [element.score <= WEAK for element in critique.elements.values()]
    return sum(weak) / len(weak) if weak else 1.0


def _competencies(talk: Interview, latest: dict[str, Critique]) -> Iterator[Competency]:
    """Each competency that was planned for or came up, in the order of the plans."""
    planned = talk.questions
    asked = {t.question_id for t in talk.turns if t.move and t.move.kind is MoveKind.ASK}
    for name in dict.fromkeys(question.competency for question in planned):
        about = [question for question in planned if question.competency == name]
        came = [question for question in about if question.id in asked]
        yield Competency(
            competency=name,
            standing=_standing(talk, came, latest),
            questions=tuple(question.id for question in came or about),
        )


def _standing(
    talk: Interview, asked: Sequence[PlannedQuestion], latest: dict[str, Critique]
) -> Standing:
    if not asked:
        return Standing.NOT_ASKED
    bands = [c.band for q in asked if (c := latest.get(q.id)) and c.band is not None]
    if bands and max(bands) >= SOLID:
        return Standing.SHOWN if max(bands) >= STRONG else Standing.PARTLY
    judged = {id for id, critique in latest.items() if critique.band is not None}
    waiting = any(q.id in talk.answered() and q.id not in judged for q in asked)
    return Standing.NOT_JUDGED if waiting else Standing.NOT_SHOWN


def _rated(
    talk: Interview, critiques: Sequence[Critique], ratings: Sequence[SelfRating]
) -> Iterator[Rated]:
    bands = {(c.question_id, c.turns): c.band for c in critiques}
    own = {(rating.question_id, rating.attempt): rating.band for rating in ratings}
    for question_id in talk.answered():
        for attempt, turns in enumerate(talk.attempts(question_id), 1):
            if band := own.get((question_id, attempt)):
                judged = bands.get((question_id, tuple(turn.index for turn in turns)))
                yield Rated(
                    question_id=question_id,
                    attempt=attempt,
                    own=band,
                    judged=judged,
                    difference=None if judged is None else band - judged,
                )


def _is_latest(talk: Interview, rated: Rated) -> bool:
    return rated.attempt == len(talk.attempts(rated.question_id))


def _over_all(rated: Sequence[Rated]) -> str:
    """One sentence on the ratings that stand beside a judgement; "" for fewer than two."""
    differences = [each.difference for each in rated if each.difference is not None]
    if len(differences) < 2:
        return ""
    mean = round(sum(differences) / len(differences), 1)
    bands = "1 band" if abs(mean) == 1 else f"{abs(mean):g} bands"
    answers = f"{in_words(len(differences))} answers"
    says = wording().ratings
    chosen = says.higher if mean > 0 else says.lower if mean < 0 else says.level
    return chosen.format(bands=bands, answers=answers)
