"""What stands in knowledge/ reaches the product as values, and a broken file is named."""

import re
import textwrap

import pytest

from secondround.domain.interview import QuestionKind
from secondround.errors import SetupError
from secondround.knowledge import (
    Ban,
    bank_question,
    off_limits,
    playbook,
    question_bank,
    read_bank,
    read_off_limits,
    read_playbook,
)

QUESTION = textwrap.dedent("""\
    - id: a-question
      text: "Tell me about it."
      kind: situational
      competency: quality
      personas: [manager]
      seniority: any
      intent: it
      seeks: whether it holds
      probes: {stakes: "?", goal: "?", steps: "?", check: "?", tie: "?"}
    """)
TOPIC = "- {id: age, ban: improper, what: ask, patterns: ['old']}\n"
PROTECTED = ["age", "origin", "religion", "family", "gender", "health", "arrest", "politics"]


def written(tmp_path, name, text):
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    return path


def test_the_bank_is_read_whole_and_once():
    assert len(question_bank()) == 328
    assert question_bank() is question_bank()


def test_a_question_is_found_by_its_id():
    question = bank_question("motivation-why-us")
    assert question.text == "Why us, and not one of the others in our field?"
    assert bank_question("no-such-question") is None


def test_a_question_has_the_probes_of_its_kind():
    elements = {tuple(q.probes) for q in question_bank() if q.kind is QuestionKind.SITUATIONAL}
    assert elements == {("stakes", "goal", "steps", "check", "tie")}


def test_the_playbook_has_a_checklist_and_a_text():
    assert playbook().items[0].id == "reread-first-interview"
    assert playbook().text.startswith("# The second interview")


def test_every_protected_matter_has_its_patterns():
    improper = [topic.id for topic in off_limits() if topic.ban is Ban.IMPROPER]
    assert improper == PROTECTED
    assert {topic.ban for topic in off_limits()} == set(Ban)


def test_a_pattern_never_matches_nothing_at_all():
    empty = [p for topic in off_limits() for p in topic.patterns if re.search(p, "", re.IGNORECASE)]
    assert empty == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (QUESTION.replace("situational", "strange"), "a-question: kind"),
        (QUESTION.replace("tie:", "knot:"), "a-question: .*probes"),
        (QUESTION.replace("  intent: it\n", ""), "a-question: intent"),
        (QUESTION.replace("whether it holds", "''"), "a-question: seeks"),
        (QUESTION.replace("probes:", "hard: very\n  probes:"), "a-question: hard"),
        (QUESTION.replace("- id: a-question", "- colour: red"), "item 1"),
        ("- just a line\n", "item 1"),
        ("id: not-a-list\n", "must hold a list"),
        ("- [unclosed\n", "cannot be read"),
        (QUESTION + QUESTION, "twice: a-question"),
        ("[]\n", "nothing"),
    ],
)
def test_a_broken_bank_is_named_with_the_question(tmp_path, text, names):
    written(tmp_path, "quality.yaml", text)
    with pytest.raises(SetupError, match=names):
        read_bank(tmp_path)


def test_a_bank_without_files_is_an_error(tmp_path):
    with pytest.raises(SetupError, match="holds nothing"):
        read_bank(tmp_path)


def test_bytes_that_are_no_text_are_an_error(tmp_path):
    (tmp_path / "quality.yaml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(SetupError, match=r"quality\.yaml"):
        read_bank(tmp_path)


@pytest.mark.parametrize("text", ["no front matter", "---\nitems: [{id: a}]\n---\nText\n"])
def test_a_broken_playbook_is_named(tmp_path, text):
    with pytest.raises(SetupError, match=r"playbook\.md"):
        read_playbook(written(tmp_path, "playbook.md", text))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (TOPIC.replace("old", "(old"), "age: patterns: .*no regular expression"),
        (TOPIC.replace("improper", "rude"), "age: ban"),
        (TOPIC + TOPIC, "twice: age"),
    ],
)
def test_a_broken_list_of_topics_is_named(tmp_path, text, names):
    with pytest.raises(SetupError, match=names):
        read_off_limits(written(tmp_path, "improper_questions.yaml", text))


def test_a_missing_file_is_an_error(tmp_path):
    with pytest.raises(SetupError, match="cannot be read"):
        read_off_limits(tmp_path / "improper_questions.yaml")
