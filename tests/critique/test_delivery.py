"""Delivery is counted, set beside ranges that the labelled answers show, and judges nobody."""

import json

import numpy as np
import pytest

from secondround.assets import asset_dir
from secondround.critique.delivery import (
    USUAL_FILLERS,
    USUAL_HEDGES,
    USUAL_WORDS,
    count,
    in_words,
)
from secondround.domain.interview import QuestionKind


def rows():
    for path in sorted((asset_dir("knowledge") / "star" / "corpus").glob("*.jsonl")):
        for line in path.read_text(encoding="utf-8").splitlines():
            row = json.loads(line)
            if row["response_type"] == "story" and sum(row["scores"].values()) >= 11:
                yield row["id"], count(" ".join(unit["text"] for unit in row["units"]))


def test_the_ranges_are_those_of_the_good_labelled_answers():
    good = list(rows())
    spoken = [delivery for name, delivery in good if name.startswith("s")]
    assert (len(good), len(spoken)) == (97, 10)
    fifths = [0.1, 0.9]
    words = np.quantile([delivery.words for _, delivery in good], fifths)
    assert tuple(int(bound) for bound in words.round()) == pytest.approx(USUAL_WORDS, abs=1)
    fillers = np.quantile([delivery.fillers for delivery in spoken], fifths)
    assert fillers[1] == pytest.approx(USUAL_FILLERS[1], abs=0.1)
    hedges = np.quantile([delivery.hedges for _, delivery in good], fifths)
    assert hedges[1] == pytest.approx(USUAL_HEDGES[1], abs=0.1)


@pytest.mark.parametrize(
    ("text", "words", "fillers", "hedges"),
    [
        ("Um, I think we uh waited. You know.", 8, 37.5, 12.5),
        ("The drummer hummed; her thinking was sort of fixed.", 9, 0, 11.1),
        ("I’m not sure, perhaps.", 4, 0, 50),
        ("", 0, 0, 0),
    ],
)
def test_fillers_and_hedges_are_counted_for_each_hundred_words(text, words, fillers, hedges):
    counted = count(text)
    assert (counted.words, counted.fillers, counted.hedges) == (words, fillers, hedges)


def test_a_line_says_what_was_counted_and_what_is_usual():
    line = in_words("word " * 140, QuestionKind.BEHAVIOURAL)
    assert line == (
        "140 words, about 60 seconds aloud (65 to 105 in good answers)"
        " · per 100 words: fillers 0 (up to 1.8), hedges 0 (up to 0.5)"
    )
    assert "in good answers" not in in_words("word " * 140, QuestionKind.MOTIVATION)
