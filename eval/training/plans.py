"""Measures the reading of situational answers, each by models that have not seen it."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray
from sklearn.metrics import balanced_accuracy_score, cohen_kappa_score

from eval.training import fitting
from eval.training.corpus import Plan
from secondround.critique import rubric, situational
from secondround.critique.artefact import Artefact
from secondround.critique.rubric import LADDERS, Criterion
from secondround.domain.critique import ElementScore, Evidence, ResponseType
from secondround.domain.interview import QuestionKind

KIND = QuestionKind.SITUATIONAL
PARTS = 5
Scores = dict[str, ElementScore]


def measured(plans: Sequence[Plan]) -> list[tuple[str, str]]:
    """What is measured, and the figure."""
    pairs = list(_pairs(plans))
    rows = []
    for element in LADDERS[KIND]:
        true = np.array([labelled[element].score for labelled, _ in pairs])
        said = np.array([read[element].score for _, read in pairs])
        figure = f"{_missing(true, said)}, {_qwk(true, said):.2f}"
        rows.append((f"situational, {element}, missing (balanced accuracy) and QWK", figure))
    true, said = (np.array([_band(pair[i]) for pair in pairs]) for i in (0, 1))
    figure = f"{_qwk(true, said):.2f}, {(said - true).mean():+.2f}"
    return [*rows, ("situational, band, QWK and mean difference", figure)]


def _qwk(true: NDArray[np.int_], said: NDArray[np.int_]) -> float:
    return float(cohen_kappa_score(true, said, weights="quadratic"))


def _missing(true: NDArray[np.int_], said: NDArray[np.int_]) -> str:
    if true.all():
        return "never missing"
    return f"{balanced_accuracy_score(true > 0, said > 0):.2f}"


def _pairs(plans: Sequence[Plan]) -> Iterator[tuple[Scores, Scores]]:
    """The scores as labelled, and as read by models trained on the other parts."""
    for part in range(PARTS):
        left_out = list(plans[part::PARTS])
        seen = [plan for i, plan in enumerate(plans) if i % PARTS != part]
        learned = Artefact(fitting.plans(seen))
        for plan in left_out:
            read = rubric.score(situational.found(learned, plan.heard), KIND)
            yield rubric.score(_labelled(plan), KIND), read


def _labelled(plan: Plan) -> dict[Criterion, list[Evidence]]:
    quotes: dict[Criterion, list[Evidence]] = defaultdict(list)
    for span, criteria in zip(plan.heard.spans, plan.criteria, strict=True):
        for criterion in criteria:
            quotes[criterion].append(span)
    return quotes


def _band(scores: Scores) -> int:
    return rubric.band(scores, ResponseType.HYPOTHETICAL, KIND)
