"""The rubric in code: scores need quotes, bands follow from scores, caps hold."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondround.critique.rubric import LADDERS, Criterion, asked_for, band, criteria, score
from secondround.domain.critique import ElementScore, Evidence, Flag, ResponseType
from secondround.domain.interview import QuestionKind

STORY, PLAN, MOTIVE = QuestionKind.BEHAVIOURAL, QuestionKind.SITUATIONAL, QuestionKind.MOTIVATION
QUOTES = [Evidence(start=i, end=i + 1, quote=str(i)) for i in range(4)]

kinds = st.sampled_from(list(QuestionKind))
types = st.sampled_from(list(ResponseType))
quotes = st.lists(st.sampled_from(QUOTES), min_size=1, max_size=3)


def elements(*points, kind=STORY):
    return {
        name: ElementScore(score=n, evidence=QUOTES[:1] if n else ())
        for name, n in zip(LADDERS[kind], points, strict=True)
    }


@st.composite
def points(draw, kind):
    return [draw(st.integers(0, 3)) for _ in LADDERS[kind]]


@given(st.data(), kinds, types)
def test_one_more_point_never_lowers_the_band(data, kind, response_type):
    lower = data.draw(points(kind))
    higher = [min(3, n + data.draw(st.integers(0, 1))) for n in lower]
    before = band(elements(*lower, kind=kind), response_type, kind)
    after = band(elements(*higher, kind=kind), response_type, kind)
    assert 1 <= before <= after <= 5


@given(st.data(), kinds)
def test_one_more_quote_never_lowers_a_score_and_every_point_has_a_quote(data, kind):
    some = data.draw(st.dictionaries(st.sampled_from(criteria(kind)), quotes))
    more = some | data.draw(st.dictionaries(st.sampled_from(criteria(kind)), quotes))
    more = {c: [*some.get(c, []), *found] for c, found in more.items()}
    for name, before in score(some, kind).items():
        after = score(more, kind)[name]
        assert after.score >= before.score
        assert bool(after.score) is bool(after.evidence)


@pytest.mark.parametrize("kind", list(QuestionKind))
def test_without_quotes_every_element_is_absent(kind):
    assert [e.score for e in score({}, kind).values()] == [0] * len(LADDERS[kind])


@pytest.mark.parametrize("kind", list(QuestionKind))
def test_each_criterion_belongs_to_one_element(kind):
    named = criteria(kind)
    assert len(named) == len(set(named))
    assert all(criterion.text for criterion in named)


def test_a_hint_gives_one_the_core_two_and_the_extras_three():
    found = {Criterion.R_ASSERTED: QUOTES[:1]}
    assert score(found, STORY)["R"].score == 1
    found[Criterion.R_OUTCOME] = QUOTES[1:2]
    assert score(found, STORY)["R"].score == 2
    found[Criterion.R_CHECKED] = QUOTES[2:3]
    assert score(found, STORY)["R"].score == 3


def test_a_situation_needs_a_name_and_a_difficulty_for_full_marks():
    found = {Criterion.S_EVENT: QUOTES[:1], Criterion.S_DETAIL: QUOTES[1:2]}
    assert score(found, STORY)["S"].score == 2
    assert score(found | {Criterion.S_HARD: QUOTES[:1]}, STORY)["S"].score == 3


def test_a_mere_assertion_is_no_evidence_once_there_is_an_outcome():
    found = {Criterion.R_ASSERTED: QUOTES[:1], Criterion.R_OUTCOME: QUOTES[1:2]}
    assert score(found, STORY)["R"].evidence == (QUOTES[1],)


def test_a_plan_needs_two_steps():
    assert score({Criterion.STEPS_SAID: QUOTES[:1]}, PLAN)["steps"].score == 1
    assert score({Criterion.STEPS_SAID: QUOTES[:1] * 2}, PLAN)["steps"].score == 1
    assert score({Criterion.STEPS_SAID: QUOTES[:2]}, PLAN)["steps"].score == 2


@pytest.mark.parametrize(
    ("scores", "expected"),
    [
        ((1, 0, 1, 1), 1),
        ((1, 1, 1, 1), 2),
        ((2, 1, 2, 2), 2),
        ((2, 2, 2, 2), 3),
        ((2, 2, 3, 3), 3),
        ((2, 3, 3, 3), 4),
        ((3, 3, 3, 3), 5),
        ((3, 3, 3, 0), 3),
        ((3, 3, 0, 3), 2),
        ((0, 0, 0, 0), 1),
    ],
)
def test_the_band_of_a_story_follows_from_its_total_and_its_caps(scores, expected):
    assert band(elements(*scores), ResponseType.STORY) == expected


@pytest.mark.parametrize("kind", ["habit", "hypothetical", "opinion"])
def test_what_is_no_story_stays_at_two_where_a_story_was_asked(kind):
    assert band(elements(3, 3, 3, 3), ResponseType(kind)) == 2


def test_no_answer_is_band_one():
    assert band(elements(3, 3, 3, 3), ResponseType.NONE) == 1


def test_an_answer_to_another_question_stays_at_two():
    assert band(elements(3, 3, 3, 3), ResponseType.STORY, STORY, [Flag.OFF_QUESTION]) == 2


@pytest.mark.parametrize(
    ("scores", "expected"),
    [
        ((3, 3, 3, 3, 1), 5),
        ((3, 3, 3, 3, 0), 4),
        ((3, 3, 3, 0, 3), 3),
        ((3, 3, 1, 3, 3), 2),
        ((1, 1, 1, 0, 0), 1),
    ],
)
def test_a_plan_is_judged_as_a_plan(scores, expected):
    assert band(elements(*scores, kind=PLAN), ResponseType.HYPOTHETICAL, PLAN) == expected


@pytest.mark.parametrize(
    ("scores", "expected"),
    [
        ((3, 3, 3), 5),
        ((3, 3, 2), 4),
        ((2, 2, 2), 3),
        ((1, 3, 3), 2),
        ((3, 3, 0), 3),
        ((1, 1, 0), 1),
    ],
)
def test_a_motive_needs_a_reason_of_ones_own_and_some_proof(scores, expected):
    assert band(elements(*scores, kind=MOTIVE), ResponseType.OPINION, MOTIVE) == expected


def test_what_is_true_of_this_place_counts_only_where_they_asked_about_it():
    told = elements(3, 0, 3, kind=MOTIVE)
    assert set(asked_for(told, "Why us, and not the others?")) == {"reason", "here", "proof"}
    elsewhere = asked_for(told, "What sort of day sends you off in a good mood?")
    assert set(elsewhere) == {"reason", "proof"}
    assert band(elsewhere, ResponseType.OPINION, MOTIVE) == 5
