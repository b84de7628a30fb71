"""Amounts are the same in digits and in words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from secondround.critique.numbers import amounts, known_amounts


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("forty-one of them", "41 of them"),
        ("forty one per cent", "41%"),
        ("two hundred and ten people", "210 people"),
        ("11,400 boxes", "eleven thousand four hundred boxes"),
        ("£2m", "two million pounds"),
        ("2 million", "two million"),
        ("5k", "five thousand"),
        ("in twenty nineteen", "in 2019"),
        ("in nineteen ninety eight", "in 1998"),
        ("in twenty twenty three", "in 2023"),
        ("at nine thirty", "at 9:30"),
        ("we doubled it", "twice as many"),
        ("we halved it", "half of it"),
    ],
)
def test_the_same_amount_is_known_in_either_writing(one, other):
    for said, source in ((one, other), (other, one)):
        assert [w for w, key in amounts(said) if key not in known_amounts(source)] == []


@pytest.mark.parametrize(
    ("said", "source"),
    [
        ("41%", "forty-one people"),
        ("40", "forty-one"),
        ("4 days", "14 days"),
        ("three million", "two million"),
        ("2 million", "two thousand"),
        ("2018", "twenty nineteen"),
    ],
)
def test_another_amount_is_not_known(said, source):
    assert [w for w, key in amounts(said) if key not in known_amounts(source)]


def test_a_lone_one_is_no_amount():
    assert list(amounts("one of them, and that one")) == []


@given(st.text(alphabet="0123456789,.% kmbn-andtwoforyhud", max_size=60))
def test_a_text_knows_its_own_amounts(text):
    assert {key for _, key in amounts(text)} <= known_amounts(text)


@given(st.integers(0, 999_999_999))
def test_every_whole_number_reads_as_itself(number):
    assert [key for _, key in amounts(f"about {number:,} of")] == [str(number)]
