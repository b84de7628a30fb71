"""Passages: every one is the text between its offsets, and nothing of a document is lost."""

import re
import time
from collections import Counter
from datetime import UTC, date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from secondround.domain.materials import Document, Kind
from secondround.materials.chunk import MOST_WORDS, passages

DOCUMENT = Document(
    id="0123456789abcdef",
    dossier_id="d",
    name="notes.md",
    kind=Kind.FIRST_INTERVIEW,
    date=date(2026, 11, 10),
    text="-",
    added_at=datetime(2026, 11, 11, tzinfo=UTC),
)
WORDS = st.sampled_from(
    "the Ward manager said 7% of it, late. Really? £38,000 (so e.g. Dr. Adeyemi 漢字 naïve".split()
)
SENTENCES = st.lists(WORDS, min_size=1, max_size=40).map(" ".join)
LINES = st.one_of(
    SENTENCES,
    SENTENCES.map("- {}".format),
    SENTENCES.map("  * {}".format),
    st.tuples(st.integers(1, 6), SENTENCES).map(lambda it: f"{'#' * it[0]} {it[1]}"),
    st.sampled_from(
        ["", "", "Worries:", "WHO CAME", "**Bold**", "---", "1. one", "Skills", "3 May 2026: news",
         "Measure: Sales; 2025: £12; 2026: £14"]
    ),
)  # fmt: skip
TEXTS = st.one_of(
    st.lists(LINES, min_size=1, max_size=25).map("\n".join),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=400),
)


def cut(text):
    return passages(DOCUMENT.model_copy(update={"text": text}))


def words(text):
    return Counter(re.findall(r"\w+", text))


@given(TEXTS)
@settings(max_examples=300, deadline=None)
def test_a_passage_is_the_text_between_its_offsets_and_they_go_forward(text):
    end = 0
    for passage in cut(text):
        assert text[passage.start : passage.end] == passage.text
        assert passage.id == f"{DOCUMENT.id}:{passage.start}-{passage.end}"
        assert passage.start >= end
        assert passage.text.strip() == passage.text != ""
        end = passage.end


@given(TEXTS)
@settings(max_examples=300, deadline=None)
def test_every_word_stands_in_a_passage_or_in_its_heading(text):
    found = cut(text)
    held = words("\n".join(f"{p.text}\n{p.heading}" for p in found))
    titles = words(first_title(text))
    assert not words(text) - held - titles


def first_title(text):
    """A document's title is not repeated in the headings below it."""
    return "\n".join(re.findall(r"(?m)^\s*# .*$", text))


@given(TEXTS)
@settings(max_examples=200, deadline=None)
def test_only_a_table_row_is_longer_than_a_passage_may_be(text):
    for passage in cut(text):
        assert len(passage.text.split()) <= MOST_WORDS or "; " in passage.text


def test_a_passage_never_crosses_a_heading():
    found = cut("## Doubts\n\n- too junior\n\n## Promises\n\n- send the rota\n")
    assert [(p.heading, p.text) for p in found] == [
        ("Doubts", "- too junior"),
        ("Promises", "- send the rota"),
    ]


def test_a_sub_heading_carries_the_one_above_but_not_the_title():
    found = cut("# A profile\n\n## News\n\n### Hub put back\n\nIt waits until spring.")
    assert [p.heading for p in found] == ["News › Hub put back"]


@pytest.mark.parametrize(
    "heading", ["Worries:", "WORRIES", "**Worries**", "Worries they had", "## Worries"]
)
def test_headings_are_seen_however_they_are_written(heading):
    (found,) = cut(f"Spoke for an hour.\n\n{heading}\n- no night shifts so far\n")[1:]
    assert found.heading.casefold().startswith("worries")
    assert found.text == "- no night shifts so far"


def test_a_heading_with_nothing_below_is_a_passage_of_its_own():
    assert [p.text for p in cut("# Plan\n\n# Budget\n\nIt is small.")] == ["# Plan", "It is small."]


def test_jobs_in_a_resume_head_the_items_below_them():
    found = cut(
        "Experience\nShift Manager, Hallam Crust, 2023 to today\n- Led 22 drivers and loaders.\n"
        "Depot Supervisor, Penline, 2020 to 2023\n- Set up a returns desk.\n"
    )
    assert [p.heading for p in found] == [
        "Experience › Shift Manager, Hallam Crust, 2023 to today",
        "Experience › Depot Supervisor, Penline, 2020 to 2023",
    ]


def test_small_items_are_joined_and_a_full_one_stands_alone():
    long = "- " + " ".join(["word"] * 95)
    found = cut(
        f"- No tests.\n- In person.\n{long}\n- Bring the plan along, as she asked you to do."
    )
    assert [len(p.text.splitlines()) for p in found] == [3, 1]


def test_a_long_paragraph_is_cut_between_sentences():
    sentence = "The hub is still being built and nobody knows the way to it yet."
    found = cut(" ".join([sentence] * 30))
    assert len(found) > 3
    assert all(p.text.endswith("yet.") and p.text.startswith("The hub") for p in found)


def test_a_transcript_without_a_full_stop_is_cut_all_the_same():
    found = cut("and then we went on " * 100)
    assert max(len(p.text.split()) for p in found) <= MOST_WORDS


def test_a_line_wrapped_at_the_margin_is_one_sentence():
    wrapped = "I said that I would send them the rules that we agreed with the\nPackers in spring."
    assert [p.text for p in cut(wrapped)] == [wrapped]


def test_table_rows_stay_whole():
    rows = [f"Measure: Item {i}; 2025: {'very ' * 12}small; 2026: large" for i in range(4)]
    text = "\n".join(p.text for p in cut("\n".join(rows)))
    assert text.splitlines() == rows
    assert all(set(p.text.splitlines()) <= set(rows) for p in cut("\n".join(rows)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("14 October 2026: the hub opens.", date(2026, 10, 14)),
        ("- Tuesday, 14 October 2026: the hub opens.", date(2026, 10, 14)),
        ("### 2 October 2026: put back\n\nIt waits.", date(2026, 10, 2)),
        ("The hub opened on 14 October 2025.", date(2026, 11, 10)),
        ("4 vans until 3 May 2026", date(2026, 11, 10)),
    ],
)
def test_a_passage_has_its_own_date_where_it_opens_with_one(text, expected):
    assert cut(text)[0].date == expected


def test_dated_lines_are_not_joined():
    found = cut("14 October 2026: the hub opens.\n2 September 2026: a van was bought.")
    assert [p.date for p in found] == [date(2026, 10, 14), date(2026, 9, 2)]


@pytest.mark.parametrize("text", ["", "\n \n", "---\n***"])
def test_nothing_said_is_no_passage(text):
    assert cut(text) == []


@pytest.mark.parametrize(
    "text",
    ["- " * 100_000, "# " * 100_000, "**" * 100_000, "# a" + " " * 100_000 + "b", "7" * 200_000,
     "a: b; " * 30_000, "ABC DEF " * 25_000, "one. " * 40_000, "- a\n" * 20_000],
    ids=["marks", "hashes", "stars", "gap", "digits", "rows", "capitals", "stops", "items"],
)  # fmt: skip
def test_an_odd_long_text_takes_no_longer_than_a_plain_one(text):
    began = time.perf_counter()
    cut(text)
    assert time.perf_counter() - began < 10  # what is quadratic takes minutes


def test_a_passage_knows_the_page_it_begins_on():
    first, second = "Sales rose to £4m.", "## Outlook\n\nA second mill opens in May."
    text = f"{first}\n\n{second}"
    document = DOCUMENT.model_copy(update={"text": text, "pages": (0, text.index("##"))})
    assert [passage.page for passage in passages(document)] == [1, 2]
    assert passages(document)[1].under == "page 2, Outlook"
    assert [passage.page for passage in cut(text)] == [None, None]
