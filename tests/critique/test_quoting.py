"""Quotes are short and verbatim; trimmed sentences lose fillers only."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondround.critique.quoting import LONGEST, excerpt, snip, trimmed

spoken = st.lists(
    st.sampled_from(
        [
            "um",
            "so",
            "and",
            "I",
            "i",
            "rang",
            "the",
            "depot,",
            "because",
            "it",
            "was",
            "late.",
            "“no”",
        ]
    ),
    max_size=40,
).map(" ".join)


@given(st.one_of(st.text(max_size=120), spoken))
def test_a_quote_is_verbatim_and_short(text):
    quote = snip(text)
    assert quote in text
    assert len(quote.split()) <= LONGEST
    assert quote.count("“") == quote.count("”")


@given(spoken)
def test_trimming_keeps_the_words_in_their_order(text):
    left = [w.lower() for w in re.findall(r"\w+", trimmed(text))]
    rest = iter(re.findall(r"\w+", text.lower()))
    assert all(word in rest for word in left)


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("So, um, I rang the depot.", "I rang the depot"),
        ("and then I I rang the depot", "I rang the depot"),
        ("I um I rang the depot", "I rang the depot"),
        ("okay", "okay"),
        ("...", ""),
        (
            "I moved the dough in the fish van after scrubbing it twice, and checked every tray at "
            "three in the morning.",
            "I moved the dough in the fish van after scrubbing it twice",
        ),
        ("I went to the (very old mill and stayed", "very old mill and stayed"),
    ],
)
def test_a_quote_starts_at_the_point_and_ends_at_a_pause(text, quote):
    assert snip(text) == quote


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("um so yeah it was it was the week before", "It was the week before."),
        ("and I, you know, rang the the depot", "I rang the depot."),
        ("It was, I think, a Monday.", "It was a Monday."),
        ("I think of others first", "I think of others first."),
        ("I had had enough", "I had had enough."),
        ("um", ""),
    ],
)
def test_a_trimmed_sentence_can_be_read(text, sentence):
    assert trimmed(text) == sentence


@pytest.mark.parametrize(
    ("text", "part", "expected"),
    [
        ("Waste fell by 20 % in 2025.", "20 %", "Waste fell by 20 % in 2025"),
        (
            "At the plant we ran on four lines and waste fell by 20 % within a single year of work",
            "20 %",
            "waste fell by 20 % within a single",
        ),
        ("Waste fell by 20 % in 2025.", "12 %", ""),
        ("12 of us did it.", "12", "12 of us did it"),
    ],
)
def test_an_excerpt_is_the_words_around_a_part(text, part, expected):
    found = excerpt(text, part, 8)
    assert found == expected
    assert found in text
