"""What a critic makes of contrast pairs, first-rate answers and bad ones."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from eval.star.cases import Control, Gold, Pair
from secondround.domain.critique import Answer, Critique

Judge = Callable[[Answer], Critique]


@dataclass(frozen=True)
class Judged:
    """A pair, and what was made of either answer."""

    pair: Pair
    base: Critique
    changed: Critique

    @property
    def assessed(self) -> bool:
        """Whether both were judged at all."""
        return self.base.band is not None and self.changed.band is not None

    @property
    def fell(self) -> list[bool]:
        """For each element that must fall, whether it did."""
        return [self.step(name) < 0 for name in self.pair.falls]

    @property
    def held(self) -> list[bool]:
        """For each element that must hold, whether its score is the very same."""
        return [self.step(name) == 0 for name in self.pair.holds]

    @property
    def nearly_held(self) -> list[bool]:
        """The same, a point up or down allowed."""
        return [abs(self.step(name)) <= 1 for name in self.pair.holds]

    @property
    def band_right(self) -> bool:
        """Whether the band fell, held or at least did not rise, as it must."""
        step = (self.changed.band or 0) - (self.base.band or 0)
        return {"falls": step < 0, "holds": step == 0, "not_up": step <= 0}[self.pair.band]

    @property
    def rose(self) -> bool:
        """Whether the change bought a higher band."""
        return (self.changed.band or 0) > (self.base.band or 0)

    def step(self, element: str) -> int:
        """By how much its score went up."""
        return self.changed.elements[element].score - self.base.elements[element].score


def judged(pairs: Sequence[Pair], judge: Judge) -> list[Judged]:
    """Every pair; each first-rate answer is judged once."""
    bases = {pair.base.id: pair.base.answer for pair in pairs}
    known = {name: judge(answer) for name, answer in bases.items()}
    return [Judged(pair, known[pair.base.id], judge(pair.changed)) for pair in pairs]


def below_4(gold: Sequence[Gold], judge: Judge) -> list[str]:
    """Ids of first-rate answers that were judged lower."""
    return [one.id for one in gold if (judge(one.answer).band or 0) < 4]


def above_2(controls: Sequence[Control], judge: Judge) -> list[str]:
    """Ids of bad answers that were judged higher."""
    return [one.id for one in controls if (judge(one.answer).band or 0) > 2]


def misquoted(answer: Answer, critique: Critique) -> int:
    """How many quotes do not stand in the answer where they say they do."""
    text = {part.turn: part.text for part in answer.parts}
    quotes = [e for element in critique.elements.values() for e in element.evidence]
    return sum(text[e.turn][e.start : e.end] != e.quote for e in quotes)
