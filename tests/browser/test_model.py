"""The same path with a model service: chosen on the page, or in the environment, or failing."""

import re

import pytest
from playwright.sync_api import expect

from browser.round import hold_a_round_of_three
from browser.served import served
from browser.steps import STORY, answer_until, button, marked, rate, show_unrated, wait_for_turn
from openai_server import Reply, Service

pytestmark = pytest.mark.browser


@pytest.fixture
def service():
    with Service() as running:
        yield running


def test_a_model_chosen_in_the_environment_interviews_and_judges(service, home, open_page):
    env = {"SECONDROUND_MODEL": "openai:scripted", "SECONDROUND_BASE_URL": service.url}
    with served(home, **env) as running:
        page = open_page(running.address)
        expect(page.locator(".engine")).to_have_text("openai:scripted")
        _begin(page)
        answer_until(page, "Next question")
        critique = show_unrated(page)
        expect(critique.locator(".judged")).to_contain_text("openai:scripted")
        assert marked(critique)
        for words in marked(critique):
            assert words in STORY


def test_a_model_holds_a_round_of_three_on_uploaded_files(service, home, open_page, files):
    env = {"SECONDROUND_MODEL": "openai:scripted", "SECONDROUND_BASE_URL": service.url}
    with served(home, **env) as running:
        page = open_page(running.address)
        hold_a_round_of_three(page, files)
        expect(page.locator("#debrief")).to_be_visible()
        for judge in page.locator("#critique .judged").all():
            expect(judge).to_contain_text("openai:scripted")


def test_a_model_reads_the_documents_again_and_its_lines_say_so(service, home, open_page, files):
    env = {"SECONDROUND_MODEL": "openai:scripted", "SECONDROUND_BASE_URL": service.url}
    with served(home, **env) as running:
        page = open_page(running.address)
        button(page, "Start with my own interview").click()
        page.get_by_label("Company").fill("Harbour Bakeries")
        button(page, "Save").click()
        page.locator("#files input[type=file]").set_input_files(files[:1])
        brief = page.locator("#understood")
        expect(brief).to_contain_text("never run purchasing")
        button(page, "Read again with openai:scripted").click()
        expect(brief.locator(".tag", has_text="read by openai:scripted").first).to_be_attached()
        count = brief.locator("li.understood").count()
        service.will(Reply(status=401))
        button(page, "Read again with openai:scripted").click()
        expect(page.get_by_text("refused the key")).to_be_visible()
        expect(brief.locator("li.understood")).to_have_count(count)


def test_a_model_is_chosen_on_the_settings_page_and_its_key_stays_in_memory(
    service, home, open_page
):
    with served(home) as running:
        page = open_page(running.address + "/settings")
        page.get_by_role("radio", name="A language model").check()
        page.locator("#model :is(input, textarea)").fill("openai:scripted")
        page.locator("#base-url :is(input, textarea)").fill(service.url)
        page.locator("#key input").fill("sk-a-secret-for-this-test")
        button(page, "Use it").click()
        expect(page.locator("#engine-says .good")).to_be_visible()
        expect(page.locator("#key input")).to_have_value("")
        page.goto(running.address)
        expect(page.locator(".engine")).to_have_text("openai:scripted")
    kept = [path.read_bytes() for path in home.rglob("*") if path.is_file()]
    assert kept
    assert not any(b"sk-a-secret-for-this-test" in data for data in kept)


def test_a_wrong_key_is_said_and_the_engine_in_force_stays(service, product, open_page):
    service.will(Reply(status=401, code="invalid_api_key"))
    page = open_page(product.address + "/settings")
    page.get_by_role("radio", name="A language model").check()
    page.locator("#model :is(input, textarea)").fill("openai:scripted")
    page.locator("#base-url :is(input, textarea)").fill(service.url)
    page.locator("#key input").fill("sk-wrong")
    button(page, "Use it").click()
    expect(page.locator("#engine-says .bad")).to_contain_text("The engine in force stays: built-in")


def test_when_the_service_fails_the_coach_takes_the_line_and_a_critique_is_not_invented(
    service, home, open_page
):
    env = {
        "SECONDROUND_MODEL": "openai:scripted",
        "SECONDROUND_BASE_URL": service.url,
        "SECONDROUND_RETRIES": "0",
    }
    service.will(*[Reply(status=500)] * 40)
    with served(home, **env) as running:
        page = open_page(running.address)
        _begin(page)
        wait_for_turn(page)
        expect(page.locator("#talk .engine-note").first).to_be_visible()
        answer_until(page, "Next question")
        critique = page.locator("#critique .critique").first
        expect(critique).to_contain_text("Not assessed")
        expect(critique.locator(".band")).to_have_count(0)
        button(page, "End the interview").click()
        expect(page.locator("#debrief")).to_contain_text("1 answer, 0 judged.")
        service.forget()
        critique.get_by_role("button", name="Judge it again").click()
        rate(page, 2)
        expect(page.locator("#debrief")).to_contain_text("1 answer, 1 judged.")


def _begin(page):
    button(page, "Try it with a sample candidate").click()
    page.get_by_role("button", name=re.compile("^Practise with")).first.click()
    page.wait_for_url(re.compile(r"/interview\?interview="))
