"""A lead looks for a word in the whole school, with the keyboard alone."""

from playwright.sync_api import expect

from tests.journeys.browsing import assert_no_barriers
from tests.journeys.people import LEAD
from tests.journeys.steps import tab_to


def test_a_lead_finds_a_word_with_the_keyboard_alone(open_as):
    page = open_as(LEAD)
    tab_to(page, page.locator("#places").get_by_role("link", name="Search"))
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text("Search the school")
    assert_no_barriers(page)

    tab_to(page, page.get_by_label("Words to look for"))
    page.keyboard.type("the and")
    page.keyboard.press("Enter")
    expect(page.locator(".govuk-error-summary")).to_contain_text("Type a word that says more")
    expect(page.get_by_label("Words to look for")).to_have_value("the and")
    assert_no_barriers(page)

    tab_to(page, page.get_by_label("Words to look for"))
    page.keyboard.press("Control+A")
    page.keyboard.type("coat")
    page.keyboard.press("Enter")
    expect(page.locator("mark").first).to_have_text("coat", ignore_case=True)
    assert page.url.endswith("/search/"), "no word in the address"
    assert_no_barriers(page)

    row = page.locator(".moj-timeline__title a").first
    tab_to(page, row)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", name="Who was told")).to_be_visible()


def test_a_word_that_stands_nowhere(open_as):
    page = open_as(LEAD, at="/search/")
    page.get_by_label("Words to look for").fill("zebra")
    page.get_by_role("button", name="Search").click()
    expect(page.get_by_role("heading", name="Nothing found")).to_be_visible()
    assert_no_barriers(page)
