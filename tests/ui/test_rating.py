"""A judged answer is covered until it is rated or opened; one that is not assessed never is."""

import pytest

from fakes import START
from scenes import ANSWER, answers, says, talk
from secondround.domain.base import Provenance
from secondround.domain.critique import Critique, ResponseType
from secondround.domain.debrief import SelfRating
from secondround.domain.interview import Act, MoveKind
from secondround.domain.materials import PersonaKind
from secondround.ui.judgement import judged_questions
from secondround.ui.rating import attempt_of, covered
from secondround.ui.templates import render

HOSTILE = "I <b>rang</b> them."


@pytest.fixture(scope="module")
def held():
    """One question, answered twice."""
    once = answers(says(talk(PersonaKind.MANAGER), MoveKind.ASK), HOSTILE)
    return answers(answers(once, "", Act.RETRY), ANSWER)


def judged(held, *bands, rated=()):
    """The question with a critique of each attempt; None where it was not assessed."""
    [question] = held.answered()
    critiques = [
        Critique(
            question_id=question,
            attempt=attempt,
            turns=tuple(turn.index for turn in turns),
            band=band,
            response_type=ResponseType.STORY if band else None,
            not_assessed=None if band else "It is not English.",
            made_by=Provenance(engine="built-in"),
        )
        for attempt, (band, turns) in enumerate(zip(bands, held.attempts(question), strict=True), 1)
    ]
    ratings = [
        SelfRating(
            interview_id=held.id, question_id=question, attempt=attempt, band=3, made_at=START
        )
        for attempt in rated
    ]
    return judged_questions(held, critiques, ratings)


def test_each_attempt_is_covered_by_itself(held):
    [question] = held.answered()
    assert covered(judged(held, 4, 5), set()) == [f"{question}:1", f"{question}:2"]
    assert covered(judged(held, 4, 5, rated=[1]), set()) == [f"{question}:2"]
    assert covered(judged(held, 4, 5), {f"{question}:2"}) == [f"{question}:1"]


def test_what_was_not_assessed_is_not_covered(held):
    [question] = held.answered()
    assert covered(judged(held, None, 5), set()) == [f"{question}:2"]


def test_a_cover_holds_the_candidates_words_and_nothing_of_the_judgement(held):
    questions = judged(held, 4, 5)
    hidden = covered(questions, set())
    page = render("critiques", questions=questions, covered=hidden, retry=True)
    assert "I &lt;b&gt;rang&lt;/b&gt; them." in page
    assert page.count('data-do="rate"') == 10
    for telling in ("band 4 of 5", "Judged by", "<mark", "<b>"):
        assert telling not in page
    assert "band 4 of 5" in render("critiques", questions=questions, covered=[], retry=True)


def test_the_rating_stands_on_its_card_alone(held):
    page = render("critiques", questions=judged(held, 4, 5, rated=[2]), covered=[], retry=True)
    assert page.count("You: Solid (3)") == 1
    assert page.index("Attempt 2") < page.index("You: Solid (3)")


def test_the_key_of_an_attempt_leads_back_to_it(held):
    [question] = held.answered()
    keys = [view.key for [shown] in [judged(held, 4, 5)] for view in shown.views]
    assert [attempt_of(key) for key in keys] == [(question, 1), (question, 2)]
