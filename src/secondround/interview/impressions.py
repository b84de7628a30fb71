"""Says what each person of a panel would make of all the answers, by what weighs for them."""

from collections.abc import Mapping, Sequence

from secondround.domain.critique import Critique
from secondround.domain.debrief import Impression
from secondround.domain.interview import Interview, Persona

ANSWERS = 3
"""Judged answers from which an impression is more than chance."""
OTHERWISE = 0.1
"""What a competency weighs that the person has no weight for."""


def impressions(talk: Interview, assessed: Sequence[Critique]) -> tuple[Impression, ...]:
    """One for each person of a panel, in its order; none for one person, or for few answers.

    They are compared with each other: the answers are the same, the weights are not. A panel tells
    each other what it heard, so each weighs what was said to the others too.
    """
    bands = {c.question_id: c.band for c in assessed if c.band is not None}
    if len(talk.plans) < 2 or len(bands) < ANSWERS:
        return ()
    return tuple(_impression(talk, plan.persona, bands) for plan in talk.plans)


def _impression(talk: Interview, persona: Persona, bands: Mapping[str, int]) -> Impression:
    weights = {id: persona.weights.get(talk.question(id).competency, OTHERWISE) for id in bands}
    total = sum(weights.values())
    mean = sum(weight * bands[id] for id, weight in weights.items()) / total
    plain = sum(bands.values()) / len(bands)
    pull = {id: weight * (bands[id] - plain) for id, weight in weights.items()}
    highest, lowest = max(pull, key=lambda id: pull[id]), min(pull, key=lambda id: pull[id])
    return Impression(
        persona_id=persona.id,
        mean=round(mean, 1),
        helped=highest if pull[highest] > 0 else None,
        hurt=lowest if pull[lowest] < 0 else None,
    )
