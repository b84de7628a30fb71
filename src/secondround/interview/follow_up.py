"""Decides how an answer is followed up: for what it lacks, claims or contradicts, or not at all."""

from collections.abc import Mapping
from datetime import timedelta

from secondround.critique.quoting import excerpt
from secondround.domain.critique import Assessment, ResponseType
from secondround.domain.debrief import Contradiction
from secondround.domain.interview import Element, Move, MoveKind, QuestionKind
from secondround.interview.sayable import repeatable
from secondround.interview.talk import Talk

THIN = 60
"""Words below which a plan or a reason is too thin to leave it at that."""
CONFRONTED = 2
"""How often an answer to one question is held against something else; never twice against one."""
QUOTED = 14
"""Words of a contradiction that are said again."""

_HINT_IS_TOO_LITTLE = (Element.A, Element.R)
_CHANCES = (MoveKind.REASK, MoveKind.WAY_OUT)


def follow_up(
    talk: Talk, assessment: Assessment | None, contradiction: Contradiction | None
) -> Move | None:
    """The move after an answer; None where the talk goes on, or the time is up."""
    question, last = talk.question, talk.last
    if question is None or last is None or talk.left <= timedelta():
        return None
    if contradiction and (asked := _ask_which_holds(talk, contradiction)):
        return asked
    if assessment is None:
        return None
    if assessment.response_type is ResponseType.NONE:
        return way_out(talk)
    if question.kind is not QuestionKind.BEHAVIOURAL:
        return _for_more(talk, assessment)
    if assessment.response_type is not ResponseType.STORY:
        return None if talk.so_far.has(*_CHANCES) else talk.about_question(MoveKind.REASK)
    most = min(1, talk.persona.follow_ups) if _long(talk, assessment) else talk.persona.follow_ups
    return _into_the_story(talk, assessment) if talk.so_far.follow_ups < most else None


def way_out(talk: Talk) -> Move | None:
    """Help for somebody who has nothing to tell; not for somebody who has told something."""
    if talk.so_far.has(MoveKind.WAY_OUT, MoveKind.PROBE, MoveKind.CHALLENGE, MoveKind.CONFRONT):
        return None
    return talk.about_question(MoveKind.WAY_OUT)


def _long(talk: Talk, assessment: Assessment) -> bool:
    return assessment.words > talk.persona.patience


def _ask_which_holds(talk: Talk, found: Contradiction) -> Move | None:
    """One question about what was said otherwise before, in words that can be said again."""
    now = excerpt(found.said.quote, found.differs[0], QUOTED)
    before = excerpt(found.before, found.differs[1], QUOTED)
    asked = [move.against for move in talk.so_far.moves if move.kind is MoveKind.CONFRONT]
    if before in asked or len(asked) >= CONFRONTED:
        return None
    if not (repeatable(now) and repeatable(before)):
        return None
    told = _who_was_told(talk, found)
    return talk.about_question(
        MoveKind.CONFRONT, about=now, against=before, told=told, passages=found.passages
    )


def _who_was_told(talk: Talk, found: Contradiction) -> str:
    if found.earlier is not None:
        return talk.interview.turns[found.earlier.turn].persona_id
    return found.passages[0].kind.value


def _for_more(talk: Talk, assessment: Assessment) -> Move | None:
    """One probe into a plan or a reason; it names no element: the question's own probes serve."""
    if talk.so_far.follow_ups:
        return None
    if assessment.words < THIN:
        return talk.about_question(MoveKind.PROBE)
    return _challenge(talk, assessment)


def _into_the_story(talk: Talk, assessment: Assessment) -> Move | None:
    if element := _missing(talk, assessment.elements):
        return talk.about_question(MoveKind.PROBE, element=element)
    return _challenge(talk, assessment)


def _missing(talk: Talk, elements: Mapping[Element, int]) -> Element | None:
    """The weakest part worth asking for; of several, the one that the persona chases first."""

    def lacks(element: Element) -> bool:
        score = elements.get(element, 0)
        return score == 0 or (score == 1 and element in _HINT_IS_TOO_LITTLE)

    probed = talk.so_far.probed
    lacking = [e for e in talk.persona.chases if e not in probed and lacks(e)]
    return min(lacking, key=lambda e: elements.get(e, 0), default=None)


def _challenge(talk: Talk, assessment: Assessment) -> Move | None:
    if not assessment.vague or talk.so_far.has(MoveKind.CHALLENGE):
        return None
    return talk.about_question(MoveKind.CHALLENGE, about=assessment.vague)
