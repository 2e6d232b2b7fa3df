"""Home: what waits for somebody, one after the other."""

import re

from playwright.sync_api import expect

from tests.journeys.people import ASSISTANT, LEAD, SENIOR_LEADER
from tests.journeys.steps import MAISIE, tab_to


def test_next_alert_leads_from_one_to_the_next(open_as):
    # Given Grace Adeyemi, for whom alerts wait
    page = open_as(SENIOR_LEADER)
    first, second = page.locator(".heed-alert__child").all_inner_texts()[:2]
    waiting = page.locator(".heed-alert").count()

    # When she follows the button to the one that has waited longest, and marks it as read
    page.get_by_role("link", name=f"Next alert: {first}").click()
    expect(page.locator(".heed-child")).to_contain_text(first)
    number = page.locator(".heed-number").inner_text()
    page.get_by_role("button", name="Mark as read").click()

    # Then one less waits, here and in the bar, and the next is the next
    expect(page.locator(".heed-alert")).to_have_count(waiting - 1)
    expect(page.locator(".heed-alert").get_by_text(f"{number},")).to_have_count(0)
    expect(page.get_by_role("link", name=re.compile(rf"Alerts \({waiting - 1} waiting\)"))).to_be_visible()
    page.get_by_role("link", name=f"Next alert: {second}").click()
    expect(page.locator(".heed-child")).to_contain_text(second)


def test_marking_as_read_by_keyboard_from_the_list(open_as):
    page = open_as(SENIOR_LEADER)
    waiting = page.locator(".heed-alert").count()
    first = page.locator(".heed-alert").first
    kept_id = first.get_attribute("id")
    tab_to(page, first.get_by_role("button", name="Mark as read"))
    page.keyboard.press("Enter")
    expect(page.locator(".heed-alert")).to_have_count(waiting - 1)
    expect(page.locator(f"#{kept_id}")).to_have_count(0)


def test_an_alert_shows_enough_to_choose_and_nothing_to_overhear(open_as):
    page = open_as(LEAD)
    alert = page.locator(".heed-alert").filter(has_text=MAISIE).first
    expect(alert).to_contain_text("Year 4, Willow")
    expect(alert).to_contain_text("You are told as a DSL")
    expect(page.locator("main")).not_to_contain_text("radiator")


def test_somebody_for_whom_nothing_waits(open_as):
    page = open_as(ASSISTANT)
    expect(page.get_by_role("heading", name="Nothing needs you")).to_be_visible()
    expect(page.get_by_role("heading", name="See a DSL in person")).to_be_visible()
    expect(page.get_by_role("link", name="Children")).to_have_count(0)
