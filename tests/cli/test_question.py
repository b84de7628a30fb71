"""`secondround question` as another program uses it: real data folder, no key, no network."""

import json
import os
from pathlib import Path

import pytest

from secondround.domain.asking import AskLabel

CONTEXT = "Dana runs the bakery team. The team has 14 people on two shifts. A customer left in May."
NOTES = """# First interview, 12 March 2026

Dana Ruiz runs the day shift. The team has 14 people on two shifts.
A second bakery opens in Leeds in May.
"""


def test_a_question_without_a_dossier_is_labelled_and_leaves_no_data(run):
    row = json.loads(run("question", "--json", text="What is the culture like?").stdout)
    assert list(row) == ["label", "why", "reply", "sources"]
    assert row["label"] == "generic"
    assert row["why"]
    assert row["reply"]
    assert row["sources"] == []
    assert not Path(os.environ["SECONDROUND_HOME"]).exists()


def test_pay_is_avoided_unless_it_was_raised(run):
    pay = "What is the salary?"
    assert json.loads(run("question", "--json", text=pay).stdout)["label"] == "avoid"
    raised = json.loads(run("question", "--pay-raised", "--json", text=pay).stdout)
    assert raised["label"] != "avoid"


def test_it_can_be_read_without_json(run):
    out = run("question", "--persona", "executive", text="What is the culture like?").stdout
    assert out.startswith("generic: ")


def test_many_are_answered_a_line_each_and_a_bad_line_is_named(run, tmp_path):
    cases = [
        {"id": "a", "question": "How many people are in the team?", "persona": "teammate"},
        {"id": "b", "question": "How many vans do you have?", "persona": "executive"},
        {"id": "c", "question": "What would I earn?", "persona": "manager", "pay_raised": False},
        {"id": "d", "question": "Who are you?", "persona": "the pope"},
    ]
    lines = [json.dumps({**case, "context": CONTEXT}) for case in cases]
    path = tmp_path / "cases.jsonl"
    path.write_text("\n".join([*lines[:2], "not json", "", *lines[2:]]), encoding="utf-8")
    ran = run("question", "--jsonl", path)
    rows = {row["id"]: row for row in map(json.loads, ran.stdout.splitlines())}
    assert list(rows) == ["a", "b", "c"]
    assert {row["label"] for row in rows.values()} <= {*AskLabel}
    assert rows["a"]["label"] == "already_answered"
    assert rows["a"]["sources"] == ["The team has 14 people on two shifts."]
    assert rows["a"]["sources"][0].rstrip(".") in rows["a"]["reply"]
    assert rows["b"]["sources"] == []
    assert rows["c"]["label"] == "avoid"
    first, second = ran.stderr.strip().splitlines()
    assert first.startswith("Line 3 ")
    assert second.startswith("Line 6 ")


def test_with_a_dossier_the_reply_draws_on_its_passages(run, tmp_path):
    notes = tmp_path / "first interview.md"
    notes.write_text(NOTES, encoding="utf-8")
    run("ingest", "--dossier", "Elm Bakery", notes)
    words = ("question", "--dossier", "elm bakery", "--persona", "manager", "--json")
    row = json.loads(run(*words, text="How many people are in the team?").stdout)
    assert row["label"] == "already_answered"
    assert "14 people" in row["reply"]
    [source] = row["sources"]
    assert source["document"] == notes.name
    assert set(source) >= {"text", "document", "kind", "start", "end", "score"}


@pytest.mark.parametrize("words", [(), ("--persona", "nobody"), ("--dossier", "nowhere")])
def test_what_cannot_be_answered_is_said_in_a_sentence(run, words):
    text = "What is new?" if words else "  "
    ran = run("question", "--json", *words, text=text, code=1)
    assert ran.stderr.strip().endswith(".")
    assert "Traceback" not in ran.stderr
