"""The list of staff: who is there, how their account stands, and who fits what was typed."""

from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from heed.people.staff.queries import everybody_here
from heed.staff.models import Staff
from heed.tenancy.scope import schools
from tests.cast import ADMINISTRATOR, NOW, Town
from tests.incidents.clock import Clock
from tests.incidents.page import Page
from tests.people.office import NIA, add, post_leaves, with_account
from tests.post import Manner, Post


def state(town: Town) -> str:
    with schools(town.oakfield):
        found = {one.email: one for one in everybody_here(town.viewer(ADMINISTRATOR, at=_now()))}
    return found[NIA.email].account.value


def _now() -> Any:
    from django.utils import timezone  # noqa: PLC0415 - the clock of the test

    return timezone.now()


def finds(town: Town, **typed: str) -> list[str]:
    page = Page(town.client(ADMINISTRATOR).post("/people/", typed))
    return [words for href, words in page.links if href.startswith("/people/0")]


def test_an_account_from_nothing_to_gone(town: Town, post: Post, clock: Clock) -> None:
    staff_id = add(town, invite=False)
    assert state(town) == "not invited"
    client = town.client(ADMINISTRATOR)
    client.post(f"/people/{staff_id}/invite/")
    assert state(town) == "invited"
    post.manner = Manner.NEVER
    post_leaves(town)
    assert state(town) == "mail not delivered"
    client.post(f"/people/{staff_id}/withdraw/")
    assert state(town) == "not invited"
    client.post(f"/people/{staff_id}/invite/")
    clock.later(days=7)
    assert state(town) == "invitation expired"


def test_active_then_left_then_back(town: Town, clock: Clock) -> None:
    staff_id = with_account(town)
    assert state(town) == "active"
    client = town.client(ADMINISTRATOR)
    client.post(f"/people/{staff_id}/leave/", {"when": "now"})
    assert state(town) == "has left"
    client.post(f"/people/{staff_id}/back/")
    assert state(town) == "not invited"


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("marsh", ["Helen Marsh"]),
        ("hel mar", ["Helen Marsh"]),
        ("MARSH helen", ["Helen Marsh"]),
        ("lead_by", ["Omar Said"]),
        ("senco", ["Ruth Ellis"]),
        ("nobody", []),
    ],
)
def test_parts_of_name_role_and_address_find_a_person(typed: str, found: list[str], town: Town) -> None:
    assert finds(town, find=typed) == found


def test_nobody_of_another_school_is_found(town: Town) -> None:
    assert finds(town, find="webb") == []


def test_leavers_are_shown_when_asked_for(town: Town, clock: Clock) -> None:
    with schools(town.oakfield):
        Staff.objects.filter(pk=town.staff["slt"]).update(left_on=NOW.date())
    assert "Grace Adeyemi" not in finds(town)
    assert finds(town, which="left") == ["Grace Adeyemi"]
    assert finds(town, which="nonsense") == finds(town)


def many(town: Town, number: int) -> None:
    with schools(town.oakfield):
        Staff.objects.bulk_create(
            Staff(
                school_id=town.oakfield,
                email=f"p{one}@oakfield.example",
                name=f"Person {one:03}",
                role="Teaching assistant",
                sort_key=f"zz{one:03}",
            )
            for one in range(number)
        )


def statements(town: Town) -> int:
    client = town.client(ADMINISTRATOR)
    client.get("/people/")
    with CaptureQueriesContext(connection) as seen:
        assert client.get("/people/").status_code == 200
    return len(seen)


def test_three_hundred_people_cost_no_more_statements_than_ten(town: Town) -> None:
    before = statements(town)
    many(town, 300)
    assert statements(town) == before


def test_the_next_hundred_come_by_a_button_each_person_once(town: Town) -> None:
    many(town, 300)
    client, after, seen = town.client(ADMINISTRATOR), "", []
    for _ in range(9):
        page = Page(client.post("/people/", {"after": after} if after else {}))
        seen += [href for href, _ in page.links if href.startswith("/people/0")]
        found = page.fields.get("button after")
        if not found:
            break
        [after] = found
    assert len(seen) == len(set(seen)) == 311
