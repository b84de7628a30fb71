"""Gathers what the candidate is on record with: the brief, the résumé, and what they say they said.

Notes and e-mails of a first interview hold other people's words too. Of them only what the writer
reports as their own counts (“I said …”), and what they put right since (“I told you 400 days. I
looked it up: it was 312”) no longer counts as it was said.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from secondround.critique.units import cut
from secondround.domain.critique import Evidence
from secondround.domain.debrief import Contradiction
from secondround.domain.materials import Brief, Kind, Passage, State, Topic, line_id
from secondround.interview.quantities import quantities
from secondround.interview.statements import Statement

OF_THEMSELVES = (Topic.CLAIM, Topic.STRENGTH, Topic.PROMISE)
"""Lines of the brief that say something of the candidate."""

_LIST_MARK = re.compile(r"[-–—*•·▪\s]+(?=\S)")
_I_SAID = re.compile(
    r"(?i:^(?:[A-Z][\w'’-]*:\s+)?(?:(?:and|also|but|then|in the room),?\s+)*)"
    r"(?:I(?:['’]d)? (?:also |then )?(?:said|stated|mentioned"
    r"|told (?:you|them|him|her|[A-Z][\w'’-]+))|[Tt]hat I)\b|\bI said\b"
)
_PUT_RIGHT = re.compile(
    r"(?i)\b(?:looked it up|checked|correct(?:ed|ion|ly)?|in fact|in truth|actually|was wrong"
    r"|put (?:that|it) (?:straight|right)|the (?:right|true|real) (?:figure|number)"
    r"|it (?:was|is) only|it['’]s (?:only|really))\b"
)


@dataclass(frozen=True)
class Known:
    """A statement, and where it was made."""

    statement: Statement
    passages: tuple[Passage, ...] = ()
    earlier: Evidence | None = None
    persona_id: str = ""

    @property
    def text(self) -> str:
        """The statement as it stands."""
        return self.statement.text

    @property
    def written(self) -> bool:
        """Whether a résumé says so."""
        return any(passage.kind is Kind.RESUME for passage in self.passages)

    def against(self, said: Evidence, differs: tuple[str, str]) -> Contradiction:
        """What was said beside it."""
        return Contradiction(
            said=said,
            before=self.text,
            earlier=self.earlier,
            passages=self.passages,
            differs=differs,
        )


def on_record(brief: Brief, passages: Sequence[Passage]) -> list[Known]:
    """All that the candidate has said of themselves as far as the materials tell."""
    notes = [passage for passage in passages if passage.kind is Kind.FIRST_INTERVIEW]
    put_right = [pair for passage in notes for pair in _put_right(passage)]
    taken_back = {figure for withdrawn, _ in put_right for figure in _figures(withdrawn)}
    known = [*_of_the_brief(brief), *_of_the_resume(passages), *_of_the_notes(brief, notes)]
    return [
        *(each for each in known if each.written or taken_back.isdisjoint(_figures(each.text))),
        *(now for _, now in put_right),
    ]


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Where its sentences stand, without the marks of a list."""
    for start, end in cut(text):
        mark = _LIST_MARK.match(text, start, end)
        yield mark.end() if mark else start, end


def _of_the_brief(brief: Brief) -> Iterator[Known]:
    for line in brief.about(*OF_THEMSELVES):
        context = frozenset().union(*(_under(passage) for passage in line.passages))
        for start, end in sentences(line.words):
            words = line.words[start:end]
            yield Known(Statement(words, context), _where(words, line.passages))


def _where(words: str, passages: Sequence[Passage]) -> tuple[Passage, ...]:
    """Those in which it stands word for word."""
    said = " ".join(words.split())
    return tuple(passage for passage in passages if said in " ".join(passage.text.split()))


def _of_the_resume(passages: Sequence[Passage]) -> Iterator[Known]:
    for passage in passages:
        if passage.kind is Kind.RESUME:
            for start, end in sentences(passage.text):
                yield Known(Statement(passage.text[start:end], _under(passage)), (passage,))


def _under(passage: Passage) -> frozenset[str]:
    """Names in the heading it stands under."""
    return Statement(f"– {passage.heading}").named


def _of_the_notes(brief: Brief, notes: Sequence[Passage]) -> Iterator[Known]:
    """What the writer reports to have said, unless the person has corrected or dismissed it."""
    edited = {line.id for line in brief.lines if line.state is State.EDITED}
    gone = edited | {line.id for line in brief.dismissed}
    for passage in notes:
        for start, end in sentences(passage.text):
            text = passage.text[start:end]
            if _I_SAID.search(text) and not {line_id(topic, text) for topic in Topic} & gone:
                yield Known(Statement(text), (passage,))


def _put_right(passage: Passage) -> Iterator[tuple[str, Known]]:
    """What was told, and right after it what is true (“I looked it up: 312”)."""
    units = [passage.text[start:end] for start, end in sentences(passage.text)]
    for told, now in pairwise(units):
        true = _PUT_RIGHT.search(now)
        if true and _I_SAID.search(told) and _same_unit(told, now):
            yield told, Known(Statement(_to_its_figure(told, now), about=told), (passage,))


def _same_unit(told: str, now: str) -> bool:
    return any(a.units & b.units for a in quantities(told) for b in quantities(now))


def _to_its_figure(told: str, now: str) -> str:
    """The correction without what it goes on to tell."""
    units = frozenset().union(*(each.units for each in quantities(told)))
    figure = next(each for each in quantities(now) if each.units & units)
    pause = now.find(",", figure.end)
    return now if pause < 0 else now[:pause]


def _figures(text: str) -> set[tuple[str, frozenset[str]]]:
    return {(each.key, each.units) for each in quantities(text) if each.units}
