"""The pages are usable on a phone, by keyboard alone, and with a screen reader."""

import re
import subprocess
import sys
import time

import pytest
from playwright.sync_api import expect

from browser.served import Served
from browser.steps import STORY, answer_until, box, button, wait_for_turn

pytestmark = pytest.mark.browser

PHONE = {"viewport": {"width": 390, "height": 844}}
NAMELESS = """() => [...document.querySelectorAll('#main :is(input, textarea, select, button)')]
  .filter((e) => e.offsetParent && e.type !== 'file' && !(e.labels?.length || e.ariaLabel || e.title
    || e.textContent.trim() || e.getAttribute('aria-labelledby') || e.closest('label')))
  .map((e) => e.outerHTML.slice(0, 120))"""


@pytest.fixture
def with_sample(product, open_page):
    """The product, its sample laid out, and the address of a judged interview."""
    page = open_page(product.address)
    button(page, "Try it with a sample candidate").click()
    page.get_by_role("button", name=re.compile("^Practise with")).first.click()
    answer_until(page, "Next question")
    expect(page.locator("#critique .cover")).to_be_visible()
    return product.address, page.url.partition("?")[2]


def test_pages_fit_a_phone_and_everything_on_them_has_a_name(with_sample, open_page):
    address, query = with_sample
    for path in ("/", "/interview", f"/interview?{query}", f"/review?{query}", "/settings"):
        page = open_page(address + path, **PHONE)
        expect(page.locator("#main").get_by_role("heading").first).to_be_visible()
        width = page.evaluate("document.documentElement.scrollWidth")
        assert width <= 390, f"{path} is {width} wide"
        assert page.evaluate(NAMELESS) == [], path


def test_an_answer_is_rated_and_the_next_one_given_by_keyboard_alone(with_sample, open_page):
    address, query = with_sample
    page = open_page(f"{address}/interview?{query}")
    button(page, "1 Not there yet").focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    card = page.locator("#critique .critique")
    expect(card).to_be_focused()
    expect(card.locator(".verdict .own")).to_have_text("You: Solid (3)")
    button(page, "Next question").focus()
    page.keyboard.press("Enter")
    wait_for_turn(page)
    expect(box(page)).to_be_focused()
    page.keyboard.type("I moved the beds myself and nobody was hurt.")
    page.keyboard.press("Control+Enter")
    expect(page.locator("#talk .you .words").last).to_have_text(
        "I moved the beds myself and nobody was hurt."
    )
    heard = page.locator("#ear")
    expect(heard).to_have_attribute("aria-live", "polite")
    expect(heard).not_to_be_empty()


def test_nothing_is_asked_of_any_other_server(with_sample, open_page, browser):
    address, query = with_sample
    page = open_page(address)
    asked = []
    page.on("request", lambda request: asked.append(request.url))
    for path in ("/", f"/interview?{query}", f"/review?{query}", "/settings"):
        page.goto(address + path)
        expect(page.locator("#main").get_by_role("heading").first).to_be_visible()
    assert [url for url in asked if not url.startswith((address, "data:", "blob:"))] == []


def test_the_page_is_ready_soon_after_gradio_is_imported(home):
    """Gradio's import is most of the wait; a ratio holds on a slow machine, seconds do not."""

    def least(act):
        times = []
        for _ in range(2):
            start = time.perf_counter()
            act()
            times.append(time.perf_counter() - start)
        return min(times)

    bare = least(lambda: subprocess.run([sys.executable, "-c", "import gradio"], check=True))
    ready = least(lambda: Served(home).kill())
    assert ready < 1.8 * bare, f"{ready:.1f} s, of which Gradio's import is {bare:.1f} s"


def test_what_a_candidate_types_is_shown_and_never_run(product, open_page):
    page = open_page(product.address)
    button(page, "Try it with a sample candidate").click()
    page.get_by_role("button", name=re.compile("^Practise with")).first.click()
    wait_for_turn(page)
    hostile = f'<img src=x onerror="document.title=1"><b>{STORY}</b> ${{value}} {{{{1}}}}'
    box(page).fill(hostile)
    button(page, "Answer").click()
    expect(page.locator("#talk .you .words").first).to_have_text(hostile)
    assert page.title() == "Second Round"
