"""What the first interview asked is found in notes of every sort, and is not asked again."""

import pytest

from scenes import passage
from secondround.domain.interview import QuestionKind
from secondround.domain.materials import Brief, Kind, PersonaKind
from secondround.interview import matters
from secondround.interview.asked_before import asked_before
from secondround.interview.personas import standard
from secondround.interview.plan import make_plans
from secondround.knowledge import bank_question, question_bank


def found(text, heading="", kind=Kind.FIRST_INTERVIEW):
    return asked_before([passage(text, kind, heading)])


@pytest.mark.parametrize(
    ("text", "heading", "questions"),
    [
        ("- Biggest failure. Told the one of the oven.", "Questions they put", ["Biggest failure"]),
        ("- Lost deal? Told them about Mill Lane", "Asked me", ["Lost deal"]),
        ("1. Why bread, after soup? -> said it is the same clock", "What they asked",
         ["Why bread, after soup"]),
        ("*Describe a report you would not sign.* I spoke of the scrap dealer.",
         "B. Questions put to me, and my replies", ["Describe a report you would not sign"]),
        ("- what would you stop? i said the weekly report", "WHAT ANA ASKED",
         ["what would you stop"]),
        ("They asked: Tell us about a hostile room; I answered: the hearing; Grade: B", "",
         ["Tell us about a hostile room"]),
        ("Q: Why do you want to leave?\nA: I have built what I came for.", "",
         ["Why do you want to leave"]),
        ("used the case of the night shift", "Q3 difficult member of staff",
         ["difficult member of staff"]),
        ("ANA: And how do you plan a week?\nME: By the rota. How do you?", "",
         ["And how do you plan a week"]),
        ("Then he asked who had disagreed with me. I told about Henrike.", "",
         ["who had disagreed with me"]),
        ("“Why a co-operative?” I talked about community in general.", "Where I fumbled",
         ["Why a co-operative"]),
        ("- Joe: how would you cope with two sites?", "What they asked",
         ["how would you cope with two sites"]),
    ],
    ids=lambda value: value[:24] if isinstance(value, str) else "",
)  # fmt: skip
def test_a_question_is_found_without_its_answer(text, heading, questions):
    assert list(found(text, heading)) == questions


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("- how do planners and packers talk to each other", "What I asked"),
        ("- who decides about money", "Questions not asked yet"),
        ("- why the office was closed", "To ask in round 2"),
        ("- Cut falls from 31 to 12", "What I told them"),
        ("I asked how they plan a week. They laughed.", ""),
        ("ME: What would a good year look like?", ""),
        ("", "Questions they put"),
    ],
)
def test_what_the_candidate_asked_is_not_meant(text, heading):
    assert found(text, heading) == ()


def test_only_the_first_interview_counts():
    assert found("Q: Why do you want to leave?", kind=Kind.COMPANY) == ()


@pytest.mark.parametrize(
    ("note", "question"),
    [
        ("Biggest failure", "learning-failure"),
        ("A time I got something wrong", "judgement-expensive-lesson"),
        ("who had disagreed with me", "conflict-among-heads"),
        ("Why leave an acute hospital", "motivation-why-now"),
        ("a difficult member of staff", "leadership-under-performer"),
        ("Lost deal", "customer-focus-losing-a-customer"),
        ("how do you juggle", "prioritisation-too-many-projects"),
        ("what would you kill", "prioritisation-stopping-something"),
        ("your first ninety days", "ownership-first-ninety-days"),
        ("your hand-over", "collaboration-no-hand-over-notes"),
    ],
)
def test_a_matter_is_known_again_in_other_words(note, question):
    assert not matters.touched(note).isdisjoint(matters.touched_by(bank_question(question)))


def test_most_of_the_bank_touches_few_matters():
    counts = [len(matters.touched_by(question)) for question in question_bank()]
    assert max(counts) <= 5
    assert sum(counts) / len(counts) < 2.5  # its competency is one of them


@pytest.mark.parametrize("kind", PersonaKind)
def test_a_plan_asks_nothing_that_was_asked(kind):
    notes = [
        passage("- Biggest failure\n- a row with a colleague, an argument\n- Why leave now",
                heading="What they asked"),
        passage("Q: Tell me about a stretch when you had too few people for the work?"),
    ]  # fmt: skip
    before = frozenset().union(*map(matters.touched, asked_before(notes)))
    for seed in map(str, range(20)):
        [plan] = make_plans(
            [standard(kind)],
            Brief(dossier_id="d"),
            questions=8,
            search=lambda *_, **__: [],
            seed=seed,
            passages=notes,
        )
        kinds = [question.kind for question in plan.questions]
        assert len(kinds) == 8
        assert QuestionKind.MOTIVATION in kinds
        for question in plan.questions:
            assert before.isdisjoint(matters.touched_by(bank_question(question.id)))
            assert question.id != "prioritisation-short-of-people"
