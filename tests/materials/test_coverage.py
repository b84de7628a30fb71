"""The meter counts what is there, names where it is found, and says what to do about the rest."""

import datetime as dt

from scenes import DOSSIER
from secondround.domain.materials import (
    Aspect,
    Brief,
    BriefLine,
    Document,
    Kind,
    Person,
    PersonaKind,
    Topic,
)
from secondround.knowledge import wanted
from secondround.materials.coverage import coverage

TODAY = dt.date(2026, 3, 2)


def held(*lines, dossier=DOSSIER, documents=()):
    brief = Brief(dossier_id=dossier.id, lines=lines)
    found = coverage(dossier, documents, brief, TODAY)
    return found, {item.id: item for item in found.items}


def line(topic, text="Something.", **fields):
    return BriefLine(topic=topic, text=text, **fields)


def news(date, **fields):
    return line(Topic.FACT, aspect=Aspect.NEWS, date=date, **fields)


def test_nothing_at_all_is_nought_percent_and_each_item_says_what_to_do():
    found, items = held(dossier=DOSSIER.model_copy(update={"people": ()}))
    assert found.share == 0
    assert all(item.do for item in items.values())
    weights = [item.weight for item in found.missing]
    assert weights == sorted(weights, reverse=True)


def test_a_document_meets_its_item_and_is_named():
    notes = Document(
        id="n",
        dossier_id="d",
        name="notes.md",
        kind=Kind.FIRST_INTERVIEW,
        text="Notes.",
        added_at=DOSSIER.created_at,
    )
    found, items = held(documents=[notes])
    assert items["first-interview"].met
    assert items["first-interview"].found_in == ("notes.md",)
    assert items["first-interview"].do == ""
    assert not items["job"].met
    assert found.share == sum(item.weight for item in items.values() if item.met)


def test_a_line_meets_the_items_of_its_topic_and_callback():
    _, items = held(line(Topic.CONCERN, "They doubt it.", callback=True))
    assert items["concerns"].found_in == ("They doubt it.",)
    assert items["callbacks"].met
    assert not items["promises"].met


def test_old_or_stale_news_is_no_news():
    for fact in (news(dt.date(2025, 8, 1)), news(dt.date(2026, 2, 1), stale=True), news(None)):
        assert not held(fact)[1]["news"].met
    assert held(news(dt.date(2025, 10, 1)))[1]["news"].met


def test_a_rivals_fact_is_not_one_on_the_company():
    _, items = held(line(Topic.COMPETITOR, aspect=Aspect.PRODUCT, about="Larder Van"))
    assert items["competitors"].met
    assert not items["products"].met


def test_people_are_known_when_each_has_a_title_and_a_line():
    tom = Person(name="Tom Okoro", kind=PersonaKind.TEAMMATE)
    dossier = DOSSIER.model_copy(update={"people": (*DOSSIER.people, tom)})
    _, items = held(line(Topic.PERSON, "Priya Shah, runs the care."), dossier=dossier)
    for id in ("people", "about-people"):
        assert not items[id].met
        assert items[id].about == ("Tom Okoro",)
    _, items = held(line(Topic.PERSON, "Priya Shah, runs the care."))
    assert items["people"].met
    assert items["about-people"].met


def test_all_of_it_together_is_a_hundred_percent():
    aspects = [
        line(Topic.FACT, f"On {aspect}.", aspect=aspect, date=TODAY, callback=True)
        for aspect in Aspect
    ]
    others = [line(topic, f"Priya Shah and {topic}.") for topic in Topic if topic != Topic.FACT]
    kinds = [
        Document(
            id=kind,
            dossier_id="d",
            name=kind,
            kind=kind,
            text=kind,
            added_at=DOSSIER.created_at,
        )
        for kind in Kind
    ]
    dossier = DOSSIER.model_copy(update={"interview_at": DOSSIER.created_at})
    found, _ = held(*aspects, *others, dossier=dossier, documents=kinds)
    assert found.share == 100
    assert found.missing == ()
    assert len(found.items) == len(wanted())
