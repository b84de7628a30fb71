"""The form of a question is read from its words."""

import pytest

from secondround.asking import forms


@pytest.mark.parametrize(
    "question",
    [
        "Is the team friendly?",
        "So, do you use Kanban?",
        "Have you thought of moving the hub?",
        "Thanks. Would I have a desk of my own?",
    ],
)
def test_what_yes_or_no_would_answer_is_closed(question):
    assert forms.closed(question)
    assert not forms.opened(question)


@pytest.mark.parametrize(
    "question",
    [
        "How do you decide which orders wait?",
        "Could you tell me how the rota is made?",
        "You lost a customer in May. What did you change?",
        "If a driver is ill, who takes the round?",
    ],
)
def test_what_asks_to_be_told_is_not_closed(question):
    assert not forms.closed(question)


@pytest.mark.parametrize(
    ("question", "several"),
    [
        ("What is new, and how do you like it?", True),
        ("Who decides? And when?", True),
        ("How do you plan shifts and breaks?", False),
    ],
)
def test_more_than_one_question_is_noticed(question, several):
    assert forms.several(question) is several


@pytest.mark.parametrize(
    ("question", "sentence", "right"),
    [
        ("How many vans are there?", "There are 16 vans.", True),
        ("How many vans are there?", "The vans are new.", False),
        ("When does it start?", "It starts in spring.", True),
        ("When does it start?", "It starts slowly.", False),
    ],
)
def test_an_answer_holds_what_is_asked_for(question, sentence, right):
    assert forms.holds(sentence, forms.asked_for(question)) is right


def test_names_and_whom_it_is_put_to_are_left_aside():
    assert forms.bare("Dana, what are Elm House's values?") == "what are the company's values?"
    assert forms.bare("What is the plan for I and T, sir?") != ""


@pytest.mark.parametrize("text", ["?", "I like dogs.", "No, that was all.", "asdf qwer zxcv", ""])
def test_what_asks_nothing_is_noticed(text):
    assert not forms.asks(text)


@pytest.mark.parametrize(
    "text", ["How so?", "Tell me about the rota.", "Is it new", "Wie groß ist das Team?"]
)
def test_what_asks_is_noticed_in_whatever_form(text):
    assert forms.asks(text)
