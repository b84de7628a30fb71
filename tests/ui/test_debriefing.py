"""The debrief as a page shows it: each part with its source, what is empty left out, only text."""

import re

import pytest

from scenes import answers, passage, says, talk
from secondround.critique.wording import BANDS
from secondround.domain.asking import AskLabel, CoachedQuestion
from secondround.domain.critique import Evidence
from secondround.domain.debrief import (
    Competency,
    Contradiction,
    Debrief,
    Pattern,
    Rated,
    Recall,
    Recalled,
    Redo,
    Standing,
)
from secondround.domain.interview import Act, MoveKind
from secondround.domain.materials import PersonaKind, Topic
from secondround.interview import wording
from secondround.ui.debriefing import view
from secondround.ui.templates import render

HOSTILE = '"><b>Boo</b>'
NOTES = passage("I said that sickness fell to four days.")


@pytest.fixture(scope="module")
def held():
    """One question, answered twice."""
    once = answers(says(talk(PersonaKind.MANAGER), MoveKind.ASK))
    return answers(answers(once, "", Act.RETRY), HOSTILE)


@pytest.fixture
def shown(held):
    def shown(**found):
        asked = held.answered()
        values = {"over": True, "answered": asked, "assessed": 1, "not_assessed": ()} | found
        debrief = Debrief(interview_id=held.id, **values)
        return render("debrief", debrief=view(held, debrief))

    return shown


def said(text, turn=1):
    return Evidence(turn=turn, start=0, end=len(text), quote=text)


def recalled(recall=Recall.MISSED, text="The scorecard", **fields):
    return Recalled(line_id=text, topic=Topic.PROMISE, text=text, recall=recall, **fields)


def disagreement(**fields):
    values = {"said": said("It fell to six."), "before": "It fell to four."} | fields
    return Contradiction(differs=("six", "four"), **values)


def test_what_is_empty_is_left_out(shown):
    page = shown()
    assert "1 answer, 1 judged." in page
    assert "<h3>" not in page


def test_an_answer_to_say_again_leads_to_the_card_of_its_attempt(held, shown):
    [question] = held.answered()
    page = shown(redo=(Redo(question_id=question, attempt=2, band=2, reason="Say the size."),))
    assert f'href="#card-{question}-2"' in page
    assert 'aria-label="Question 1, attempt 2">Question 1, attempt 2</a>' in page
    assert f"{BANDS[2]} (2)" in page
    assert "Say the size." in page


def test_ones_own_rating_stands_beside_that_of_the_coach(held, shown):
    [question] = held.answered()
    rows = (
        Rated(question_id=question, attempt=1, own=4, judged=2, difference=2),
        Rated(question_id=question, attempt=2, own=3, judged=None, difference=None),
    )
    page = shown(ratings=rows, ratings_say="You rated yourself higher.")
    cells = [re.findall(r"<td>(?:<a[^>]*>)?([^<]*)", row) for row in page.split("<tr>")[2:]]
    assert cells == [
        ["1", "Strong (4)", "A start (2)"],
        ["1, attempt 2", "Solid (3)", "Not assessed"],
    ]
    assert "You rated yourself higher." in page


def test_a_line_of_the_brief_says_whether_it_came_up_and_in_which_words(shown):
    used = recalled(Recall.USED, evidence=said("I sent it."), passages=(NOTES,))
    page = shown(callbacks=(used,), facts=(recalled(),))
    callbacks, _, facts = page.partition(wording.FACTS)
    assert wording.RECALLS[Recall.USED] in callbacks
    assert "You said: “I sent it.”" in callbacks
    assert "<figcaption>about.md" in callbacks
    assert wording.RECALLS[Recall.MISSED] in facts
    assert "You said" not in facts


@pytest.mark.parametrize(
    ("source", "says"),
    [
        ({"passages": (NOTES,)}, "<figcaption>about.md"),
        ({"earlier": said("It fell to four.")}, "Before that you told Priya Shah: “It fell to"),
        ({}, "In your own words: “It fell to four.”"),
    ],
)
def test_what_disagrees_is_shown_with_both_sources(shown, source, says):
    page = shown(contradictions=(disagreement(**source),))
    assert "“six” or “four”?" in page
    assert "You told Priya Shah: “It fell to six.”" in page
    assert "“It fell to four.”" in page
    assert says in page


def test_competencies_stand_by_what_was_seen_of_them(held, shown):
    [question] = held.answered()
    seen = Competency(competency="customer_focus", standing=Standing.SHOWN, questions=(question,))
    never = Competency(competency="delivery", standing=Standing.NOT_ASKED, questions=("x",))
    page = re.sub(r"<[^>]*>", "", shown(competencies=(never, seen)))
    assert "Shown: customers (question 1)" in page
    assert page.index("Shown:") < page.index("Not asked: delivery\n")


def test_a_long_list_is_folded_after_the_third(shown):
    lines = tuple(recalled(text=f"Line {number}") for number in range(1, 6))
    page = shown(facts=lines)
    seen, _, folded = page.partition("<summary>2 more</summary>")
    assert re.findall("Line .", seen) == ["Line 1", "Line 2", "Line 3"]
    assert re.findall("Line .", folded) == ["Line 4", "Line 5"]
    assert "more</summary>" not in shown(facts=lines[:3])


def test_mark_up_in_anybodys_words_is_text(held, shown):
    [question] = held.answered()
    theirs = passage(HOSTILE, heading=HOSTILE)
    line = recalled(Recall.USED, HOSTILE, evidence=said(HOSTILE, 3), passages=(theirs,))
    found = disagreement(said=said(HOSTILE, 3), before=HOSTILE, passages=(theirs,))
    page = shown(
        patterns=(
            Pattern(id="x", good=False, says=HOSTILE, questions=(question,), count=1, total=1),
        ),
        redo=(Redo(question_id=question, attempt=1, band=1, reason=HOSTILE),),
        callbacks=(line,),
        facts=(line,),
        contradictions=(found.model_copy(update={"differs": (HOSTILE, HOSTILE)}),),
        competencies=(Competency(competency=HOSTILE, standing=Standing.NOT_ASKED, questions=()),),
        ratings_say=HOSTILE,
        ratings=(Rated(question_id=question, attempt=1, own=1, judged=1, difference=0),),
    )
    assert "<b>" not in page
    assert page.count("&lt;b&gt;Boo") == 18


def test_what_was_asked_stands_with_its_label_and_a_better_wording(held, shown):
    asked = CoachedQuestion(
        turn=2,
        persona_id=held.plan.persona.id,
        question=HOSTILE,
        label=AskLabel.ALREADY_ANSWERED,
        why="What you know answers it.",
        better="I have noted: “It fell.” What next?",
        remarks=("It asks several things.",),
        passages=(NOTES,),
    )
    page = shown(asked=(asked,)).partition(wording.ASKED)[2]
    assert HOSTILE not in page
    assert wording.LABELS[AskLabel.ALREADY_ANSWERED] in page
    assert all(text in page for text in (asked.why, *asked.remarks, asked.better))
    assert "<figcaption>about.md" in page
    assert "To Priya Shah" not in page
