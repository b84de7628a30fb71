"""Fits the labels: logistic regression on the features of each question."""

import warnings
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from sklearn.exceptions import ConvergenceWarning
from sklearn.linear_model import LogisticRegression

from eval.asking.cases import Case
from secondround.asking.features import Asked, Row, row
from secondround.asking.labelling import Labeller
from secondround.asking.learned import LABELS
from secondround.domain.asking import AskLabel

WIDTH = 384
"""Columns of the question's vector, which comes last."""
STRENGTH = 0.02
"""How freely the weights may grow (C of the regression)."""
VECTOR = 12.0
"""How much the vector counts beside the rest."""

UNFOUND = 0.3
"""Weight of a question without what patterns found in it."""
LEADS = (
    "Thank you, that was helpful.",
    "I have thought about what to ask you, and it is this.",
    "Let me put it like this.",
    "There is one thing I would like to know before we finish.",
    "I have been wondering about something since we began.",
    "I like to know such things before I decide.",
    "We have talked about a good many things today.",
)
"""What may stand before any question and makes it no better."""


@dataclass(frozen=True)
class Taught:
    """A question to learn from."""

    writer: str
    label: AskLabel
    asked: Asked
    row: Row
    """Its features."""
    unfound: Row
    """Its features as if no pattern had found anything."""


def longer(known: Sequence[Case]) -> list[Case]:
    """The cases that are not strong once more, with a lead: strong ones are long in the files."""
    short = [case for case in known if case.label is not AskLabel.STRONG]
    return [
        replace(case, question=f"{LEADS[i % len(LEADS)]} {case.question}")
        for i, case in enumerate(short)
    ]


def taught(case: Case, labeller: Labeller) -> Taught:
    """A case, ready to learn from."""
    asked = case.asked(labeller)
    without = row(replace(asked, topics=()))
    return Taught(case.writer, case.label, asked, row(asked), without)


def fit(taught: Sequence[Taught]) -> tuple[Row, Row]:
    """Weights (features, labels) and bias (labels,), for rows as they are.

    Each is learned a second time without what patterns found in it, at less weight, since patterns
    find less in what nobody has seen.
    """
    rows = np.stack([features for one in taught for features in (one.row, one.unfound)])
    trust = [weight for _ in taught for weight in (1.0, UNFOUND)]
    labels = [LABELS.index(one.label) for one in taught for _ in range(2)]
    mean, scale = rows.mean(0), 1 / (rows.std(0) + 1e-2)
    scale[-WIDTH:] = VECTOR
    model = LogisticRegression(C=STRENGTH, max_iter=2000)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)
        model.fit((rows - mean) * scale, labels, sample_weight=trust)
    weights = model.coef_.T * scale[:, None]
    bias = model.intercept_ - mean @ weights
    return weights.astype(np.float32), bias.astype(np.float32)


def scores(learned: tuple[Row, Row]) -> Callable[[Row], Mapping[AskLabel, float]]:
    """The scores that a model gives to a row."""
    weights, bias = learned
    return lambda row: dict(zip(LABELS, map(float, row @ weights + bias), strict=True))
