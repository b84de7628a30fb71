"""Finds what is asked twice: word by word, or in other words."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

import numpy as np
import yaml
from numpy.typing import NDArray

from eval.interviews.figures import Case, Figure, each, faults
from eval.interviews.sheets import CANDIDATES
from eval.interviews.talks import Transcript
from eval.interviews.wording import asks, plain, unquoted
from secondround.domain.interview import MoveKind, Turn
from secondround.ports import Embedder

PAIRS = CANDIDATES.parent / "pairs.yaml"
MATTERS = CANDIDATES.parent / "intents.yaml"
ASKED_BEFORE = CANDIDATES.parent / "asked_before.yaml"
SURE = 0.95
"""Share of the pairs of two intents that must be less alike than what counts as one."""
SHORT = 6
"""Words up to which a question may come again: “What came of it?”"""
_AGAIN = frozenset({MoveKind.REPEAT, MoveKind.REASK})
"""Moves that say something again on purpose."""


def figures(transcripts: Sequence[Transcript], intents: "Intents") -> list[Figure]:
    """Repeats of every sort."""
    return [
        faults("questions repeated word by word", each(transcripts, exactly)),
        faults("lines repeated word by word", each(transcripts, _whole_lines)),
        faults("questions of the same intent", each(transcripts, intents.repeated), most=0.02),
        faults("asked in the first interview", each(transcripts, intents.asked_before), most=0.02),
    ]


class Intents:
    """Says which questions mean the same: the same matter by its words, or a likeness that tells.

    The packaged embedding alone is hardly better than chance on `pairs.yaml` (it takes questions
    for alike that share a frame), so it counts only from where nearly no pair is wrongly joined.
    """

    def __init__(self, embedder: Embedder) -> None:
        self._embedder = embedder
        self._vectors: dict[str, NDArray[np.float32]] = {}
        rows = yaml.safe_load(MATTERS.read_text(encoding="utf-8"))
        self._matters = {name: re.compile(words, re.IGNORECASE) for name, words in rows.items()}
        pairs = labelled_pairs()
        apart = [self.likeness(one, other) for one, other, same in pairs if not same]
        self.threshold = float(np.quantile(apart, SURE))

    def same(self, one: str, other: str) -> bool:
        """Whether two questions are of one intent."""
        return bool(self.matters(one) & self.matters(other)) or (
            self.likeness(one, other) > self.threshold
        )

    def likeness(self, one: str, other: str) -> float:
        """Of two questions, -1..1."""
        return float(self._vector(one) @ self._vector(other))

    def matters(self, question: str) -> set[str]:
        """What it is after; nothing for what is known by its own words alone."""
        return {name for name, words in self._matters.items() if words.search(unquoted(question))}

    def repeated(self, transcript: Transcript) -> Iterator[Case]:
        """Every question of a plan, beside those before it in the same interview."""
        before: list[Turn] = []
        for turn in _asked(transcript):
            yield self.beside(transcript, turn, [earlier.text for earlier in before])
            before.append(turn)

    def asked_before(self, transcript: Transcript) -> Iterator[Case]:
        """Every question of a plan, beside those that were put in the first interview."""
        known = _first_interview()[transcript.sheet.dossier]
        for turn in _asked(transcript):
            yield self.beside(transcript, turn, known)

    def beside(self, transcript: Transcript, turn: Turn, others: Sequence[str]) -> Case:
        """A question beside others: bad where one of them is of the same intent."""
        asked = essence(turn.text)
        alike = [other for other in others if self.same(asked, essence(other))]
        return Case(transcript, turn.index, not alike, f"like “{alike[0]}”" if alike else "")

    def _vector(self, text: str) -> NDArray[np.float32]:
        if text not in self._vectors:
            self._vectors[text] = self._embedder.embed([text])[0]
        return self._vectors[text]


def essence(line: str) -> str:
    """The last two sentences: what is asked, and what it is asked about; no bridge before them."""
    said = [part.strip() for part in line.replace("? ", "?\n").replace(". ", ".\n").split("\n")]
    return " ".join(said[-2:]) if len(said) > 2 else said[-1] if said else line


def labelled_pairs() -> list[tuple[str, str, bool]]:
    """Pairs of questions, and whether they are of one intent."""
    return [(one, other, same) for one, other, same in yaml.safe_load(PAIRS.read_text("utf-8"))]


def exactly(transcript: Transcript) -> Iterator[Case]:
    """Every line with a longer question: was it put before, word by word?"""
    before: set[str] = set()
    for turn in transcript.lines:
        if turn.move and turn.move.kind not in _AGAIN:
            asked = [plain(ask) for ask in asks(turn.text)]
            long = {ask for ask in asked if len(ask.split()) > SHORT}
            if long:
                yield Case(transcript, turn.index, not long & before, "asked before")
            before |= long


def _whole_lines(transcript: Transcript) -> Iterator[Case]:
    before: set[str] = set()
    for turn in transcript.lines:
        if turn.move and turn.move.kind not in _AGAIN:
            yield Case(transcript, turn.index, plain(turn.text) not in before, "said before")
            before.add(plain(turn.text))


def _asked(transcript: Transcript) -> list[Turn]:
    return [t for t in transcript.lines if t.move and t.move.kind is MoveKind.ASK]


@cache
def _first_interview() -> dict[str, list[str]]:
    known: dict[str, list[str]] = yaml.safe_load(ASKED_BEFORE.read_text(encoding="utf-8"))
    return known
