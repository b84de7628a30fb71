"""The debrief counts what was judged, says what was not, and sets the two ratings side by side."""

import pytest

from fakes import START
from interview.test_patterns import judged
from scenes import ANSWER, answers, says, talk
from secondround.domain.critique import Critique
from secondround.domain.debrief import SelfRating, Standing
from secondround.domain.interview import Act, Mode, MoveKind, Provenance
from secondround.domain.materials import Brief, PersonaKind
from secondround.interview.debrief import debrief

BRIEF = Brief(dossier_id="d")


def held(*bands, again=None):
    """An interview with an answer for each band, its critiques; None is *not assessed*."""
    interview = talk(PersonaKind.MANAGER, questions=6, mode=Mode.PRACTICE)
    critiques = []
    for question, band in zip(interview.plan.questions, bands, strict=False):
        interview = says(interview, MoveKind.ASK, question_id=question.id)
        interview = answers(interview, ANSWER)
        critiques.append(critique(interview, question, band))
    if again is not None:
        last = interview.plan.questions[len(bands) - 1]
        interview = answers(answers(interview, "", Act.RETRY), ANSWER)
        critiques.append(critique(interview, last, again, attempt=2))
    return interview, critiques


def critique(interview, question, band, attempt=1, **scores):
    turn = interview.turns[-1].index
    whole = judged(0, kind=question.kind, turns=(turn,), **scores).model_copy(
        update={
            "question_id": question.id,
            "attempt": attempt,
            "band": band,
            "fix": f"Mend {turn}.",
        }
    )
    if band:
        return whole
    return Critique(
        **whole.model_dump(include={"question_id", "attempt", "turns", "kind"}),
        not_assessed="The model did not answer in time.",
        made_by=Provenance(engine="model"),
    )


def rating(interview, number, band, attempt=1):
    return SelfRating(
        interview_id=interview.id,
        question_id=interview.plan.questions[number].id,
        attempt=attempt,
        band=band,
        made_at=START,
    )


def summed_up(interview, critiques, ratings=()):
    return debrief(interview, critiques, BRIEF, ratings)


def numbers(interview, ids):
    known = [question.id for question in interview.plan.questions]
    return [known.index(id) for id in ids]


def test_what_is_not_assessed_is_said_and_counts_nowhere():
    interview, critiques = held(3, None, 4)
    found = summed_up(interview, critiques[:2])
    assert numbers(interview, found.answered) == [0, 1, 2]
    assert found.assessed == 1
    assert numbers(interview, found.not_assessed) == [1, 2]
    assert numbers(interview, [each.question_id for each in found.redo]) == [0]
    assert found.patterns == ()


def test_of_an_answer_given_twice_the_latest_counts():
    interview, critiques = held(3, 1, again=5)
    found = summed_up(interview, critiques)
    assert found.assessed == 2
    assert numbers(interview, [each.question_id for each in found.redo]) == [0]


def test_an_answer_that_went_on_after_its_critique_is_not_judged_yet():
    interview, critiques = held(3)
    longer = answers(says(interview, MoveKind.PROBE), "And nobody fell ill.")
    assert summed_up(longer, critiques).assessed == 0


def test_the_two_lowest_answers_are_to_be_said_again_with_their_fix():
    interview, critiques = held(4, 2, 5, 1)
    found = summed_up(interview, critiques)
    assert numbers(interview, [each.question_id for each in found.redo]) == [3, 1]
    assert [each.reason for each in found.redo] == [critiques[3].fix, critiques[1].fix]
    assert [each.band for each in found.redo] == [1, 2]


def test_of_two_alike_the_one_that_lacks_less_comes_first():
    interview, critiques = held(2, 2)
    thin, nearly = interview.plan.questions[:2]
    critiques[0] = critiques[0].model_copy(update={"elements": judged(0, S=0, R=0).elements})
    critiques[1] = critiques[1].model_copy(update={"elements": judged(0, R=0).elements})
    found = summed_up(interview, critiques)
    assert [each.question_id for each in found.redo] == [nearly.id, thin.id]


def test_an_answer_that_needs_nothing_is_left_alone():
    assert summed_up(*held(5, 5)).redo == ()


def test_each_planned_competency_is_shown_partly_not_or_was_not_asked():
    interview, critiques = held(4, 3, 2, None)
    planned = interview.plan.questions
    skipped = says(interview, MoveKind.ASK, question_id=planned[4].id)
    skipped = answers(skipped, "", Act.SKIP)
    own = [
        question.model_copy(update={"competency": f"c{i}"}) for i, question in enumerate(planned)
    ]
    plans = (interview.plan.model_copy(update={"questions": tuple(own)}),)
    found = summed_up(skipped.model_copy(update={"plans": plans}), critiques)
    assert [each.standing for each in found.competencies] == [
        Standing.SHOWN,
        Standing.PARTLY,
        Standing.NOT_SHOWN,
        Standing.NOT_JUDGED,
        Standing.NOT_SHOWN,
        Standing.NOT_ASKED,
    ]
    assert [each.competency for each in found.competencies] == [f"c{i}" for i in range(6)]


def test_of_two_questions_on_a_competency_the_better_answer_counts():
    interview, critiques = held(2, 4)
    planned = interview.plan.questions
    own = [question.model_copy(update={"competency": "one"}) for question in planned]
    plans = (interview.plan.model_copy(update={"questions": tuple(own)}),)
    [found] = summed_up(interview.model_copy(update={"plans": plans}), critiques).competencies
    assert found.standing is Standing.SHOWN
    assert numbers(interview, found.questions) == [0, 1]


def test_a_rating_stands_beside_the_judgement_of_the_same_attempt():
    interview, critiques = held(3, None, 2, again=4)
    own = [(0, 4, 1), (1, 3, 1), (2, 2, 1), (2, 5, 2)]
    ratings = [rating(interview, number, band, attempt) for number, band, attempt in reversed(own)]
    found = summed_up(interview, critiques, ratings).ratings
    assert [(each.own, each.judged, each.difference) for each in found] == [
        (4, 3, 1),
        (3, None, None),
        (2, 2, 0),
        (5, 4, 1),
    ]


@pytest.mark.parametrize(
    ("own", "says"),
    [
        ((), ""),
        ((5,), ""),
        ((5, 4), "You rated yourself 1.5 bands higher than the coach on average over two answers."),
        ((4, 4), "You rated yourself 1 band higher than the coach on average over two answers."),
        ((1, 3), "You rated yourself 1 band lower than the coach on average over two answers."),
        ((4, 2, 3), "You rated yourself as the coach did, on average over three answers."),
    ],
)
def test_one_sentence_says_how_the_two_compare(own, says):
    interview, critiques = held(3, 3, 3)
    ratings = [rating(interview, number, band) for number, band in enumerate(own)]
    assert summed_up(interview, critiques, ratings).ratings_say == says


def test_the_sentence_on_ratings_counts_the_latest_attempt_of_each_answer():
    interview, critiques = held(3, 1, again=4)
    ratings = [rating(interview, 0, 4), rating(interview, 1, 5), rating(interview, 1, 5, 2)]
    found = summed_up(interview, critiques, ratings)
    assert len(found.ratings) == 3
    assert found.ratings_say == (
        "You rated yourself 1 band higher than the coach on average over two answers."
    )
    assert summed_up(interview, critiques, ratings[:2]).ratings_say == ""


def test_a_rating_has_no_judgement_beside_it_where_the_answer_went_on():
    interview, critiques = held(3)
    longer = answers(says(interview, MoveKind.PROBE), "And nobody fell ill.")
    [found] = summed_up(longer, critiques, [rating(interview, 0, 4)]).ratings
    assert (found.judged, found.difference) == (None, None)


def test_an_interview_that_has_not_begun_amounts_to_nothing():
    interview = talk()
    found = summed_up(interview, [])
    assert not found.over
    assert (found.answered, found.assessed, found.patterns, found.redo) == ((), 0, (), ())
    assert {each.standing for each in found.competencies} == {Standing.NOT_ASKED}
