"""What was counted: a share or a number with its interval, the bar, and the cases that miss it."""

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from eval.interviews.talks import Transcript

Z = 1.96
"""Standard deviations to either side of a 95 % interval."""


@dataclass(frozen=True)
class Case:
    """A place in a transcript that counted, and whether it is as it should be."""

    transcript: Transcript
    turn: int
    good: bool
    why: str = ""
    """What is wrong with it, or what was looked at."""

    def __str__(self) -> str:
        where = f"{self.transcript.meeting.name}, line {self.turn}"
        return f"  {where}: {self.why}\n{self.transcript.excerpt(self.turn)}"


@dataclass(frozen=True)
class Bar:
    """What a value must reach, or not exceed."""

    value: float
    at_least: bool = True

    def holds(self, value: float) -> bool:
        """Whether the value is on the right side."""
        return value >= self.value if self.at_least else value <= self.value

    def __str__(self) -> str:
        return f"{'≥' if self.at_least else '≤'} {self.value:g}"


@dataclass(frozen=True)
class Figure:
    """One line of the table."""

    name: str
    value: float
    low: float
    high: float
    count: int
    """Cases that were looked at."""
    bar: Bar | None = None
    """None for what is told but holds nobody to anything."""
    cases: tuple[Case, ...] = ()
    """Those that are not as they should be."""

    @property
    def verdict(self) -> str:
        """Whether the bar is met; a figure of nothing meets none."""
        if self.bar is None:
            return "–"
        return "met" if self.count and self.bar.holds(self.value) else "MISSED"


def each(
    transcripts: Iterable[Transcript], look: Callable[[Transcript], Iterable[Case]]
) -> Iterator[Case]:
    """The cases of all transcripts."""
    for transcript in transcripts:
        yield from look(transcript)


def share(name: str, cases: Iterable[Case], bar: Bar | None = None) -> Figure:
    """The share of good cases."""
    looked = list(cases)
    bad = tuple(case for case in looked if not case.good)
    good = len(looked) - len(bad)
    return Figure(
        name, good / max(1, len(looked)), *wilson(good, len(looked)), len(looked), bar, bad
    )


def faults(name: str, cases: Iterable[Case], most: float = 0) -> Figure:
    """The share of bad cases, of which there must be no more than that."""
    good = share(name, cases)
    return Figure(
        name,
        1 - good.value if good.count else 0,
        1 - good.high,
        1 - good.low,
        good.count,
        Bar(most, at_least=False),
        good.cases,
    )


def mean(name: str, values: Sequence[float], bar: Bar | None = None) -> Figure:
    """The mean, with a bootstrap interval."""
    sample = np.asarray(values, float)
    if not len(sample):
        return Figure(name, 0, 0, 0, 0, bar)
    rng = np.random.default_rng(0)
    means = rng.choice(sample, (2000, len(sample))).mean(axis=1)
    low, high = np.quantile(means, [0.025, 0.975])
    return Figure(name, float(sample.mean()), float(low), float(high), len(sample), bar)


def wilson(good: int, of: int) -> tuple[float, float]:
    """The 95 % interval of a share; the whole range for none."""
    if not of:
        return 0.0, 1.0
    p, z2 = good / of, Z * Z / of
    middle = (p + z2 / 2) / (1 + z2)
    reach = Z * math.sqrt(p * (1 - p) / of + z2 / of / 4) / (1 + z2)
    return max(0.0, middle - reach), min(1.0, middle + reach)
