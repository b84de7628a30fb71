"""The whole path as a newcomer walks it, without a key."""

import json
import re

import pytest
from playwright.sync_api import expect

from browser.round import hold_a_round_of_three
from browser.served import served
from browser.steps import STORY, answer_until, box, button, marked, rate, say, wait_for_turn

pytestmark = pytest.mark.browser


def test_the_first_interview_is_two_clicks_away_and_its_answer_is_judged(product, open_page):
    page = open_page(product.address)
    button(page, "Try it with a sample candidate").click()
    page.get_by_role("button", name=re.compile("^Practise with")).first.click()
    page.wait_for_url(re.compile(r"/interview\?interview="))
    answer_until(page, "Next question")
    cover = page.locator("#critique .cover")
    expect(cover).to_contain_text("Before you read it: how good was this answer?")
    expect(page.locator("#critique .verdict")).to_have_count(0)
    critique = rate(page, 3)
    expect(cover).to_have_count(0)
    assert marked(critique)
    for words in marked(critique):
        assert words in STORY
    page.reload()
    expect(critique.locator(".verdict .own")).to_have_text("You: Solid (3)")
    expect(cover).to_have_count(0)


def test_three_people_on_uploaded_files_from_first_page_to_export(product, open_page, files):
    page = open_page(product.address)
    hold_a_round_of_three(page, files)
    debrief = page.locator("#debrief")
    expect(debrief).to_contain_text("3 answers, 3 judged.")
    expect(debrief.locator("tbody tr")).to_have_count(2)
    expect(debrief).to_contain_text("my supplier scorecard")
    debrief.get_by_role("link", name="Question 2").first.click()
    expect(page.locator(".judged-question").nth(1).locator(".critique")).to_be_focused()
    page.reload()  # what was shown without a rating was so for one view
    expect(page.locator("#critique .cover")).to_have_count(1)
    expect(page.locator("#critique .verdict .own")).to_have_text(
        ["You: Solid (3)", "You: Strong (4)"]
    )
    button(page, "Show everything without rating").click()
    expect(debrief).to_be_visible()

    page.get_by_role("link", name="Review page").click()
    expect(page.locator(".stretch .critique")).to_have_count(3)
    expect(page.locator("#review .verdict .own")).to_have_count(2)
    expect(debrief.locator("tbody tr")).to_have_count(2)
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
