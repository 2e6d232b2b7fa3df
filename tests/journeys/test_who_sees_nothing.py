"""Whoever need not know gets, everywhere, the answer that something which does not exist gets."""

import re
from uuid import uuid4

import pytest
from playwright.sync_api import Page, expect

from tests.journeys.people import COLLEAGUE, LEAD, LEAD_ELSEWHERE, MOTHER, TEACHER
from tests.journeys.steps import (
    CONCERN,
    MAISIE,
    just_now,
    match,
    send,
    send_incident,
    start_incident,
    tick,
    write,
)

OUTSIDERS = (COLLEAGUE, LEAD_ELSEWHERE, MOTHER)


def answer(page: Page, address: str) -> tuple[int, str]:
    """Status and page, without what differs from page to page by design."""
    got = page.request.get(address)
    return got.status, re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", got.text())


WORDS = "Came in without a coat and stood at the radiator for ten minutes."


@pytest.fixture(scope="module")
def entry(_doors, maisie) -> str:
    """The id of an entry about Maisie, written by her class teacher."""
    _, entry = send_incident(_doors.open(TEACHER), WORDS, maisie)
    _doors.close()
    return entry


@pytest.mark.parametrize("who", OUTSIDERS)
def test_an_entry_is_to_outsiders_what_does_not_exist(who, open_as, entry, maisie):
    page = open_as(who)
    nowhere = uuid4()
    for address, missing in (
        (f"/entries/{entry}/", f"/entries/{nowhere}/"),
        (f"/incidents/{entry}/sent/", f"/incidents/{nowhere}/sent/"),
        (f"/children/{maisie}/", f"/children/{nowhere}/"),
    ):
        found = answer(page, address)
        assert found == answer(page, missing)
        assert found[0] == 404
    page.goto(f"/entries/{entry}/")
    expect(page.get_by_role("heading", level=1)).to_have_text("There is nothing here for you to see")


@pytest.mark.parametrize("who", OUTSIDERS)
def test_outsiders_find_it_neither_on_home_nor_by_looking(who, open_as, entry, maisie):
    page = open_as(who)
    body = page.locator("body")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Good")
    expect(body).not_to_contain_text(MAISIE)
    assert entry not in page.content()
    page.goto("/children/")
    if page.get_by_label("Name").count():  # a lead: looks, and finds nobody
        page.get_by_label("Name").fill("maisie thornton")
        page.get_by_role("button", name="Find").click()
        expect(page.get_by_text("No child whose page you may open")).to_be_visible()
    assert maisie not in page.content()


def test_a_mother_is_not_offered_her_own_child_and_cannot_force_it(open_as, maisie):
    # Given Rachel Thornton, who teaches here and is Maisie's mother
    page = open_as(MOTHER)
    start_incident(page, maisie)
    expect(page.locator(".heed-chosen")).to_have_count(0)

    # When she looks for the name
    page.locator("#id_find").press_sequentially("thor")
    expect(match(page, "Maisie Thorne")).to_have_count(1)
    expect(match(page, MAISIE)).to_have_count(0)
    expect(page.get_by_text(MAISIE)).to_have_count(0)

    # And when she puts the child's id where another child's was
    page.locator(".heed-matches button").first.evaluate("(it, id) => { it.value = id }", maisie)
    page.locator(".heed-matches button").first.click()
    expect(page.locator(".heed-matches")).to_have_count(0)
    expect(page.locator(".heed-chosen")).to_have_count(0)
    assert MAISIE not in page.content()


def test_the_writer_has_their_own_words_and_nothing_else(open_as, entry, maisie):
    # Given Katie Lowther, who wrote it and was not alerted
    page = open_as(TEACHER)

    # When she opens what she wrote, from Home
    page.locator(f"a[href='/incidents/{entry}/sent/']").click()
    expect(page.get_by_text(WORDS)).to_be_visible()
    expect(page.get_by_role("heading", name="Who has been told")).to_be_visible()

    # Then the entry itself, and the child's page, are not there for her
    nowhere = uuid4()
    assert answer(page, f"/entries/{entry}/") == answer(page, f"/entries/{nowhere}/")
    assert answer(page, f"/children/{maisie}/") == answer(page, f"/children/{nowhere}/")


def test_the_lead_who_wrote_nothing_has_no_page_of_own_words(open_as, entry):
    page = open_as(LEAD)
    assert page.goto(f"/entries/{entry}/").status == 200
    assert page.goto(f"/incidents/{entry}/sent/").status == 404


def test_an_alerted_class_teacher_reads_that_entry_only(open_as, peg):
    # Given an entry about a child of Hazel, Aisha Rahman's class; the box is ticked while the child is coming
    writer = open_as(TEACHER)
    start_incident(writer)
    writer.locator("#id_find").press_sequentially("finley ash")
    match(writer, "Finley Ashworth").click()
    write(writer, account=f"Dropped his tray and cried, {peg}.", **just_now())
    tick(writer, CONCERN)
    expect(writer.locator("#readers")).to_contain_text("Aisha Rahman")
    send(writer)
    expect(writer.get_by_role("heading", level=1)).to_contain_text("Sent")

    # When she comes to Home
    reader = open_as(COLLEAGUE)
    alert = reader.locator(".heed-alert").filter(has_text="Finley Ashworth").last
    alert.get_by_role("link", name="Finley Ashworth").click()

    # Then she reads the entry; the rest of the file stays shut
    expect(reader.get_by_text(peg)).to_be_visible()
    expect(reader.locator(".heed-child").get_by_role("link", name="Finley Ashworth")).to_have_count(0)
    reader.get_by_role("button", name="Mark as read").click()
    expect(reader.get_by_text("Nothing needs you")).to_be_visible()
