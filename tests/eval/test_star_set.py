"""The critic on answers nobody taught it: what must fall falls, what must hold holds."""

import pytest
from eval.star import agreement, cases, contrast, raters
from eval.training import corpus
from eval.training.measures import true_band

from fakes import StepClock
from secondround.critique.star import Tagger
from secondround.domain.critique import Answer, Part
from secondround.engines.builtin_critic import BuiltInCritic
from secondround.materials.embed import MiniLM

EMBEDDER = MiniLM()
NEVER_UP = ("fluff", "injection", "situation_tripled")


@pytest.fixture(scope="module")
def judge():
    return BuiltInCritic(Tagger(EMBEDDER), StepClock()).judge


@pytest.fixture(scope="module")
def judged(judge):
    return contrast.judged(cases.pairs(), judge)


@pytest.fixture(scope="module")
def readings(judge):
    answers = [corpus.labelled(raters.agreed(each), EMBEDDER) for each in raters.read()]
    return [agreement.Reading(answer, judge(answer.answer)) for answer in answers]


def test_bands_agree_with_the_labels_of_three_readers(readings):
    true = [true_band(reading.labelled) for reading in readings]
    said = [reading.critique.band for reading in readings]
    assert None not in said
    assert agreement.qwk(agreement.labels(true), agreement.labels(said)) >= 0.75
    assert abs(agreement.bias(agreement.labels(true), agreement.labels(said))) <= 0.3


@pytest.mark.parametrize("element", "STAR")
def test_a_missing_element_is_noticed(readings, element):
    true = agreement.labels(r.labelled.scores[element] > 0 for r in readings)
    said = agreement.labels(r.critique.elements[element].score > 0 for r in readings)
    assert agreement.balanced(true, said) >= 0.8


def test_what_was_taken_away_falls_and_the_rest_holds(judged):
    fell = [fell for one in judged for fell in one.fell]
    held = [held for one in judged for held in one.held]
    assert sum(fell) / len(fell) >= 0.9
    assert sum(held) / len(held) >= 0.9


@pytest.mark.parametrize("change", NEVER_UP)
def test_what_adds_nothing_never_buys_a_band(judged, change):
    of = [one for one in judged if one.pair.change == change]
    assert of
    assert [one.pair.id for one in of if one.rose] == []


def test_hardly_a_bad_answer_passes_and_hardly_a_first_rate_one_fails(judge):
    assert len(contrast.above_2(cases.controls(), judge)) <= 1
    assert len(contrast.below_4(cases.gold(), judge)) <= 4


def test_every_quote_stands_in_its_answer(readings, judged):
    for reading in readings:
        assert contrast.misquoted(reading.labelled.answer, reading.critique) == 0
    for one in judged:
        assert contrast.misquoted(one.pair.changed, one.changed) == 0


def test_the_answers_are_by_nobody_who_taught_it():
    taught = {path.stem[0] for path in (corpus.FOLDER / "corpus").glob("*.jsonl")}
    asked = {row["id"][0] for row in cases.labelled()} | {one.id[0] for one in cases.gold()}
    assert not taught & asked


def test_a_pair_whose_target_rises_is_not_said_to_have_fallen(judge):
    base = cases.gold()[0]
    less = Answer(question=base.answer.question, parts=(Part(turn=0, text="I helped a bit."),))
    pair = cases.Pair("x", "turned about", base, less, ("R",), ("S",), "falls")
    there, back = judge(base.answer), judge(less)
    right = contrast.Judged(pair, there, back)
    wrong = contrast.Judged(pair, back, there)
    assert (right.fell, right.band_right, right.rose) == ([True], True, False)
    assert (wrong.fell, wrong.held, wrong.band_right, wrong.rose) == ([False], [False], False, True)
