"""Patterns hold of as many answers as they say, and are told only where they are worth it."""

import pytest

from secondround.critique.rubric import LADDERS
from secondround.domain.critique import (
    Critique,
    ElementScore,
    Evidence,
    Flag,
    ResponseType,
)
from secondround.domain.interview import Provenance, QuestionKind
from secondround.errors import SetupError
from secondround.interview.patterns import patterns, read_wording, wording

STAR = {"S": 3, "T": 3, "A": 3, "R": 3}
SITUATIONAL = QuestionKind.SITUATIONAL


def judged(number, flags=(), kind=QuestionKind.BEHAVIOURAL, turns=(0,), late=(), **scores):
    """An assessed answer that is good but for what is given."""
    whole = dict.fromkeys(LADDERS[kind], 3) | scores
    return Critique(
        question_id=f"q{number}",
        turns=turns,
        kind=kind,
        response_type=ResponseType.STORY,
        elements={name: element(score, turns[name in late]) for name, score in whole.items()},
        flags=flags,
        band=3,
        made_by=Provenance(engine="built-in"),
    )


def element(score, turn):
    quote = Evidence(turn=turn, start=0, end=2, quote="So")
    return ElementScore(score=score, evidence=(quote,) if score else ())


def says(*critiques):
    return [pattern.says for pattern in patterns(critiques)]


def faults(*critiques):
    return [pattern.id for pattern in patterns(critiques) if not pattern.good]


def test_a_fault_is_counted_and_rests_on_its_answers():
    answers = [judged(i, R=0 if i < 4 else 3) for i in range(6)]
    [pattern, *_] = patterns(answers)
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
    [pattern, *_] = patterns(answers)
    assert pattern.says == "The result is missing in both answers that called for a story."


def test_a_motive_that_need_not_be_about_this_place_lacks_nothing():
    motives = [judged(i, kind=QuestionKind.MOTIVATION, here=0) for i in (1, 2)]
    elsewhere = [
        m.model_copy(update={"elements": {n: e for n, e in m.elements.items() if n != "here"}})
        for m in motives
    ]
    assert faults(*motives) == ["here_missing"]
    assert faults(*elsewhere) == []


def test_what_came_only_after_a_follow_up_is_a_pattern():
    answers = [judged(i, turns=(i, i + 10), late=("R",)) for i in (1, 2)]
    assert faults(*answers) == ["result_late"]
    assert faults(*(judged(i, turns=(i, i + 10)) for i in (1, 2))) == []


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
    assert patterns([]) == ()


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
        ("patterns:", "patterns: ["),
    ],
)
def test_a_broken_file_is_named(tmp_path, old, new):
    from secondround.assets import asset_dir

    text = (asset_dir("knowledge") / "debrief.yaml").read_text(encoding="utf-8")
    broken = tmp_path / "debrief.yaml"
    broken.write_text(text.replace(old, new, 1), encoding="utf-8")
    assert read_wording(asset_dir("knowledge") / "debrief.yaml") == wording()
    with pytest.raises(SetupError, match=r"debrief\.yaml cannot be read"):
        read_wording(broken)
