"""Joins what three readers made of the same answers: the writer, and two who saw no other label."""

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Sequence
from itertools import combinations
from pathlib import Path
from statistics import median_low
from typing import TypeVar

from sklearn.metrics import cohen_kappa_score

from eval.star.cases import FOLDER, Row, labelled, rows
from secondround.domain.interview import Element

Label = TypeVar("Label", bound=Hashable)
NAMES = ("writer", "one", "two")


def read(folder: Path = FOLDER) -> list[tuple[Row, ...]]:
    """Each answer three times, as each of them labelled it, in the order of NAMES."""
    others = [{row["id"]: row for row in rows(folder / "raters" / f"{n}.jsonl")} for n in NAMES[1:]]
    return [
        (row, *(_relabelled(row, known[row["id"]]) for known in others)) for row in labelled(folder)
    ]


def agreement(read: Sequence[Sequence[Row]]) -> Iterator[tuple[str, float, float]]:
    """For each two of them: their names, kappa on roles, and weighted kappa on element scores."""
    for one, other in combinations(range(len(NAMES)), 2):
        roles = [[u["role"] for each in read for u in each[i]["units"]] for i in (one, other)]
        scores = [
            [each[i]["scores"][e.value] for each in read for e in Element] for i in (one, other)
        ]
        yield (
            f"{NAMES[one]} and {NAMES[other]}",
            float(cohen_kappa_score(*roles)),
            float(cohen_kappa_score(*scores, weights="quadratic")),
        )


def agreed(readers: Sequence[Row]) -> Row:
    """The answer as most of them label it; the middle one of three scores."""
    roles = zip(*([unit["role"] for unit in row["units"]] for row in readers), strict=True)
    flags = Counter(flag for row in readers for flag in row["flags"])
    return readers[0] | {
        "units": [
            unit | {"role": _most(of)} for unit, of in zip(readers[0]["units"], roles, strict=True)
        ],
        "response_type": _most(row["response_type"] for row in readers),
        "scores": {e.value: median_low(r["scores"][e.value] for r in readers) for e in Element},
        "flags": [flag for flag, count in flags.items() if 2 * count > len(readers)],
    }


def _relabelled(row: Row, by: Row) -> Row:
    units = [u | {"role": r} for u, r in zip(row["units"], by["roles"], strict=True)]
    return row | {
        "units": units,
        "response_type": by["response_type"],
        "scores": by["scores"],
        "flags": by["flags"],
    }


def _most(labels: Iterable[Label]) -> Label:
    """The commonest; the first of them where none is commoner."""
    return Counter(labels).most_common(1)[0][0]
