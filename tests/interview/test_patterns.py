"""Patterns hold of as many answers as they say, and are told only where they are worth it."""

import pytest

import scenes
from scenes import answers, talk
from secondround.critique.rubric import LADDERS
from secondround.domain.critique import (
    Critique,
    ElementScore,
    Evidence,
    Flag,
    ResponseType,
)
from secondround.domain.interview import Act, Element, MoveKind, Provenance, QuestionKind
from secondround.errors import SetupError
from secondround.interview.patterns import Wording, patterns, wording

STAR = {"S": 3, "T": 3, "A": 3, "R": 3}
SITUATIONAL = QuestionKind.SITUATIONAL


def judged(number, flags=(), kind=QuestionKind.BEHAVIOURAL, turns=(0,), **scores):
    """An assessed answer that is good but for what is given."""
    whole = dict.fromkeys(LADDERS[kind], 3) | scores
    return Critique(
        question_id=f"q{number}",
        turns=turns,
        kind=kind,
        response_type=ResponseType.STORY,
        elements={name: element(score, turns[0]) for name, score in whole.items()},
        flags=flags,
        band=3,
        made_by=Provenance(engine="built-in"),
    )


def element(score, turn):
    quote = Evidence(turn=turn, start=0, end=2, quote="So")
    return ElementScore(score=score, evidence=(quote,) if score else ())


def says(*critiques):
    return [pattern.says for pattern in patterns(critiques, ())]


def faults(*critiques):
    return [pattern.id for pattern in patterns(critiques, ()) if not pattern.good]


def test_a_fault_is_counted_and_rests_on_its_answers():
    answers = [judged(i, R=0 if i < 4 else 3) for i in range(6)]
    [pattern, *_] = patterns(answers, ())
    assert pattern.says == "The result is missing in four of six answers."
    assert pattern.questions == ("q0", "q1", "q2", "q3")
    assert (pattern.count, pattern.total) == (4, 6)


@pytest.mark.parametrize(
    ("bad", "of", "told"), [(1, 1, False), (1, 3, False), (2, 2, True), (2, 6, True), (2, 7, False)]
)
def test_a_fault_is_told_from_two_answers_and_a_third_of_them(bad, of, told):
    answers = [judged(i, R=0 if i < bad else 3) for i in range(of)]
    assert ("result_missing" in faults(*answers)) is told


def test_only_answers_in_which_it_could_hold_count():
    answers = [judged(1, R=0), judged(2, R=0), *(judged(i, kind=SITUATIONAL) for i in (3, 4, 5))]
    [pattern, *_] = patterns(answers, ())
    assert pattern.says == "The result is missing in both answers that told a story."


def test_a_motive_that_need_not_be_about_this_place_lacks_nothing():
    motives = [judged(i, kind=QuestionKind.MOTIVATION, here=0) for i in (1, 2)]
    elsewhere = [
        m.model_copy(update={"elements": {n: e for n, e in m.elements.items() if n != "here"}})
        for m in motives
    ]
    assert faults(*motives) == ["here_missing"]
    assert faults(*elsewhere) == []


def test_what_is_missing_of_this_place_is_missing_in_answers_about_this_place():
    about = [judged(i, kind=QuestionKind.MOTIVATION, here=0) for i in (1, 2)]
    [whole] = [judged(3, kind=QuestionKind.MOTIVATION)]
    parts = {name: part for name, part in whole.elements.items() if name != "here"}
    said = "Why this place and not another is missing in both answers"
    assert said + " about this place." in says(*about, whole.model_copy(update={"elements": parts}))
    assert said + "." in says(*about)


def test_answers_without_a_story_lack_an_event_and_not_its_parts():
    opinions = [
        judged(i, S=0, T=0, A=0, R=0).model_copy(update={"response_type": ResponseType.OPINION})
        for i in (1, 2)
    ]
    assert faults(*opinions) == ["no_event"]
    [event, result, *_] = patterns([*opinions, judged(3, R=0), judged(4, R=0), judged(5)], ())
    assert {event.id, result.id} == {"no_event", "result_missing"}
    [result] = [each for each in (event, result) if each.id == "result_missing"]
    assert result.says == "The result is missing in two of three answers that told a story."


@pytest.mark.parametrize("flag", [Flag.WE_NOT_I, Flag.SITUATION_HEAVY, Flag.MULTIPLE_STORIES])
def test_faults_of_a_story_are_counted_in_answers_that_called_for_one(flag):
    stories = [judged(i, (flag,)) for i in (1, 2)]
    plans = [judged(i, (flag,), SITUATIONAL) for i in (3, 4)]
    [told, *_] = says(*stories, *plans)
    assert told.endswith("in both answers that called for a story.")
    assert faults(*plans) == []


def asked_again(*told, element):
    """Faults of two answers of three replies; a probe goes before the second, R is in `told`."""
    interview, critiques = talk(), []
    for question in interview.plan.questions:
        own = {"question_id": question.id}
        interview = answers(scenes.says(interview, MoveKind.ASK, **own))
        interview = answers(scenes.says(interview, MoveKind.PROBE, element=element, **own))
        interview = answers(scenes.says(interview, MoveKind.PROBE, element=Element.T, **own))
        turns = tuple(turn.index for turn in interview.attempts(question.id)[-1])
        critiques.append(of_replies(question.id, turns, told))
    return [each.id for each in patterns(critiques, interview.turns) if not each.good]


def of_replies(question_id, turns, told):
    quotes = tuple(Evidence(turn=turns[i], start=0, end=4, quote="Last") for i in told)
    whole = judged(0, turns=turns)
    elements = whole.elements | {"R": ElementScore(score=3, evidence=quotes)}
    return whole.model_copy(update={"question_id": question_id, "elements": elements})


def test_what_came_only_after_a_follow_up_for_it_is_a_pattern():
    assert asked_again(1, element=Element.R) == ["result_late"]
    assert asked_again(2, element=Element.R) == ["result_late"]


@pytest.mark.parametrize(
    ("told", "element"), [((0, 1), Element.R), ((1,), Element.A), ((1,), None)]
)
def test_what_nobody_had_to_ask_for_did_not_come_late(told, element):
    assert asked_again(*told, element=element) == []


def test_a_probe_of_the_attempt_before_does_not_make_the_next_one_late():
    interview = answers(scenes.says(talk(), MoveKind.ASK))
    interview = answers(scenes.says(interview, MoveKind.PROBE, element=Element.R))
    interview = answers(answers(interview, "", Act.RETRY))
    interview = answers(scenes.says(interview, MoveKind.PROBE, element=Element.T))
    question = interview.plan.questions[0].id
    turns = tuple(turn.index for turn in interview.attempts(question)[-1])
    each = of_replies(question, turns, told=(1,))
    assert [pattern.id for pattern in patterns([each, each], interview.turns)] == ["result_told"]


def test_a_first_reply_that_told_nothing_yet_holds_nothing_back():
    interview = answers(scenes.says(talk(), MoveKind.ASK), "One moment.")
    interview = answers(scenes.says(interview, MoveKind.PROBE, element=Element.R))
    question = interview.plan.questions[0].id
    first, second = (turn.index for turn in interview.attempts(question)[-1])
    told = judged(1, turns=(second,))
    each = told.model_copy(update={"question_id": question, "turns": (first, second)})
    assert [pattern.id for pattern in patterns([each, each], interview.turns)] == ["result_told"]


def test_the_strongest_come_first_and_at_most_four():
    flags = (Flag.TOO_LONG, Flag.BLAME, Flag.RAMBLING, Flag.CONFIDENTIAL)
    answers = [
        judged(1, flags, T=0),
        judged(2, flags, T=0),
        judged(3, flags[:3], T=0),
        judged(4, flags[:2]),
        judged(5, flags[:1]),
    ]
    assert faults(*answers) == ["too_long", "blame", "task_missing", "rambling"]


def test_one_element_is_told_off_once():
    answers = [judged(1, R=0), judged(2, R=0), judged(3, R=1), judged(4, R=1)]
    assert faults(*answers) == ["result_missing"]


def test_the_same_bad_answers_of_a_kind_are_told_off_once():
    answers = [judged(i, kind=SITUATIONAL, steps=0, check=0, stakes=0) for i in (1, 2)]
    assert faults(*answers) == ["steps_missing"]


def test_what_was_good_is_told_only_where_it_was_so_throughout():
    good = [judged(i) for i in range(5)]
    assert says(*good) == ["You said what came of it in all five answers."]
    assert says(*good[:1]) == []
    assert says(*good, judged(6, R=1)) == ["You said what you did yourself in all six answers."]
    assert says(*good, judged(6, (Flag.WE_NOT_I,), R=1, S=0)) == []


def test_nothing_holds_of_no_answers():
    assert patterns([], ()) == ()


def test_every_pattern_can_hold_and_says_how_often():
    known = wording().patterns
    assert len({each.id for each in known}) == len(known)
    for each in known:
        assert "{share}" in each.says
        assert each.says.endswith(".")
        assert not each.when.element or each.when.element in LADDERS[each.kind]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("element: R, at_most: 0", "element: R, flag: blame"),
        ("flag: blame", "flag: rude"),
        ("  any: answers\n", ""),
        ("  here: answers about this place\n", ""),
        ("patterns:", "patterns: ["),
    ],
)
def test_a_broken_file_is_named(tmp_path, old, new):
    from secondround.assets import asset_dir, read_yaml

    text = (asset_dir("knowledge") / "debrief.yaml").read_text(encoding="utf-8")
    broken = tmp_path / "debrief.yaml"
    broken.write_text(text.replace(old, new, 1), encoding="utf-8")
    assert read_yaml(asset_dir("knowledge") / "debrief.yaml", Wording) == wording()
    with pytest.raises(SetupError, match=r"debrief\.yaml cannot be read"):
        read_yaml(broken, Wording)
