"""Today's page: what waits for this person, and what they wrote."""

from datetime import UTC, datetime, timedelta

import pytest

from heed.home.pages import home
from heed.tenancy.scope import schools
from heed.who.categories import Default
from tests.cast import (
    ADMINISTRATOR,
    ASSISTANT,
    HEAD,
    LEAD,
    LEAD_BY_PASSWORD,
    LEAD_ELSEWHERE,
    NOW,
    OFFICE,
    TEACHER,
    Person,
    Town,
)
from tests.incidents.clock import Clock
from tests.incidents.page import Page
from tests.records.behind import alert_of


def test_an_alert_is_shown_with_enough_to_choose_it_and_without_its_words(town: Town) -> None:
    item = town.entry(TEACHER, account="She said the dog bit her.", at=NOW - timedelta(minutes=16))
    with schools(town.oakfield):
        page = home(town.viewer(LEAD))
    [row] = page.now.alerts
    alert = alert_of(town, "lead", item)
    assert (row.child, row.where) == ("Maisie Thornton", "Year 4, Willow")
    assert row.line == "Raising a concern. Entry 1, from Katie Lowther, Class teacher"
    assert (row.moment, row.why) == ("Today, 10:14", "You are told as a DSL")
    assert (row.url, row.read_url) == (f"/entries/{item}/", f"/alerts/{alert.pk}/read/")
    assert (page.now.next.url, page.now.next.child) == (row.url, row.child) if page.now.next else False
    assert "dog" not in repr(page)


def test_the_page_greets_counts_and_says_the_day(town: Town) -> None:
    for minutes in (3, 2, 1):
        town.entry(TEACHER, at=NOW - timedelta(minutes=minutes))
    with schools(town.oakfield):
        page = home(town.viewer(LEAD))
    assert (page.greeting, page.now.today) == ("Good morning, Helen", "Monday 23 November 2026")
    assert page.now.summary == "Three alerts wait for you."
    assert [row.moment for row in page.now.alerts] == ["Today, 10:27", "Today, 10:28", "Today, 10:29"]


def test_one_alert_waits_and_none_wait(town: Town) -> None:
    town.entry(TEACHER)
    with schools(town.oakfield):
        assert home(town.viewer(LEAD)).now.summary == "One alert waits for you."
        none = home(town.viewer(OFFICE)).now
    assert (none.summary, none.next, none.alerts) == ("Nothing waits for you.", None, ())


def test_what_katie_wrote_is_listed_newest_first_and_only_to_her(town: Town) -> None:
    first = town.entry(TEACHER, "kacper", at=NOW - timedelta(days=5))
    second = town.entry(TEACHER, "maisie", at=NOW - timedelta(days=1))
    town.entry(ASSISTANT, "zoe")
    with schools(town.oakfield):
        rows = home(town.viewer(TEACHER)).written
    assert [(row.number, row.line, row.became) for row in rows] == [
        (2, "Maisie Thornton, yesterday", "Received yesterday, 10:30"),
        (1, "Kacper Nowicki, 18 November", "Received 18 November, 10:30"),
    ]
    assert [row.url for row in rows] == [f"/incidents/{item}/sent/" for item in (second, first)]


def test_no_more_than_ten_of_ones_own_entries_are_listed(town: Town) -> None:
    for back in range(11):
        town.entry(TEACHER, at=NOW - timedelta(minutes=back))
    with schools(town.oakfield):
        assert [row.number for row in home(town.viewer(TEACHER)).written] == list(range(1, 11))


def test_the_leads_to_see_in_person_stand_there_the_dsl_before_the_deputies(town: Town) -> None:
    with schools(town.oakfield):
        leads = home(town.viewer(OFFICE)).leads
    assert [(lead.initials, lead.name, lead.role) for lead in leads] == [
        ("HM", "Helen Marsh", "DSL"),
        ("OS", "Omar Said", "Deputy DSL"),
        ("RT", "Rachel Thornton", "Deputy DSL"),
    ]


def test_a_lead_without_a_second_step_is_told_that_something_waits_and_nothing_of_it(
    town: Town, clock: Clock
) -> None:
    town.entry(HEAD, categories={Default.CHILD_PROTECTION})
    page = Page(town.client(LEAD_BY_PASSWORD).get("/"))
    assert "One alert waits that you read with a second step." in page.body
    assert "Maisie" not in page.body
    assert "waits that you read with a second step" not in Page(town.client(LEAD).get("/")).body


@pytest.mark.parametrize("who", [LEAD_ELSEWHERE, OFFICE, ADMINISTRATOR])
def test_whoever_was_not_told_sees_nothing_of_it(who: Person, town: Town, clock: Clock) -> None:
    town.entry(TEACHER)
    page = Page(town.client(who).get("/"))
    assert page.status == 200
    assert "Maisie" not in page.body
    assert "Nothing needs you" in page.body


def test_only_those_who_record_are_offered_to(town: Town, clock: Clock) -> None:
    assert ("/incidents/add/", "Add incident") in Page(town.client(OFFICE).get("/")).links
    assert "/incidents/add/" not in {href for href, _ in Page(town.client(ADMINISTRATOR).get("/")).links}


def test_only_the_elevated_are_shown_the_way_to_the_children(town: Town, clock: Clock) -> None:
    assert ("/children/", "Children") in Page(town.client(LEAD).get("/")).links
    assert "/children/" not in {href for href, _ in Page(town.client(LEAD_BY_PASSWORD).get("/")).links}


def test_the_button_on_the_row_clears_it(town: Town, clock: Clock) -> None:
    item = town.entry(TEACHER)
    helen = town.client(LEAD)
    address = f"/alerts/{alert_of(town, 'lead', item).pk}/read/"
    assert f'action="{address}"' in Page(helen.get("/")).body
    assert "Nothing needs you" in Page(helen.post(address, follow=True)).body


def test_the_page_goes_by_the_clock_in_london(town: Town) -> None:
    with schools(town.oakfield):
        page = home(town.viewer(LEAD, at=datetime(2026, 6, 30, 23, 30, tzinfo=UTC)))
    assert (page.greeting, page.now.today) == ("Good morning, Helen", "Wednesday 1 July 2026")
