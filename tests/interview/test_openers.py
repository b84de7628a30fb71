"""The same point of the materials becomes another question with each persona, in good grammar."""

import random
from collections import Counter

import pytest

from scenes import passage
from secondround.domain.materials import BriefLine, Kind, Person, PersonaKind, Topic
from secondround.interview.guards import off_limits
from secondround.interview.openers import LONGEST, Material, opener
from secondround.interview.personas import STANDARD, named, standard

POINTS = [
    (Topic.CONCERN, "I have never managed a budget.", Kind.FIRST_INTERVIEW),
    (Topic.CONCERN, "Ana: I was only a deputy", Kind.FIRST_INTERVIEW),
    (Topic.CONCERN, "My certificate ran out in June.", Kind.FIRST_INTERVIEW),
    (Topic.CONCERN, "asked whether I could cope with two sites", Kind.FIRST_INTERVIEW),
    (Topic.CONCERN, "worried about my lack of night work", Kind.FIRST_INTERVIEW),
    (Topic.CONCERN, "wanted to know why I left Ash Lodge", Kind.FIRST_INTERVIEW),
    (Topic.CONCERN, "four homes in six years, would I stay?", Kind.FIRST_INTERVIEW),
    (Topic.PROMISE, "I said I would send the falls chart", Kind.FIRST_INTERVIEW),
    (Topic.PROMISE, "I promised to visit the kitchen", Kind.FIRST_INTERVIEW),
    (Topic.PROMISE, "I promised to bring a plan for May", Kind.FIRST_INTERVIEW),
    (Topic.CLAIM, "I cut falls from 31 to 12 a year", Kind.FIRST_INTERVIEW),
    (Topic.CLAIM, "Agency hours fell from 400 to 90 a month", Kind.FIRST_INTERVIEW),
    (Topic.CLAIM, "Saved £9,000 on laundry", Kind.RESUME),
    (Topic.CLAIM, "Agency hours fell from 400 to 90 a month", Kind.RESUME),
    (Topic.PROBLEM, "Night staff leave. Six went since May.", Kind.FIRST_INTERVIEW),
    (Topic.PROBLEM, "Nobody trusts the stock figures.", Kind.COMPANY),
    (Topic.DUTY, "Run the weekly rota meeting.", Kind.JOB),
    (Topic.FACT, "Elm House opened a day centre in March.", Kind.COMPANY),
]


def made(topic, text, kind=Kind.FIRST_INTERVIEW, persona=None, other=None, seed=1):
    line = BriefLine(topic=topic, text=text, passages=(passage(text, kind),))
    figures = {line: (other, passage(other, Kind.RESUME))} if other else {}
    material = Material("Elm House", {"Ana"}, figures, Counter())
    return opener(line, persona or standard("manager"), material, random.Random(seed))


@pytest.mark.parametrize(("topic", "text", "kind"), POINTS)
def test_each_persona_asks_about_it_in_other_words(topic, text, kind):
    asked = {made(topic, text, kind, standard(base)).text for base in STANDARD}
    assert len(asked) == len(STANDARD)


@pytest.mark.parametrize("base", STANDARD)
@pytest.mark.parametrize(("topic", "text", "kind"), POINTS)
def test_whoever_asks_it_is_one_short_question_that_may_be_asked(topic, text, kind, base):
    for seed in range(6):
        said = made(topic, text, kind, standard(base), seed=seed).text
        assert said.count("?") <= 1
        assert said.endswith(("?", "."))
        assert len(said.split()) <= LONGEST
        assert not {"{", "}"} & set(said)
        assert not off_limits(said)


@pytest.mark.parametrize("base", ["executive", "executive-demanding"])
@pytest.mark.parametrize(("topic", "text", "kind"), POINTS)
def test_an_executive_asks_in_a_few_words(topic, text, kind, base):
    assert len(made(topic, text, kind, standard(base)).ask.split()) <= 9


def test_a_figure_with_two_versions_is_asked_about_by_everybody():
    for base in STANDARD:
        said = made(Topic.CLAIM, POINTS[10][1], persona=standard(base), other="14").text
        assert "31 to 12 a year" in said
        assert "14" in said


@pytest.mark.parametrize("kind", list(PersonaKind))
def test_who_raised_a_doubt_says_so_themselves(kind):
    ana = named(Person(name="Ana Lee", kind=kind))
    own = made(*POINTS[1], persona=ana).text
    assert "Ana" not in own
    assert "Ana" in made(*POINTS[1], persona=standard(kind)).text


def test_a_long_quotation_gets_a_phrase_for_which_there_is_room():
    text = "Night staff leave " + "and nobody writes anything down for those who come after " * 2
    for base in STANDARD:
        said = made(Topic.PROBLEM, text.strip() + ".", Kind.COMPANY, standard(base)).text
        assert text.strip() in said
        assert len(said.split()) <= LONGEST


@pytest.mark.parametrize(
    ("text", "beginning"),
    [
        ("Thought my equity answer was too dry",
         "The point came up last time that your equity answer was too dry."),
        ("She questioned my reasons for what I did",
         "Last time there was a question about your reasons for what you did."),
    ],
)  # fmt: skip
def test_what_was_thought_is_told_from_what_it_was_about(text, beginning):
    assert made(Topic.CONCERN, text).text.startswith(beginning + " ")


def test_what_was_only_said_is_no_deed_to_ask_about():
    assert made(Topic.CLAIM, "I also said my notice is 8 weeks") is None


@pytest.mark.parametrize(
    "text",
    [
        "I shouldn’t have, I have no numbers.",
        "If I get it she would sit beside me on the board, not under me, so I need her.",
        "I must win over the night shift before anybody asks.",
        "I have only 14 months with it.",
        "I never met her before the second interview.",
        "She thought my answer on conflict was strong",
    ],
)
def test_what_is_private_or_hangs_on_the_line_before_is_not_asked(text):
    assert made(Topic.CONCERN, text) is None


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("he thinks I come from a place with one currency", "you come from a place with one"),
        ("I have changed job 3 times in 6 years, he counted on fingers", "3 times in 6 years. "),
    ],
)
def test_what_somebody_said_of_the_candidate_is_said_without_them(text, clause):
    said = made(Topic.CONCERN, text).text
    assert clause in said
    assert not {"he", "his", "she"} & set(said.split())


@pytest.mark.parametrize("text", ["I lead 620 people, cost budget 41m.", "I manage 12 sites"])
def test_nobody_is_asked_what_they_did_where_nothing_was_done(text):
    for base in STANDARD:
        said = made(Topic.CLAIM, text, persona=standard(base)).ask
        deeds = {
            made(Topic.CLAIM, POINTS[10][1], persona=standard(base), seed=n).ask for n in range(20)
        }
        assert said not in deeds


def test_a_figure_put_right_is_no_deed():
    assert made(Topic.CLAIM, "I looked it up: the record was 312 days") is None


@pytest.mark.parametrize(
    "text",
    [
        "Spanish, Portuguese or Haitian Creole.",
        "Time spent behind the wheel of, or dispatching, a bus.",
        "Working knowledge of federal civil rights rules.",
        "If your employer does not know that you are applying, tell us early.",
    ],
)
def test_what_one_must_bring_along_is_no_duty(text):
    assert made(Topic.DUTY, text, Kind.JOB) is None


@pytest.mark.parametrize(
    "text", ["I said I would have a go at it", "I will meet him next time, he runs the stores."]
)
def test_a_promise_about_nobody_knows_what_is_not_asked_about(text):
    assert made(Topic.PROMISE, text) is None
