"""Loads `eval/datasets/star`: labelled answers, first-rate ones with their variants, bad ones."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from secondround.domain.critique import Answer, Part
from secondround.domain.interview import Element

FOLDER = Path(__file__).parents[1] / "datasets" / "star"
Row = dict[str, Any]
BandRule = Literal["falls", "holds", "not_up"]


@dataclass(frozen=True)
class Gold:
    """A first-rate answer: band 4 or 5."""

    id: str
    answer: Answer
    units: tuple[tuple[str, str], ...]
    """Text and role."""


@dataclass(frozen=True)
class Pair:
    """A first-rate answer, and the same changed in one way."""

    id: str
    change: str
    base: Gold
    changed: Answer
    falls: tuple[str, ...]
    """Elements that must be scored lower."""
    holds: tuple[str, ...]
    """Elements that must be scored the same."""
    band: BandRule


@dataclass(frozen=True)
class Control:
    """An answer that deserves band 2 at most."""

    id: str
    kind: str
    answer: Answer


def labelled(folder: Path = FOLDER) -> list[Row]:
    """The labelled answers, as they stand in the files."""
    return [row for path in sorted(folder.glob("answers-*.jsonl")) for row in rows(path)]


def gold(folder: Path = FOLDER) -> list[Gold]:
    """The first-rate answers."""
    return [_gold(row) for row in rows(folder / "gold.jsonl")]


def controls(folder: Path = FOLDER) -> list[Control]:
    """The bad answers."""
    return [
        Control(row["id"], row["kind"], _answer(row["question"], row["answer"]))
        for row in rows(folder / "controls.jsonl")
    ]


def pairs(folder: Path = FOLDER) -> list[Pair]:
    """The variants written by hand, then those made by leaving out and turning round."""
    bases = {base.id: base for base in gold(folder)}
    written = [_pair(row, bases[row["base"]]) for row in rows(folder / "contrast.jsonl")]
    return written + [pair for base in bases.values() for pair in _made(base)]


def rows(path: Path) -> list[Row]:
    """The lines of a file."""
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]


def _gold(row: Row) -> Gold:
    units = tuple((unit["text"], unit["role"]) for unit in row["units"])
    return Gold(row["id"], _answer(row["question"], " ".join(text for text, _ in units)), units)


def _pair(row: Row, base: Gold) -> Pair:
    changed = _answer(base.answer.question, row["answer"])
    falls, holds = tuple(row["falls"]), tuple(row["holds"])
    return Pair(row["id"], row["change"], base, changed, falls, holds, row["band"])


def _made(base: Gold) -> Iterator[Pair]:
    for element in Element:
        left = [unit for unit in base.units if unit[1] != element.value]
        if len(left) < len(base.units):
            others = tuple(e.value for e in Element if e is not element)
            yield _variant(base, f"without {element.value}", left, (element.value,), others)
    for name, order in (("turned round", base.units[::-1]), ("shuffled", _shuffled(base.units))):
        yield _variant(base, name, order, (), tuple(e.value for e in Element))


def _variant(
    base: Gold,
    change: str,
    units: Sequence[tuple[str, str]],
    falls: tuple[str, ...],
    holds: tuple[str, ...],
) -> Pair:
    changed = _answer(base.answer.question, " ".join(text for text, _ in units))
    band: BandRule = "falls" if falls else "holds"
    return Pair(f"{base.id}, {change}", change, base, changed, falls, holds, band)


def _shuffled(units: Sequence[tuple[str, str]]) -> list[tuple[str, str]]:
    """The same shuffle for everybody: every other unit first."""
    return [*units[1::2], *units[::2]]


def _answer(question: str, text: str) -> Answer:
    return Answer(question=question, parts=(Part(turn=0, text=text),))
