"""Puts a critique together, the same way for every critic: flags, band, fix, stronger version."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from secondround.critique import coaching, flags, rubric
from secondround.domain.critique import (
    Answer,
    Critique,
    ElementScore,
    Flag,
    ResponseType,
    Unit,
)
from secondround.domain.interview import Provenance, QuestionKind


def conclude(
    answer: Answer,
    response_type: ResponseType,
    elements: Mapping[str, ElementScore],
    *,
    made_by: Provenance,
    made_at: datetime,
    units: Sequence[Unit] = (),
    also: Sequence[Flag] = (),
    unsure: Mapping[str, int] | None = None,
    good: str = "",
    fix: str = "",
    stronger: str = "",
) -> Critique:
    """The critique that follows from the elements; flags and band are computed here, always.

    `units` are the tagged units where the critic has them. `also` are flags that only a reader can
    see (off_question, multiple_stories, …); `unsure` is what another critic scored quite otherwise.
    An empty `good`, `fix` or `stronger` is filled in from the candidate's own words; a given one is
    taken as it is: check it with `evidence.unfounded`.
    """
    if answer.kind is QuestionKind.MOTIVATION:
        elements = rubric.asked_for(elements, answer.question)
    found = flags.find(answer, response_type, elements, units, also)
    band = rubric.band(elements, response_type, answer.kind, found)
    coach = coaching.Coach(answer, response_type, elements, units, found, band)
    return Critique(
        **_about(answer),
        response_type=response_type,
        units=tuple(units),
        elements=dict(elements),
        unsure={n: score for n, score in (unsure or {}).items() if n in elements},
        flags=found,
        band=band,
        good=good or coach.good(),
        fix=fix or coach.fix(),
        stronger=stronger or coach.stronger(),
        made_by=made_by,
        made_at=made_at,
    )


def not_assessed(
    answer: Answer, reason: str, *, made_by: Provenance, made_at: datetime
) -> Critique:
    """A critique without a judgement, and the sentence that says why."""
    return Critique(**_about(answer), not_assessed=reason, made_by=made_by, made_at=made_at)


def _about(answer: Answer) -> dict[str, Any]:
    return {
        "question_id": answer.question_id,
        "attempt": answer.attempt,
        "turns": tuple(part.turn for part in answer.parts),
        "kind": answer.kind,
    }
