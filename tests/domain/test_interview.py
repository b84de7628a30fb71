"""An interview only grows, and says by itself where it stands."""

from datetime import UTC, datetime, timedelta

import pytest

from secondround.domain.interview import (
    Act,
    Interview,
    Mode,
    Move,
    MoveKind,
    Persona,
    Phase,
    Plan,
    PlannedQuestion,
    QuestionKind,
)
from secondround.domain.materials import PersonaKind

START = datetime(2026, 3, 2, 10, 0, tzinfo=UTC)


def persona(name):
    return Persona(
        id=name, kind=PersonaKind.TEAMMATE, name=name.title(), cares_about=(), manner="plain"
    )


def question(name):
    return PlannedQuestion(
        id=name, text=f"{name}?", kind=QuestionKind.BEHAVIOURAL, competency="quality"
    )


@pytest.fixture
def talk():
    plans = tuple(
        Plan(persona=persona(name), questions=(question(f"{name}-1"), question(f"{name}-2")))
        for name in ("ana", "ben")
    )
    return Interview(id="i", dossier_id="d", mode=Mode.REALISTIC, plans=plans, started_at=START)


def says(talk, kind, minutes=0, question_id=None):
    return talk.said(
        at=START + timedelta(minutes=minutes),
        by_candidate=False,
        text=kind,
        question_id=question_id,
        move=Move(kind=kind, persona_id=talk.plan.persona.id),
    )


def answers(talk, text, minutes=0, question_id=None, act=Act.ANSWER):
    at = START + timedelta(minutes=minutes)
    return talk.said(at=at, by_candidate=True, text=text, question_id=question_id, act=act)


def test_growing_leaves_the_earlier_interview_as_it_was(talk):
    longer = says(talk, MoveKind.GREET)
    assert (talk.version, longer.version) == (0, 1)
    assert talk.turns == ()


def test_it_reads_back_from_json_as_it_was(talk):
    talk = answers(says(talk, MoveKind.ASK, question_id="ana-1"), "I did.", question_id="ana-1")
    assert Interview.model_validate_json(talk.model_dump_json()) == talk


def test_the_candidate_is_up_after_a_question_but_not_after_a_greeting(talk):
    talk = says(talk, MoveKind.GREET)
    assert not talk.candidates_turn
    assert says(talk, MoveKind.ASK).candidates_turn


def test_closing_hands_over_to_the_next_persona_and_then_ends(talk):
    talk = says(talk, MoveKind.CLOSE)
    assert (talk.plan.persona.id, talk.phase) == ("ben", Phase.QUESTIONS)
    assert says(talk, MoveKind.CLOSE).phase is Phase.DONE


def test_inviting_questions_concerns_only_the_persona_who_invited(talk):
    talk = says(talk, MoveKind.INVITE_QUESTIONS)
    assert talk.phase is Phase.QUESTIONS_BACK
    assert says(talk, MoveKind.CLOSE).phase is Phase.QUESTIONS


def test_ending_early_is_done_once_the_persona_has_closed(talk):
    talk = answers(talk, "", act=Act.END)
    assert talk.phase is Phase.QUESTIONS
    assert says(talk, MoveKind.CLOSE).phase is Phase.DONE


def test_ending_early_in_a_later_talk_waits_for_that_persona_to_close(talk):
    talk = answers(says(talk, MoveKind.CLOSE), "", act=Act.END)
    assert talk.phase is Phase.QUESTIONS
    assert says(talk, MoveKind.CLOSE).phase is Phase.DONE


def test_a_retry_starts_a_new_attempt_and_follow_ups_belong_to_theirs(talk):
    for text in ("first", "more"):
        talk = answers(talk, text, question_id="ana-1")
    talk = answers(talk, "", question_id="ana-1", act=Act.RETRY)
    talk = answers(talk, "second", question_id="ana-1")
    told = [[turn.text for turn in attempt] for attempt in talk.attempts("ana-1")]
    assert told == [["first", "more"], ["second"]]
    assert talk.answered() == ("ana-1",)


def test_a_pause_stops_the_clock(talk):
    talk = says(talk, MoveKind.ASK)
    talk = talk.paused(START + timedelta(minutes=1)).resumed(START + timedelta(minutes=6))
    assert talk.elapsed(START + timedelta(minutes=7)) == timedelta(minutes=2)


def test_a_pause_that_goes_on_stops_the_clock_too(talk):
    talk = says(talk, MoveKind.ASK).paused(START + timedelta(minutes=1))
    assert talk.on_pause
    assert talk.elapsed(START + timedelta(minutes=9)) == timedelta(minutes=1)


def test_a_laptop_closed_for_hours_costs_no_interview_time(talk):
    talk = answers(says(talk, MoveKind.ASK), "back again", minutes=300)
    assert talk.elapsed(START + timedelta(minutes=301)) <= timedelta(minutes=11)


def test_time_is_counted_for_each_persona(talk):
    talk = says(says(talk, MoveKind.ASK), MoveKind.CLOSE, minutes=4)
    talk = says(talk, MoveKind.ASK, minutes=5)
    now = START + timedelta(minutes=7)
    assert talk.elapsed(now, "ana") == timedelta(minutes=4)
    assert talk.elapsed(now, "ben") == timedelta(minutes=2)


def test_pausing_twice_or_resuming_unpaused_changes_nothing(talk):
    once = talk.paused(START)
    assert once.paused(START + timedelta(minutes=1)) is once
    assert talk.resumed(START) is talk
