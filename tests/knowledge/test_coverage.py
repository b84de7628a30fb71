"""The checklist and the advice of prep sheets are whole, and a broken file is named."""

import pytest

from secondround.domain.materials import PersonaKind
from secondround.errors import SetupError
from secondround.knowledge import read_sheet_advice, read_wanted, sheet_advice, wanted

ITEM = "- {id: a, label: A, weight: %s, met_by: %s, do: Do it.}\n"


def test_every_item_says_what_to_do_in_one_sentence():
    for item in wanted():
        assert item.do.endswith(".")
        assert ". " not in item.do
        assert not item.label.endswith(".")


def test_every_kind_of_interviewer_has_three_questions_to_be_asked():
    for kind in PersonaKind:
        asked = sheet_advice()[kind].ask
        assert len(asked) >= 3
        assert all(question.endswith("?") for question in asked)


@pytest.mark.parametrize(
    ("text", "says"),
    [
        (ITEM % (99, "{kind: job}"), "99 together"),
        (ITEM % (100, "{}"), "item a"),
        (ITEM % (100, "{kind: job, topic: fact}"), "item a"),
        (ITEM % (100, "{topic: gossip}"), "met_by.topic"),
    ],
)
def test_a_broken_checklist_is_named(tmp_path, text, says):
    file = tmp_path / "coverage.yaml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(SetupError, match=says):
        read_wanted(file)


def test_advice_that_leaves_out_a_kind_is_refused(tmp_path):
    file = tmp_path / "sheets.yaml"
    file.write_text("- {id: manager, looks_for: [a], ask: [b], avoid: [c]}\n", encoding="utf-8")
    with pytest.raises(SetupError, match="executive, teammate"):
        read_sheet_advice(file)
