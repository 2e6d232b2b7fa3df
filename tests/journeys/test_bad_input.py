"""Whatever is wrong in the form is said beside its field, and nothing typed is lost."""

from datetime import datetime, timedelta

import pytest
from playwright.sync_api import Page, expect

from heed.lib.clock import LONDON, day_words
from tests.journeys.people import TEACHER
from tests.journeys.steps import CONCERN, MAISIE, fill_in, just_now, send, start_incident, tick, typed, write

TODAY = datetime.now(LONDON).date()
WHOLE = {
    "account": "Came in without a coat.\nStood at the radiator.",
    "child_words": "“There wasn’t any bread.”",
    "already_done": "Toast and milk.",
    "place": "Willow classroom",
}


def day(ago: int) -> str:
    return day_words(TODAY - timedelta(days=ago))


BAD = {
    "nothing but white space": (
        {"account": " ", "day": "", "time": ""},
        {
            "account": "Write what happened.",
            "day": "Write the day it happened",
            "time": "Write about what time",
        },
    ),
    "far too much": (
        {
            "account": "A" * 60_000,
            "child_words": "B" * 10_001,
            "already_done": "C" * 10_001,
            "place": "D" * 201,
        },
        {
            "account": "“What happened” is 60,000 characters long. Shorten it to 50,000",
            "child_words": "“The child’s own words” is 10,001 characters long.",
            "already_done": "“What you have already done” is 10,001 characters long.",
            "place": "“Where” is 201 characters long.",
        },
    ),
    "no such day and time": (
        {"day": "31 February", "time": "25:99"},
        {"day": "This is not a day.", "time": "This is not a time."},
    ),
    "a time of day or night": ({"time": "2.30"}, {"time": "Is this in the afternoon?"}),
    "tomorrow": ({"day": day(-1)}, {"day": "This is in the future."}),
    "before the child was born": ({"day": "1 January 2001"}, {"day": "This is before the child was born."}),
    "days ago, without a reason": ({"day": day(3)}, {"late_reason": "Write why it is recorded later."}),
}


DESCRIPTION = """it => it.closest(it.type === 'checkbox' ? 'fieldset' : '*').getAttribute('aria-describedby')
    .split(' ').map(id => document.getElementById(id).textContent).join(' ')"""
"""What a screen reader says after the name of a field, or of the group it is in."""


@pytest.fixture
def whole(open_as, maisie) -> Page:
    """A form in which nothing is wrong yet."""
    page = open_as(TEACHER, at=f"/incidents/add/?child={maisie}")
    write(page, **WHOLE, **just_now())
    tick(page, CONCERN)
    expect(page.locator("#send-label")).to_contain_text("people")
    return page


@pytest.mark.parametrize("what", BAD)
def test_it_is_said_beside_the_field_and_nothing_is_lost(what, whole):
    changes, messages = BAD[what]
    write(whole, **changes)
    before = typed(whole)
    send(whole)
    expect(whole.locator(".govuk-error-summary")).to_be_focused()
    expect(whole.locator(".govuk-error-summary li")).to_have_count(len(messages))
    for field, says in messages.items():
        assert_told(whole, field, says)
    after = typed(whole)
    assert {**after, "account": after["account"].strip()} == {**before, "account": before["account"].strip()}
    expect(whole.locator(".heed-chosen")).to_contain_text(MAISIE)
    expect(whole.get_by_role("checkbox", name=CONCERN, exact=True)).to_be_checked()


def assert_told(page: Page, field: str, says: str) -> None:
    """In the list at the top, whose link leads to the field, and beside the field, which names it as its description."""
    summary = page.locator(".govuk-error-summary").filter(has_text="Not sent yet. Your words are safe")
    expect(page).to_have_title("Error: Add incident · Heed")
    summary.get_by_role("link").filter(has_text=says).click()
    place = page.locator(f"#id_{field}")
    expect(place).to_be_focused()
    assert says in place.evaluate(DESCRIPTION)


def test_everything_missing_is_said_at_once_in_the_order_of_the_page(open_as):
    page = open_as(TEACHER)
    start_incident(page)
    write(page, day="")
    send(page)
    expect(page.locator(".govuk-error-summary a")).to_have_text(
        [
            "Choose the child.",
            "Write what happened.",
            "Choose at least one category.",
            "Write the day it happened, such as 23 November 2026.",
            "Write about what time, such as 08:50 or morning.",
        ]
    )
    page.locator(".govuk-error-summary a").nth(2).click()
    expect(page.get_by_role("checkbox", name=CONCERN, exact=True)).to_be_focused()


@pytest.mark.parametrize("whose", ["another school", "no id at all"])
def test_a_child_who_is_not_theirs_to_name_is_not_chosen(whose, whole, child_elsewhere):
    wrong = child_elsewhere if whose == "another school" else "' or 1=1 --"
    whole.locator("[name=pupil]").evaluate("(it, id) => { it.value = id }", wrong)
    before = typed(whole)
    send(whole)
    assert_told(whole, "find", "Choose the child.")
    assert typed(whole) == before
    assert "Harun" not in whole.content()


@pytest.mark.parametrize("category", ["7", "x"])
def test_a_category_that_is_not_theirs_is_said(category, whole):
    """Seven is child protection, which a class teacher may not choose."""
    whole.locator("[name=categories]").nth(3).evaluate(
        "(it, value) => { it.value = value; it.checked = true }", category
    )
    before = typed(whole)
    send(whole)
    assert_told(whole, "categories", "not yours to choose. Choose again.")
    assert typed(whole) == before
    expect(whole.get_by_role("checkbox", name=CONCERN, exact=True)).to_be_checked()


def test_a_form_whose_stamp_was_lost_is_sent_at_the_second_press(open_as, peg, maisie):
    page = open_as(TEACHER)
    fill_in(page, f"Came in without a coat, {peg}.", maisie)
    page.locator("[name=stamp]").evaluate("it => { it.value = 'something else' }")
    send(page)
    expect(page.get_by_role("alert")).to_contain_text(
        "This form had been open for too long. Press Send again."
    )
    assert peg in typed(page)["account"]
    send(page)
    expect(page.get_by_role("heading", level=1)).to_contain_text("Sent: entry")


def test_a_late_entry_with_its_reason_is_taken_and_marked(open_as, whole):
    write(whole, day=day(3), late_reason="I was away on a course.")
    send(whole)
    expect(whole.get_by_role("heading", level=1)).to_contain_text("Sent: entry")


@pytest.mark.parametrize(
    ("email", "password", "says"),
    [
        ("", "", ["Enter your school email address.", "Enter your password."]),
        ("nobody", "x", ["This is not an email address. It looks like name@school.sch.uk."]),
        (
            "nobody@oakfield.example",
            "x",
            ["This address and password do not belong together. Check both and try again."],
        ),
        (TEACHER, "x", ["This address and password do not belong together. Check both and try again."]),
    ],
)
def test_signing_in_with_something_wrong(email, password, says, open_as):
    page = open_as()
    page.get_by_label("School email address").fill(email)
    page.get_by_label("Password", exact=True).fill(password)
    page.get_by_role("button", name="Sign in").click()
    expect(page.locator(".govuk-error-summary li")).to_have_text(says)
    expect(page.get_by_label("School email address")).to_have_value(email)
