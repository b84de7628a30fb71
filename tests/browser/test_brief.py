"""The brief on the page is put right by hand: with the mouse, by keyboard alone, on a phone."""

import pytest
from playwright.sync_api import expect

from browser.round import NOTES
from browser.steps import button

pytestmark = pytest.mark.browser

PHONE = {"viewport": {"width": 390, "height": 844}}
WORRY = "never run purchasing for more than ten"


@pytest.fixture
def brief(product, open_page, tmp_path):
    """The panel of a dossier with notes, on a phone."""
    page = open_page(product.address, **PHONE)
    button(page, "Start with my own interview").click()
    page.get_by_label("Company").fill("Harbour Bakeries")
    button(page, "Save").click()
    notes = tmp_path / "notes.md"
    notes.write_text(NOTES, encoding="utf-8")
    page.locator("#files input[type=file]").set_input_files([notes])
    panel = page.locator("#understood")
    expect(panel).to_contain_text(WORRY)
    return panel


def test_a_line_is_confirmed_reworded_left_out_and_brought_back(brief):
    line = brief.locator("li.understood", has_text=WORRY)
    line.locator("summary", has_text="Change").click()
    button(line, f"That is right: {_short(line)}").click()
    expect(line.locator(".tag", has_text="confirmed")).to_be_visible()

    line.get_by_label("In your words").fill("<b>They</b> think that I only know small firms.")
    button(line, "Keep these words").click()
    own = brief.locator("li.understood", has_text="<b>They</b> think")
    expect(own.locator(".tag", has_text="your words")).to_be_visible()
    expect(own.locator(".sources figcaption")).to_contain_text("notes.md")
    expect(brief.locator("b")).to_have_count(0)

    meter = brief.page.get_by_role("meter")
    prepared = meter.get_attribute("aria-valuenow")
    own.locator("summary", has_text="Change").click()
    own.get_by_role("button", name="Leave it out").click()
    expect(own).not_to_be_visible()
    expect(meter).not_to_have_attribute("aria-valuenow", prepared)  # no concern is known now
    brief.get_by_text("1 left out").click()
    own.get_by_role("button", name="Bring it back").click()
    expect(meter).to_have_attribute("aria-valuenow", prepared)
    expect(brief.get_by_text("1 left out")).to_have_count(0)
    own.get_by_role("button", name="As it was found").click()  # what was open is open again
    expect(brief.locator("li.understood", has_text=WORRY)).to_be_visible()


def test_a_line_is_added_by_keyboard_alone_and_the_keyboard_stays_there(brief):
    page = brief.page
    add = brief.locator("summary[data-spot=concern]")
    add.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Write a few words first.")).to_be_visible()
    page.keyboard.press("Shift+Tab")
    page.keyboard.type("They fear that I would leave soon.")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    added = brief.locator("li.understood", has_text="They fear that I would leave soon.")
    expect(added.locator(".tag", has_text="added by you")).to_be_visible()
    expect(brief.locator("summary[data-spot=concern]")).to_be_focused()
    page.reload()
    expect(added).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") <= 390


def _short(line):
    """The line's words as the labels of its buttons shorten them."""
    return line.locator("summary[data-spot]").get_attribute("aria-label").removeprefix("Change: ")
