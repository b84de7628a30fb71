"""Reads the answer to "How would you handle …?": stakes, goal, steps, check, tie."""

from collections import defaultdict
from collections.abc import Mapping

from secondround.critique import features, rubric, sequence
from secondround.critique.artefact import Artefact
from secondround.critique.heard import Heard
from secondround.critique.rubric import Criterion
from secondround.domain.critique import Evidence
from secondround.domain.interview import QuestionKind

CRITERIA = rubric.criteria(QuestionKind.SITUATIONAL)
SURE = 0.4
"""How likely a unit must meet a criterion to be quoted for it."""


def found(artefact: Artefact, heard: Heard) -> Mapping[Criterion, list[Evidence]]:
    """The candidate's own words for each criterion that is met; what is not met is not there."""
    quotes: dict[Criterion, list[Evidence]] = defaultdict(list)
    if not heard.spans:
        return quotes
    rows = features.of_units(heard.texts, heard.vectors, heard.question)
    met = sequence.sigmoid(artefact.linear("situational")(rows)) >= SURE
    for span, echo, unit in zip(heard.spans, heard.echoes, met, strict=True):
        for criterion, holds in zip(CRITERIA, unit, strict=True):
            if holds and not echo:
                quotes[criterion].append(span)
    return quotes
