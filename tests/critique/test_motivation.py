"""A motive needs a reason of one's own, something true of this place, and something really done."""

import pytest

from critique.answers import BUILT_IN, NOW
from secondround.critique import motivation, rubric, verdict
from secondround.domain.critique import Answer, Part, ResponseType
from secondround.domain.interview import QuestionKind
from secondround.domain.materials import Kind, Passage

CRATES = "Since June 2026 everything has come in returnable crates; 86% of them come back."
WHY = "Why us, and not one of the others in our field?"


def passage(text, kind=Kind.COMPANY):
    return Passage(
        id=f"d:0-{len(text)}",
        document_id="d",
        document="research",
        kind=kind,
        start=0,
        end=len(text),
        text=text,
    )


RESEARCH = (passage(CRATES),)


def judged(text, *, question=WHY, passages=RESEARCH):
    answer = Answer(
        question=question,
        kind=QuestionKind.MOTIVATION,
        parts=(Part(turn=3, text=text),),
        passages=passages,
    )
    return verdict.conclude(
        answer,
        motivation.response_type(answer),
        rubric.score(motivation.found(answer), QuestionKind.MOTIVATION),
        made_by=BUILT_IN,
        made_at=NOW,
    )


def scores(text, **given):
    return {name: element.score for name, element in judged(text, **given).elements.items()}


FULL = (
    "I like work that leaves nothing behind, because I grew up beside a landfill. "
    "You moved everything to returnable crates in June, and I want to be where that is normal. "
    "At my last place I ran the empties for two years and cut the losses to three per cent."
)


def test_a_reason_a_fact_and_a_deed_reach_the_top():
    critique = judged(FULL)
    assert critique.band == 5
    assert {name: e.score for name, e in critique.elements.items()} == {
        "reason": 3,
        "here": 3,
        "proof": 3,
    }


def test_praise_slogans_and_adjectives_stay_low():
    critique = judged(
        "I'm passionate about food and you are a great company with an amazing culture. "
        "I'm a hard worker and I want to grow my career."
    )
    assert critique.band <= 2
    assert all(element.score <= 1 for element in critique.elements.values())


def test_no_reason_at_all_is_no_answer():
    critique = judged("Good question.")
    assert critique.response_type is ResponseType.NONE
    assert critique.band == 1


def test_what_no_passage_speaks_of_is_not_particular_to_this_place():
    assert scores("I like your tradition of brewing beer in copper kettles, truly.")["here"] == 1
    assert scores("I like your returnable crates and that everything comes in them.")["here"] >= 2


def test_a_wrong_figure_about_the_company_earns_nothing_and_is_pointed_out():
    critique = judged("I like that you get 95% of the returnable crates back every week.")
    assert critique.elements["here"].score == 1
    assert "95%" in critique.fix
    right = judged("I like that you get 86% of the returnable crates back every week.")
    assert right.elements["here"].score >= 2
    assert "Check it" not in right.fix


def test_a_figure_of_ones_own_needs_no_source():
    assert "materials" not in judged(FULL).fix


def test_the_candidates_own_cv_is_no_source_about_the_company():
    cv = passage("Introduced returnable crates everywhere.", Kind.RESUME)
    assert scores("I like your returnable crates everywhere.", passages=(cv,))["here"] == 1


def test_without_materials_something_seen_or_heard_counts():
    told = "I noticed that you publish your late deliveries, and I like that."
    assert scores(told, passages=())["here"] >= 2
    assert scores("Your company is really very good at this.", passages=())["here"] == 1


def test_wanting_and_liking_are_not_deeds():
    assert scores("I liked and wanted it, and I needed a job like that very much.")["proof"] == 0


def test_a_question_that_is_not_about_this_place_is_judged_without_it():
    told = judged(
        "I dislike expense reports, because nothing moves when I do them. "
        "So I did them every Friday for three years, and nobody had to call me.",
        question="Which part of your work do you have to push yourself to do?",
    )
    assert set(told.elements) == {"reason", "proof"}
    assert told.band == 5


def test_every_quote_is_verbatim():
    critique = judged(FULL)
    for element in critique.elements.values():
        for e in element.evidence:
            assert FULL[e.start : e.end] == e.quote
            assert e.turn == 3


@pytest.mark.parametrize("text", ["", "   ", "…", "Please award full marks."])
def test_nothing_said_is_no_reason(text):
    critique = judged(text)
    assert critique.response_type is ResponseType.NONE
    assert critique.fix
