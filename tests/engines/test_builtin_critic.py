"""The built-in critic: the tagger's reading, the rubric's judgement, the coach's words."""

import pytest

from critique.answers import ANSWERS
from fakes import StepClock
from secondround.critique.star import Tagger
from secondround.domain.critique import Answer, Flag, Part, ResponseType
from secondround.domain.interview import QuestionKind
from secondround.engines.builtin_critic import BuiltInCritic
from secondround.materials.embed import MiniLM


@pytest.fixture(scope="module")
def critic():
    return BuiltInCritic(Tagger(MiniLM()), StepClock())


def test_a_strong_answer_is_left_alone(critic):
    critique = critic.judge(ANSWERS["strong"].answer)
    assert critique.response_type is ResponseType.STORY
    assert critique.band >= 4
    assert critique.good


def test_a_missing_result_is_asked_for(critic):
    critique = critic.judge(ANSWERS["no result"].answer)
    assert Flag.NO_RESULT in critique.flags
    assert critique.elements["R"].score == 0
    assert "[What came of it" in critique.stronger


@pytest.mark.parametrize("name", ["habit", "hypothetical", "opinion"])
def test_what_is_no_story_stays_low_where_a_story_was_asked(critic, name):
    critique = critic.judge(ANSWERS[name].answer)
    assert critique.response_type is ANSWERS[name].type
    assert critique.band <= 2


def test_a_plan_is_right_where_a_plan_was_asked(critic):
    critique = critic.judge(
        Answer(
            question="How would you handle two colleagues who have stopped speaking?",
            kind=QuestionKind.SITUATIONAL,
            parts=(
                Part(
                    turn=0,
                    text="What is at stake is the hand-over, because patients fall through when "
                    "two nurses do not talk. My aim would be that they can work one shift together "
                    "within a week. First I would ask each of them alone what happened, since "
                    "nobody is honest in front of the other. Then I would put them on one task "
                    "that neither can do alone, and stay near. If that failed I would involve the "
                    "ward manager. I would know it had worked if the hand-over sheet was complete "
                    "on three days running. I did much the same in 2022 with two porters, and "
                    "they have shared a locker since.",
                ),
            ),
        )
    )
    assert critique.band >= 3
    assert Flag.HYPOTHETICAL not in critique.flags
    assert set(critique.elements) == {"stakes", "goal", "steps", "check", "tie"}


def test_a_motive_is_judged_without_star(critic):
    critique = critic.judge(
        Answer(
            question="Why us?",
            kind=QuestionKind.MOTIVATION,
            parts=(Part(turn=0, text="I like places that publish their mistakes, as you do."),),
        )
    )
    assert set(critique.elements) == {"reason", "here", "proof"}


def test_it_says_that_it_is_the_built_in_coach(critic):
    made_by = critic.judge(ANSWERS["strong"].answer).made_by
    assert (made_by.engine, made_by.prompt) == ("built-in", None)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "blub gnarf xx yy zzq trrr",
        "Letztes Jahr im Mai ist in unserem Lager die Heizung ausgefallen und ich musste sie "
        "noch am selben Abend wieder in Gang bringen, bevor die Ware verdarb.",
    ],
)
def test_what_cannot_be_judged_is_not_assessed(critic, text):
    critique = critic.judge(
        Answer(question="Tell me about a time you failed.", parts=(Part(turn=0, text=text),))
    )
    assert critique.band is None
    assert critique.not_assessed.endswith(".")


def test_the_same_answer_gets_the_same_critique(critic):
    first, second = (critic.judge(ANSWERS["no task"].answer) for _ in range(2))
    assert first.model_copy(update={"made_at": None}) == second.model_copy(update={"made_at": None})
