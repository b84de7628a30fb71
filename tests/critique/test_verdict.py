"""Every critic concludes the same way: flags and band by code, words where none are given."""

import pytest

from critique.answers import ANSWERS, BUILT_IN, NOW
from secondround.critique import verdict
from secondround.domain.critique import Answer, Part
from secondround.domain.interview import QuestionKind


def concluded(name, **words):
    marked = ANSWERS[name]
    return verdict.conclude(
        marked.answer, marked.type, marked.elements, made_by=BUILT_IN, made_at=NOW, **words
    )


def test_a_critique_names_what_it_covers():
    critique = ANSWERS["strong, result only when asked"].judged()
    assert (critique.question_id, critique.attempt, critique.turns) == ("q1", 1, (0, 1))
    assert critique.kind is QuestionKind.BEHAVIOURAL
    assert (critique.made_by, critique.made_at) == (BUILT_IN, NOW)


def test_words_that_are_given_are_kept_and_the_rest_is_filled_in():
    critique = concluded("no result", fix="Say how it ended.")
    assert critique.fix == "Say how it ended."
    assert critique.good
    assert critique.stronger


def test_given_words_do_not_move_the_band():
    plain, praised = concluded("no result"), concluded("no result", good="Superb, a clear five!")
    assert plain.band == praised.band == 2


@pytest.mark.parametrize("name", [name for name, marked in ANSWERS.items() if not marked.also])
def test_without_units_the_band_is_the_same(name):
    assert concluded(name).band == ANSWERS[name].judged().band


def test_not_assessed_has_a_reason_and_no_judgement():
    answer = Answer(question="Why?", question_id="q7", attempt=2, parts=(Part(turn=4, text="…"),))
    critique = verdict.not_assessed(answer, "No words were heard.", made_by=BUILT_IN, made_at=NOW)
    assert critique.not_assessed == "No words were heard."
    assert critique.band is None
    assert critique.elements == {}
    assert (critique.question_id, critique.attempt, critique.turns) == ("q7", 2, (4,))
