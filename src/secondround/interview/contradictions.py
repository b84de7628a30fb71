"""Finds where the candidate said otherwise before: in the materials, or to the last interviewer."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from secondround.critique.units import cut
from secondround.domain.critique import Evidence
from secondround.domain.debrief import Contradiction
from secondround.domain.interview import Act, Interview, Turn
from secondround.domain.materials import Brief, Kind, Passage, Topic
from secondround.interview.similarity import stems
from secondround.interview.statements import Statement, difference

_LIST_MARK = re.compile(r"[-–—*•·▪\s]+(?=\S)")

OF_THEMSELVES = (Topic.CLAIM, Topic.STRENGTH, Topic.PROMISE)
"""Lines of the brief that say something of the candidate."""


def contradictions(
    talk: Interview, brief: Brief, passages: Sequence[Passage]
) -> tuple[Contradiction, ...]:
    """What was said that cannot hold beside what was said or written before, in order.

    Of the passages those of a résumé count: elsewhere others speak too, and what the candidate
    said there is in the brief. Of an answer given more than once, its latest attempt counts. Who
    says a thing twice is told once.
    """
    known = [*_of_the_brief(brief), *_of_the_resume(passages)]
    found: dict[tuple[str, ...], Contradiction] = {}
    spoken: list[_Known] = []
    for turn in talk.turns:
        for said, statement in _sentences(talk, turn):
            earlier = [each for each in spoken if each.persona_id != turn.persona_id]
            for before in (*known, *earlier):
                if differs := difference(statement, before.statement):
                    same = (" ".join(before.text.split()), *differs)
                    found.setdefault(same, before.against(said, differs))
            spoken.append(_Known(statement, earlier=said, persona_id=turn.persona_id))
    return tuple(found.values())


def to_confront(talk: Interview, brief: Brief, passages: Sequence[Passage]) -> Contradiction | None:
    """What the latest answer contradicts and an interviewer can know of; of several the first.

    What was asked about before is not asked about again.
    """
    asked = [turn.move.against for turn in talk.turns if turn.move and turn.move.against]
    for found in contradictions(talk, brief, passages):
        latest = found.said.turn == talk.turns[-1].index
        known = found.earlier is not None or found.passages
        if latest and known and not any(against in found.before for against in asked):
            return found
    return None


@dataclass(frozen=True)
class _Known:
    """A statement, and where it was made."""

    statement: Statement
    passages: tuple[Passage, ...] = ()
    earlier: Evidence | None = None
    persona_id: str = ""

    @property
    def text(self) -> str:
        return self.statement.text

    def against(self, said: Evidence, differs: tuple[str, str]) -> Contradiction:
        return Contradiction(
            said=said,
            before=self.text,
            earlier=self.earlier,
            passages=self.passages,
            differs=differs,
        )


def _of_the_brief(brief: Brief) -> Iterator[_Known]:
    for line in brief.about(*OF_THEMSELVES):
        context = frozenset().union(*(_under(passage) for passage in line.passages))
        for start, end in _sentences_of(line.words):
            words = line.words[start:end]
            yield _Known(Statement(words, context), _where(words, line.passages))


def _where(words: str, passages: Sequence[Passage]) -> tuple[Passage, ...]:
    """Those in which it stands word for word."""
    said = " ".join(words.split())
    return tuple(passage for passage in passages if said in " ".join(passage.text.split()))


def _of_the_resume(passages: Sequence[Passage]) -> Iterator[_Known]:
    for passage in passages:
        if passage.kind is Kind.RESUME:
            for start, end in _sentences_of(passage.text):
                statement = Statement(passage.text[start:end], _under(passage))
                yield _Known(statement, (passage,))


def _under(passage: Passage) -> frozenset[str]:
    """Names in the heading it stands under."""
    return Statement(f"– {passage.heading}").named


def _sentences(talk: Interview, turn: Turn) -> Iterator[tuple[Evidence, Statement]]:
    """What the candidate states; a sentence without a name is about the last one's."""
    if turn.act is not Act.ANSWER or turn.question_id is None:
        return
    if turn not in talk.attempts(turn.question_id)[-1]:
        return
    context: frozenset[str] = frozenset()
    asked = frozenset(stems(talk.question(turn.question_id).text))
    for start, end in _sentences_of(turn.text):
        statement = Statement(turn.text[start:end], context, asked)
        context = statement.named
        yield Evidence(turn=turn.index, start=start, end=end, quote=statement.text), statement


def _sentences_of(text: str) -> Iterator[tuple[int, int]]:
    """Where its sentences stand, without the marks of a list."""
    for start, end in cut(text):
        mark = _LIST_MARK.match(text, start, end)
        yield mark.end() if mark else start, end
