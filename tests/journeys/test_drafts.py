"""What is typed survives whatever happens before it is sent."""

from playwright.sync_api import Page, expect

from tests.journeys.browsing import DESK, ON_A_PHONE, assert_no_barriers
from tests.journeys.people import OFFICE, SENIOR_LEADER
from tests.journeys.steps import typed, write

PAUSE = 3000
"""Milliseconds after the last key until the words are kept."""


def writes(doors, who: str) -> Page:
    """Somebody at a form of their own, on a clock that the test holds."""
    page = doors.open(who, at="/healthz", viewport=DESK)
    page.clock.install()
    page.goto("/incidents/add/?afresh=1")
    page.wait_for_function("'htmx' in window")
    return page


def put_away(page: Page) -> None:
    page.get_by_role("button", name="Put them away").click()
    expect(page.get_by_role("button", name="Put them away")).to_have_count(0)


def test_words_are_there_on_a_telephone_after_the_computer_has_died(doors, peg):
    # Given Sandra Bell, who types, and pauses
    desk = writes(doors, OFFICE)
    write(desk, account=f"Rang at 9.10: he will not come, {peg}.")
    desk.clock.run_for(PAUSE)
    expect(desk.get_by_text("Kept at")).to_be_visible()
    assert_no_barriers(desk)

    # When her computer dies
    doors.opened.remove(desk.context)
    desk.context.close()

    # Then her telephone reminds her, and the words are there
    phone = doors.open(OFFICE, **ON_A_PHONE)
    card = phone.locator("section").filter(has=phone.get_by_role("heading", name="Not sent yet"))
    expect(card).to_be_visible()
    assert_no_barriers(phone)
    card.get_by_role("link").first.click()
    expect(phone.get_by_text("They are not sent yet.")).to_be_visible()
    assert peg in typed(phone)["account"]
    assert_no_barriers(phone)

    # And what she adds is kept though she leaves the page at once
    write(phone, child_words=f"“I am fine”, {peg}")
    phone.goto("/")
    card.get_by_role("link").first.click()
    assert peg in typed(phone)["child_words"]
    put_away(phone)


def test_a_lost_connection_is_said_while_typing_and_the_words_are_kept_when_it_is_back(doors, peg):
    doors.allow("net::ERR_INTERNET_DISCONNECTED", "htmx:sendError", "htmx:afterRequest")
    page = writes(doors, SENIOR_LEADER)
    trouble = page.get_by_role("alert").filter(has_text="Your words are still on this page")
    page.locator("#id_account").focus()
    page.context.set_offline(True)
    page.keyboard.type(f"Waited at the gate, {peg}.")
    page.clock.run_for(PAUSE)
    expect(trouble).to_be_in_viewport()
    expect(page.locator("#id_account")).to_be_focused()
    assert peg in typed(page)["account"]
    page.context.set_offline(False)
    expect(page.get_by_text("Kept at")).to_be_visible()
    expect(trouble).to_be_hidden()
    page.reload()
    page.goto("/incidents/add/")
    assert peg in typed(page)["account"]
    put_away(page)
