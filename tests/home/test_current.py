"""Pages stay current by themselves, tell nobody anything new by it, and let the session rest."""

import re
from datetime import timedelta

import pytest
from django.contrib.sessions.models import Session
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from heed.home import pages
from heed.staff.models import Staff
from heed.tenancy.scope import schools
from heed.who.categories import Default
from tests.cast import (
    ASSISTANT,
    HEAD,
    LEAD,
    LEAD_BY_PASSWORD,
    LEAD_WHO_IS_THE_PARENT,
    NOW,
    TEACHER,
    Town,
)
from tests.incidents.clock import Clock
from tests.incidents.page import Page
from tests.records.behind import alert_of, marks

GLANCE = {"HX-Request": "true"}
WHOSE = re.compile("alerts_alert|records_category")


def asks(page: Page) -> str:
    """The address that a page asks by itself."""
    found = re.search(r'hx-get="(/now/[^"]*)"', page.body)
    assert found
    return found[1].replace("&amp;", "&")


def glances(client: Client, address: str, *, on: str = "/") -> Page:
    return Page(client.get(address, headers={**GLANCE, "HX-Current-URL": f"http://testserver{on}"}))


@pytest.mark.parametrize("page", ["/", "/children/"])
def test_nothing_has_changed(page: str, town: Town, clock: Clock) -> None:
    town.entry(TEACHER)
    helen = town.client(LEAD)
    found = glances(helen, asks(Page(helen.get(page))))
    assert (found.status, found.body) == (204, "")


def test_helens_home_shows_an_alert_that_came_meanwhile(town: Town, clock: Clock) -> None:
    town.entry(TEACHER, "kacper")
    helen = town.client(LEAD)
    before = asks(Page(helen.get("/")))
    town.entry(TEACHER, "maisie")
    found = glances(helen, before)
    assert found.status == 200
    assert [words for href, words in found.links if href.startswith("/entries/")] == [
        "Next alert: Kacper Nowicki",
        "Kacper Nowicki",
        "Maisie Thornton",
    ]
    assert "Two alerts wait for you." in found.blocks["summary"]
    assert "(2 waiting)" in found.blocks["bar-waiting"]
    assert found.blocks["dock-waiting"] == "2 alerts"
    assert glances(helen, asks(found)).status == 204


def test_other_pages_are_told_the_count_and_no_name(town: Town, clock: Clock) -> None:
    helen = town.client(LEAD)
    before = asks(Page(helen.get("/children/")))
    assert before.startswith("/now/count/")
    town.entry(TEACHER)
    found = glances(helen, before)
    assert (found.blocks["bar-waiting"], found.blocks["dock-waiting"]) == ("1 (1 waiting)", "1 alert")
    assert "Maisie" not in found.body


def test_the_form_has_no_dock_to_tell(town: Town, clock: Clock) -> None:
    helen = town.client(LEAD)
    before = asks(Page(helen.get("/incidents/add/")))
    town.entry(TEACHER)
    assert "dock-waiting" not in glances(helen, before).blocks


def test_a_part_that_came_by_itself_works_like_the_page(town: Town, clock: Clock) -> None:
    helen = town.client(LEAD)
    before = asks(Page(helen.get("/")))
    item = town.entry(TEACHER)
    helen.handler.enforce_csrf_checks = True
    part = glances(helen, before)
    address = f"/alerts/{alert_of(town, 'lead', item).pk}/read/"
    assert f'action="{address}"' in part.body
    token = part.fields["csrfmiddlewaretoken"][0]
    assert helen.post(address, {"csrfmiddlewaretoken": token}).status_code == 302


def test_what_was_read_elsewhere_leaves_the_list(town: Town, clock: Clock) -> None:
    item = town.entry(TEACHER)
    helen = town.client(LEAD)
    before = asks(Page(helen.get("/")))
    town.client(LEAD).post(f"/alerts/{alert_of(town, 'lead', item).pk}/read/")
    assert "Nothing needs you" in glances(helen, before).body


def test_a_lead_by_password_is_told_that_something_waits_and_nothing_of_it(town: Town, clock: Clock) -> None:
    omar = town.client(LEAD_BY_PASSWORD)
    before = asks(Page(omar.get("/")))
    town.entry(HEAD, categories={Default.CHILD_PROTECTION})
    found = glances(omar, before)
    assert "One alert waits that you read with a second step." in found.body
    assert "Maisie" not in found.body


def test_a_bar_takes_the_alert_away_and_hers_never_came(town: Town, clock: Clock) -> None:
    rachel = town.client(LEAD_WHO_IS_THE_PARENT)
    before = asks(Page(rachel.get("/")))
    town.entry(TEACHER, "maisie")
    assert glances(rachel, before).status == 204


def test_a_new_day_is_a_new_page(town: Town) -> None:
    late = NOW.replace(hour=23, minute=59)
    with schools(town.oakfield):
        today, still, after = (
            pages.version_now(town.viewer(LEAD, at=at))[0] for at in (NOW, late, late + timedelta(minutes=1))
        )
    assert today == still != after


def test_the_version_of_the_list_is_the_version_of_its_rows(town: Town) -> None:
    for child in ("maisie", "kacper"):
        town.entry(TEACHER, child)
    for who in (LEAD, LEAD_BY_PASSWORD, ASSISTANT):
        with schools(town.oakfield):
            assert pages.now(town.viewer(who)).version == pages.version_now(town.viewer(who))[0]


def expires(client: Client) -> object:
    return Session.objects.get(pk=client.session.session_key).expire_date


@pytest.mark.parametrize("page", ["/", "/children/"])
@pytest.mark.parametrize("changed", [True, False])
def test_a_glance_does_not_lengthen_the_session(page: str, changed: bool, town: Town, clock: Clock) -> None:
    helen = town.client(LEAD)
    before = asks(Page(helen.get(page)))
    ends = expires(helen)
    if changed:
        town.entry(TEACHER)
    clock.later(minutes=30)
    found = glances(helen, before)
    assert found.status == (200 if changed else 204)
    assert not found.answer.cookies
    assert expires(helen) == ends
    helen.get(page)
    assert expires(helen) > ends, "a person does"  # type: ignore[operator]


@pytest.mark.parametrize("changed", [True, False])
def test_a_glance_leaves_no_mark(changed: bool, town: Town, clock: Clock) -> None:
    helen = town.client(LEAD)
    before = asks(Page(helen.get("/")))
    if changed:
        town.entry(TEACHER)
    noted = len(marks(town))
    glances(helen, before)
    assert len(marks(town)) == noted


@pytest.mark.parametrize(
    ("on", "back"),
    [
        ("/", "%2F"),
        ("/children/", "%2F"),
        ("/incidents/add/?child=x", "%2Fincidents%2Fadd%2F"),
        ("//elsewhere.example/", "%2F"),
        ("/no/such/page/", "%2F"),
    ],
)
def test_when_the_session_has_ended_the_page_is_taken_away(
    on: str, back: str, town: Town, clock: Clock
) -> None:
    helen = town.client(LEAD)
    before = asks(Page(helen.get("/")))
    Session.objects.all().delete()
    found = glances(helen, before, on=on)
    assert found.answer["HX-Redirect"] == f"/sign-in/?next={back}"
    assert (found.body, len(found.answer.cookies)) == ("", 0)


def test_without_the_script_it_is_an_ordinary_way_to_the_door(town: Town) -> None:
    answer = Client().get("/now/?seen=x")
    assert (answer.status_code, answer["Location"]) == (302, "/sign-in/?next=%2F")


def test_whoever_left_the_school_has_their_page_taken_away(town: Town, clock: Clock) -> None:
    helen = town.client(LEAD)
    before = asks(Page(helen.get("/")))
    with schools(town.oakfield):
        Staff.objects.filter(pk=town.staff["lead"]).update(left_on=NOW.date())
    found = glances(helen, before)
    assert (found.answer["HX-Redirect"], found.body) == ("/", "")
    assert helen.get("/").status_code == 403


@pytest.mark.parametrize("page", ["/", "/incidents/add/"])
def test_the_page_of_somebody_who_has_signed_out_is_not_made_current_for_the_next(
    page: str, town: Town, clock: Clock
) -> None:
    before = asks(Page(town.client(LEAD).get(page)))
    for next_one in (town.client(TEACHER), town.client(LEAD, elevated=False)):
        found = glances(next_one, before)
        assert (found.answer["HX-Redirect"], found.body) == ("/", "")


def statements(client: Client, address: str) -> list[str]:
    """What is asked of the database besides who is asking: savepoint, scope, session, user with school, viewer."""
    with CaptureQueriesContext(connection) as seen:
        glances(client, address)
    own = [one["sql"] for one in seen.captured_queries if WHOSE.search(one["sql"])]
    rest = [one["sql"] for one in seen.captured_queries if one["sql"] not in own]
    assert len(rest) == 7, "\n".join(rest)
    return own


def test_what_a_glance_costs(town: Town, clock: Clock) -> None:
    def costs() -> list[int]:
        return [len(statements(who, address)) for who, address in asked]

    clients = (town.client(LEAD), town.client(LEAD_BY_PASSWORD))
    asked = [(who, asks(Page(who.get(on)))) for who in clients for on in ("/", "/incidents/add/")]
    assert costs() == [1, 1, 2, 1]
    for _ in range(40):
        town.entry(TEACHER)
    assert costs() == [3, 1, 4, 1]
