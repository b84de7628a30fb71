"""The meter and the prep sheets, on the screen, on a phone and on paper."""

import io
import re

import pypdf
import pytest
from playwright.sync_api import expect

from browser.steps import button

pytestmark = pytest.mark.browser

PHONE = {"viewport": {"width": 390, "height": 844}}


def test_the_meter_says_what_is_missing_and_each_person_has_a_sheet_that_prints(product, open_page):
    page = open_page(product.address)
    button(page, "Try it with a sample candidate").click()
    meter = page.get_by_role("meter", name=re.compile("prepared|there"))
    expect(meter).to_have_attribute("aria-valuenow", re.compile(r"^[5-9]\d$|^100$"))
    page.locator(".coverage summary").click()
    expect(page.locator(".coverage li.met", has_text="The job description")).to_be_visible()

    page.get_by_role("link", name="Prep sheet for Priya Nambiar").click()
    expect(page.get_by_role("heading", name="Priya Nambiar")).to_be_visible()
    expect(page.locator(".sheet .who")).to_contain_text("route planner")
    page.locator(".sheet .who a").first.click()
    expect(page.locator("footer li:target")).to_contain_text("first-interview-notes.md")
    with page.expect_download() as download:
        page.get_by_role("link", name="Download Markdown").click()
    text = download.value.path().read_text(encoding="utf-8")
    assert text.startswith("# Priya Nambiar (Head of Operations)")

    printed = pypdf.PdfReader(io.BytesIO(page.pdf(prefer_css_page_size=True)))
    assert len(printed.pages) == 1
    assert "Back to Prepare" not in printed.pages[0].extract_text()

    sheets = page.url.split("&persona")[0]
    phone = open_page(sheets, **PHONE)
    expect(phone.locator(".sheet")).to_have_count(3)
    assert phone.evaluate("document.documentElement.scrollWidth") <= 390
    dark = open_page(sheets, color_scheme="dark")
    assert _background(dark) != "rgb(255, 255, 255)"
    dark.emulate_media(media="print")
    assert _background(dark) == "rgb(255, 255, 255)"


def test_a_sheet_that_is_not_there_is_answered_with_a_sentence(product, open_page):
    page = open_page(f"{product.address}/sheet?dossier=nope")
    expect(page.locator("body")).to_have_text(re.compile(r"^[A-Z].+\.$"))


def _background(page):
    return page.locator(".sheet").first.evaluate("e => getComputedStyle(e).backgroundColor")
