"""Lines that cannot both hold are shown as a pair, the newer one marked; others are left alone."""

from datetime import date

import pytest

from scenes import passage
from secondround.domain.materials import BriefLine, Kind, State, Topic
from secondround.materials.conflicts import find, superseded


def line(text, document, topic=Topic.CLAIM, on=None, about=""):
    kind = Kind.COMPANY if topic is Topic.FACT else Kind.RESUME
    where = passage(text, kind, date=on).model_copy(
        update={"document_id": document, "document": document}
    )
    return BriefLine(topic=topic, text=text, passages=(where,), date=on, about=about)


CUT_3 = line("I cut late deliveries from 9% to 3% in 14 months", "notes")
CUT_4 = line("Cut late deliveries from 9% to 4% in 14 months by moving the plan", "cv")
PLANNED = line(
    "A fourth hub, in Nottingham, is planned for autumn 2026.",
    "news",
    Topic.FACT,
    date(2025, 11, 3),
)
PUT_OFF = line(
    "Millrace has put off its fourth hub in Nottingham until spring 2027.",
    "later",
    Topic.FACT,
    date(2026, 10, 1),
)


def test_a_claim_with_another_figure_in_the_cv_is_a_conflict_of_which_none_is_newer():
    (found,) = find([CUT_3, CUT_4])
    assert (found.older, found.newer, found.dated) == (CUT_3.id, CUT_4.id, False)


@pytest.mark.parametrize("lines", [[PLANNED, PUT_OFF], [PUT_OFF, PLANNED]])
def test_old_news_that_newer_news_takes_back_is_a_conflict_and_stale(lines):
    (found,) = find(lines)
    assert (found.older, found.newer, found.dated) == (PLANNED.id, PUT_OFF.id, True)
    stale = {each.id: each.stale for each in superseded(lines, [found])}
    assert stale == {PLANNED.id: True, PUT_OFF.id: False}


def test_a_figure_that_changed_from_one_year_to_the_next_is_a_conflict():
    before = line("The company employs 171 members of staff", "a", Topic.FACT, date(2025, 6, 1))
    after = line("The company employs 212 members of staff", "b", Topic.FACT, date(2026, 6, 1))
    (found,) = find([after, before])
    assert (found.older, found.newer) == (before.id, after.id)


@pytest.mark.parametrize(
    "other",
    [
        line("I cut late deliveries from 9% to 3% in 14 months", "cv"),
        line("Led the early shift of 15 loaders and 30 drivers", "cv"),
        line("Cut late deliveries from 9% to 4% in 14 months", "notes"),
        line("Cut late deliveries from 9% to 4% in 14 months", "cv", Topic.COMPETITOR, about="A"),
    ],
)
def test_the_same_another_thing_or_the_same_document_is_no_conflict(other):
    assert find([CUT_3, other]) == ()


def test_what_the_person_confirmed_is_not_called_out_of_date():
    confirmed = PLANNED.model_copy(update={"state": State.CONFIRMED})
    found = find([confirmed, PUT_OFF])
    assert not any(each.stale for each in superseded([confirmed, PUT_OFF], found))


def test_words_of_ones_own_that_cite_nothing_are_left_alone():
    own = BriefLine(topic=Topic.CLAIM, text=CUT_4.text, state=State.ADDED)
    assert find([CUT_3, own]) == ()
