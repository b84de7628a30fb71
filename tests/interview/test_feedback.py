"""Every attempt is judged once, whole, and no judgement is lost or made up."""

import pytest

from fakes import MemoryStore, PlainCritic, StepClock, Team
from scenes import DOSSIER, answers, passage, says, talk
from secondround.domain.interview import Act, Mode, MoveKind
from secondround.domain.materials import Kind, PersonaKind
from secondround.errors import EngineUnavailable, NotFound
from secondround.interview.feedback import Feedback


class Desk:
    """Feedback over a store that holds one interview."""

    def __init__(self, interview, problem=None):
        self.store, self.critic = MemoryStore(), PlainCritic(problem)
        self.store.save_dossier(DOSSIER)
        self.store.save_interview(interview)
        self.id, self.kinds = interview.id, []
        self.feedback = Feedback(self.store, Team(critic=self.critic), StepClock(), self.search)

    def search(self, dossier_id, query, k=5, kinds=()):
        self.kinds.append(tuple(kinds))
        return [passage("Led a team of six.", Kind.RESUME)]

    def judge_missing(self):
        return list(self.feedback.judge_missing(self.id))


@pytest.fixture
def practised():
    """Two attempts at the first question, the first of them with a follow-up, and a skipped one."""
    going = says(says(talk(mode=Mode.PRACTICE), MoveKind.GREET), MoveKind.ASK)
    going = answers(says(answers(going, "First."), MoveKind.PROBE), "More.")
    going = says(answers(going, "", Act.RETRY), MoveKind.REPEAT)
    going = answers(answers(going, "Second."), "", Act.NEXT)
    second = going.plan.questions[1].id
    return answers(says(going, MoveKind.ASK, question_id=second), "", Act.SKIP)


def test_every_attempt_is_judged_in_order_with_its_follow_ups(practised):
    desk = Desk(practised)
    critiques = desk.judge_missing()
    assert [(c.attempt, c.turns) for c in critiques] == [(1, (2, 4)), (2, (7,))]
    assert [answer.text for answer in desk.critic.judged] == ["First.\n\nMore.", "Second."]
    assert desk.store.critiques(desk.id) == tuple(critiques)
    assert all(critique.made_at for critique in critiques)


def test_what_is_judged_names_the_question_and_who_asked_it(practised):
    desk = Desk(practised)
    desk.judge_missing()
    [first, _] = desk.critic.judged
    question = practised.plan.questions[0]
    assert (first.question, first.kind, first.question_id) == (
        question.text,
        question.kind,
        question.id,
    )
    assert first.persona is PersonaKind.MANAGER


def test_the_facts_for_a_stronger_version_are_the_candidates_own(practised):
    desk = Desk(practised)
    desk.judge_missing()
    assert desk.kinds == [(Kind.RESUME, Kind.FIRST_INTERVIEW)] * 2
    assert desk.critic.judged[0].passages[0].text == "Led a team of six."


def test_what_has_been_judged_is_not_judged_again(practised):
    desk = Desk(practised)
    desk.judge_missing()
    assert desk.judge_missing() == []
    assert len(desk.critic.judged) == 2


def test_judging_that_was_broken_off_goes_on_where_it_stopped(practised):
    desk = Desk(practised)
    stream = desk.feedback.judge_missing(desk.id)
    first = next(stream)
    stream.close()
    [second] = desk.judge_missing()
    assert desk.store.critiques(desk.id) == (first, second)


def test_an_attempt_that_went_on_after_it_was_judged_is_judged_anew():
    going = answers(says(says(talk(), MoveKind.GREET), MoveKind.ASK), "First.")
    desk = Desk(going)
    desk.judge_missing()
    longer = answers(says(going, MoveKind.PROBE), "More.")
    desk.store.save_interview(longer, was=going.version)
    [critique] = desk.judge_missing()
    assert critique.turns == (2, 4)
    assert desk.store.critiques(desk.id) == (critique,)


def test_not_assessed_counts_as_judged_until_it_is_asked_for_again(practised):
    desk = Desk(practised, problem="The model did not answer in time.")
    assert [c.not_assessed for c in desk.judge_missing()] == [desk.critic.problem] * 2
    assert desk.judge_missing() == []
    desk.critic.problem = None
    again = desk.feedback.judge(desk.id, practised.plan.questions[0].id, 1)
    assert again.band == 3
    latest = desk.store.critiques(desk.id)
    assert [critique.band for critique in latest] == [3, None]


def test_an_answer_is_judged_without_the_materials_when_they_cannot_be_searched(practised):
    def fail(*args, **fields):
        raise EngineUnavailable("The embedding service cannot be reached.")

    desk = Desk(practised)
    feedback = Feedback(desk.store, Team(critic=desk.critic), StepClock(), fail)
    assert len(list(feedback.judge_missing(desk.id))) == 2
    assert desk.critic.judged[0].passages == ()


@pytest.mark.parametrize("attempt", [0, 3, -1])
def test_an_attempt_that_does_not_exist_is_named(practised, attempt):
    desk = Desk(practised)
    with pytest.raises(NotFound, match=f"attempt {attempt}"):
        desk.feedback.judge(desk.id, practised.plan.questions[0].id, attempt)
    with pytest.raises(NotFound):
        desk.feedback.judge(desk.id, "no-such-question", 1)
    with pytest.raises(NotFound):
        list(desk.feedback.judge_missing("no-such-interview"))


def test_an_interview_without_an_answer_has_nothing_to_judge():
    desk = Desk(answers(says(says(talk(), MoveKind.GREET), MoveKind.ASK), "", Act.NO_STORY))
    assert desk.judge_missing() == []
