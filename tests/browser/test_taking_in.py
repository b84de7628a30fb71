"""Documents come in the background: seen, stopped, and still going after a look elsewhere."""

import re

import pytest
from playwright.sync_api import expect

from browser.steps import button

pytestmark = pytest.mark.browser


@pytest.fixture
def long_file(tmp_path):
    """Takes long enough to be stopped on any computer."""
    path = tmp_path / "homes.md"
    lines = (f"## Home {n}\n\nIts night rota has {n + 3} gaps in week {n}." for n in range(5000))
    path.write_text("\n\n".join(lines), encoding="utf-8")
    return path


def begin(page):
    button(page, "Start with my own interview").click()
    page.get_by_label("Company").fill("Elm House")
    button(page, "Save").click()
    expect(page.locator("#files")).to_be_visible()


def upload(page, *paths):
    page.locator("#files input[type=file]").set_input_files(list(paths))


def test_a_long_file_is_seen_coming_from_anywhere_and_stopped_without_a_trace(
    product, open_page, long_file, tmp_path
):
    page = open_page(product.address)
    begin(page)
    rota = tmp_path / "rota.md"
    rota.write_text("I said that the night rota has gaps.", encoding="utf-8")
    upload(page, long_file, rota)
    taken = page.locator("#taken")
    expect(taken).to_contain_text(re.compile(r"\d+ of \d+ passages"))
    expect(taken).to_contain_text("waits")
    page.get_by_role("link", name="Settings").first.click()
    expect(page.get_by_role("heading", name="Settings").first).to_be_visible()
    page.go_back()
    expect(page.locator("#taken progress")).to_be_visible()
    page.get_by_role("button", name="Cancel homes.md").click()
    expect(taken).to_contain_text("homes.md was cancelled; nothing of it is kept.")
    expect(taken).to_contain_text("rota.md taken in as first interview")
    expect(page.locator("#documents li")).to_have_count(1)
    expect(page.locator("#documents")).to_contain_text("rota.md")
    button(page, "Hide this").click()
    expect(taken).not_to_be_visible()


def test_an_address_that_is_not_public_is_refused_in_a_sentence(product, open_page):
    page = open_page(product.address)
    begin(page)
    page.get_by_role("button", name="Or a web address").click()
    page.get_by_label("Address").fill(f"{product.address}/settings")
    button(page, "Get the page").click()
    expect(page.locator("#taken .failed")).to_contain_text("not on the public internet")
    expect(page.get_by_label("Address")).to_have_value("")
    expect(page.locator("#documents li")).to_have_count(0)
