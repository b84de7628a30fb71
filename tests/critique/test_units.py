"""How an answer is cut: nothing lost, nothing twice, at the places where a listener would pause."""

import time
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from critique.spoken import TRANSCRIPT
from secondround.critique.units import LONGEST, cut

WORDS = st.sampled_from(
    "I we and so then because rang him her 5. 12) 1. (a) - Dr. e.g. p.m. etc. 4.5 ... wait… “No.” "
    'he said: "Go!" Why? it’s über 漢字。 🙂 ; – . ! I. band U.S. Then A No. 3'.split()
)
GAPS = st.sampled_from([" ", "  ", "\t", "\n", "\n\n", "\r\n", "\u00a0", ""])
SPOKEN = st.lists(st.tuples(WORDS, GAPS), max_size=150).map(
    lambda pairs: "".join(word + gap for word, gap in pairs)
)
TEXTS = st.one_of(st.text(max_size=300), SPOKEN)


def pieces(text):
    return [text[start:end] for start, end in cut(text)]


def letters(text):
    return "".join(text.split())


@given(TEXTS)
def test_every_character_but_white_space_comes_once_and_in_order(text):
    assert "".join(letters(piece) for piece in pieces(text)) == letters(text)


@given(TEXTS)
def test_units_do_not_overlap_and_are_never_blank(text):
    spans = cut(text)
    assert all(start < end for start, end in spans)
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))
    assert all(piece == piece.strip() for piece in pieces(text))


@given(TEXTS)
def test_the_same_text_is_cut_the_same_way(text):
    assert cut(text) == cut(text)


@given(st.lists(WORDS, max_size=150))
def test_how_many_spaces_stand_between_two_words_makes_no_difference(words):
    narrow, wide = pieces(" ".join(words)), pieces(" \t  ".join(words))
    assert [piece.split() for piece in narrow] == [piece.split() for piece in wide]


@given(TEXTS)
def test_no_unit_is_longer_than_a_listener_can_hold(text):
    assert all(len(piece.split()) <= LONGEST for piece in pieces(text))


@pytest.mark.parametrize(
    "sentence",
    ["I rang him at 5. ", "so and then because ", "word ", "1. ", "etc. ", "– "],
)
def test_twenty_thousand_words_take_less_than_two_seconds(sentence):
    text = sentence * (20_000 // len(sentence.split()))
    started = time.perf_counter()
    assert cut(text)
    assert time.perf_counter() - started < 2


@pytest.mark.parametrize(
    "units",
    [
        ["I rang him.", "He came!", "Why not?", "Then we left…", "It was late."],
        ["I left at 4.30 with 12.5 per cent.", "It held."],
        ["Dr. Okoye and Mrs. Lind rang, e.g. on Monday.", "I wrote it down."],
        ["We met at 5 p.m. and talked.", "She agreed."],
        ["It was 5 p.m.", "She agreed."],
        ["I brought paint, brushes, etc. and began.", "It dried."],
        ["He said “No.”", "I asked again."],
        ['She said "Stop!"', "I stopped."],
        ["(It was a Sunday.)", "Nobody came."],
        ["I asked J. Smith.", "He knew."],
    ],
)
def test_a_sentence_ends_at_its_mark_and_nowhere_else(units):
    assert pieces(" ".join(units)) == units


@pytest.mark.parametrize(
    "units",
    [
        ["They put me in band 5.", "Then I asked why."],
        ["He owed me 20.", "I gave him 5.", "It was fine."],
        ["It was a class of 30.", "I took half."],
    ],
)
def test_a_number_may_end_a_sentence(units):
    assert pieces(" ".join(units)) == units
    assert pieces("\n".join(units)) == units


@pytest.mark.parametrize(
    "units",
    [
        ["1. Rang the vendor", "2. Printed the rolls"],
        ["1) rang the vendor", "2) printed the rolls"],
        ["- rang the vendor", "- printed the rolls"],
        ["• Rang the vendor", "• Printed the rolls"],
    ],
)
def test_a_list_is_cut_before_each_sign_and_not_after_it(units):
    assert pieces("\n".join(units)) == units


def test_a_numbered_list_in_one_line_keeps_its_numbers_with_their_items():
    units = ["There were three things to do.", "1. Ring her.", "2. Wait.", "3. Ask again."]
    assert pieces(" ".join(units)) == units
    assert pieces("I did this: 1. rang her and waited") == ["I did this:", "1. rang her and waited"]


def test_an_empty_line_parts_even_what_goes_on_in_small_letters():
    assert pieces("I rang him\n\nand he came") == ["I rang him", "and he came"]
    assert pieces("I rang him\nand he came") == ["I rang him\nand he came"]


def test_speech_without_marks_is_cut_where_the_next_clause_begins():
    units = pieces(TRANSCRIPT)
    assert len(units) >= 5
    assert max(len(unit.split()) for unit in units) <= 30
    assert any(unit.startswith("because half of them") for unit in units)
    assert not any(unit.split()[-1] in {"and", "so", "because", "the", "i"} for unit in units)


def test_a_sentence_one_can_hold_stays_whole():
    sentence = "I rang him because he knew the boiler and then I wrote it all down."
    assert pieces(sentence) == [sentence]


@pytest.mark.parametrize("text", ["", " ", "\n\t\n"])
def test_where_nothing_was_said_there_are_no_units(text):
    assert cut(text) == []
