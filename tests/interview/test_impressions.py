"""What each person of a panel makes of the same answers follows from what weighs for them."""

from interview.test_debrief import critique
from scenes import ANSWER, answers, says, talk
from secondround.domain.interview import MoveKind
from secondround.domain.materials import PersonaKind
from secondround.interview.impressions import impressions

PANEL = (PersonaKind.TEAMMATE, PersonaKind.EXECUTIVE)
NONE = ({}, {})


def held(*bands, kinds=PANEL, weights=NONE):
    """A panel in which the first asks all, with an answer for each band, and its critiques."""
    interview = talk(*kinds, questions=60)
    plans = [
        plan.model_copy(update={"persona": weighing(plan.persona, weighs)})
        for plan, weighs in zip(interview.plans, weights, strict=False)
    ]
    interview = interview.model_copy(update={"plans": tuple(plans)})
    critiques = []
    for question, band in zip(asked(interview), bands, strict=False):
        interview = answers(says(interview, MoveKind.ASK, question_id=question.id), ANSWER)
        critiques.append(critique(interview, question, band))
    return interview, critiques


def weighing(persona, weights):
    return type(persona).model_validate({**persona.model_dump(), "cares_about": weights})


def asked(interview):
    """Questions of the first plan, each on another competency."""
    return {q.competency: q for q in interview.plan.questions}.values()


def competencies(count):
    interview = talk(*PANEL, questions=60)
    return [question.competency for question in asked(interview)][:count]


def test_the_same_answers_look_different_to_those_who_weigh_other_things():
    first, second, *_ = names = competencies(3)
    assert len(names) == 3, names
    interview, critiques = held(5, 1, 3, weights=({first: 1.0}, {second: 1.0}))
    one, other = impressions(interview, critiques)
    assert one.mean > 4
    assert other.mean < 2
    ids = [question.id for question in asked(interview)]
    assert (one.helped, other.hurt) == (ids[0], ids[1])


def test_where_all_answers_are_alike_so_are_the_impressions():
    interview, critiques = held(3, 3, 3)
    assert [(i.mean, i.helped, i.hurt) for i in impressions(interview, critiques)] == [
        (3.0, None, None)
    ] * 2


def test_one_person_and_few_answers_give_no_impression():
    assert impressions(*held(5, 1)) == ()
    assert impressions(*held(5, 1, 3, kinds=PANEL[:1])) == ()
    assert impressions(*held(5, 1, None)) == ()
