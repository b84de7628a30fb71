"""Questions worth asking come from the brief, fit the person, and are strong."""

import datetime as dt

import pytest

from scenes import DOSSIER, PRIYA, passage
from secondround.asking.suggesting import suggestions
from secondround.asking.wordlist import topics_of
from secondround.domain.asking import AskLabel
from secondround.domain.materials import Aspect, Brief, BriefLine, Kind, PersonaKind, Topic
from secondround.interview import personas
from secondround.knowledge import sheet_advice


def line(topic, text, kind=Kind.FIRST_INTERVIEW, **fields):
    return BriefLine(topic=topic, text=text, passages=(passage(text, kind),), **fields)


LINES = (
    line(Topic.PROBLEM, "On Thursdays 7 % of the Sheffield boxes arrive late."),
    line(Topic.QUESTION, "How do the planners and the night packers hand over on Thursdays?"),
    line(Topic.QUESTION, "What would the salary for the hub lead be?"),
    line(Topic.CONCERN, "Dana doubts that I have led enough drivers."),
    line(Topic.DUTY, "You lead the packing and driving teams, day and night.", Kind.JOB),
    line(
        Topic.FACT,
        "Millrace Pantry has put off its Nottingham hub until spring 2027.",
        Kind.COMPANY,
        aspect=Aspect.STRATEGY,
        date=dt.date(2026, 10, 2),
    ),
    line(
        Topic.FACT,
        "The Nottingham hub of Millrace Pantry opens this autumn.",
        Kind.COMPANY,
        aspect=Aspect.NEWS,
        stale=True,
    ),
    line(
        Topic.COMPETITOR,
        "Larder Van has halved its delivery charge to £1.50.",
        Kind.COMPANY,
        about="Larder Van",
    ),
)
BRIEF = Brief(dossier_id="d", lines=LINES)


def search(dossier_id, query, k=5, kinds=()):
    return [p for line in LINES for p in line.passages][:k]


@pytest.fixture(scope="module")
def suggested(labeller):
    return {
        kind: suggestions(DOSSIER, BRIEF, personas.standard(kind), labeller, search)
        for kind in PersonaKind
    }


@pytest.mark.parametrize("kind", PersonaKind)
def test_each_is_one_strong_question_not_on_pay(labeller, suggested, kind):
    assert 3 <= len(suggested[kind]) <= 5
    for each in suggested[kind]:
        assert each.text.count("?") == 1
        assert not list(topics_of(each.text))
        texts = [p.text for p in search("d", each.text)]
        assert labeller.label(each.text, kind, texts).label is AskLabel.STRONG, each.text


@pytest.mark.parametrize("kind", PersonaKind)
def test_what_is_quoted_stands_in_its_source_and_nothing_stale_is_used(suggested, kind):
    for each in suggested[kind]:
        assert "this autumn" not in each.text
        if "“" in each.text:
            quote = each.text.split("“")[1].split("”")[0]
            assert quote in each.passages[0].text


def test_people_are_asked_different_things_in_different_words(suggested):
    texts = {kind: {each.text for each in found} for kind, found in suggested.items()}
    shared = set.intersection(*texts.values())
    assert shared <= {LINES[1].text}
    assert "Larder Van" in " ".join(texts[PersonaKind.EXECUTIVE])
    assert "Larder Van" not in " ".join(texts[PersonaKind.TEAMMATE])


def test_an_empty_brief_leaves_at_most_what_is_strong_by_itself(labeller):
    nothing = suggestions(
        DOSSIER, Brief(dossier_id="d"), personas.standard("manager"), labeller, lambda *q, **k: ()
    )
    for each in nothing:
        assert labeller.label(each.text, PersonaKind.MANAGER).label is AskLabel.STRONG


def test_the_same_brief_gives_the_same_questions(labeller, suggested):
    again = suggestions(DOSSIER, BRIEF, personas.standard("manager"), labeller, search)
    assert again == suggested[PersonaKind.MANAGER]


def test_what_is_left_open_for_somebody_else_is_not_suggested(labeller):
    hers = line(Topic.QUESTION, "How does Priya decide which of the late boxes go out first?")
    both = BRIEF.model_copy(update={"lines": (hers, *LINES)})
    [ben] = [p for p in personas.for_dossier(DOSSIER) if p.id == "teammate"]
    [priya] = [p for p in personas.for_dossier(DOSSIER) if p.name == PRIYA.name]
    for persona, expected in ((priya, True), (ben, False)):
        made = suggestions(DOSSIER, both, persona, labeller, search)
        assert (hers.text in {each.text for each in made}) is expected


def test_each_says_what_it_takes_up(suggested):
    for each in suggested[PersonaKind.MANAGER]:
        assert each.because.endswith(".") is bool(each.passages)


@pytest.mark.parametrize("kind", PersonaKind)
def test_where_nothing_is_known_the_products_advice_remains(labeller, kind):
    nothing = Brief(dossier_id="d")
    made = suggestions(DOSSIER, nothing, personas.standard(kind), labeller, lambda *q, **k: ())
    assert [each.text for each in made] == list(sheet_advice()[kind].ask)
