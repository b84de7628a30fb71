"""What interviewers may say around the questions: each in their own words, one thing at a time."""

import re
from collections import Counter
from statistics import mean
from string import Formatter

import pytest
import yaml

from secondround.assets import asset_dir
from secondround.errors import SetupError
from secondround.interview.guards import off_limits
from secondround.interview.personas import STANDARD, standard
from secondround.interview.phrasebook import groups, options

FILES = ("interviewer.yaml", "asks.yaml")
FIELDS = set(
    "who work others minutes echo now before colleague told next clause quote rest link promise "
    "other".split()
)
LEADS = set(
    "raised raised_by_me raised_by point asked_about asked_whether asked_how promised cv_says "
    "talk_said you_say cv_figure talk_figure your_figure two_figures heard_problem our_problem "
    "the_duty the_fact told_colleague".split()
)
ASKS = set(groups("asks.yaml")) - LEADS
AFTER_QUOTES = set("closest answer mended stay part problem duty fact".split())
ONE_FOR_ALL = {"promised"}
PRAISE = re.compile(r"(?i)\b(?:great|excellent|impressive|perfect|well done|good answer)\b")
OPENS = re.compile(
    r"(?i)^(?:so |and you, )?(?:what|how|which|where|who|why|at what|by which|by what|the)\b|"
    r"^(?:tell me|walk me|take me|talk me)\b"
)
EVERY = [
    (file, name, base, phrase)
    for file in FILES
    for name in groups(file)
    for base in STANDARD
    for phrase in options(file, name, standard(base))
]


def said(*, file=None, names=None):
    """What is said there, with who says it."""
    return [
        (base, phrase)
        for its_file, name, base, phrase in EVERY
        if its_file == (file or its_file) and (names is None or name in names)
    ]


def test_everybody_has_something_to_say_everywhere():
    assert {base for _, _, base, _ in EVERY} == set(STANDARD)
    assert all(phrase == phrase.strip() != "" for *_, phrase in EVERY)


@pytest.mark.parametrize("file", FILES)
def test_no_group_stands_twice(file):
    text = (asset_dir("knowledge") / "phrases" / file).read_text(encoding="utf-8")
    names = Counter(re.findall(r"^(\w+):", text, re.M))
    assert max(names.values()) == 1
    assert set(names) == set(yaml.safe_load(text))


@pytest.mark.parametrize("file", FILES)
def test_only_known_speakers_say_something(file):
    speakers = {speaker for group in groups(file).values() for speaker in group}
    assert speakers <= {*STANDARD, "any"}


def test_kinds_never_say_the_same():
    for file in FILES:
        for name in set(groups(file)) - ONE_FOR_ALL:
            by_kind = [set() for _ in range(3)]
            for base in STANDARD:
                kind = standard(base).kind
                by_kind[list(type(kind)).index(kind)].update(options(file, name, standard(base)))
            assert not by_kind[0] & by_kind[1], name
            assert not by_kind[1] & by_kind[2], name
            assert not by_kind[0] & by_kind[2], name


def test_a_line_asks_one_question_at_most_praises_nobody_and_names_known_fields():
    for _, name, _, phrase in EVERY:
        assert phrase.count("?") <= 1, phrase
        assert not PRAISE.search(phrase), phrase
        assert {field for _, field, _, _ in Formatter().parse(phrase) if field} <= FIELDS, phrase
        assert name in {"pay", "pay_ask"} or not off_limits(phrase), phrase


def test_what_leads_up_to_a_question_asks_nothing():
    before = {"interrupt", "echo", "greet", "greet_beside", "greet_after", "time", "close"}
    before |= {name for name in groups("interviewer.yaml") if name.startswith(("bridge", "known"))}
    for _, phrase in [*said(names=LEADS), *said(names=before)]:
        assert "?" not in phrase
        assert not re.match(r"(?i)(?:tell|walk|take|talk) me", phrase)


def test_follow_ups_that_may_come_again_have_six_words_at_most():
    again = {name for name in groups("interviewer.yaml") if name.startswith("probe_")}
    for _, phrase in said(names={*again, "ask_back"}):
        assert len(phrase.split()) <= 6, phrase
        assert phrase.endswith("?")


def test_what_asks_about_the_materials_is_one_short_open_question():
    for base, phrase in said(file="asks.yaml", names=ASKS):
        assert len(phrase.split()) <= 14, phrase
        assert OPENS.match(phrase), (base, phrase)
        assert not re.search(r"[.?!] ", phrase), phrase


@pytest.mark.parametrize("base", STANDARD)
def test_a_long_quotation_leaves_room_for_one_of_the_phrases(base):
    for name in AFTER_QUOTES:
        assert min(len(ask.split()) for ask in options("asks.yaml", name, standard(base))) <= 8


@pytest.mark.parametrize("base", STANDARD)
def test_sentences_are_as_long_as_the_persona_says(base):
    persona = standard(base)
    lengths = [
        len(sentence.split())
        for speaker, phrase in said()
        if speaker == base
        for sentence in re.split(r"(?<=[.?!:]) ", re.sub(r"“\{\w+\}”|\{\w+\}", "…", phrase))
    ]
    within = [length <= persona.sentence for length in lengths]
    assert mean(within) >= 0.9


@pytest.mark.parametrize("kind", ["teammate", "manager", "executive"])
def test_the_demanding_one_is_curter(kind):
    friendly, demanding = (
        mean(len(phrase.split()) for base, phrase in said() if base == who)
        for who in (kind, f"{kind}-demanding")
    )
    assert demanding < friendly


def test_a_persona_without_a_file_of_their_own_speaks_as_their_kind():
    stored = standard("manager").model_copy(update={"base": ""})
    assert options("asks.yaml", "problem", stored) == groups("asks.yaml")["problem"]["manager"]


def test_what_is_missing_is_said_so():
    with pytest.raises(SetupError, match="“sing”"):
        options("interviewer.yaml", "sing", standard("manager"))
    with pytest.raises(SetupError, match="cannot be read"):
        options("songs.yaml", "sing", standard("manager"))
