"""The date of a document: stated, written in full, and never guessed."""

from datetime import date

import pytest

from secondround.materials.dates import find, opening

TENTH = date(2026, 11, 10)


@pytest.mark.parametrize(
    "written",
    [
        "2026-11-10",
        "2026/11/10",
        "2026-11-10T14:00",
        "10.11.2026",
        "10. 11. 2026",
        "10 November 2026",
        "10th of November 2026",
        "Tuesday 10 Nov. 2026, 14:00",
        "November 10, 2026",
        "Nov 10th 2026",
        "10. November 2026",
        "10 novembre 2026",
        "10 de noviembre de 2026",
    ],
)
def test_full_dates_are_found_in_head_and_name(written):
    assert find("notes.md", f"# Call\n\n{written}\n\nThey asked.", "") == TENTH
    name = f"call {written.replace('/', '-').replace(':', '')}.md"
    assert find(name, "They asked.", "") == TENTH


@pytest.mark.parametrize(
    "name", ["notes_2026_11_10.md", "10_November_2026.txt", "Call-10-Nov-2026", "20261110 call.md"]
)
def test_file_names_join_a_date_with_any_mark(name):
    assert find(name, "", "") == TENTH


@pytest.mark.parametrize(
    ("written", "day"),
    [
        ("03/04/2026", None),
        ("13/04/2026", date(2026, 4, 13)),
        ("04/13/2026", date(2026, 4, 13)),
        ("4/4/2026", date(2026, 4, 4)),
        ("31-12-2026", date(2026, 12, 31)),
    ],
)
def test_day_and_month_that_could_be_swapped_are_not_guessed(written, day):
    assert find("notes.md", written, "") == day


@pytest.mark.parametrize(
    "text",
    [
        "November 2026",
        "10 November",
        "31 February 2026",
        "Version 10.11.20261",
        "Call 07700 2026 1110",
        "Reference 20261110",
        "Born 10 November 1991 in Leeds",
        "Closing date: 10 November 2026",
        "Start: as soon as possible, before 14 December 2026",
        "Apply by 10 November 2026",
        "Founded on 1 May 1994",
    ],
)
def test_what_is_not_the_full_date_of_the_document_counts_for_nothing(text):
    assert find("notes.md", text, "") is None


def test_the_files_own_date_goes_before_its_name_and_the_name_before_the_text():
    assert find("2026-11-10.md", "12 November 2026", "2026-11-16") == date(2026, 11, 16)
    assert find("2026-11-10.md", "12 November 2026", "") == TENTH


def test_only_the_head_of_the_text_counts():
    assert find("notes.md", "Word.\n" * 30 + "10 November 2026", "") is None


def test_days_to_come_can_be_left_out():
    text = "They meet me again on 24 November 2026. Written on 10 November 2026."
    assert find("notes.md", text, "2999-01-01", not_after=date(2026, 11, 12)) == TENTH


@pytest.mark.parametrize(
    "text", ["10 November 2026: Hub opens", "- Tuesday, 10 Nov 2026, call", "(2026-11-10) notes"]
)
def test_a_date_that_a_passage_opens_with_is_its_own(text):
    assert opening(text) == TENTH


@pytest.mark.parametrize(
    "text", ["", "The hub opens on 10 November 2026.", "Hub\n10 November 2026"]
)
def test_a_date_further_on_does_not_open_a_passage(text):
    assert opening(text) is None
