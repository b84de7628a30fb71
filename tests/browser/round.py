"""A whole round on uploaded files: three people, one question each."""

import re

from playwright.sync_api import expect

from browser.steps import answer_until, button, rate, say, show_unrated, wait_for_turn

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


def hold_a_round_of_three(page, files):
    """From the first page, through the documents and three people, to the debrief."""
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
    expect(page.locator("#critique .cover")).to_have_count(3)
    rate(page, 3)
    expect(page.locator("#debrief")).to_have_count(0)
    rate(page, 4)
    show_unrated(page)
    expect(page.locator("#critique .verdict")).to_have_count(3)


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
