"""The labelled questions keep to their form, and what was learned fits them and the code."""

import json

import pytest

from secondround.asking import learned
from secondround.asking.wordlist import wordlist
from secondround.assets import asset_dir
from secondround.domain.asking import AskFlag, AskLabel
from secondround.domain.materials import PersonaKind
from secondround.errors import SetupError

FOLDER = asset_dir("knowledge") / "asking"
FILES = sorted(FOLDER.glob("*.jsonl"))
FIELDS = {"id", "question", "persona", "context", "pay_raised", "label", "why"}
ROWS = [
    json.loads(line)
    for path in FILES
    for line in path.read_text(encoding="utf-8").splitlines()
    if line.strip()
]


def test_every_question_has_the_fields_and_known_values():
    assert [row["id"] for row in ROWS if set(row) != FIELDS] == []
    assert {row["label"] for row in ROWS} == {*AskLabel}
    assert {row["persona"] for row in ROWS} == {*PersonaKind}
    assert [row["id"] for row in ROWS if not row["question"].strip()] == []
    assert [row["id"] for row in ROWS if not isinstance(row["pay_raised"], bool)] == []


def test_no_id_stands_there_twice_and_no_question_has_two_labels():
    assert len({row["id"] for row in ROWS}) == len(ROWS)
    labels = {}
    for row in ROWS:
        key = (row["question"], row["context"], row["pay_raised"])
        assert labels.setdefault(key, row["label"]) == row["label"], row["id"]


def test_nothing_without_a_context_is_already_answered():
    answered = [row for row in ROWS if row["label"] == AskLabel.ALREADY_ANSWERED]
    assert [row["id"] for row in answered if not row["context"].strip()] == []


def test_what_was_learned_is_of_these_questions():
    from eval.asking.cases import fingerprint

    assert learned.load().corpus == fingerprint()


def test_a_damaged_file_is_named(tmp_path):
    broken = tmp_path / "labels.npz"
    broken.write_bytes(b"nothing")
    with pytest.raises(SetupError, match=r"labels\.npz"):
        learned.read(broken)


def test_every_reason_flag_and_person_has_its_sentence():
    words = wordlist()
    assert all(topic.why.endswith(".") for topic in words.avoid)
    assert {*AskFlag, "pay_raised"} == set(words.remarks)
    assert set(words.kinds) == set(words.fits) == {*PersonaKind}
    for group in words.tails.values():
        assert set(group) == {*PersonaKind}
        assert all(tail.endswith("?") for tails in group.values() for tail in tails)


def test_the_stock_questions_are_called_generic_or_are_better_not_asked(labeller):
    said = [labeller.label(question, PersonaKind.MANAGER).label for question in wordlist().stock]
    assert said.count(AskLabel.GENERIC) > 0.9 * len(said)
    assert AskLabel.STRONG not in said


@pytest.fixture(scope="module")
def labeller():
    from secondround.asking.labelling import Labeller
    from secondround.materials.embed import MiniLM, SearchMiniLM

    return Labeller(MiniLM(), SearchMiniLM())
