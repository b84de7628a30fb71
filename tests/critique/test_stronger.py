"""The stronger version is the candidate's own sentences, in order, with gaps for the rest."""

import re

import pytest

from critique.answers import ANSWERS, BUILT_IN, DEADLINE, HABIT, NOW, STORY, Marked
from secondround.critique import verdict
from secondround.critique.evidence import unfounded
from secondround.domain.critique import (
    Answer,
    ElementScore,
    Evidence,
    Part,
    ResponseType,
)
from secondround.domain.interview import QuestionKind

GAP = re.compile(r"\[[^\]]+\]")
BUILDABLE = [name for name, marked in ANSWERS.items() if marked.judged().stronger]


def words(text):
    return re.findall(r"\w+", text.lower())


def paragraphs(marked):
    return marked.judged().stronger.split("\n\n")


@pytest.mark.parametrize("name", BUILDABLE)
def test_outside_its_gaps_it_has_no_word_that_was_not_said(name):
    marked = ANSWERS[name]
    text = marked.judged().stronger
    assert unfounded(text, marked.answer) == []
    assert set(words(GAP.sub(" ", text))) <= set(words(marked.answer.text))


@pytest.mark.parametrize("name", sorted({*BUILDABLE} - {"too much background", "coarse", "spoken"}))
def test_nothing_of_the_story_is_lost_or_said_twice(name):
    marked = ANSWERS[name]
    told = [u for u in marked.units if u.role in "STAR"]
    said = [marked.answer.parts[u.turn].text[u.start : u.end] for u in told]
    assert sorted(words(GAP.sub(" ", marked.judged().stronger))) == sorted(words(" ".join(said)))


def test_a_story_told_backwards_is_put_in_order():
    told = Marked(
        DEADLINE,
        STORY,
        "2223",
        """
        R All forty were back on the road by Sunday.
        A I had them washed first, so that we could see the damage.
        T I ran the depot and had until Monday.
        S It was in the hail of 2021.
        """,
    )
    first, second, third, last = paragraphs(told)
    assert first.startswith("It was in the hail of 2021.")
    assert second.startswith("I ran the depot")
    assert third.startswith("I had them washed first")
    assert last.startswith("All forty were back")


@pytest.mark.parametrize(
    ("name", "place"), [("no scene", 0), ("no task", 1), ("no action", 2), ("no result", 3)]
)
def test_what_is_missing_is_a_gap_in_its_place(name, place):
    assert GAP.fullmatch(paragraphs(ANSWERS[name])[place]) or name == "no action"
    assert GAP.match(paragraphs(ANSWERS[name])[place])


def test_what_was_said_only_when_asked_moves_to_its_place():
    told = Marked(
        DEADLINE,
        STORY,
        "1222",
        "T I had to get the line going.\nA I changed the belt.\nR It ran.\n---\nS It was May.",
    )
    assert "It was May." in paragraphs(told)[0]


def test_asides_and_what_steers_the_judge_are_left_out():
    assert "full marks" not in ANSWERS["injection"].judged().stronger


def test_coarse_words_become_gaps():
    text = ANSWERS["coarse"].judged().stronger
    assert "arsehole" not in text
    assert "[a plainer word]" in text


def test_the_own_part_is_asked_for_where_only_we_act():
    assert "[Which part of this was yours.]" in paragraphs(ANSWERS["only we"])[2]


def test_background_is_cut_to_three_sentences():
    assert len(re.findall(r"[.]", paragraphs(ANSWERS["too much background"])[0])) == 3


def test_of_two_stories_the_fuller_one_is_kept():
    told = Marked(
        DEADLINE,
        STORY,
        "2122",
        """
        S In May a drain broke.
        A I closed it.
        O There was another one, even worse.
        S In June the whole cellar stood under water.
        T The shop was mine to keep open.
        A I borrowed two pumps from the fire station and laid the hoses through the window myself.
        R We opened at ten.
        """,
    )
    text = told.judged().stronger
    assert "drain" not in text
    assert "two pumps" in text


def test_sentences_from_a_transcript_can_be_read():
    text = ANSWERS["spoken"].judged().stronger
    assert text.startswith("It was the week before the opening in Tartu")
    assert "um" not in words(text)


@pytest.mark.parametrize(
    "name", ["strong", "nothing", "opinion", "hypothetical", "off the question"]
)
def test_there_is_none_where_nothing_is_to_be_mended_or_nothing_can_be_built(name):
    assert ANSWERS[name].judged().stronger == ""


def test_a_habit_becomes_a_frame_for_one_occasion():
    told = Marked(DEADLINE, HABIT, "0021", "A I usually ring everybody first.\nR It mostly works.")
    first, second, *_ = paragraphs(told)
    assert GAP.fullmatch(first)
    assert GAP.fullmatch(second)


def test_without_units_it_is_built_of_the_sentences_that_hold_the_quotes():
    text = "Well. It ran by noon. I changed the belt. My job was the line. Nice people there."
    quotes = {"T": "My job", "A": "changed the belt", "R": "by noon"}
    elements = {
        name: ElementScore(
            score=2, evidence=(Evidence(start=text.index(q), end=text.index(q) + len(q), quote=q),)
        )
        for name, q in quotes.items()
    }
    critique = verdict.conclude(
        Answer(question=DEADLINE, parts=(Part(turn=0, text=text),)),
        ResponseType.STORY,
        {"S": ElementScore(score=0), **elements},
        made_by=BUILT_IN,
        made_at=NOW,
    )
    scene, task, act, result = critique.stronger.split("\n\n")
    assert GAP.fullmatch(scene)
    assert (task, act, result) == ("My job was the line.", "I changed the belt.", "It ran by noon.")


def test_a_plan_is_put_in_the_order_of_a_plan():
    text = "I would look at the complaints after a week. First I would ask both of them alone."
    check, steps = text.split(". ")
    elements = {
        "stakes": ElementScore(score=0),
        "goal": ElementScore(score=0),
        "steps": ElementScore(
            score=1, evidence=(Evidence(start=len(check) + 2, end=len(text), quote=steps),)
        ),
        "check": ElementScore(score=2, evidence=(Evidence(start=0, end=len(check), quote=check),)),
        "tie": ElementScore(score=0),
    }
    critique = verdict.conclude(
        Answer(
            question="How would you handle two people who do not speak?",
            kind=QuestionKind.SITUATIONAL,
            parts=(Part(turn=0, text=text),),
        ),
        ResponseType.HYPOTHETICAL,
        elements,
        made_by=BUILT_IN,
        made_at=NOW,
    )
    built = critique.stronger
    assert built.index("ask both of them") < built.index("look at the complaints")
    assert set(words(GAP.sub(" ", built))) <= set(words(text))
