"""Figures of a search and how sure they are: recall, mean reciprocal rank, refusals, intervals."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from eval.retrieval.dossiers import Query
from eval.retrieval.systems import System

DEPTH = 20
SAMPLES = 2_000
SEED = 20


@dataclass(frozen=True)
class Outcome:
    """What became of one query; `rank` is that of the first right passage, 0 where none is."""

    dossier: str
    query: Query
    rank: int
    found: int

    @property
    def answerable(self) -> bool:
        """Whether anything in the dossier answers it."""
        return bool(self.query.places)

    @property
    def paraphrase(self) -> bool:
        """Whether it shares no content word with its answer."""
        return self.query.style == "paraphrase"


def outcome(dossier: str, query: Query, system: System) -> Outcome:
    """Asks the system once."""
    found = system.search(query, DEPTH)
    right = [place for place, passage in enumerate(found, 1) if query.answered_by(passage)]
    return Outcome(dossier, query, right[0] if right else 0, len(found))


def recall_at_5(outcomes: Sequence[Outcome]) -> float:
    """The share of answerable queries with a right passage among the first five."""
    return _mean([0 < o.rank <= 5 for o in outcomes if o.answerable])


def paraphrase_recall_at_5(outcomes: Sequence[Outcome]) -> float:
    """The same of those that share no content word with their answer."""
    return recall_at_5([o for o in outcomes if o.paraphrase])


def mrr(outcomes: Sequence[Outcome]) -> float:
    """The mean of 1/rank of the first right passage among twenty."""
    return _mean([1 / o.rank if o.rank else 0.0 for o in outcomes if o.answerable])


def recognised(outcomes: Sequence[Outcome]) -> float:
    """The share of unanswerable queries for which nothing was found."""
    return _mean([o.found == 0 for o in outcomes if not o.answerable])


def refused(outcomes: Sequence[Outcome]) -> float:
    """The share of answerable queries for which nothing was found."""
    return _mean([o.found == 0 for o in outcomes if o.answerable])


Measure = Callable[[Sequence[Outcome]], float]
MEASURES: dict[str, Measure] = {
    "recall@5": recall_at_5,
    "… paraphrases": paraphrase_recall_at_5,
    "MRR": mrr,
    "unanswerable recognised": recognised,
    "answerable refused": refused,
}


def interval(measure: Measure, outcomes: Sequence[Outcome]) -> tuple[float, float]:
    """95 %, by drawing dossiers and then queries within them, with replacement."""
    return _interval(lambda drawn: measure([outcomes[i] for i in drawn]), outcomes)


def gain_interval(
    measure: Measure, ours: Sequence[Outcome], theirs: Sequence[Outcome]
) -> tuple[float, float]:
    """95 % of the difference, both on the same drawn queries."""

    def gain(drawn: Sequence[int]) -> float:
        return measure([ours[i] for i in drawn]) - measure([theirs[i] for i in drawn])

    return _interval(gain, ours)


def _interval(
    figure: Callable[[Sequence[int]], float], outcomes: Sequence[Outcome]
) -> tuple[float, float]:
    rng = np.random.default_rng(SEED)
    names = sorted({o.dossier for o in outcomes})
    of = [np.array([i for i, o in enumerate(outcomes) if o.dossier == name]) for name in names]
    drawn = [
        np.concatenate([rng.choice(of[d], of[d].size) for d in rng.integers(len(of), size=len(of))])
        for _ in range(SAMPLES)
    ]
    low, high = np.quantile([figure(sample.tolist()) for sample in drawn], (0.025, 0.975))
    return float(low), float(high)


def _mean(values: Sequence[float]) -> float:
    return float(np.mean(values)) if len(values) else float("nan")
