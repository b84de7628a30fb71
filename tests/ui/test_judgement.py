"""The marks on a page are the candidate's words: nothing is lost, doubled or moved."""

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fakes import START
from scenes import ANSWER, talk
from secondround.domain.critique import (
    Critique,
    ElementScore,
    Evidence,
    ResponseType,
    Role,
    Unit,
)
from secondround.domain.interview import Act, Provenance
from secondround.domain.materials import PersonaKind
from secondround.ui.judgement import judged_questions

BUILT_IN = Provenance(engine="built-in")


@pytest.fixture(scope="module")
def answered():
    begun = talk(PersonaKind.MANAGER)
    question = begun.plan.questions[0].id
    return begun.said(
        at=START + timedelta(minutes=1),
        by_candidate=True,
        text=ANSWER,
        question_id=question,
        act=Act.ANSWER,
    )


def critique(answered, units=(), elements=None, **fields):
    values = {"response_type": ResponseType.STORY, "band": 3} | fields
    return Critique(
        question_id=answered.answered()[0],
        turns=(0,),
        units=units,
        elements=elements or {},
        made_by=BUILT_IN,
        **values,
    )


def evidence(start, end):
    return Evidence(turn=0, start=start, end=end, quote=ANSWER[start:end])


def shown(answered, *critiques):
    [question] = judged_questions(answered, critiques)
    return question.views


def test_an_element_says_where_its_score_is_less_sure(answered):
    told = ElementScore(score=3, evidence=(evidence(0, 4),))
    elements = {"S": told, "R": told}
    [view] = shown(answered, critique(answered, elements=elements, unsure={"R": 0}))
    assert [element.doubt for element in view.elements] == [
        "", "less sure: the built-in coach finds it missing",
    ]  # fmt: skip


spans = st.lists(
    st.tuples(st.integers(0, len(ANSWER)), st.integers(0, len(ANSWER))).map(sorted), max_size=6
)


@given(spans)
def test_however_the_evidence_lies_the_pieces_join_to_the_answer(answered, spans):
    quotes = tuple(evidence(start, end) for start, end in spans if end > start)
    elements = {"S": ElementScore(score=1 if quotes else 0, evidence=quotes)}
    [view] = shown(answered, critique(answered, elements=elements))
    [part] = view.parts
    assert "".join(piece.text for piece in part) == ANSWER


def test_units_of_an_element_that_does_not_count_are_not_marked(answered):
    units = (Unit(start=0, end=20, role=Role.S), Unit(start=20, end=40, role=Role.R))
    elements = {
        "S": ElementScore(score=2, evidence=(evidence(0, 20),)),
        "R": ElementScore(score=0),
    }
    [view] = shown(answered, critique(answered, units, elements))
    marked = [(piece.text, piece.short) for piece in view.parts[0] if piece.mark]
    assert marked == [(ANSWER[:20], "S")]


def test_what_was_not_assessed_has_a_reason_and_no_number(answered):
    lacking = critique(answered, not_assessed="It is not English.", response_type=None, band=None)
    [view] = shown(answered, lacking)
    assert (view.not_assessed, view.band) == ("It is not English.", None)


def test_attempts_stand_side_by_side_with_their_numbers(answered):
    first, second = critique(answered), critique(answered, attempt=2)
    assert [(v.attempt, v.attempts) for v in shown(answered, first, second)] == [(1, 2), (2, 2)]


def test_gaps_of_the_stronger_version_are_told_apart(answered):
    [view] = shown(answered, critique(answered, stronger="I rang. [what came of it]"))
    assert [(p.text, p.gap) for p in view.stronger[0]] == [
        ("I rang. ", False),
        ("[what came of it]", True),
    ]
