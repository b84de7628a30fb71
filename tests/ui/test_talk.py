"""A line of the transcript says where it comes from, where that helps."""

from datetime import timedelta

import pytest

from fakes import START
from scenes import DOSSIER, talk
from secondround.domain.asking import AskLabel, CoachedQuestion
from secondround.domain.interview import Act, Move, MoveKind
from secondround.domain.materials import Kind, Passage, PersonaKind
from secondround.ui.talk import aside, lines, transcript

PASSAGE = Passage(
    id="x:0-5",
    document_id="x",
    document="notes.md",
    kind=Kind.FIRST_INTERVIEW,
    start=0,
    end=5,
    text="Worry",
)


def said(begun, kind, text, passages=(), question_id=None):
    persona = begun.plan.persona.id
    return begun.said(
        at=START + timedelta(minutes=1),
        by_candidate=False,
        text=text,
        move=Move(kind=kind, persona_id=persona, question_id=question_id),
        question_id=question_id,
        passages=passages,
    )


def test_a_question_shows_its_sources_and_a_follow_up_does_not_repeat_them():
    begun = talk(PersonaKind.MANAGER)
    question = begun.plan.questions[0].id
    begun = said(begun, MoveKind.ASK, "How?", (PASSAGE,), question)
    begun = said(begun, MoveKind.PROBE, "And then?", (PASSAGE,), question)
    asked, probed = lines(begun)
    assert asked.origin.endswith("from your materials")
    assert asked.passages == (PASSAGE,)
    assert (probed.origin, probed.passages) == ("", ())


def test_a_question_of_the_bank_says_so():
    begun = talk(PersonaKind.MANAGER)
    begun = said(begun, MoveKind.ASK, "How?", question_id=begun.plan.questions[0].id)
    assert lines(begun)[0].origin.endswith("from the question bank")


def test_a_question_out_of_what_the_candidate_wrote_says_so():
    begun = said(talk(PersonaKind.MANAGER), MoveKind.ASK, "How?", question_id="manager-problem-1")
    begun = begun.model_copy(update={"plans": (_with_own_question(begun.plan),)})
    assert lines(begun)[0].origin.endswith("from what you wrote")


def _with_own_question(plan):
    own = plan.questions[0].model_copy(update={"id": "manager-problem-1"})
    return plan.model_copy(update={"questions": (own, *plan.questions[1:])})


def test_an_answer_the_materials_do_not_hold_says_so():
    begun = said(talk(PersonaKind.MANAGER), MoveKind.REPLY, "I cannot speak to that.")
    assert lines(begun)[0].origin == "Nothing in your materials on this"


def test_an_act_without_words_is_a_note_and_mark_up_is_text():
    begun = said(talk(PersonaKind.MANAGER), MoveKind.ASK, "<b>How?</b>")
    begun = begun.said(at=START + timedelta(minutes=2), by_candidate=True, act=Act.SKIP)
    html = transcript(begun)
    assert "&lt;b&gt;How?&lt;/b&gt;" in html
    assert "You skipped this question." in html


def test_coaching_stands_under_the_question_it_is_about():
    begun = said(talk(PersonaKind.MANAGER), MoveKind.INVITE_QUESTIONS, "What would you ask me?")
    begun = begun.said(
        at=START + timedelta(minutes=2), by_candidate=True, act=Act.QUESTION, text="Is it <good>?"
    )
    coached = CoachedQuestion(
        turn=1,
        persona_id=begun.plan.persona.id,
        question="Is it <good>?",
        label=AskLabel.GENERIC,
        why="Yes or no would do.",
        better="I read: “Worry”. What came of it?",
        passages=(PASSAGE,),
    )
    html = transcript(begun, (coached,))
    assert html.count('class="coaching label-generic"') == 1
    question, coaching = html.index("Is it &lt;good&gt;?"), html.index("Yes or no would do.")
    assert question < coaching < html.index("I read: “Worry”. What came of it?")
    assert "<figcaption>notes.md" in html
    assert "coaching" not in transcript(begun)


@pytest.mark.parametrize("act", Act)
def test_a_turn_without_words_shows_what_was_done(act):
    if act not in (Act.ANSWER, Act.QUESTION):
        done = talk().said(at=START, by_candidate=True, act=act, text="")
        (line,) = lines(done)
        assert line.note


def test_questions_of_one_room_are_counted_together():
    each = talk(PersonaKind.TEAMMATE, PersonaKind.MANAGER)
    together = each.model_copy(update={"together": True})
    planned = sum(len(plan.questions) for plan in each.plans)
    assert f"{len(each.plan.questions)} each" in aside(each, DOSSIER, START)
    assert f"{planned} in all" in aside(together, DOSSIER, START)
