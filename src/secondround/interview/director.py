"""Decides what the interviewer does next: a pure function of the interview, the reading, the clock.

An answer is followed up as often as the persona does that, twice as a rule:

it contradicts what stands elsewhere  the question which of the two holds, once
no answer, or no story to tell        a way out, once; three such in a row end the questions
no story where one was asked for      the question again, once
a story without one of its parts      a probe for the weakest part; never two for the same one
a vague claim                         a challenge, once
a thin plan or reason                 one probe for more

An answer longer than the persona's patience is interrupted, and gets one follow-up at most; none
when the time is up. In practice mode the interviewer then waits for `retry` or `next`. No question
is begun in the last two minutes: they are for what the candidate wants to ask.

In a panel, each has one question about what a colleague was told. In one room they ask in turns,
the first of them opens, invites questions and closes, and whoever is named replies.
"""

import re
from datetime import datetime, timedelta

from secondround.domain.critique import Assessment
from secondround.domain.debrief import Contradiction
from secondround.domain.interview import (
    Act,
    Interview,
    Mode,
    Move,
    MoveKind,
    Persona,
    Phase,
)
from secondround.domain.materials import PersonaKind
from secondround.interview.follow_up import THIN, follow_up, way_out
from secondround.interview.talk import Talk

STUCK = 3
"""Questions in a row without an answer, after which no more are asked."""
REPLIES = 6
"""Questions of the candidate that are taken."""
REPLIES_IN_ANY_CASE = 2
"""Questions of the candidate that are taken even when the time is up."""
RESERVE = timedelta(minutes=2)
"""Time kept for the candidate's questions."""


def next_move(
    interview: Interview,
    assessment: Assessment | None,
    now: datetime,
    contradiction: Contradiction | None = None,
) -> Move | None:
    """The interviewer's next move.

    `assessment` reads the attempt under way, where the last turn is an answer, and `contradiction`
    is what that answer contradicts; without them there is no follow-up. None: it is the candidate's
    turn, or practice mode waits for `retry` or `next`, or the interview is over or on pause.
    """
    if interview.phase is Phase.DONE or interview.on_pause or interview.candidates_turn:
        return None
    talk = Talk(interview, now)
    if talk.last and talk.last.act is Act.END:
        return talk.move(MoveKind.CLOSE)
    if persona := talk.to_greet():
        return talk.move(MoveKind.GREET, persona_id=persona.id)
    if interview.phase is Phase.QUESTIONS_BACK:
        return _answer_their_question(talk)
    return _after(talk, assessment, contradiction)


def _answer_their_question(talk: Talk) -> Move:
    last, replies = talk.last, talk.count(MoveKind.REPLY)
    in_time = replies < REPLIES_IN_ANY_CASE or talk.left > timedelta()
    if last and last.act is Act.QUESTION and replies < REPLIES and in_time:
        who = _addressed(talk, last.text)
        return talk.move(
            MoveKind.REPLY, persona_id=who.id, about=last.text, asks_back=_may_ask_back(talk, who)
        )
    if last and last.act is Act.ANSWER and replies < REPLIES and in_time:
        return talk.move(MoveKind.INVITE_QUESTIONS)
    return talk.move(MoveKind.CLOSE, persona_id=talk.host.id)


def _addressed(talk: Talk, question: str) -> Persona:
    """Who is asked, by name; else whoever spoke last."""
    there = talk.interview.plans if talk.interview.together else ()
    named = [p.persona for p in there if re.search(rf"\b{re.escape(_name(p.persona))}\b", question)]
    return named[0] if named else talk.persona


def _name(persona: Persona) -> str:
    return persona.name.split()[0] if persona.name.split()[0] not in ("A", "The") else persona.name


def _may_ask_back(talk: Talk, persona: Persona) -> bool:
    """Once, and not while there is little time."""
    replies = [m for m in talk.moves if m.kind is MoveKind.REPLY and m.persona_id == persona.id]
    return len(replies) == 1 and talk.left > RESERVE


def _after(
    talk: Talk, assessment: Assessment | None, contradiction: Contradiction | None
) -> Move | None:
    """The move that follows the last turn while questions are asked."""
    act = talk.last.act if talk.last else None
    if act is Act.REPEAT:  # a probe is repeated as a probe
        last = talk.moves[-1]
        return talk.move(MoveKind.REPEAT, question_id=last.question_id, element=last.element)
    if talk.moves[-1].question_id is None:  # what was asked about is pay, if anything
        return _go_on(talk)
    if act is Act.RETRY:
        return talk.about_question(MoveKind.REPEAT)
    if act is Act.NO_STORY:
        return way_out(talk) or _go_on(talk)
    if act is Act.ANSWER:
        return _after_answer(talk, assessment, contradiction)
    return _go_on(talk)


def _after_answer(
    talk: Talk, assessment: Assessment | None, contradiction: Contradiction | None
) -> Move | None:
    following = follow_up(talk, assessment, contradiction)
    if following is None and talk.interview.mode is Mode.PRACTICE:
        return None
    move = following or _go_on(talk)
    went_on = talk.last is not None and len(talk.last.text.split()) > talk.persona.patience
    return move.model_copy(update={"interrupts": went_on})


def _go_on(talk: Talk) -> Move:
    """The next question, pay where it is wanted, or the candidate's own."""
    in_time = not talk.asked or talk.left > RESERVE
    if in_time and not _stuck(talk) and (following := talk.next_question()):
        persona, question = following
        return talk.move(
            MoveKind.ASK,
            persona_id=persona.id,
            question_id=question.id,
            question=None if talk.is_planned(question) else question,
        )
    if payer := _raises_pay(talk):
        return talk.move(MoveKind.RAISE_PAY, persona_id=payer.id)
    return talk.move(MoveKind.INVITE_QUESTIONS, persona_id=talk.host.id)


def _raises_pay(talk: Talk) -> Persona | None:
    """Who asks about pay now: the first who would decide on it, once in an interview."""
    interview = talk.interview
    kinds = [turn.move.kind for turn in interview.turns if turn.move]
    if not interview.raises_pay or MoveKind.RAISE_PAY in kinds:
        return None
    personas = [plan.persona for plan in interview.plans]
    deciding = [p for p in personas if p.kind is not PersonaKind.TEAMMATE] or personas[-1:]
    there = interview.together or talk.persona == deciding[0]
    return deciding[0] if there else None


def _stuck(talk: Talk) -> bool:
    """Whether the last questions came to nothing, each in spite of a way out."""
    latest = talk.asked[-STUCK:]
    return len(latest) == STUCK and all(_came_to_nothing(talk, id) for id in latest)


def _came_to_nothing(talk: Talk, question_id: str) -> bool:
    kinds = [m.kind for m in talk.moves if m.question_id == question_id]
    told_after = {MoveKind.PROBE, MoveKind.CHALLENGE, MoveKind.REASK} & set(kinds)
    return MoveKind.WAY_OUT in kinds and not told_after and _ended_without_story(talk, question_id)


def _ended_without_story(talk: Talk, question_id: str) -> bool:
    """Whether the reply to the way out was as short as the answers that led to it."""
    replies = [t for t in talk.turns if t.by_candidate and t.question_id == question_id]
    return not replies or len(replies[-1].text.split()) < THIN
