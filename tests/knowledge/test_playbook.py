"""The playbook: a checklist a program can read, and a text a person can."""

import re
from pathlib import Path

import frontmatter
import pytest

BOOK = frontmatter.load(str(Path(__file__).parents[2] / "knowledge" / "playbook.md"))
ITEMS = BOOK["items"]


def test_the_checklist_has_about_a_dozen_items_with_their_own_ids():
    assert 10 <= len(ITEMS) <= 14
    assert len({item["id"] for item in ITEMS}) == len(ITEMS)


@pytest.mark.parametrize("item", ITEMS, ids=lambda item: item["id"])
def test_an_item_says_what_why_and_what_to_do(item):
    assert list(item) == ["id", "label", "why", "do"]
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", item["id"])
    assert not item["label"].endswith(".")
    assert item["why"].endswith(".")
    assert item["do"].endswith(".")


def test_the_text_covers_a_second_interview_from_research_to_thank_you():
    headings = " ".join(re.findall(r"(?m)^##? (.+)$", BOOK.content)).lower()
    for topic in ("different", "listens", "first interview", "research", "stories", "ask", "pay"):
        assert topic in headings
    assert "24 hours" in BOOK.content


def test_it_is_short_and_plain():
    assert len(BOOK.content.split()) < 1200
    assert "!" not in BOOK.content
