"""What a candidate does on the pages, step by step."""

import re

from playwright.sync_api import expect

STORY = (
    "In March our main supplier went bust two days before the spring delivery, and forty "
    "shops were waiting. I was in charge of purchasing, so it was my job to find flour for "
    "all of them by Friday. I rang nine mills, drove to the two that had stock and agreed a "
    "price on the spot, then I rewrote the delivery plan that night so that the largest shops"
    " were served first. Thirty-eight of the forty shops had their flour on time, and the "
    "owner of the chain wrote to thank us and signed for another two years."
)


def box(page):
    """The answer box."""
    return page.locator("#answer textarea")


def wait_for_turn(page):
    """Until the candidate may speak."""
    expect(box(page)).to_be_enabled()


def say(page, text, button="Answer"):
    """Types and sends."""
    wait_for_turn(page)
    box(page).fill(text)
    page.get_by_role("button", name=button, exact=True).click()
    expect(page.locator("#talk .you .words").last).to_have_text(re.sub(r"\s+", " ", text))


def marked(critique):
    """The stretches of the answer that are marked, without their tags."""
    return critique.locator("mark").evaluate_all("all => all.map(e => e.firstChild.textContent)")


def button(page, name):
    """A button by its words."""
    return page.get_by_role("button", name=name, exact=True)


def rate(page, band):
    """Says of the first answer that is covered how good it was; gives its card."""
    cover = page.locator("#critique .cover").first
    card = _card_of(page, cover)
    cover.get_by_role("group", name="how good was this answer?").get_by_text(str(band)).click()
    expect(card.locator(".verdict .own")).to_contain_text(f"({band})")
    return card


def show_unrated(page):
    """Uncovers the first answer that is covered; gives its card."""
    cover = page.locator("#critique .cover").first
    card = _card_of(page, cover)
    cover.get_by_role("button", name="Show it without rating").click()
    expect(card.locator(".verdict")).to_be_visible()
    return card


def _card_of(page, cover):
    """The card that comes in place of a cover."""
    return page.locator(f'[id="{cover.locator("h4").get_attribute("id").removeprefix("cover-")}"]')


def answer_until(page, name, text=STORY, most=12):
    """Answers whatever is asked until a button of that name is there."""
    for _ in range(most):
        wanted, sends = button(page, name), button(page, "Answer")
        expect(wanted.or_(sends)).to_be_visible()
        if wanted.is_visible():
            return
        say(page, text)
        expect(page.locator("#live .caret")).to_have_count(0)
        expect(wanted.or_(sends)).to_be_visible()
    raise AssertionError(f"“{name}” never came")
