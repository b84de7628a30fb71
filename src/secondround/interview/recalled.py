"""Says which lines of the brief the candidate brought up, of themselves or when asked.

What tells a line from others are words, and pairs of words, that few lines of the brief have in
common; the candidate may come back to a line in every answer. Of these only what the interviewer
had not just said counts. A few are a hint; what is told as brought up has more.
"""

from collections import Counter
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from itertools import pairwise

from secondround.critique.numbers import amounts
from secondround.critique.units import cut
from secondround.domain.critique import Evidence
from secondround.domain.debrief import Recall, Recalled
from secondround.domain.interview import Act, Interview, Turn
from secondround.domain.materials import Aspect, Brief, BriefLine, Topic
from secondround.interview.similarity import stems
from secondround.knowledge import question_bank

USED, TOUCHED = 3.5, 1.5
"""Weight of a line's own words in a sentence or two from which it was brought up, or nearly."""
PAIR = 0.5
"""What a second sentence must add."""
ASKED = 0.5
"""The share of a sentence's words with which an interviewer has brought it up."""
RARE, COMMON = 2, 6
"""Lines with a word up to which it tells all, and above which it tells nothing."""
HABIT = 3
"""Questions answered with a word, of more than `RARE` lines, from which on it tells nothing."""
MISSED_FACTS = 3
"""Facts that did not come up and are shown, where fewer than so many did."""
TELLING = 5.0
"""Weight of a fact that is worth showing though it did not come up."""

_WORTH = (Aspect.NEWS, Aspect.STRATEGY, Aspect.VALUE)
_SPOKEN = (Act.ANSWER, Act.QUESTION)


def callbacks(heard: "Heard") -> tuple[Recalled, ...]:
    """The lines that the brief marked as worth coming back to, in its order."""
    return tuple(heard.recalled(line) for line in heard.brief.callbacks)


def facts(heard: "Heard") -> tuple[Recalled, ...]:
    """The company facts that came up; where few did, some that did not and are worth knowing."""
    known = [line for line in heard.brief.about(Topic.FACT) if not line.callback and not line.stale]
    told = [heard.recalled(line) for line in known]
    came_up = [each for each in told if each.recall in (Recall.USED, Recall.PROMPTED)]
    room = max(0, MISSED_FACTS - sum(each.recall is Recall.USED for each in came_up))
    missed = {each.line_id for each in told if each.recall is Recall.MISSED}
    worth = [line for line in known if line.id in missed and heard.worth_knowing(line)]
    shown = {line.id for line in sorted(worth, key=_rank)[:room]}
    return (*came_up, *(each for each in told if each.line_id in shown))


def _rank(line: BriefLine) -> tuple[int, int]:
    """News first, the latest before the others."""
    place = _WORTH.index(line.aspect) if line.aspect else len(_WORTH)
    return place, -(line.date.toordinal() if line.date else 0)


@dataclass(frozen=True)
class _Stretch:
    """A sentence or two of the candidate, and what had been said to them just before."""

    turn: Turn
    start: int
    end: int
    two: bool
    """Whether it is two sentences."""
    words: frozenset[str]
    heard: frozenset[str]
    sources: frozenset[str]
    """Ids of the passages that what was heard rests on."""

    @property
    def evidence(self) -> Evidence:
        quote = self.turn.text[self.start : self.end]
        return Evidence(turn=self.turn.index, start=self.start, end=self.end, quote=quote)


class Heard:
    """An interview, ready to be asked what came up in it."""

    def __init__(self, brief: Brief, talk: Interview) -> None:
        self.brief = brief
        lines = {line.words: telling(line.words) for line in brief.lines}
        self._lines = Counter(word for own in lines.values() for word in own)
        self._cited = Counter(passage.id for line in brief.lines for passage in line.passages)
        self._stretches = list(_stretches(talk))
        said = {(s.turn.question_id, word) for s in self._stretches for word in s.words}
        self._answers = Counter(word for _, word in said)

    def recalled(self, line: BriefLine) -> Recalled:
        """Whether it came up, with the words that show it best."""
        own = self._weights(line.words)
        ranked = [(_weight(own, s.words - s.heard), s) for s in self._stretches]
        most = max((weight for weight, _ in ranked), default=0.0)
        best = max(ranked, key=lambda pair: pair[0] - PAIR * pair[1].two, default=(0.0, None))[1]
        asked = [s for s in self._stretches if self._brought_up(line, s)]
        if most >= USED:
            return _as(line, Recall.USED, best)
        if asked:
            answer = max(asked, key=lambda s: len(own.keys() & s.words) - 2 * s.two)
            return _as(line, Recall.PROMPTED, answer)
        if most >= TOUCHED:
            return _as(line, Recall.TOUCHED, best)
        return _as(line, Recall.MISSED, None)

    def worth_knowing(self, line: BriefLine) -> bool:
        """Whether it says enough, and something that one may bring up."""
        return line.aspect in _WORTH and sum(self._weights(line.words).values()) >= TELLING

    def _brought_up(self, line: BriefLine, stretch: _Stretch) -> bool:
        """Whether the interviewer had just drawn on it, or said much of one of its sentences."""
        alone = {passage.id for passage in line.passages if self._cited[passage.id] == 1}
        if alone & stretch.sources:
            return True
        for start, end in cut(line.words):
            own = self._weights(line.words[start:end])
            said = _weight(own, stretch.heard)
            if said >= TOUCHED and said >= ASKED * sum(own.values()):
                return True
        return False

    def _weights(self, text: str) -> dict[str, float]:
        return {word: self._tells(word) for word in telling(text)}

    def _tells(self, word: str) -> float:
        """0..1: nothing where many lines have it, or some lines and many answers."""
        lines = self._lines[word]
        if lines <= RARE:
            return 0.5 if word in _everyday() else 1.0
        return 0.0 if lines > COMMON or self._answers[word] >= HABIT else 0.5


def telling(text: str) -> frozenset[str]:
    """Stems, pairs of stems and figures of a text."""
    words = stems(text)
    pairs = (f"{one} {other}" for one, other in pairwise(words))
    return frozenset({*words, *pairs, *(key for _, key in amounts(text))})


def _weight(own: Mapping[str, float], said: Collection[str]) -> float:
    return sum(weight for word, weight in own.items() if word in said)


def _as(line: BriefLine, recall: Recall, stretch: _Stretch | None) -> Recalled:
    return Recalled(
        line_id=line.id,
        topic=line.topic,
        text=line.words,
        passages=line.passages,
        recall=recall,
        evidence=stretch.evidence if stretch else None,
    )


def _stretches(talk: Interview) -> Iterator[_Stretch]:
    """Every sentence of the candidate, and every two that follow each other."""
    for turn in talk.turns:
        if turn.by_candidate and turn.act in _SPOKEN and turn.text:
            before = list(_just_before(talk, turn))
            heard = frozenset().union(*(telling(line.text) for line in before))
            sources = frozenset(passage.id for line in before for passage in line.passages)
            spans = cut(turn.text)
            twos = [(start, end) for (start, _), (_, end) in pairwise(spans)]
            for start, end in (*spans, *twos):
                words = telling(turn.text[start:end])
                yield _Stretch(turn, start, end, (start, end) in twos, words, heard, sources)


def _just_before(talk: Interview, turn: Turn) -> Iterator[Turn]:
    """The interviewer's lines to the question, or in the line before where there is none."""
    before = talk.turns[: turn.index]
    if turn.question_id is None:
        before = before[-1:]
    for line in before:
        if not line.by_candidate and line.question_id == turn.question_id:
            yield line


@cache
def _everyday() -> frozenset[str]:
    """Words that interviewers use whatever the dossier is about."""
    return frozenset(word for question in question_bank() for word in stems(question.text))
