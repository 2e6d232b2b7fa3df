"""A worry is written down, a lead is told, and the chronology shows it: by mouse, keyboard, touch, and without script."""

import re

from playwright.sync_api import Page, expect

from tests.journeys.browsing import ON_A_PHONE, WITHOUT_SCRIPT
from tests.journeys.people import LEAD, TEACHER, sign_in
from tests.journeys.steps import (
    CONCERN,
    MAISIE,
    just_now,
    match,
    number_of,
    send,
    tab_to,
    tick,
    write,
)

SAID = "“There wasn’t any bread.”"


def test_a_teachers_worry_reaches_the_lead_and_stands_in_the_chronology(open_as, peg):
    # Given Katie Lowther, who signs in with her password
    teacher = open_as()
    sign_in(teacher, TEACHER)
    expect(teacher.get_by_role("heading", level=1)).to_contain_text("Katie")

    # When she looks for the child by three letters, and takes the right one of two alike
    teacher.get_by_role("link", name="Add incident").first.click()
    teacher.get_by_label("Child", exact=True).press_sequentially("mai")
    expect(match(teacher, "Maisie Thorne")).to_have_count(1)
    match(teacher, MAISIE).click()
    expect(teacher.locator(".heed-chosen")).to_contain_text("Year 4, Willow")
    expect(teacher.get_by_text("There is also Maisie Thorne in Year 1, Acorn.")).to_be_visible()

    # And writes what happened, and says of what kind it is
    write(teacher, account=f"Came in without a coat, {peg}.", child_words=SAID, **just_now())
    expect(teacher.locator("#readers")).not_to_contain_text("Helen Marsh")
    tick(teacher, CONCERN)

    # Then she sees who will be told and who can read it, before she sends
    expect(teacher.locator("#readers")).to_contain_text("Helen Marsh, Daniel Owusu")
    expect(teacher.locator("#readers")).to_contain_text("DSL: reads every category")
    expect(teacher.get_by_role("button", name=re.compile(r"^Send to \d+ people$"))).to_be_visible()
    send(teacher)
    number = number_of(teacher)
    expect(teacher.get_by_text(peg)).to_be_visible()

    # And Helen Marsh, who signs in with password and code, finds it on Home
    lead = open_as()
    sign_in(lead, LEAD)
    expect(lead.get_by_text("Elevated")).to_be_visible()
    _reads_it_and_finds_it_in_the_chronology(lead, number, peg)


def _reads_it_and_finds_it_in_the_chronology(lead: Page, number: int, peg: str) -> None:
    alert = lead.locator(".heed-alert").filter(has_text=f"Entry {number}, from Katie Lowther")
    alert.get_by_role("link", name=MAISIE).click()
    expect(lead.locator(".heed-number")).to_have_text(f"Entry {number}")
    expect(lead.get_by_text(peg)).to_be_visible()
    lead.get_by_role("button", name="Mark as read").click()
    expect(lead.get_by_role("heading", name="Alerts")).to_be_visible()
    expect(lead.locator(".heed-alert").filter(has_text=f"Entry {number},")).to_have_count(0)
    lead.go_back()
    expect(lead.get_by_text("You marked this as read today")).to_be_visible()
    lead.locator(".heed-child").get_by_role("link", name=MAISIE, exact=True).click()
    told = lead.locator(".moj-timeline__item").filter(has_text=peg)
    expect(told.get_by_role("link", name=f"{number}: {CONCERN}")).to_be_visible()


def test_by_keyboard_alone(open_as, peg):
    # Given Katie Lowther without a mouse
    page = open_as(TEACHER)
    keyboard = page.keyboard
    tab_to(page, page.get_by_role("link", name="Add incident").first)
    keyboard.press("Enter")

    # When she finds the child; the keyboard keeps its place when the list gives way to the child
    tab_to(page, page.locator("#id_find"))
    keyboard.type("thornton")
    expect(match(page, MAISIE)).to_be_visible()
    tab_to(page, match(page, MAISIE))
    keyboard.press("Enter")
    expect(page.get_by_role("button", name="Change child")).to_be_focused()

    # And writes, and presses Enter in a line of text, which must not send
    tab_to(page, page.locator("#id_account"))
    keyboard.type(f"Came in without a coat, {peg}.")
    tab_to(page, page.get_by_role("checkbox", name=CONCERN, exact=True))
    keyboard.press("Space")
    tab_to(page, page.locator("#id_time"))
    keyboard.type(just_now()["time"])
    keyboard.press("Enter")
    expect(page.locator("#readers")).to_contain_text("Helen Marsh")
    expect(page.get_by_role("heading", name="Add incident")).to_be_visible()
    expect(page.locator("#id_time")).to_be_focused()

    # Then it is sent by keyboard as well
    tab_to(page, page.get_by_role("button", name=re.compile("^Send to")))
    keyboard.press("Enter")
    number = number_of(page)

    # And the lead comes to it, and past it, by keyboard
    lead = open_as(LEAD)
    alert = lead.locator(".heed-alert").filter(has_text=f"Entry {number},")
    stops_before = (
        2 * lead.locator(".heed-alert").count()
    )  # whatever else waits stands before it, oldest first
    tab_to(lead, alert.get_by_role("link", name=MAISIE), most=60 + stops_before)
    lead.keyboard.press("Enter")
    expect(lead.get_by_text(peg)).to_be_visible()
    tab_to(lead, lead.get_by_role("button", name="Mark as read"))
    lead.keyboard.press("Enter")
    expect(lead.get_by_role("heading", name="Alerts")).to_be_visible()
    expect(alert).to_have_count(0)


def test_without_javascript(open_as, peg):
    # Given a browser that runs no script
    page = open_as(TEACHER, **WITHOUT_SCRIPT)
    page.get_by_role("link", name="Add incident").first.click()

    # When words come before the child, and Enter looks the child up
    write(page, account=f"Came in without a coat, {peg}.", **just_now())
    page.locator("#id_find").fill("mai")
    page.locator("#id_find").press("Enter")
    match(page, MAISIE).click()

    # Then nothing typed is lost, and a button shows who will be told
    expect(page.locator("#id_account")).to_have_value(f"Came in without a coat, {peg}.")
    tick(page, CONCERN)
    page.get_by_role("button", name="See who will be alerted").click()
    expect(page.locator("#readers")).to_contain_text("Helen Marsh, Daniel Owusu")
    send(page)
    number = number_of(page)
    _reads_it_and_finds_it_in_the_chronology(open_as(LEAD, **WITHOUT_SCRIPT), number, peg)


def test_on_a_phone(open_as, peg):
    # Given Katie Lowther on the corridor
    page = open_as(TEACHER, **ON_A_PHONE)
    page.get_by_role("navigation", name="Quick").get_by_role("link", name="Add incident").tap()

    # When she writes with her thumb; what a category means opens on a tap
    page.locator("#id_find").press_sequentially("mai")
    match(page, MAISIE).tap()
    expect(page.locator(".heed-chosen")).to_contain_text(MAISIE)
    write(page, account=f"Came in without a coat, {peg}.", **just_now())
    page.locator(".heed-means summary").first.tap()
    expect(page.get_by_text("Any worry about welfare")).to_be_visible()
    page.locator("label", has_text=CONCERN).tap()
    expect(page.get_by_text("people can read this, and why").first).to_be_visible()
    page.get_by_role("button", name=re.compile("^Send to")).tap()
    number = number_of(page)

    # Then the lead reads it on a phone as well
    lead = open_as(LEAD, **ON_A_PHONE)
    lead.locator(".heed-alert").filter(has_text=f"Entry {number},").get_by_role("link", name=MAISIE).tap()
    expect(lead.get_by_text(peg)).to_be_visible()
    lead.get_by_role("button", name="Mark as read").tap()
    expect(lead.get_by_role("heading", name="Alerts")).to_be_visible()
    lead.get_by_role("button", name="Menu").tap()
    lead.get_by_role("navigation", name="Menu").get_by_role("link", name="Children").tap()
    choose = lead.get_by_label("Name")
    choose.press_sequentially("thornton mai")
    lead.locator(".heed-matches a").filter(has_text=MAISIE).tap()
    expect(lead.locator(".moj-timeline__item").filter(has_text=peg)).to_have_count(1)
