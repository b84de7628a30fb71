"""The order of what is found: narrowed, folded, the newer before the older."""

from datetime import date

import numpy as np
import pytest

from secondround.domain.materials import Kind, Passage
from secondround.domain.scope import EVERYTHING, Scope
from secondround.materials.ranking import best
from secondround.materials.shelf import Shelf

QUERY = "How many depots are there?"


def passage(text, *, day=None, kind=Kind.COMPANY, document="news.md", heading=""):
    return Passage(
        id=f"{document}:{text}",
        document_id=document,
        document=document,
        kind=kind,
        date=day,
        heading=heading,
        start=0,
        end=len(text),
        text=text,
    )


def found(*passages, nearness=(), scope=EVERYTHING, k=5):
    """What is found where the first passage is nearest in meaning, the next a little less, …"""
    near = nearness or [0.9 - 0.05 * place for place in range(len(passages))]
    whole = np.array([[value, np.sqrt(1 - value**2)] for value in near], np.float32)
    shelf = Shelf(passages, whole, whole, list(range(len(passages))))
    return best(QUERY, np.array([1, 0], np.float32), shelf, k, scope)


def texts(passages):
    return [one.text for one in passages]


OLD = passage("The company runs 12 depots across the country.", day=date(2024, 3, 1))
NEW = passage("The company runs 19 depots across the country.", day=date(2026, 3, 1))


def test_of_two_that_say_other_figures_the_newer_comes_first_with_the_higher_score():
    newer, older = found(OLD, NEW)
    assert (newer.text, older.text) == (NEW.text, OLD.text)
    assert newer.score > older.score


def test_an_undated_passage_stays_where_its_nearness_puts_it():
    undated = NEW.model_copy(update={"date": None})
    assert texts(found(OLD, undated)) == [OLD.text, undated.text]


def test_a_newer_passage_about_something_else_does_not_push_ahead():
    other = passage("Diesel costs 9 % more than last year.", day=date(2026, 5, 1))
    assert texts(found(OLD, other)) == [OLD.text, other.text]


def test_what_says_the_same_twice_is_found_once():
    again = OLD.model_copy(update={"id": "copy", "document": "copy.md"})
    assert texts(found(OLD, again)) == [OLD.text]


def test_nothing_is_found_where_even_the_nearest_is_far():
    assert found(passage("The canteen opens at six."), nearness=[0.1]) == []


def test_a_passage_that_holds_all_words_of_the_query_is_found_however_far_it_seems():
    assert found(passage("Depots: how many are there, 12."), nearness=[0.1])


@pytest.mark.parametrize(
    ("scope", "kept"),
    [
        (Scope(kinds=(Kind.JOB,)), ["About the job."]),
        (Scope(documents=("job.pdf",)), ["About the job."]),
        (Scope(person="Priya"), ["Priya asked about it."]),
        (Scope(person="priya shah"), []),
        (Scope(since=date(2025, 1, 1)), [NEW.text]),
        (Scope(until=date(2025, 1, 1)), [OLD.text]),
        (Scope(since=date(2024, 3, 1), until=date(2024, 3, 1)), [OLD.text]),
        (Scope(kinds=(Kind.JOB,), person="Priya"), []),
    ],
)
def test_a_scope_narrows_the_search(scope, kept):
    job = passage("About the job.", kind=Kind.JOB, document="job.pdf")
    priya = passage("Priya asked about it.", kind=Kind.FIRST_INTERVIEW, document="notes.md")
    assert texts(found(OLD, NEW, job, priya, scope=scope)) == kept


def test_a_name_is_looked_for_as_a_word_and_in_headings():
    under = passage("She asked about it.", heading="Ann Lee")
    inside = passage("The annual report is out.")
    assert texts(found(under, inside, scope=Scope(person="Ann"))) == ["She asked about it."]


def test_a_passage_beside_a_near_one_comes_before_another_as_near():
    lines = [
        passage(text, document=name) for text, name in (("Near.", "a"), ("On.", "a"), ("B.", "b"))
    ]
    placed = [one.model_copy(update={"start": 10 * place}) for place, one in enumerate(lines)]
    assert texts(found(*placed, nearness=[0.9, 0.5, 0.5])) == ["Near.", "On.", "B."]
    assert texts(found(*placed[::-1], nearness=[0.5, 0.5, 0.9])) == ["Near.", "On.", "B."]


def test_a_passage_that_may_be_near_among_many_far_ones_is_no_answer():
    many = [passage(f"Line {place}.", document=str(place)) for place in range(60)]
    assert found(*many, nearness=[0.35] + [0.1] * 59) == []
    assert found(*many, nearness=[0.35] * 5 + [0.1] * 55)
    assert found(*many, nearness=[0.5] + [0.1] * 59)


def test_the_best_sentence_counts_as_much_as_the_whole():
    passages = [passage("One. Two."), passage("Three.")]
    whole = np.array([[0.2, 0.98], [0.5, 0.87]], np.float32)
    parts = np.array([[0.1, 0.99], [1.0, 0.0], [0.5, 0.87]], np.float32)
    shelf = Shelf(passages, whole, parts, [0, 0, 1])
    near = shelf.near(np.array([1, 0], np.float32))
    assert near == pytest.approx([0.6, 0.5])
