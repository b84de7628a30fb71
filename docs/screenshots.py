"""Takes the pictures of README: `make screenshots`. Needs Chromium and the dev environment."""

import re
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import Browser, Page, expect, sync_playwright

ROOT = Path(__file__).parents[1]
sys.path.insert(0, str(ROOT / "tests"))

from browser.served import FLAGS, chromium, served  # noqa: E402
from browser.steps import answer_until, button, rate, say, wait_for_turn  # noqa: E402

PICTURES = ROOT / "docs" / "images"
DESK = {"width": 1280, "height": 900}
PHONE = {"width": 390, "height": 844}
ANSWER = (
    "When I came to Hallam Crust the night shift had its own rules about swapping shifts, and"
    " by Friday nobody knew who would drive. I was in charge of 22 drivers and had to keep "
    "every route covered without a new rule from above. I sat in on four hand-overs, wrote "
    "down how they swapped already, and put it on one page with two of the drivers. Then I "
    "tried it on a single depot for a month and changed the part about weekends because they "
    "told me that it was unfair. Since then I have only had to step in twice in a year."
)

MORE = (
    "The year before I had been called in eleven times. The other depot asked for the page, and my "
    "manager had it put up there in the spring."
)


def main() -> None:
    """Walks through the product with the sample candidate and photographs it."""
    PICTURES.mkdir(exist_ok=True)
    expect.set_options(timeout=30_000)
    with (
        tempfile.TemporaryDirectory() as home,
        served(Path(home)) as running,
        sync_playwright() as p,
    ):
        browser = p.chromium.launch(executable_path=chromium(), headless=True, args=FLAGS)
        interview = _walk(browser, running.address)
        for scheme in ("light", "dark"):
            _look(browser, running.address, interview, scheme)
        browser.close()


def _walk(browser: Browser, address: str) -> str:
    """A practice interview with the first person of the sample, up to a story; its path."""
    page = _open(browser, address, DESK, "light")
    button(page, "Try it with a sample candidate").click()
    page.get_by_role("button", name=re.compile("^Practise with")).first.click()
    wait_for_turn(page)
    _keep(page, "interview-light", whole=False)
    _answer(page)
    while not page.locator("#critique").get_by_text("Situation").is_visible():
        button(page, "Next question").click()
        _answer(page)
    return page.url.removeprefix(address)


def _answer(page: Page) -> None:
    say(page, ANSWER)
    answer_until(page, "Next question", MORE)
    rate(page, 4)


def _look(browser: Browser, address: str, interview: str, scheme: str) -> None:
    query = interview.partition("?")[2]
    pages = {
        "prepare": ("/", "#understood h3"),
        "critique": (interview, "#critique .verdict"),
        "review": (f"/review?{query}", "#review .verdict"),
        "settings": ("/settings", "#engine"),
    }
    for size, name in ((DESK, ""), (PHONE, "-phone")):
        for shown, (path, there) in pages.items():
            page = _open(browser, address + path, size, scheme)
            page.locator(there).first.wait_for()
            _keep(page, f"{shown}{name}-{scheme}", whole=shown == "critique" and size is DESK)
            page.context.close()


def _open(browser: Browser, address: str, size: dict[str, int], scheme: str) -> Page:
    page = browser.new_context(viewport=size, color_scheme=scheme).new_page()
    page.goto(address)
    return page


def _keep(page: Page, name: str, *, whole: bool = True) -> None:
    page.screenshot(path=PICTURES / f"{name}.png", full_page=whole)
    print(PICTURES / f"{name}.png")


if __name__ == "__main__":
    main()
