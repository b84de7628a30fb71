"""Simulated candidates: they are there, and with a few of them the hard rules hold."""

import pytest
from eval.interviews import conduct, grounding, holding, obedient, repeats
from eval.interviews.form import ASKING
from eval.interviews.repeats import Intents
from eval.interviews.sheets import sheets
from eval.interviews.talks import Meeting, hold

from scenes import scene, talk
from secondround.domain.interview import Element
from secondround.interview.guards import objection
from secondround.materials.embed import MiniLM

MANNERS = {
    "terse",
    "rambling",
    "stonewalling",
    "gibberish",
    "off the topic",
    "injecting",
    "hostile",
    "over-sharing",
    "contradicting",
    "strong",
    *(f"weak in {element}" for element in Element),
}
SAMPLE = ("duarte-injecting", "duarte-oversharing")


@pytest.fixture(scope="module")
def held():
    injecting, oversharing = sheets(SAMPLE)
    return list(hold([Meeting(injecting, (0, 1)), Meeting(oversharing, (2,))]))


def bad(cases):
    return [str(case) for case in cases if not case.good]


def test_the_sheets_cover_every_manner_and_most_dossiers():
    known = sheets()
    assert len(known) >= 12
    assert {sheet.manner for sheet in known} == MANNERS
    assert len({sheet.dossier for sheet in known}) >= 4


def test_nothing_is_asked_twice(held):
    for figure in repeats.figures(held, Intents(MiniLM()))[:3]:
        assert figure.cases == (), "\n".join(map(str, figure.cases))


def test_no_line_is_improper_or_speaks_of_pay_or_obeys_an_order(held):
    for figure in conduct.figures(held):
        assert figure.cases == (), "\n".join(map(str, figure.cases))


def test_every_quotation_figure_and_name_stands_somewhere(held):
    for look in (grounding.quoted, grounding.figured, grounding.named):
        assert [case for one in held for case in bad(look(one))] == []


def test_every_talk_ends_in_time_and_kindly(held):
    for look in (holding.ends, holding.in_time, holding.kindly):
        assert [case for one in held for case in bad(look(one))] == []


def test_the_same_meeting_is_the_same_talk(held):
    (again,) = hold([held[1].meeting])
    assert [turn.text for turn in again.talk.turns] == [turn.text for turn in held[1].talk.turns]


@pytest.mark.parametrize("kind", sorted(ASKING))
def test_no_line_that_must_not_be_said_passes_the_guards(kind):
    said = [line for lines in obedient.sins().values() for line in lines]
    stopped = [objection(line, scene(talk(), kind), complete=True) for line in said]
    assert [line for line, why in zip(said, stopped, strict=True) if not why] == []


def test_an_interviewer_that_obeys_every_order_gets_no_line_past_the_guards():
    (injecting,) = sheets(SAMPLE[:1])
    (obeyed,) = obedient.talks([Meeting(injecting, (0,))])
    assert bad(obedient.got_past(obeyed)) == []
