"""Who may do what: proposed, looked at, approved, in force from the next click on, and put back again."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.browsing import ON_A_PHONE, WITHOUT_SCRIPT, assert_no_barriers
from tests.journeys.people import ADMINISTRATOR, HEAD, LEAD, SENIOR_LEADER

GRACE = "Grace Adeyemi"


def choose_group(page: Page, name: str) -> None:
    page.goto("/people/groups/")
    page.get_by_role("link", name=name, exact=True).click()


def choose_person(page: Page, name: str) -> None:
    page.goto("/people/groups/")
    page.get_by_role("link", name=name, exact=True).click()
    expect(page.get_by_role("heading", level=1)).to_have_text(name)


def reads(page: Page, category: str):
    return page.locator("input[name=reads]").and_(page.get_by_label(category, exact=True))


def make_so(page: Page, why: str, button: str = "Make it so") -> None:
    page.get_by_label("Why is this changed?").fill(why)
    page.get_by_role("button", name=button).click()


def test_an_administrator_proposes_a_deputy_and_the_head_approves_on_home(open_as):
    # Given Grace Adeyemi, a senior leader whom nobody is sent to with a worry
    grace = open_as(SENIOR_LEADER)
    expect(grace.locator(".heed-people")).not_to_contain_text(GRACE)

    # When the administrator would make her a deputy DSL, it only waits
    office = open_as(ADMINISTRATOR)
    choose_person(office, GRACE)
    assert_no_barriers(office)
    office.get_by_role("checkbox", name="Deputy DSL").check()
    make_so(office, "Helen is away in the summer term.")
    expect(office.get_by_role("heading", name=f"Waits for approval: {GRACE}")).to_be_visible()
    expect(office.get_by_role("checkbox", name="Deputy DSL")).not_to_be_checked()
    assert_no_barriers(office)
    grace.reload()
    expect(grace.locator(".heed-people")).not_to_contain_text(GRACE)

    # Then the head finds it on Home, sees what it gives her, and approves
    head = open_as(HEAD)
    head.get_by_role("link", name="proposal waits for your decision").click()
    card = head.locator(".heed-card", has_text=GRACE)
    expect(card).to_contain_text("Reads every category, of children in the whole school.")
    expect(card).to_contain_text("Helen is away in the summer term.")
    assert_no_barriers(head)
    card.get_by_role("button", name="Approve").click()

    # And from Grace's next click on it is so
    grace.reload()
    expect(grace.locator(".heed-people")).to_contain_text(GRACE)

    # And the head takes it back at once
    choose_person(head, GRACE)
    head.get_by_role("checkbox", name="Deputy DSL").uncheck()
    make_so(head, "Helen is back.")
    grace.reload()
    expect(grace.locator(".heed-people")).not_to_contain_text(GRACE)


@pytest.mark.parametrize(
    "options", [{}, {**ON_A_PHONE}, {**WITHOUT_SCRIPT}], ids=["desk", "phone", "no script"]
)
def test_an_administrator_opens_a_category_to_class_teachers_and_a_dsl_approves(options, open_as):
    # Given the page of class teachers, with Vulnerable child not among what they read
    office = open_as(ADMINISTRATOR, **options)
    choose_group(office, "Class teachers")
    if not options:
        assert_no_barriers(office)
    reads(office, "Vulnerable child").check()

    # When the administrator looks at what that changes
    office.get_by_role("button", name="Look at what this changes").click()
    opens = office.locator(".heed-card", has_text="What this opens")
    expect(opens).to_contain_text(
        re.compile(r"class teachers will be able to read \d+ entries under Vulnerable child")
    )
    if not options:
        assert_no_barriers(office)

    # And forgets to say why, nothing is lost
    office.get_by_role("button", name="Ask for approval").click()
    expect(office.locator(".govuk-error-summary")).to_contain_text("Write why this is changed.")
    make_so(office, "They hold the circle times.", "Ask for approval")
    expect(office.get_by_role("heading", name="Waits for approval: Class teachers")).to_be_visible()
    expect(reads(office, "Vulnerable child")).not_to_be_checked()

    # Then a DSL reads the same numbers and approves
    lead = open_as(LEAD, at="/people/proposals/")
    card = lead.locator(".heed-card", has_text="Class teachers")
    expect(card).to_contain_text("entries under Vulnerable child")
    card.get_by_role("button", name="Approve").click()
    choose_group(lead, "Class teachers")
    expect(reads(lead, "Vulnerable child")).to_be_checked()
    expect(lead.locator("main")).to_contain_text("Approved by Helen Marsh, DSL")

    # And takes it back herself, at once
    reads(lead, "Vulnerable child").uncheck()
    lead.get_by_role("button", name="Look at what this changes").click()
    expect(lead.locator(".heed-card", has_text="What this closes")).to_contain_text(
        "will no longer be able to"
    )
    make_so(lead, "Circle times are over.")
    expect(reads(lead, "Vulnerable child")).not_to_be_checked()


def test_two_who_edit_one_group_do_not_write_over_each_other(open_as):
    # Given the head and the administrator on the page of the same group
    head, office = open_as(HEAD), open_as(ADMINISTRATOR)
    for page in (head, office):
        choose_group(page, "Family workers")
    reads(office, "Attendance").check()

    # When the head changes it first
    reads(head, "Friendship").check()
    head.get_by_role("button", name="Look at what this changes").click()
    make_so(head, "They run the friendship group.")

    # Then the administrator is shown what the head did, with the own choice still there
    office.get_by_role("button", name="Look at what this changes").click()
    changed = office.locator(".heed-card", has_text="Changed since you opened this page")
    expect(changed).to_contain_text("Priya Nair, head")
    expect(changed).to_contain_text("Reads Friendship.")
    expect(reads(office, "Attendance")).to_be_checked()
    expect(reads(office, "Friendship")).not_to_be_checked()
    assert_no_barriers(office)

    # And the head puts it back
    choose_group(head, "Family workers")
    reads(head, "Friendship").uncheck()
    head.get_by_role("button", name="Look at what this changes").click()
    make_so(head, "As it was.")


def test_a_lead_says_which_child_an_assistant_works_with(open_as):
    # Given the page of Tom Ellery, a teaching assistant
    lead = open_as(LEAD)
    choose_person(lead, "Tom Ellery")
    lead.get_by_role("link", name="Children they work with one to one").click()
    expect(lead.locator(".heed-card", has_text="Now")).to_contain_text("Kacper Nowicki")
    assert_no_barriers(lead)

    # When she looks for a child and chooses the right one of two alike
    lead.get_by_label("Name").fill("maisie thorn")
    lead.get_by_role("button", name="Find").click()
    assert_no_barriers(lead)
    lead.get_by_role("button", name="Choose Maisie Thorne, Year 1, Acorn").click()

    # Then it is so, and she can end it again
    now = lead.locator(".heed-card", has_text="Now")
    expect(now).to_contain_text("Maisie Thorne")
    now.get_by_role("button", name="End for Maisie Thorne").click()
    expect(now).not_to_contain_text("Maisie Thorne")


def test_the_table_and_what_waits_are_no_barrier_to_anybody(open_as):
    head = open_as(HEAD, at="/people/groups/")
    head.locator("summary", has_text="13 things").click()
    expect(head.get_by_text("see who looked at whom").first).to_be_visible()
    assert_no_barriers(head)
    head.goto("/people/proposals/")
    expect(head.get_by_role("heading", name="Nothing waits")).to_be_visible()
    assert_no_barriers(head)
    head.goto("/people/groups/head/")
    expect(head.get_by_text("Reads every category, of the whole school.")).to_be_visible()
    assert_no_barriers(head)
