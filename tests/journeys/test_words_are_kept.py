"""Whatever happens in mid-typing, the words are there afterwards, and only for the person who typed them."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.browsing import DESK
from tests.journeys.people import ASSISTANT, COLLEAGUE, OFFICE, sign_in
from tests.journeys.steps import (
    MAISIE,
    choose_child,
    just_now,
    match,
    number_of,
    send,
    start_incident,
    tick,
    typed,
    write,
)

KEPT = "Only you see them. They are not sent yet."
CUT_OFF = "net::ERR_INTERNET_DISCONNECTED"


@pytest.fixture
def writing(open_as, peg) -> Iterator[Page]:
    """Tom Ellery in the middle of a form, in a browser of its own."""
    page = open_as(ASSISTANT, at="/incidents/add/", viewport=DESK)
    write(
        page, account=f"Put her head on the table, {peg}.", child_words="“Our house was noisy.”", **just_now()
    )
    yield page
    page.goto("/incidents/add/")  # nothing of this test is offered in the next
    if page.get_by_role("button", name="Put them away").count():
        page.get_by_role("button", name="Put them away").click()


def end_session(page: Page) -> None:
    page.context.clear_cookies(name="heed_session")


def assert_words_are_here(page: Page, peg: str) -> None:
    expect(page.get_by_text(KEPT)).to_be_visible()
    assert peg in typed(page)["account"]
    assert typed(page)["child_words"] == "“Our house was noisy.”"
    assert typed(page)["time"]


def test_sending_after_the_session_has_ended(writing, peg):
    # Given a whole form, and a session that ended
    choose_child(writing, "mai", MAISIE)
    tick(writing, "Raising a concern")
    expect(writing.locator("#send-label")).to_contain_text("people")
    end_session(writing)

    # When Tom Ellery sends, and signs in again
    send(writing)
    expect(writing.get_by_role("heading", name="Sign in")).to_be_visible()
    assert peg not in writing.content()
    sign_in(writing, ASSISTANT)

    # Then everything is there, the child and the box too, and it can be sent
    assert_words_are_here(writing, peg)
    expect(writing.locator(".heed-chosen")).to_contain_text(MAISIE)
    expect(writing.get_by_role("checkbox", name="Raising a concern", exact=True)).to_be_checked()
    send(writing)
    number_of(writing)

    # And they are not offered again
    start_incident(writing)
    expect(writing.get_by_text(KEPT)).to_have_count(0)


def test_looking_for_the_child_after_the_session_has_ended(writing, peg):
    """Even the search box, which sends by itself, must not throw the words away."""
    end_session(writing)
    writing.locator("#id_find").press_sequentially("mai")
    expect(writing.get_by_role("heading", name="Sign in")).to_be_visible()
    sign_in(writing, ASSISTANT)
    assert_words_are_here(writing, peg)


def test_signing_out_and_in_again_in_another_tab(writing, peg):
    # Given a form, and children found; in another tab the same person signs out and in
    writing.locator("#id_find").press_sequentially("mai")
    expect(match(writing, MAISIE)).to_be_visible()
    _comes_back_in_another_tab(writing, ASSISTANT)

    # When the child is pressed in the form that is out of date now
    match(writing, MAISIE).click()

    # Then the form is fresh, and the words are there
    assert_words_are_here(writing, peg)
    match(writing, MAISIE).click()
    expect(writing.locator(".heed-chosen")).to_contain_text(MAISIE)
    assert_words_of(writing, peg)


def test_sending_after_signing_in_again_in_another_tab(writing, peg):
    choose_child(writing, "mai", MAISIE)
    _comes_back_in_another_tab(writing, ASSISTANT)
    send(writing)
    assert_words_are_here(writing, peg)
    expect(writing.locator(".heed-chosen")).to_contain_text(MAISIE)


def test_somebody_else_at_the_same_computer_sees_nothing_of_them(writing, peg):
    # Given words that could not be sent, because the session had ended
    end_session(writing)
    send(writing)
    expect(writing.get_by_role("heading", name="Sign in")).to_be_visible()

    # When Sandra Bell signs in at that browser
    sign_in(writing, OFFICE)
    expect(writing.get_by_text("Sandra Bell, office")).to_be_visible()

    # Then she has a form of her own, empty
    assert peg not in writing.content()
    assert typed(writing)["account"] == ""
    end_session(writing)

    # And Tom Ellery finds them later
    writing.goto("/sign-in/")
    sign_in(writing, ASSISTANT)
    start_incident(writing)
    assert_words_are_here(writing, peg)


def test_somebody_else_in_another_tab_does_not_send_them(writing, peg):
    # Given Tom Ellery's form, and Aisha Rahman, who has signed in in another tab since
    choose_child(writing, "mai", MAISIE)
    tick(writing, "Raising a concern")
    expect(writing.locator("#send-label")).to_contain_text("people")
    _comes_back_in_another_tab(writing, COLLEAGUE)

    # When she presses Send in his
    send(writing)

    # Then nothing is sent or shown in her name, and he finds it
    expect(writing.get_by_text("Aisha Rahman, class teacher")).to_be_visible()
    assert peg not in writing.content()
    writing.goto("/")
    assert writing.get_by_text("Received today").count() == 0
    writing.get_by_role("button", name="Sign out").click()
    sign_in(writing, ASSISTANT)
    start_incident(writing)
    assert_words_are_here(writing, peg)


def test_putting_kept_words_away(writing, peg):
    end_session(writing)
    send(writing)
    sign_in(writing, ASSISTANT)
    writing.get_by_role("button", name="Put them away and begin afresh").click()
    expect(writing.get_by_text(KEPT)).to_have_count(0)
    assert typed(writing)["account"] == ""


def test_a_lost_connection_is_said_and_takes_nothing(writing, doors, peg):
    trouble = writing.get_by_role("alert").filter(has_text="Heed cannot be reached just now")
    doors.allow(CUT_OFF, "htmx:sendError", "htmx:afterRequest")

    # Given no network, when a child is looked for
    writing.context.set_offline(True)
    writing.locator("#id_find").press_sequentially("mai")
    expect(trouble).to_be_in_viewport()

    # Then it says so, and goes on when the network is back
    writing.context.set_offline(False)
    writing.locator("#id_find").press_sequentially("s")
    expect(match(writing, MAISIE)).to_be_visible()
    expect(trouble).to_be_hidden()

    # And likewise when the child is chosen and a box is ticked
    writing.context.set_offline(True)
    match(writing, MAISIE).click()
    expect(trouble).to_be_in_viewport()
    writing.context.set_offline(False)
    match(writing, MAISIE).click()
    expect(writing.locator(".heed-chosen")).to_contain_text(MAISIE)
    writing.context.set_offline(True)
    tick(writing, "Raising a concern")
    expect(trouble).to_be_in_viewport()
    writing.context.set_offline(False)
    assert_words_of(writing, peg)

    # And what is sent then is whole
    send(writing)
    number_of(writing)
    expect(writing.get_by_text(peg)).to_be_visible()


def assert_words_of(page: Page, peg: str) -> None:
    assert peg in typed(page)["account"]
    assert typed(page)["child_words"] == "“Our house was noisy.”"


def _comes_back_in_another_tab(page: Page, who: str) -> None:
    """Signed out, by losing the cookie (the session itself is also another window's), and in again."""
    tab = page.context.new_page()
    end_session(page)
    tab.goto("/sign-in/")
    sign_in(tab, who)
    expect(tab.get_by_role("button", name="Sign out")).to_be_visible()
    tab.close()
