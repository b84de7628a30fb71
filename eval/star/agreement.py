"""How far a critic agrees with labels, with intervals, beside what length alone would say."""

import warnings
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import balanced_accuracy_score, cohen_kappa_score, f1_score

from eval.training.corpus import Labelled
from eval.training.measures import true_band
from secondround.domain.critique import Critique
from secondround.domain.interview import Element, QuestionKind

SAMPLES, SEED = 2_000, 4
Labels = NDArray[Any]
Agreement = Callable[[Labels, Labels], float]


@dataclass(frozen=True)
class Reading:
    """One labelled answer, and what was made of it."""

    labelled: Labelled
    critique: Critique


@dataclass(frozen=True)
class Figure:
    """An agreement, its 95 % interval over answers drawn again, and what length alone reaches."""

    name: str
    value: float
    low: float
    high: float
    by_length: float | None = None


def balanced(true: Labels, said: Labels) -> float:
    """Balanced accuracy."""
    return float(balanced_accuracy_score(true, said))


def macro_f1(true: Labels, said: Labels) -> float:
    """F1, every label counting alike."""
    return float(f1_score(true, said, average="macro", zero_division=0))


def kappa(true: Labels, said: Labels) -> float:
    """Cohen's kappa."""
    return float(cohen_kappa_score(true, said))


def qwk(true: Labels, said: Labels) -> float:
    """Kappa with quadratic weights, for scores."""
    return float(cohen_kappa_score(true, said, weights="quadratic"))


def bias(true: Labels, said: Labels) -> float:
    """The mean of read minus labelled."""
    return float((said - true).mean())


def figures(readings: Sequence[Reading], taught: Sequence[Labelled]) -> list[Figure]:
    """Every agreement; `taught` are labelled answers of others that the baseline learns from."""
    taught = [one for one in taught if one.answer.kind is QuestionKind.BEHAVIOURAL]
    found = [figure for element in Element for figure in _element(readings, taught, element)]
    types = labels(r.labelled.response_type for r in readings), labels(map(_type, readings))
    length = _by_length(readings, taught, labels(t.response_type for t in taught))
    found.append(_figure("response type, macro-F1", macro_f1, *types, length))
    bands = (
        labels(true_band(r.labelled) for r in readings),
        labels(r.critique.band for r in readings),
    )
    length = _by_length(readings, taught, labels(map(true_band, taught)))
    found.append(_figure("band, QWK", qwk, *bands, length))
    found.append(_figure("band, mean of read minus labelled", bias, *bands))
    return found


def roles(true: Sequence[str], said: Sequence[str], answers: Sequence[int]) -> list[Figure]:
    """Agreement on the roles of units; `answers` says which answer each unit is of."""
    both = labels(true), labels(said)
    return [
        _figure("roles, macro-F1", macro_f1, *both, groups=answers),
        _figure("roles, kappa", kappa, *both, groups=answers),
    ]


def _element(
    readings: Sequence[Reading], taught: Sequence[Labelled], element: Element
) -> list[Figure]:
    true = labels(r.labelled.scores[element.value] for r in readings)
    said = labels(r.critique.elements[element.value].score for r in readings)
    length = _by_length(readings, taught, labels(t.scores[element.value] for t in taught))
    name = f"{element}, whether it is missing, balanced accuracy"
    return [
        _figure(name, balanced, true > 0, said > 0, length > 0),
        _figure(f"{element}, score 0-3, QWK", qwk, true, said, length),
    ]


def _type(reading: Reading) -> str:
    return str(reading.critique.response_type)


def labels(values: Iterable[object]) -> Labels:
    """As an array; members of an enumeration as their names."""
    return np.array([str(v) if isinstance(v, str) else v for v in values])


def _figure(
    name: str,
    agreement: Agreement,
    true: Labels,
    said: Labels,
    by_length: Labels | None = None,
    *,
    groups: Sequence[int] | None = None,
) -> Figure:
    rng = np.random.default_rng(SEED)
    of = np.arange(len(true)) if groups is None else np.array(groups)
    rows = [np.flatnonzero(of == group) for group in np.unique(of)]
    drawn = []
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # a label may be missing in what is drawn
        for _ in range(SAMPLES if groups is None else SAMPLES // 10):
            some = np.concatenate([rows[i] for i in rng.integers(len(rows), size=len(rows))])
            drawn.append(agreement(true[some], said[some]))
    low, high = np.nanquantile(drawn, (0.025, 0.975))
    baseline = None if by_length is None else agreement(true, by_length)
    return Figure(name, agreement(true, said), float(low), float(high), baseline)


def _by_length(readings: Sequence[Reading], taught: Sequence[Labelled], known: Labels) -> Labels:
    """What the number of words alone would say."""
    model = LogisticRegression(max_iter=1000).fit(_words(taught), known)
    return np.asarray(model.predict(_words([r.labelled for r in readings])))


def _words(answers: Sequence[Labelled]) -> NDArray[np.float64]:
    words = np.array([len(one.answer.text.split()) for one in answers], float)
    return np.stack([np.log(words + 1), words / 100], 1)
