"""Decides what the interviewer does next: a pure function of the interview, the reading, the clock.

An answer gets at most two follow-ups:

no answer, or no story to tell     a way out, once; three such questions in a row end the questions
no story where one was asked for   the question again, once
a story without one of its parts   a probe for the weakest part; never two for the same one
a vague claim                      a challenge, once
a thin plan or reason              one probe for more

A long answer gets one at most, and none when the time is up. In practice mode the interviewer then
waits for `retry` or `next`. No question is begun in the last two minutes: they are for what the
candidate wants to ask.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from secondround.domain.critique import Assessment, ResponseType
from secondround.domain.interview import (
    WAITS,
    Act,
    Element,
    Interview,
    Mode,
    Move,
    MoveKind,
    Phase,
    PlannedQuestion,
    QuestionKind,
    Turn,
)

FOLLOW_UPS = 2
"""Probes and challenges an attempt gets."""
STUCK = 3
"""Questions in a row without an answer, after which no more are asked."""
REPLIES = 6
"""Questions of the candidate that a persona takes."""
REPLIES_IN_ANY_CASE = 2
"""Questions of the candidate that are taken even when the time is up."""
RESERVE = timedelta(minutes=2)
"""Time kept for the candidate's questions."""
THIN = 60
"""Words below which a plan or a reason is too thin to leave it at that."""

_WEIGHT = (Element.A, Element.R, Element.T, Element.S)
"""What an answer can least do without comes first."""
_HINT_IS_TOO_LITTLE = (Element.A, Element.R)
_CHANCES = (MoveKind.REASK, MoveKind.WAY_OUT)


def next_move(interview: Interview, assessment: Assessment | None, now: datetime) -> Move | None:
    """The interviewer's next move.

    `assessment` reads the attempt under way, where the last turn is an answer; without one there is
    no follow-up. None: it is the candidate's turn, or practice mode waits for `retry` or `next`, or
    the interview is over or on pause.
    """
    if interview.phase is Phase.DONE or interview.on_pause or interview.candidates_turn:
        return None
    talk = _Talk(interview, now)
    if talk.last and talk.last.act is Act.END:
        return talk.move(MoveKind.CLOSE)
    if not talk.moves:
        return talk.move(MoveKind.GREET)
    if interview.phase is Phase.QUESTIONS_BACK:
        return _answer_their_question(talk)
    return _after(talk, assessment)


class _Talk:
    """The talk with the present persona, as far as it has got."""

    def __init__(self, interview: Interview, now: datetime) -> None:
        self.interview, self.now = interview, now
        self.persona = interview.plan.persona
        self.turns = [t for t in interview.turns if t.persona_id == self.persona.id]
        self.moves = [t.move for t in self.turns if t.move]

    @property
    def last(self) -> Turn | None:
        return self.turns[-1] if self.turns else None

    @property
    def question(self) -> PlannedQuestion | None:
        """The question on the table."""
        asked = self.asked
        return self.interview.question(asked[-1]) if asked else None

    @property
    def asked(self) -> list[str]:
        moves = [m for m in self.moves if m.kind is MoveKind.ASK]
        return [m.question_id for m in moves if m.question_id]

    @property
    def left(self) -> timedelta:
        """Time until this persona has to go."""
        if self.interview.minutes is None:
            return timedelta.max
        spent = self.interview.elapsed(self.now, self.persona.id)
        return timedelta(minutes=self.interview.minutes) - spent

    def count(self, kind: MoveKind) -> int:
        return sum(move.kind is kind for move in self.moves)

    def move(self, kind: MoveKind, **fields: object) -> Move:
        return Move.model_validate({"kind": kind, "persona_id": self.persona.id, **fields})

    def about_question(self, kind: MoveKind, **fields: object) -> Move:
        question = self.question
        return self.move(kind, question_id=question.id if question else None, **fields)


def _answer_their_question(talk: _Talk) -> Move:
    last, replies = talk.last, talk.count(MoveKind.REPLY)
    in_time = replies < REPLIES_IN_ANY_CASE or talk.left > timedelta()
    if last and last.act is Act.QUESTION and replies < REPLIES and in_time:
        return talk.move(MoveKind.REPLY, about=last.text)
    return talk.move(MoveKind.CLOSE)


def _after(talk: _Talk, assessment: Assessment | None) -> Move | None:
    """The move that follows the last turn while questions are asked."""
    act = talk.last.act if talk.last else None
    if act is Act.REPEAT:  # a probe is repeated as a probe
        return talk.about_question(MoveKind.REPEAT, element=talk.moves[-1].element)
    if act is Act.RETRY:
        return talk.about_question(MoveKind.REPEAT)
    if act is Act.NO_STORY:
        return _way_out(talk, _so_far(talk)) or _go_on(talk)
    if act is Act.ANSWER:
        return _after_answer(talk, assessment)
    return _go_on(talk)


def _after_answer(talk: _Talk, assessment: Assessment | None) -> Move | None:
    if assessment and talk.left > timedelta() and (follow := _follow_up(talk, assessment)):
        return follow
    return None if talk.interview.mode is Mode.PRACTICE else _go_on(talk)


def _go_on(talk: _Talk) -> Move:
    """The next question, or the candidate's own."""
    asked = set(talk.asked)
    open_questions = [q for q in talk.interview.plan.questions if q.id not in asked]
    in_time = not asked or talk.left > RESERVE
    if not open_questions or not in_time or _stuck(talk):
        return talk.move(MoveKind.INVITE_QUESTIONS)
    return talk.move(MoveKind.ASK, question_id=open_questions[0].id)


def _stuck(talk: _Talk) -> bool:
    """Whether the last questions came to nothing, each in spite of a way out."""
    latest = talk.asked[-STUCK:]
    return len(latest) == STUCK and all(_came_to_nothing(talk, id) for id in latest)


def _came_to_nothing(talk: _Talk, question_id: str) -> bool:
    kinds = [m.kind for m in talk.moves if m.question_id == question_id]
    told_after = {MoveKind.PROBE, MoveKind.CHALLENGE, MoveKind.REASK} & set(kinds)
    return MoveKind.WAY_OUT in kinds and not told_after and _ended_without_story(talk, question_id)


def _ended_without_story(talk: _Talk, question_id: str) -> bool:
    """Whether the reply to the way out was as short as the answers that led to it."""
    replies = [t for t in talk.turns if t.by_candidate and t.question_id == question_id]
    return not replies or len(replies[-1].text.split()) < THIN


@dataclass(frozen=True)
class _SoFar:
    """What the attempt under way has been asked already."""

    moves: Sequence[Move]

    def has(self, *kinds: MoveKind) -> bool:
        return any(move.kind in kinds for move in self.moves)

    @property
    def follow_ups(self) -> int:
        return sum(move.kind in (MoveKind.PROBE, MoveKind.CHALLENGE) for move in self.moves)

    @property
    def probed(self) -> set[Element]:
        return {m.element for m in self.moves if m.kind is MoveKind.PROBE and m.element}


def _so_far(talk: _Talk) -> _SoFar:
    """The moves since the question was put, or since the candidate began anew."""
    question = talk.question
    moves: list[Move] = []
    for turn in talk.turns:
        if question is None or turn.question_id != question.id:
            continue
        if turn.act is Act.RETRY:
            moves = []
        elif turn.move and turn.move.kind in WAITS:
            moves.append(turn.move)
    return _SoFar(moves)


def _follow_up(talk: _Talk, assessment: Assessment) -> Move | None:
    question, so_far = talk.question, _so_far(talk)
    if question is None:
        return None
    if assessment.response_type is ResponseType.NONE:
        return _way_out(talk, so_far)
    most = 1 if assessment.words > talk.persona.patience else FOLLOW_UPS
    if question.kind is not QuestionKind.BEHAVIOURAL:
        return _for_more(talk, assessment, so_far)
    if assessment.response_type is not ResponseType.STORY:
        return None if so_far.has(*_CHANCES) else talk.about_question(MoveKind.REASK)
    return _into_the_story(talk, assessment, so_far) if so_far.follow_ups < most else None


def _way_out(talk: _Talk, so_far: _SoFar) -> Move | None:
    """Help for somebody who has nothing to tell; not for somebody who has told something."""
    if so_far.has(MoveKind.WAY_OUT, MoveKind.PROBE, MoveKind.CHALLENGE):
        return None
    return talk.about_question(MoveKind.WAY_OUT)


def _for_more(talk: _Talk, assessment: Assessment, so_far: _SoFar) -> Move | None:
    """One probe into a plan or a reason; it names no element: the question's own probes serve."""
    if so_far.follow_ups:
        return None
    if assessment.words < THIN:
        return talk.about_question(MoveKind.PROBE)
    return _challenge(talk, assessment, so_far)


def _into_the_story(talk: _Talk, assessment: Assessment, so_far: _SoFar) -> Move | None:
    if element := _missing(assessment.elements, so_far.probed):
        return talk.about_question(MoveKind.PROBE, element=element)
    return _challenge(talk, assessment, so_far)


def _missing(elements: Mapping[Element, int], probed: set[Element]) -> Element | None:
    """The weakest part that is worth asking for and has not been asked for."""

    def lacks(element: Element) -> bool:
        score = elements.get(element, 0)
        return score == 0 or (score == 1 and element in _HINT_IS_TOO_LITTLE)

    lacking = [e for e in _WEIGHT if e not in probed and lacks(e)]
    return min(lacking, key=lambda e: elements.get(e, 0), default=None)


def _challenge(talk: _Talk, assessment: Assessment, so_far: _SoFar) -> Move | None:
    if not assessment.vague or so_far.has(MoveKind.CHALLENGE):
        return None
    return talk.about_question(MoveKind.CHALLENGE, about=assessment.vague)
