"""Finds where the candidate said otherwise before: in the materials, or to the last interviewer."""

from collections.abc import Iterator, Sequence

from secondround.domain.critique import Evidence
from secondround.domain.debrief import Contradiction
from secondround.domain.interview import Act, Interview, Turn
from secondround.domain.materials import Brief, Passage
from secondround.interview.guards import off_limits
from secondround.interview.on_record import Known, on_record, sentences
from secondround.interview.sayable import repeatable
from secondround.interview.similarity import stems
from secondround.interview.statements import Statement, bears_out, difference


def contradictions(
    talk: Interview, brief: Brief, passages: Sequence[Passage]
) -> tuple[Contradiction, ...]:
    """What was said that cannot hold beside what was said or written before, in order.

    Of an answer given more than once, its latest attempt counts. Who says a thing twice is told
    once. What one line of the résumé says as well is not held against anybody by another.
    """
    known = on_record(brief, passages)
    found: dict[tuple[str, ...], Contradiction] = {}
    spoken: list[Known] = []
    for turn in talk.turns:
        for said, statement in _sentences(talk, turn):
            earlier = [each for each in spoken if each.persona_id != turn.persona_id]
            borne_out = any(each.written and bears_out(each.statement, statement) for each in known)
            held = [each for each in known if not (borne_out and each.written)]
            for before in (*held, *earlier):
                if differs := difference(statement, before.statement):
                    same = (" ".join(before.text.split()), *differs)
                    found.setdefault(same, before.against(said, differs))
            spoken.append(Known(statement, earlier=said, persona_id=turn.persona_id))
    return tuple(found.values())


def to_confront(talk: Interview, brief: Brief, passages: Sequence[Passage]) -> Contradiction | None:
    """What the latest answer contradicts and an interviewer can know of; of several the first.

    What was asked about before is not asked about again.
    """
    asked = [turn.move.against for turn in talk.turns if turn.move and turn.move.against]
    for found in contradictions(talk, brief, passages):
        latest = found.said.turn == talk.turns[-1].index
        known = found.earlier is not None or found.passages
        sayable = repeatable(found.said.quote) and not off_limits(found.said.quote)
        if latest and known and sayable and not any(a in found.before for a in asked):
            return found
    return None


def _sentences(talk: Interview, turn: Turn) -> Iterator[tuple[Evidence, Statement]]:
    """What the candidate states; a sentence without a name is about the last one's."""
    if turn.act is not Act.ANSWER or turn.question_id is None:
        return
    if turn not in talk.attempts(turn.question_id)[-1]:
        return
    context: frozenset[str] = frozenset()
    asked = frozenset(stems(talk.question(turn.question_id).text))
    for start, end in sentences(turn.text):
        statement = Statement(turn.text[start:end], context, asked)
        context = statement.named
        yield Evidence(turn=turn.index, start=start, end=end, quote=statement.text), statement
