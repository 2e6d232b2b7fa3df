"""Every page on the way, and each of its moods: no barrier to anybody, at a desk and on a phone."""

import pytest
from playwright.sync_api import expect

from heed.demo.accounts import PASSWORD
from tests.journeys.browsing import assert_no_barriers
from tests.journeys.people import HEAD, LEAD_ELSEWHERE, TEACHER
from tests.journeys.steps import (
    CONCERN,
    MAISIE,
    choose_child,
    just_now,
    match,
    number_of,
    send,
    start_incident,
    tick,
    write,
)


def test_on_the_way_in(open_as):
    page = open_as()
    assert_no_barriers(page)
    page.get_by_role("button", name="Sign in").click()
    expect(page.get_by_text("You are not signed in yet")).to_be_visible()
    assert_no_barriers(page)
    page.get_by_label("School email address").fill(LEAD_ELSEWHERE)
    page.get_by_label("Password", exact=True).fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    assert_no_barriers(page)
    page.get_by_label("Code from your authenticator app").fill("12345")
    page.get_by_role("button", name="Sign in").click()
    expect(page.locator(".govuk-error-summary")).to_contain_text("This code is not right")
    assert_no_barriers(page)
    page.get_by_role("link", name="Where do I find the code in this demo?").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Sign in to the demo")
    assert_no_barriers(page)


def test_adding_an_incident(open_as):
    page = open_as(TEACHER, at="/incidents/add/")
    assert_no_barriers(page)
    page.locator("#id_find").fill("zzzz")
    expect(page.locator("#matches")).to_contain_text("Nobody on the roll has a name that begins like this.")
    assert_no_barriers(page)
    page.locator("#id_find").fill("mai")
    expect(match(page, MAISIE)).to_be_visible()
    assert_no_barriers(page)
    write(page, day="31 February", time="25:99")
    send(page)
    expect(page.locator(".govuk-error-summary")).to_be_visible()
    assert_no_barriers(page)


def test_sending_one(open_as):
    page = open_as(TEACHER)
    start_incident(page)
    choose_child(page, "mai", MAISIE)
    write(
        page, account="Came in without a coat.", child_words="“I ran.”", already_done="Toast.", **just_now()
    )
    tick(page, CONCERN)
    expect(page.locator("#send-label")).to_contain_text("people")
    assert_no_barriers(page)
    send(page)
    number_of(page)
    assert_no_barriers(page)
    page.get_by_role("link", name="Go to Home").click()
    expect(page.get_by_role("heading", name="What you wrote")).to_be_visible()
    assert_no_barriers(page)


def test_reading(open_as):
    page = open_as(HEAD)
    expect(page.get_by_role("heading", name="Alerts")).to_be_visible()
    assert_no_barriers(page)
    page.locator(".heed-alert__child").first.click()
    expect(page.get_by_role("heading", name="Who was told")).to_be_visible()
    assert_no_barriers(page)


def test_looking_a_child_up(open_as):
    page = open_as(HEAD, at="/children/")
    assert_no_barriers(page)
    page.get_by_label("Name").press_sequentially("mai")
    expect(page.get_by_role("link", name=MAISIE)).to_be_visible()
    assert_no_barriers(page)
    page.get_by_role("link", name=MAISIE).click()
    expect(page.get_by_role("heading", name="Entries over time")).to_be_visible()
    assert_no_barriers(page)


@pytest.mark.parametrize(
    ("words", "since", "says"),
    [
        ("coat", "", "entries that match"),
        ("zebra", "", "Nothing matches"),
        ("coat", "31 February", "Heed could not filter by that"),
    ],
)
def test_narrowing_a_chronology(words, since, says, open_as, maisie):
    page = open_as(HEAD, at=f"/children/{maisie}/")
    page.get_by_label("Words").fill(words)
    page.get_by_label("Since").fill(since)
    page.get_by_role("button", name="Apply").click()
    expect(page.locator("main")).to_contain_text(says)
    expect(page.get_by_label("Words")).to_have_value(words)
    expect(page.get_by_label("Since")).to_have_value(since)
    assert_no_barriers(page)


@pytest.mark.parametrize(
    ("address", "says"),
    [
        ("/children/", "That was not done"),
        ("/entries/00000000-0000-7000-8000-000000000000/", "There is nothing here for you to see"),
        ("/sign-out/", "Sign out?"),
    ],
)
def test_being_turned_away_and_going(address, says, open_as):
    page = open_as(TEACHER, at=address)
    expect(page.get_by_role("heading", level=1)).to_have_text(says)
    assert_no_barriers(page)
