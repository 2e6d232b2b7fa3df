"""Sending once makes one entry, however the button, the Back key or a second tab is used."""

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.browsing import DESK
from tests.journeys.people import LEAD, OFFICE, TEACHER
from tests.journeys.steps import (
    MAISIE,
    choose_child,
    entries_with,
    fill_in,
    just_now,
    number_of,
    send,
    start_incident,
    tick,
    typed,
    write,
)


@pytest.mark.parametrize("script", [True, False])
def test_a_double_click_on_send_makes_one_entry(script, open_as, peg, maisie):
    page = open_as(TEACHER, java_script_enabled=script)
    start_incident(page, maisie)
    write(page, account=f"Came in without a coat, {peg}.", **just_now())
    tick(page, "Raising a concern")
    page.locator("#send-label").dblclick()
    number_of(page)
    assert entries_with(open_as(LEAD), maisie, peg) == 1


def _goes_back_and_chooses_again(page: Page, moment: dict[str, str]) -> None:
    """Back brings the words, as browsers do; the child must be chosen again."""
    page.go_back()
    expect(page.get_by_role("heading", name="Add incident")).to_be_visible()
    if not page.locator(".heed-chosen").count():
        choose_child(page, "thornton", MAISIE)
    write(page, **moment)


def test_back_and_send_again_is_the_same_entry(open_as, peg, maisie):
    # Given an entry that was sent
    page = open_as(TEACHER)
    start_incident(page)
    choose_child(page, "thornton", MAISIE)
    moment = just_now()
    write(page, account=f"Came in without a coat, {peg}.", **moment)
    tick(page, "Raising a concern")
    send(page)
    number = number_of(page)

    # When Katie Lowther goes back, finds her words and sends again
    _goes_back_and_chooses_again(page, moment)
    expect(page.locator("#id_account")).to_have_value(f"Came in without a coat, {peg}.")
    send(page)

    # Then it is the entry that it was
    assert number_of(page) == number
    assert entries_with(open_as(LEAD), maisie, peg) == 1


def test_back_and_other_words_are_said_to_be_new_before_they_are_sent(open_as, peg, maisie):
    # Given an entry that was sent
    page = open_as(TEACHER)
    fill_in(page, f"Came in without a coat, {peg}.", maisie)
    send(page)
    number = number_of(page)

    # When she goes back, writes something else and sends
    _goes_back_and_chooses_again(page, just_now())
    write(page, account=f"Came in without a coat and shoes, {peg}.", place="Willow classroom")
    send(page)

    # Then the page says that the first was sent already, and keeps the words
    expect(page.get_by_text(f"This form was sent already, as entry {number}.")).to_be_visible()
    assert typed(page)["account"] == f"Came in without a coat and shoes, {peg}."
    assert typed(page)["place"] == "Willow classroom"
    expect(page.locator(".heed-chosen")).to_contain_text(MAISIE)

    # And sending again makes an entry of its own
    send(page)
    assert number_of(page) > number
    assert entries_with(open_as(LEAD), maisie, peg) == 2


def test_somebody_else_at_the_same_tab_gets_no_stamp_of_hers(open_as, doors, peg, maisie):
    """Back, after another person has signed in, brings them a form of their own."""
    page = open_as(TEACHER, viewport=DESK)
    fill_in(page, f"Came in without a coat, {peg}.", maisie)
    stamp = page.locator("[name=stamp]").last.input_value()
    send(page)
    number_of(page)
    page.context.clear_cookies()
    page.context.add_cookies(doors.signed_in(OFFICE)["cookies"])
    page.go_back()
    expect(page.get_by_text("Sandra Bell, office")).to_be_visible()
    assert page.locator("[name=stamp]").last.input_value() != stamp


def test_two_tabs_are_two_forms(open_as, peg, maisie):
    # Given two tabs with a form in each
    one = open_as(TEACHER)
    other = one.context.new_page()
    fill_in(one, f"Came in without a coat, {peg}.", maisie)
    start_incident(other)
    choose_child(other, "kacper", "Kacper Nowicki")
    write(other, account=f"Slept in the library, {peg}.", **just_now())
    tick(other, "Raising a concern")
    expect(other.locator("#send-label")).to_contain_text("people")

    # When both are sent, the later one first
    send(other)
    send(one)

    # Then each is an entry about its own child
    expect(other.get_by_text("About Kacper Nowicki")).to_be_visible()
    expect(one.get_by_text(f"About {MAISIE}")).to_be_visible()
    assert number_of(one) != number_of(other)
    assert entries_with(open_as(LEAD), maisie, peg) == 1
