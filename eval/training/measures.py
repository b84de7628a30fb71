"""Measures the tagger on writers it has not seen, by the product's own reading, and baselines."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import balanced_accuracy_score, cohen_kappa_score, f1_score

from eval.training.corpus import Labelled, Sample
from secondround.critique import rubric, star, tagging
from secondround.critique.artefact import Artefact
from secondround.critique.star import Reading
from secondround.critique.summary import ROLES
from secondround.domain.critique import ElementScore, Evidence, Flag, ResponseType
from secondround.domain.interview import Element, QuestionKind

Labels = Sequence[str] | Sequence[int]


@dataclass(frozen=True)
class Unseen:
    """An answer as read by a tagger that has not seen its writer."""

    labelled: Labelled
    reading: Reading
    roles: tuple[str, ...]
    """Read for the units as they were labelled."""
    cut_roles: tuple[str, ...]
    """Read for the units the product cuts."""

    @classmethod
    def by(cls, learned: Artefact, labelled: Labelled) -> "Unseen":
        """The reading of one answer."""
        return cls(
            labelled,
            star.read(learned, labelled.answer, labelled.cut.heard),
            tagging.tag(learned, labelled.gold.heard).roles,
            tagging.tag(learned, labelled.cut.heard).roles,
        )


Row = tuple[str, str]


def tagger(unseen: Sequence[Unseen]) -> list[Row]:
    """What is measured, and the figure."""
    told = [u for u in unseen if u.labelled.answer.kind is not QuestionKind.SITUATIONAL]
    return [
        *_roles(unseen),
        *(row for element in Element for row in _element(told, element)),
        *_types(unseen),
        *_bands(told),
        _ownership(unseen),
    ]


def _roles(unseen: Sequence[Unseen]) -> list[Row]:
    rows = []
    samples: tuple[tuple[str, Callable[[Unseen], Sample], Callable[[Unseen], tuple[str, ...]]], ...]
    samples = (
        ("labelled units", lambda u: u.labelled.gold, lambda u: u.roles),
        ("units as cut", lambda u: u.labelled.cut, lambda u: u.cut_roles),
    )
    for name, sample, read in samples:
        true = [role for u in unseen for role in sample(u).roles]
        said = [role for u in unseen for role in read(u)]
        rows += _agreement(f"roles, {name}", true, said)
        each = f1_score(true, said, labels=list(ROLES), average=None)
        shown = " ".join(f"{role} {value:.2f}" for role, value in zip(ROLES, each, strict=True))
        rows.append((f"roles, {name}, F1 of each", shown))
    true = [role for u in unseen for role in u.labelled.gold.roles]
    return rows + _agreement("roles, by position alone", true, _by_position(unseen))


def _agreement(name: str, true: Labels, said: Labels) -> list[Row]:
    return [
        (f"{name}, macro-F1", f"{f1_score(true, said, average='macro'):.2f}"),
        (f"{name}, kappa", f"{cohen_kappa_score(true, said):.2f}"),
    ]


def _element(told: Sequence[Unseen], element: Element) -> list[Row]:
    true = np.array([u.labelled.scores[element.value] for u in told])
    said = np.array([u.reading.star[element.value].score for u in told])
    length = _by_length(told, true).astype(int)
    return [
        (
            f"{element}, whether it is missing, balanced accuracy (length alone)",
            f"{balanced_accuracy_score(true > 0, said > 0):.2f}"
            f" ({balanced_accuracy_score(true > 0, length > 0):.2f})",
        ),
        (
            f"{element}, score 0-3, mean error and QWK (length alone)",
            f"{abs(true - said).mean():.2f}, {_qwk(true, said):.2f} ({_qwk(true, length):.2f})",
        ),
    ]


def _types(unseen: Sequence[Unseen]) -> list[Row]:
    true = [u.labelled.response_type for u in unseen]
    said = [u.reading.response_type for u in unseen]
    each = f1_score(true, said, labels=list(ResponseType), average=None)
    shown = " ".join(f"{t} {value:.2f}" for t, value in zip(ResponseType, each, strict=True))
    length = _by_length(unseen, np.array(true))
    return [
        ("response type, macro-F1", f"{f1_score(true, said, average='macro'):.2f}"),
        ("response type, F1 of each", shown),
        (
            "response type, macro-F1 by length alone",
            f"{f1_score(true, length, average='macro', zero_division=0):.2f}",
        ),
    ]


def _bands(told: Sequence[Unseen]) -> list[Row]:
    told = [u for u in told if u.labelled.answer.kind is QuestionKind.BEHAVIOURAL]
    true, said = np.array([true_band(u.labelled) for u in told]), np.array([_band(u) for u in told])
    length = _by_length(told, true)
    return [
        ("band, QWK (length alone)", f"{_qwk(true, said):.2f} ({_qwk(true, length):.2f})"),
        ("band, mean of read minus labelled", f"{(said - true).mean():+.2f}"),
        ("band, exact and within one", f"{(said == true).mean():.2f}, {_close(true, said):.2f}"),
        (
            "band of weak answers (labelled 1 or 2) that are read as 4 or 5",
            f"{(said[true <= 2] >= 4).sum()} of {(true <= 2).sum()}",
        ),
    ]


def _ownership(unseen: Sequence[Unseen]) -> Row:
    true = np.array([Flag.WE_NOT_I in u.labelled.flags for u in unseen])
    said = np.array([Flag.WE_NOT_I in u.reading.also for u in unseen])
    hit = int((true & said).sum())
    return "flag we_not_i", f"raised {said.sum()}, rightly {hit}, labelled {true.sum()}"


def true_band(labelled: Labelled) -> int:
    """The band that follows from the labels."""
    word = (Evidence(start=0, end=1, quote="-"),)
    elements = {
        name: ElementScore(score=score, evidence=word if score else ())
        for name, score in labelled.scores.items()
    }
    return rubric.band(elements, labelled.response_type, labelled.answer.kind, labelled.flags)


def _band(unseen: Unseen) -> int:
    read = unseen.reading
    kind = unseen.labelled.answer.kind
    return rubric.band(read.elements, read.response_type, kind, read.also)


def _qwk(true: NDArray[np.generic], said: NDArray[np.generic]) -> float:
    return float(cohen_kappa_score(true, said, weights="quadratic"))


def _close(true: NDArray[np.int_], said: NDArray[np.int_]) -> float:
    return float((abs(true - said) <= 1).mean())


def _by_length(unseen: Sequence[Unseen], true: NDArray[np.generic]) -> NDArray[np.generic]:
    """What the number of words alone would say, learned from the other writers."""
    words = np.array([len(u.labelled.answer.text.split()) for u in unseen], float)
    rows = np.stack([np.log(words + 1), words / 100], 1)
    return _by_others(rows, true, [u.labelled.writer for u in unseen])


def _by_position(unseen: Sequence[Unseen]) -> list[str]:
    """What the place of a unit in the answer alone would say, learned from the other writers."""
    rows, writers, true = [], [], []
    for u in unseen:
        roles = u.labelled.gold.roles
        for i, role in enumerate(roles):
            place = (i + 0.5) / len(roles)
            rows.append([place, place**2, float(i == 0), float(i == len(roles) - 1)])
            writers.append(u.labelled.writer)
            true.append(role.value)
    return [str(role) for role in _by_others(np.array(rows), np.array(true), writers)]


def _by_others(
    rows: NDArray[np.floating], true: NDArray[np.generic], writers: Sequence[str]
) -> NDArray[np.generic]:
    said = np.empty_like(true)
    names = np.array(writers)
    for writer in sorted(set(writers)):
        model = LogisticRegression(max_iter=1000).fit(rows[names != writer], true[names != writer])
        said[names == writer] = model.predict(rows[names == writer])
    return said
