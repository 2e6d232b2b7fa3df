"""Keeping out, locking, sharing and explaining, as the people who do it; at a desk and on a phone."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.browsing import ON_A_PHONE, WITHOUT_SCRIPT, assert_no_barriers
from tests.journeys.people import COLLEAGUE, HEAD, LEAD, OFFICE, SENIOR_LEADER, TEACHER
from tests.journeys.steps import send_incident, tab_to

FINLEY = "Finley Ashworth"  # in Hazel, the class of Aisha Rahman


def child_page(page: Page, name: str) -> str:
    """The address of a child's page, found by the name."""
    page.goto("/children/")
    page.get_by_label("Name").fill(name)
    page.get_by_role("button", name="Find").click()
    address = page.locator(".heed-matches a").first.get_attribute("href")
    assert address
    return address


@pytest.fixture
def finley(open_as) -> str:
    """The id of Finley Ashworth."""
    return child_page(open_as(LEAD), "finley ashworth").strip("/").rsplit("/", 1)[-1]


def nothing_of(page: Page, name: str, entry: str, child: str) -> None:
    """No list, count, search, suggestion or address shows anything of it."""
    page.goto("/")
    expect(page.locator("main")).not_to_contain_text(name)
    assert entry not in page.content()
    for address in (f"/entries/{entry}/", f"/incidents/{entry}/sent/", f"/children/{child}/"):
        assert page.request.get(address).status == 404
    page.goto("/incidents/add/")
    page.locator("#id_find").press_sequentially("finley ash")
    expect(page.locator("#matches")).not_to_contain_text(name)
    expect(page.locator("#matches")).to_contain_text("Nobody on the roll")


def test_a_colleague_names_her_child_and_finds_nothing_of_it_from_then_on(open_as, finley, peg, service):
    # Given Aisha Rahman, whose son is in her own class, on her phone
    page = open_as(COLLEAGUE, **ON_A_PHONE)
    page.get_by_role("link", name="A child of your family at this school?").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(
        "Your own children and relatives in this school"
    )
    assert_no_barriers(page)

    # When she names him
    page.get_by_label("Name of the child").press_sequentially("finley ash")
    page.locator(".heed-matches button").filter(has_text=FINLEY).click()
    assert_no_barriers(page)
    page.get_by_role("button", name="Tell the DSLs").click()
    expect(page.locator(".govuk-error-summary")).to_contain_text("Choose one of these.")
    assert_no_barriers(page)
    page.get_by_label("This is my own child, or lives with me").check()
    page.get_by_role("button", name="Tell the DSLs").click()
    expect(page.locator("main")).to_contain_text("A DSL will look at it")
    expect(page.locator("main")).to_contain_text(FINLEY)
    assert_no_barriers(page)

    # Then it counts before anybody has looked at it: an entry about him reaches her nowhere
    _, entry = send_incident(open_as(TEACHER), f"Dropped his tray and cried, {peg}.", finley)
    nothing_of(page, FINLEY, entry, finley)
    post = page.request.get("/demo/post/").text()
    assert FINLEY not in post
    assert "colleague@oakfield.example" not in post.split("/notices/")[0].rsplit("<li", 1)[-1]

    # And a DSL is told, looks at it and confirms it
    lead = open_as(LEAD)
    expect(
        lead.get_by_role("heading", name=f"Aisha Rahman, class teacher, says that {FINLEY}")
    ).to_be_visible()
    assert_no_barriers(lead)
    lead.get_by_role("link", name="Look at it").last.click()
    assert_no_barriers(lead)
    lead.get_by_role("button", name="Confirm Aisha Rahman").click()
    expect(lead.get_by_role("heading", level=1)).to_have_text("Who sees what")
    lead.goto("/")
    lead.get_by_role("button", name=re.compile("Mark as read.*Aisha Rahman")).click()
    page.goto("/me/children/")
    expect(page.locator("main")).to_contain_text("Confirmed today")

    # And it can be ended, with a reason
    lead.goto(f"/children/{finley}/guarding/")
    lead.get_by_text("End this", exact=True).first.click()
    lead.get_by_label("Why it ends").fill("They have moved to another school.")
    lead.get_by_role("button", name="End this").click()
    expect(lead.get_by_text("Nobody whom you can see here is kept from this child.")).to_be_visible()
    assert page.request.get(f"/entries/{entry}/").status == 404, "what was not told to her then is not now"


def test_a_dsl_shares_an_entry_until_a_day_and_ends_it(open_as, maisie, peg):
    # Given an entry about Maisie that Sandra Bell of the office does not read
    number, entry = send_incident(open_as(TEACHER), f"Her mother rang about the bus, {peg}.", maisie)
    office = open_as(OFFICE)
    assert office.request.get(f"/entries/{entry}/").status == 404

    # When Helen Marsh shares it
    lead = open_as(LEAD, at=f"/entries/{entry}/")
    lead.get_by_role("link", name="Share this entry, or keep a colleague from it").click()
    expect(lead.get_by_role("heading", level=1)).to_have_text("Who can read this entry")
    lead.get_by_text("Share this entry", exact=True).first.click()
    assert_no_barriers(lead)
    lead.get_by_role("button", name="Share this entry").click()
    expect(lead.locator(".govuk-error-summary")).to_contain_text("Choose a colleague or a group.")
    lead.get_by_label("With whom").select_option(label="Sandra Bell, office")
    lead.get_by_label("Why they need to know").fill("She takes the calls.")
    lead.get_by_role("button", name="Share this entry").click()
    expect(lead.locator("main")).to_contain_text("by Helen Marsh, DSL: She takes the calls.")
    assert_no_barriers(lead)

    # Then she is told, and reads it; and when it is ended she does not
    office.goto("/")
    office.locator(".heed-alert").filter(has_text=f"Entry {number}").get_by_role("link").click()
    expect(office.get_by_text(peg)).to_be_visible()
    lead.get_by_role("button", name="End it for Sandra Bell").click()
    expect(lead.get_by_text("Shares that are over (1)")).to_be_visible()
    assert office.request.get(f"/entries/{entry}/").status == 404


def test_a_leader_opens_a_record_for_an_hour_on_her_phone(open_as):
    # Given Grace Adeyemi, and no DSL who answers
    page = open_as(SENIOR_LEADER, **ON_A_PHONE)
    page.goto(child_page(page, "ella priestley"))
    expect(page.get_by_text("Child protection", exact=False)).not_to_have_count(0)
    page.get_by_role("link", name="No DSL can be reached?").click()
    assert_no_barriers(page)
    page.get_by_role("button", name="Open it for an hour").click()
    expect(page.locator(".govuk-error-summary")).to_contain_text("Write whom you tried to reach")
    page.get_by_label("Whom you tried to reach").fill("Rang Helen and Daniel. The police are here.")
    page.get_by_role("button", name="Open it for an hour").click()

    # Then she reads it, and sees until when
    expect(page.get_by_role("link", name=re.compile(r"\d+: Child protection")).first).to_be_visible()
    expect(page.get_by_text("is open to you without a DSL until")).to_be_visible()
    assert_no_barriers(page)

    # And the head knows, and the hour can be ended
    head = open_as(HEAD)
    notice = head.locator(".heed-notice").filter(has_text="The police are here.")
    expect(notice).to_contain_text(
        "Grace Adeyemi, senior leader opened Ella Priestley’s record without a DSL"
    )
    page.get_by_role("button", name="End it now").click()
    expect(page.get_by_text("is open to you without a DSL until")).to_have_count(0)
    notice.get_by_role("button", name="Mark as read").click()
    expect(notice).to_have_count(0)


def test_a_dsl_asks_why_with_the_keyboard_alone(open_as, maisie, peg):
    number, _ = send_incident(open_as(TEACHER), f"Came without a coat, {peg}.", maisie)
    page = open_as(LEAD)
    page.get_by_role("link", name="Kept out, locked, opened, and why").focus()
    page.keyboard.press("Enter")
    tab_to(page, page.get_by_role("link", name="Why can somebody see something, or not?"))
    page.keyboard.press("Enter")
    tab_to(page, page.get_by_label("Colleague"))
    page.keyboard.type("Aisha Rahman")
    tab_to(page, page.get_by_label("Number of the entry"))
    page.keyboard.type(str(number))
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=2).first).to_contain_text(
        f"Aisha Rahman cannot read entry {number}"
    )
    assert_no_barriers(page)
    page.get_by_role("link", name="All that this colleague sees").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("What Aisha Rahman sees")
    assert_no_barriers(page)


def test_the_head_looks_who_looked_at_whom(open_as):
    page = open_as(HEAD, at="/guarding/looks/")
    expect(page.get_by_role("heading", name="Worth a question")).to_be_visible()
    expect(page.locator("main")).to_contain_text("A colleague’s child, no link")
    expect(page.locator("main")).to_contain_text("Looked at Maisie Thornton (family of Rachel Thornton)")
    assert_no_barriers(page)
    page.get_by_role("link", name="Siân Pritchard").first.click()
    expect(page.get_by_role("heading", level=1)).to_have_text("What Siân Pritchard looked at")
    assert_no_barriers(page)


def test_a_record_is_locked_and_opened_again_without_script(open_as):
    page = open_as(LEAD, **WITHOUT_SCRIPT)
    child = child_page(page, "antoni mazur")
    page.goto(f"{child}guarding/")
    page.get_by_text("Lock this record", exact=True).first.click()
    page.get_by_label("Priya Nair, head").check()
    page.get_by_role("button", name="Lock this record").click()
    expect(page.locator(".govuk-error-summary")).to_contain_text("Write why it is locked.")
    expect(page.get_by_label("Priya Nair, head")).to_be_checked()
    page.get_by_label("Why it is locked").fill("A hearing on Thursday.")
    page.get_by_role("button", name="Lock this record").click()
    expect(page.locator("main")).to_contain_text("A hearing on Thursday.")
    assert open_as(SENIOR_LEADER).request.get(child).status == 404
    page.get_by_text("End the lock", exact=True).first.click()
    page.get_by_label("Why the lock ends").fill("It is over.")
    page.get_by_role("button", name="End the lock").click()
    expect(page.get_by_role("heading", name="2 people can open this record")).to_have_count(0)
    assert open_as(SENIOR_LEADER).request.get(child).status == 200
