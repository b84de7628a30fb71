"""A model that cannot be set up does not stop the product: it says why when it is needed."""

import pytest

from fakes import StepClock
from scenes import ANSWER, scene, talk
from secondround.domain.critique import Answer, Part
from secondround.domain.interview import MoveKind
from secondround.engines.switch import Switch
from secondround.errors import EngineUnavailable
from secondround.settings import Settings


@pytest.fixture
def switch():
    return Switch(Settings(model="openai:gpt-5.4-mini"), tagger=None, clock=StepClock())


def test_the_product_starts_without_the_models_key(switch):
    switch.warm()
    assert switch.name == "openai:gpt-5.4-mini"


def test_a_line_says_why_there_is_no_model(switch):
    with pytest.raises(EngineUnavailable, match="OpenAI needs a key"):
        switch.interviewer.say(scene(talk(), MoveKind.GREET))


def test_a_judgement_says_why_there_is_none(switch):
    critique = switch.critic.judge(Answer(question="What?", parts=(Part(turn=1, text=ANSWER),)))
    assert critique.not_assessed.startswith("OpenAI needs a key.")
    assert critique.band is None
