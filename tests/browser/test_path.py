"""The whole path as a newcomer walks it, without a key."""

import json
import re

import pytest
from playwright.sync_api import expect

from browser.served import served
from browser.steps import STORY, answer_until, box, button, marked, say, wait_for_turn

pytestmark = pytest.mark.browser

NOTES = """# First interview with Harbour Bakeries, 3 March 2026

## Worries they raised
- Nadia was worried that I have never run purchasing for more than ten shops.

## What I promised
- I said I would send Nadia my supplier scorecard.

## Problems they named
- Two of their five mills deliver late every second week.
"""
RESEARCH = """<html><head><title>Harbour Bakeries opens in Leeds</title></head><body><article>
<h1>Harbour Bakeries opens in Leeds</h1><p>On 12 January 2026 Harbour Bakeries opened its fortieth
shop, in Leeds. The company says that it will open six more by the end of the year.</p></article>
</body></html>"""


@pytest.fixture
def files(tmp_path):
    notes, research, broken = (tmp_path / n for n in ("notes.md", "research.html", "scan.pdf"))
    notes.write_text(NOTES, encoding="utf-8")
    research.write_text(RESEARCH, encoding="utf-8")
    broken.write_bytes(b"")
    return [notes, research, broken]


def test_the_first_interview_is_two_clicks_away_and_its_answer_is_judged(product, open_page):
    page = open_page(product.address)
    button(page, "Try it with a sample candidate").click()
    page.get_by_role("button", name=re.compile("^Practise with")).first.click()
    page.wait_for_url(re.compile(r"/interview\?interview="))
    answer_until(page, "Next question")
    critique = page.locator("#critique .critique").first
    expect(critique.locator(".verdict strong")).to_be_visible()
    assert marked(critique)
    for words in marked(critique):
        assert words in STORY


def test_three_people_on_uploaded_files_from_the_first_page_to_the_export(
    product, open_page, files
):
    page = open_page(product.address)
    button(page, "Start with my own interview").click()
    page.get_by_label("Company").fill("Harbour Bakeries")
    page.get_by_label("Role").fill("Head of Purchasing")
    button(page, "Save").click()
    for name, kind in (
        ("Nadia Brandt", "Manager or department head"),
        ("Tom Okoro", "Future teammate"),
        ("Ines Falk", "Executive"),
    ):
        _add_person(page, name, kind)
    _upload(page, files)
    expect(page.locator("#understood")).to_contain_text("never run purchasing for more than ten")
    page.get_by_role("link", name="Set up a whole round").click()
    _begin(page, "Realistic")
    for _ in range(3):
        answer_until(page, "No more questions")
        say(page, "What do you expect of the first three months?", "Ask")
        wait_for_turn(page)
        button(page, "No more questions").click()
        expect(button(page, "Answer").or_(page.get_by_text("That was it"))).to_be_visible()
    expect(page.get_by_text("That was it")).to_be_visible()
    expect(page.locator("#critique .critique")).to_have_count(3)
    expect(page.locator("#critique .verdict").last).to_be_visible()

    page.get_by_role("link", name="Review page").click()
    expect(page.locator(".stretch .critique")).to_have_count(3)
    for ending, holds in (("Markdown", "# "), ("JSON", '"schema"')):
        with page.expect_download() as download:
            page.get_by_role("link", name=f"Export {ending}").click()
        text = download.value.path().read_text(encoding="utf-8")
        assert holds in text
        assert "the owner of the chain wrote to" in text
        if ending == "JSON":
            json.loads(text)
    button(page, "Delete").click()
    expect(page.get_by_text("No interviews yet")).to_be_visible()


def test_a_reload_and_a_second_tab_go_on_with_the_same_interview(product, open_page):
    page = open_page(product.address)
    button(page, "Try it with a sample candidate").click()
    page.get_by_role("button", name=re.compile("^Practise with")).first.click()
    wait_for_turn(page)
    box(page).press_sequentially("Half a sent")
    page.reload()
    wait_for_turn(page)
    expect(box(page)).to_have_value("Half a sent")

    other = open_page(page.url)
    say(other, STORY)
    expect(button(other, "Answer").or_(button(other, "Next question"))).to_be_visible()
    box(page).fill("An answer from the tab that fell behind.")
    button(page, "Answer").click()
    expect(page.locator("#notice")).to_contain_text("in another window")
    expect(page.locator("#talk .you .words").first).to_contain_text("In March our main supplier")


def test_killed_in_the_middle_it_goes_on_where_it_was(home, open_page):
    with served(home) as running:
        page = open_page(running.address)
        button(page, "Try it with a sample candidate").click()
        page.get_by_role("button", name=re.compile("^Practise with")).first.click()
        say(page, STORY)
        path = page.url.removeprefix(running.address)
        running.kill()
    with served(home) as running:
        page = open_page(running.address + path)
        expect(page.locator("#talk .you .words").first).to_have_text(re.sub(r"\s+", " ", STORY))
        answer_until(page, "Next question")


def _add_person(page, name, kind):
    page.get_by_label("Name").fill(name)
    page.locator("#person-kind input").click()
    page.get_by_role("option", name=kind).click()
    button(page, "Add").click()
    expect(page.locator("#people")).to_contain_text(name)


def _upload(page, files):
    page.locator("#files input[type=file]").set_input_files(files)
    taken = page.locator("#taken")
    expect(taken).to_contain_text("notes.md taken in as first interview")
    expect(taken).to_contain_text("research.html taken in as company")
    expect(taken.locator(".failed")).to_contain_text("scan.pdf")


def _begin(page, mode):
    page.get_by_role("radio", name=re.compile(f"^{mode}")).check()
    page.locator("#questions input[type=number]").fill("1")
    page.locator("#questions input[type=number]").press("Tab")
    button(page, "Start the interview").click()
    page.wait_for_url(re.compile(r"/interview\?interview="))
