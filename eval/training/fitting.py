"""Fits the models of the tagger; every function returns the arrays of an artefact."""

import warnings
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sklearn.exceptions import ConvergenceWarning
from sklearn.linear_model import LogisticRegression

from eval.training import variants
from eval.training.corpus import Labelled, Plan
from secondround.critique import features
from secondround.critique.situational import CRITERIA
from secondround.critique.star import TYPES
from secondround.critique.summary import ROLES, Summary
from secondround.critique.vagueness import CLAIMS
from secondround.domain.critique import Flag
from secondround.domain.interview import Element, QuestionKind

Arrays = dict[str, NDArray[np.generic]]
Matrix = NDArray[np.floating]
VARIANT = 0.3
"""Weight of an answer that is told otherwise; there are up to six of each."""
ORDERLY = 0.6
"""How far the usual order of roles is trusted: less than fully, as a result may come first."""
WIDTH = 384
"""Columns of a sentence vector; where features hold one, it comes last."""


@dataclass(frozen=True)
class Taught:
    """An answer to learn from."""

    change: str
    """What was done to it, as in `variants`; "" for one as it was told."""
    answer: Labelled
    summary: Summary
    """Of roles from a model that did not see its writer."""


def roles(answers: Sequence[Labelled], moved: Sequence[Labelled]) -> Arrays:
    """What a unit is, and what follows what; from the labelled units and the product's own.

    `moved` are answers in another order, of which the product's own units teach as well.
    """
    told = [sample for answer in answers for sample in (answer.gold, answer.cut)]
    samples = [*told, *(answer.cut for answer in moved)]
    trust = [1.0] * len(told) + [VARIANT] * len(moved)
    rows = np.vstack(
        [features.of_units(s.heard.texts, s.heard.vectors, s.heard.question) for s in samples]
    )
    labels = np.array([ROLES.index(role) for s in samples for role in s.roles])
    weights = np.array(
        [t * share**2 for t, s in zip(trust, samples, strict=True) for share in s.purity]
    )
    chains = [[ROLES.index(role) for role in s.roles] for s in told]
    return {
        **_linear("roles", rows, labels, strength=1.0, weights=weights / 2, turns=40),
        "transitions": (ORDERLY * _transitions(chains)).astype(np.float32),
    }


def judges(taught: Sequence[Taught]) -> Arrays:
    """What the whole answer is."""
    as_told = [one for one in taught if not one.change]
    return {
        **_levels(taught),
        **_type(as_told),
        **_ownership([one for one in taught if one.change in ("", variants.DOER)]),
        **_vague([one.answer for one in as_told]),
    }


def plans(labelled: Sequence[Plan]) -> Arrays:
    """What a unit of an answer to a situational question says."""
    heard = [plan.heard for plan in labelled]
    rows = np.vstack([features.of_units(h.texts, h.vectors, h.question) for h in heard])
    met = np.array([[c in unit for c in CRITERIA] for plan in labelled for unit in plan.criteria])
    return _arrays("situational", [_fit(rows, column, 0.1, balanced=True) for column in met.T])


def _transitions(chains: Sequence[Sequence[int]]) -> Matrix:
    """How much likelier each step is than its second role alone, as a logarithm."""
    counts = np.ones((len(ROLES), len(ROLES)))
    for chain in chains:
        np.add.at(counts, (chain[:-1], chain[1:]), 1)
    alone = np.bincount([role for chain in chains for role in chain], minlength=len(ROLES))
    return np.asarray(
        np.log(counts / counts.sum(1, keepdims=True)) - np.log(alone / alone.sum()), np.float64
    )


def _levels(taught: Sequence[Taught]) -> Arrays:
    """For each element three models: does it deserve at least 1, 2, 3?"""
    told = [t for t in taught if t.answer.answer.kind is not QuestionKind.SITUATIONAL]
    weights = np.array([VARIANT if one.change else 1.0 for one in told])
    arrays: Arrays = {}
    for element in Element:
        role = ROLES[[r.value for r in ROLES].index(element.value)]
        rows = np.stack([one.summary.for_element(role) for one in told])
        score = np.array([one.answer.scores[element.value] for one in told])
        prepared, undo = _scaled(rows, vector=3.0)
        fits = [undo(*_fit(prepared, score >= level, 0.05, weights)) for level in (1, 2, 3)]
        arrays |= _arrays(f"level.{role}", fits)
    return arrays


def _type(taught: Sequence[Taught]) -> Arrays:
    rows, undo = _scaled(np.stack([one.summary.for_type() for one in taught]))
    labels = np.array([TYPES.index(one.answer.response_type) for one in taught])
    return _arrays("type", [undo(*_fit(rows, labels, 0.05))])


def _ownership(taught: Sequence[Taught]) -> Arrays:
    rows, undo = _scaled(np.stack([one.summary.for_ownership() for one in taught]))
    unclear = np.array([Flag.WE_NOT_I in one.answer.flags for one in taught])
    return _arrays("we_not_i", [undo(*_fit(rows, unclear, 0.01, balanced=True))])


def _vague(answers: Sequence[Labelled]) -> Arrays:
    """Acts and results of answers that score 1 for them against those of answers that score 3."""
    rows, vague = [], []
    for answer in answers:
        heard = answer.gold.heard
        wording = features.of_wording(heard.texts, heard.vectors)
        for row, role in zip(wording, answer.gold.roles, strict=True):
            if role in CLAIMS and answer.scores[role] in (1, 3):
                rows.append(row)
                vague.append(answer.scores[role] == 1)
    return _linear("vague", np.stack(rows), np.array(vague), strength=0.3, balanced=True)


Fit = tuple[Matrix, Matrix]


def _scaled(rows: Matrix, vector: float = 0.0) -> tuple[Matrix, Callable[[Matrix, Matrix], Fit]]:
    """Rows on one scale, and how to turn a model of them into one of the rows as they were.

    `vector`: the factor for the sentence vector at the end; 0 where there is none.
    """
    mean, scale = rows.mean(0), 1 / (rows.std(0) + 1e-2)
    if vector:
        scale[-WIDTH:] = vector
    return (rows - mean) * scale, lambda weights, bias: (
        weights * scale[:, None],
        bias - (mean * scale) @ weights,
    )


def _linear(
    name: str,
    rows: Matrix,
    labels: NDArray[np.generic],
    *,
    strength: float,
    weights: Matrix | None = None,
    turns: int = 500,
    balanced: bool = False,
) -> Arrays:
    return _arrays(name, [_fit(rows, labels, strength, weights, turns, balanced=balanced)])


def _fit(
    rows: Matrix,
    labels: NDArray[np.generic],
    strength: float,
    weights: Matrix | None = None,
    turns: int = 500,
    *,
    balanced: bool = False,
) -> Fit:
    """Logistic regression; the weights have a column for each label, for two labels one column."""
    model = LogisticRegression(
        C=strength, max_iter=turns, class_weight="balanced" if balanced else None
    )
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)  # stopping early is meant
        model.fit(rows, labels, sample_weight=weights)
    return model.coef_.T, model.intercept_


def _arrays(name: str, fits: Sequence[Fit]) -> Arrays:
    weights = np.hstack([weights for weights, _ in fits])
    bias = np.concatenate([bias for _, bias in fits])
    return {
        f"{name}.weights": weights.astype(np.float32),
        f"{name}.bias": bias.astype(np.float32),
    }
