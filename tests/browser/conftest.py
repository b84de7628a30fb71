"""A page in headless Chromium; without Chromium the browser tests are skipped, and say so."""

import pytest

from browser.round import NOTES, RESEARCH
from browser.served import FLAGS, chromium, served


@pytest.fixture(scope="session")
def browser():
    found = chromium()
    if found is None:
        pytest.skip("Chromium is not installed")
    from playwright.sync_api import expect, sync_playwright

    expect.set_options(timeout=60_000)  # the first use of a part loads it, on two busy cores
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=found, headless=True, args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture
def home(tmp_path):
    return tmp_path / "home"


@pytest.fixture
def product(home):
    with served(home) as running:
        yield running


@pytest.fixture
def open_page(browser):
    """Opens pages that fail the test when the script on them fails."""
    contexts = []

    def open_page(address, **options):
        context = browser.new_context(**{"viewport": {"width": 1280, "height": 900}, **options})
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(60_000)
        page.on("dialog", lambda dialog: dialog.accept())
        page.problems = []
        page.on("pageerror", lambda error: page.problems.append(str(error)))
        page.goto(address)
        return page

    yield open_page
    problems = [p for context in contexts for page in context.pages for p in page.problems]
    for context in contexts:
        context.close()
    assert problems == []


@pytest.fixture
def files(tmp_path):
    notes, research, broken = (tmp_path / n for n in ("notes.md", "research.html", "scan.pdf"))
    notes.write_text(NOTES, encoding="utf-8")
    research.write_text(RESEARCH, encoding="utf-8")
    broken.write_bytes(b"")
    return [notes, research, broken]
