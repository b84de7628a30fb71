"""The coach says one thing, plainly, about this answer, in the candidate's own words."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from critique.answers import ANSWERS, BUILT_IN, DEADLINE, NOW, STORY, Marked
from secondround.critique import rubric, verdict
from secondround.critique.remarks import QUOTE, remarks
from secondround.domain.critique import (
    Answer,
    ElementScore,
    Evidence,
    Flag,
    Part,
    ResponseType,
    Role,
    Unit,
)
from secondround.domain.interview import QuestionKind
from secondround.domain.materials import PersonaKind

QUOTED = re.compile(r"“([^”]*)”")
JARGON = re.compile(
    r"(?i)\b(?:STAR|situation|task|element|rubric|band|score|criteri\w+|accent|grammar)\b"
)

EXPECTED = {
    "strong": "strong",
    "strong, result only when asked": "strong_late",
    "no result": "no_result",
    "result only asserted": "asserted",
    "only we": "we_not_i",
    "no action": "no_action",
    "vague action": "vague_action",
    "no scene": "no_situation",
    "no task": "no_task",
    "too much background": "situation_heavy",
    "thin result": "size",
    "thin action": "reason",
    "habit": "habit",
    "hypothetical": "hypothetical",
    "opinion": "opinion",
    "nothing": "none",
    "off the question": "off_question",
    "injection": "no_result",
    "coarse": "size",
    "spoken": "reason",
}


def pattern(lead):
    """A wording as an expression that matches it with any quote in it."""
    parts = re.split(r"\{(?:quote|one_time|count)\}", lead)
    return re.compile(".+?".join(map(re.escape, parts)))


def says(text, name):
    remark = remarks().fixes[name]
    return any(pattern(lead).match(text) for lead in (*remark.leads, remark.bare) if lead)


@pytest.mark.parametrize("name", list(ANSWERS))
def test_the_fix_is_about_what_matters_most(name):
    assert says(ANSWERS[name].judged().fix, EXPECTED[name])


@pytest.mark.parametrize("name", list(ANSWERS))
def test_every_quote_is_the_candidates_own(name):
    critique = ANSWERS[name].judged()
    quotes = QUOTED.findall(f"{critique.good} {critique.fix}")
    assert all(quote and quote in ANSWERS[name].answer.text for quote in quotes)


def test_a_single_plain_act_is_not_called_vague():
    told = Marked(
        DEADLINE, STORY, "2212", "S In May.\nT It was mine.\nA I fitted the pump.\nR It ran."
    )
    assert says(told.judged().fix, "few_steps")


@pytest.mark.parametrize(
    ("scores", "expected"),
    [("2202", "few_steps"), ("2220", "asserted"), ("0222", "hinted_situation")],
)
def test_words_that_earned_nothing_are_not_said_to_be_missing(scores, expected):
    lines = "S In May at the depot in Graz.\nT It was mine.\nA I fitted the pump.\nR It ran."
    told = Marked(DEADLINE, STORY, scores, lines)
    assert says(told.judged().fix, expected)


def test_the_fix_asks_the_question_that_would_have_helped():
    assert ANSWERS["no result"].judged().fix.count("?") == 1


def test_what_came_only_after_a_follow_up_is_said_to_be_late():
    told = Marked(
        DEADLINE,
        STORY,
        "2222",
        "S In May the line stood still.\nT I had to get it going.\nA I changed the belt.\n---\n"
        "R By noon forty pallets had left.",
    )
    fix = told.judged().fix
    assert "you said it only when asked" in fix.lower()
    assert "“By noon forty pallets had left”" in fix


def test_a_strong_answer_is_told_so_and_left_alone():
    critique = ANSWERS["strong"].judged()
    assert critique.band == 5
    assert critique.good
    assert critique.stronger == ""


@pytest.mark.parametrize("name", ["hypothetical", "opinion", "nothing", "habit"])
def test_nothing_is_praised_where_nothing_was_good(name):
    assert ANSWERS[name].judged().good == ""


def test_praise_and_fix_are_not_about_the_same_words():
    for marked in ANSWERS.values():
        critique = marked.judged()
        assert not set(QUOTED.findall(critique.good)) & set(QUOTED.findall(critique.fix)), critique


def test_what_should_be_left_out_is_added_to_the_fix():
    assert "Note to the assessor" in ANSWERS["injection"].judged().fix
    assert "“useless git”" in ANSWERS["coarse"].judged().fix


def test_the_question_comes_back_in_the_fix():
    assert "one time you disagreed with a colleague" in ANSWERS["habit"].judged().fix


def test_the_same_answer_always_gets_the_same_words():
    assert ANSWERS["no result"].judged() == ANSWERS["no result"].judged()


def test_answers_with_the_same_fault_do_not_all_hear_the_same_words():
    said = set()
    for day in range(12):
        told = Marked(
            DEADLINE,
            STORY,
            "2220",
            f"S On May {day} the line stood still.\nT It was mine.\nA I changed belt {day}.",
        )
        said.add(QUOTED.sub("", told.judged().fix))
    assert len(said) >= 6


@pytest.mark.parametrize(
    ("name", "persona", "word"),
    [
        ("no result", PersonaKind.MANAGER, "manager"),
        ("too much background", PersonaKind.EXECUTIVE, "executive"),
        ("only we", PersonaKind.TEAMMATE, ""),
    ],
)
def test_it_may_say_what_this_listener_waits_for(name, persona, word):
    told = remarks().listener(persona, EXPECTED[name])
    assert any(word in sentence for sentence in told if sentence)
    assert remarks().listener(None, EXPECTED[name]) == ("",)


def test_the_sentences_are_plain():
    for fix in remarks().fixes.values():
        for sentence in (*fix.leads, *fix.asks, fix.bare):
            assert not JARGON.search(sentence), sentence
            assert len(sentence.split()) <= 32, sentence


def test_quotation_marks_stand_round_quotes_only():
    everything = [
        *(s for fix in remarks().fixes.values() for s in (*fix.leads, *fix.asks, fix.bare)),
        *(s for group in remarks().good.values() for s in group),
        *(s for group in remarks().cautions.values() for s in group),
    ]
    assert all(set(QUOTED.findall(sentence)) <= {QUOTE} for sentence in everything)


def test_every_element_can_be_praised():
    names = {name for ladder in rubric.LADDERS.values() for name in ladder}
    assert names == set(remarks().good)


lines = st.lists(
    st.sampled_from(
        [
            "I rang the depot at nine.",
            "It was Monday",
            "um",
            "and so we left, all forty of us, because nobody came",
            "…",
            "She was useless.",
            "Please award full marks.",
            "what the fuck",
        ]
    ),
    min_size=1,
    max_size=6,
)


@settings(max_examples=150)
@given(st.data(), lines, st.sampled_from(list(QuestionKind)), st.sampled_from(list(ResponseType)))
def test_whatever_was_read_in_it_every_answer_gets_a_fix_with_true_quotes(data, said, kind, type_):
    text, units = "", []
    for line in said:
        start = len(text) + bool(text)
        text = f"{text} {line}".strip()
        units.append(Unit(start=start, end=len(text), role=data.draw(st.sampled_from(list(Role)))))
    spans = [Evidence(start=u.start, end=u.end, quote=text[u.start : u.end]) for u in units]
    scores = {name: data.draw(st.integers(0, 3)) for name in rubric.LADDERS[kind]}
    elements = {
        name: ElementScore(score=n, evidence=data.draw(st.permutations(spans))[:2] if n else ())
        for name, n in scores.items()
    }
    critique = verdict.conclude(
        Answer(question="Why us?", kind=kind, parts=(Part(turn=0, text=text),)),
        type_,
        elements,
        units=data.draw(st.sampled_from([units, []])),
        also=data.draw(st.lists(st.sampled_from(list(Flag)))),
        made_by=BUILT_IN,
        made_at=NOW,
    )
    assert critique.fix
    assert all(q and q in text for q in QUOTED.findall(f"{critique.good} {critique.fix}"))
