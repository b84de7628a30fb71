"""Macro-F1 of labels with its interval, and what simpler ways of labelling reach."""

import warnings
from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from sklearn.linear_model import LogisticRegression
from sklearn.metrics import confusion_matrix, f1_score

from eval.asking.cases import Case
from secondround.asking import forms
from secondround.asking.learned import LABELS
from secondround.asking.wordlist import topics_of, wordlist
from secondround.critique.quoting import straight
from secondround.domain.asking import AskLabel

SAMPLES, SEED = 2_000, 5
Labels = Sequence[AskLabel]


def macro_f1(true: Labels, said: Labels) -> float:
    """F1, every label counting alike."""
    return float(f1_score(true, said, labels=list(LABELS), average="macro", zero_division=0))


def each_f1(true: Labels, said: Labels) -> dict[AskLabel, float]:
    """F1 of each label."""
    found = f1_score(true, said, labels=list(LABELS), average=None, zero_division=0)
    return dict(zip(LABELS, map(float, found), strict=True))


def interval(true: Labels, said: Labels) -> tuple[float, float]:
    """The 95 % interval of macro-F1 over cases drawn again."""
    rng, pairs = np.random.default_rng(SEED), list(zip(true, said, strict=True))
    drawn = []
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for _ in range(SAMPLES):
            some = [pairs[i] for i in rng.integers(len(pairs), size=len(pairs))]
            drawn.append(macro_f1([t for t, _ in some], [s for _, s in some]))
    low, high = np.quantile(drawn, (0.025, 0.975))
    return float(low), float(high)


def confusion(true: Labels, said: Labels) -> NDArray[np.int_]:
    """How often each label (rows) was given as each (columns), in the order of `LABELS`."""
    return np.asarray(confusion_matrix(true, said, labels=list(LABELS)))


def by_majority(taught: Sequence[Case], unseen: Sequence[Case]) -> Labels:
    """The commonest label for all."""
    labels = [case.label for case in taught]
    return [max(LABELS, key=labels.count)] * len(unseen)


def by_length(taught: Sequence[Case], unseen: Sequence[Case]) -> Labels:
    """What the number of words of question and context would say."""
    model = LogisticRegression(max_iter=1000)
    model.fit(_lengths(taught), [LABELS.index(case.label) for case in taught])
    return [LABELS[i] for i in model.predict(_lengths(unseen))]


def by_words(unseen: Sequence[Case]) -> Labels:
    """What the patterns of knowledge/asking.yaml alone would say."""
    return [_by_words(case) for case in unseen]


def _by_words(case: Case) -> AskLabel:
    touched = list(topics_of(case.question))
    if any(not (topic.pay and case.pay_raised) for topic in touched):
        return AskLabel.AVOID
    if wordlist().taking_up.search(straight(case.question)):
        return AskLabel.STRONG
    return AskLabel.GENERIC if forms.closed(case.question) else AskLabel.STRONG


def _lengths(cases: Sequence[Case]) -> NDArray[np.float64]:
    words = [[len(case.question.split()), len(case.context.split())] for case in cases]
    return np.asarray(np.log1p(words), float)
