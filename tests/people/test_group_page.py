"""A group's page says first what a change opens and closes, and its numbers come true."""

import html
import re
from dataclasses import replace
from typing import Any

import pytest
from django.http import HttpResponse
from django.test import Client

from heed.access.actions import bar, lock
from heed.access.matrix import MATRIX, Row, Scope
from heed.access.ruled import changes_of, line_of, proposals_waiting
from heed.access.ruling import change_group
from heed.people.groups.queries import counted
from heed.pupils.queries import classes_of_staff
from heed.records.models import Grant, Item
from heed.tenancy.scope import schools
from heed.who.categories import Default
from heed.who.groups import Group
from heed.who.powers import Power
from tests.cast import (
    ADMINISTRATOR,
    HEAD,
    LEAD,
    NOW,
    OFFICE,
    OTHER_TEACHER,
    SENCO,
    TEACHER,
    Person,
    Town,
)
from tests.records.behind import marks, opened

TEACHERS = MATRIX[Group.TEACHER]
PAGE = "/people/groups/teacher/"


def typed(row: Row, *, version: int = 0, **more: str) -> dict[str, Any]:
    return {
        "reads": [str(one) for one in sorted(row.reads)],
        "uses": [str(one) for one in sorted(row.uses)],
        "powers": sorted(row.powers),
        "scope": row.scope.value,
        "version": str(version),
        **more,
    }


def words(answer: HttpResponse) -> str:
    body = re.sub(r"<[^>]+>", " ", answer.content.decode())
    return " ".join(html.unescape(body).split())


def with_also(*categories: int) -> Row:
    return replace(TEACHERS, reads=TEACHERS.reads | set(categories))


def without(*categories: int) -> Row:
    return replace(TEACHERS, reads=TEACHERS.reads - set(categories))


def look(client: Client, row: Row, **more: Any) -> HttpResponse:
    return client.post(PAGE, typed(row, **more))


@pytest.fixture
def grants_ended(town: Town) -> Town:
    """A busy school, in which nobody holds a grant any more but those the test gives."""
    town.entry(SENCO, "maisie", [Default.VULNERABLE])
    town.entry(SENCO, "kacper", [Default.VULNERABLE])
    town.entry(SENCO, "kacper", [Default.VULNERABLE, Default.SEN])
    town.entry(SENCO, "zoe", [Default.VULNERABLE, Default.RACIST])
    town.entry(SENCO, "zoe", [Default.MEDICAL])
    town.entry(SENCO, "maisie_thorne", [Default.VULNERABLE])
    with schools(town.oakfield):
        opened(Grant).update(ends_at=NOW)
    return town


def test_before_anything_is_changed_the_page_says_what_it_opens(grants_ended: Town) -> None:
    answer = look(grants_ended.client(LEAD), with_also(Default.VULNERABLE))
    assert answer.status_code == 200
    assert (
        "Two class teachers will be able to read 3 entries under Vulnerable child, about children in their classes."
        in words(answer)
    )
    assert "What this closes" not in words(answer)
    with schools(grants_ended.oakfield):
        assert line_of(grants_ended.oakfield, Group.TEACHER).row == TEACHERS


def test_and_what_it_closes(grants_ended: Town) -> None:
    said = words(look(grants_ended.client(LEAD), without(Default.MEDICAL, Default.ATTENDANCE)))
    assert (
        "Two class teachers will no longer be able to read no entries under Attendance and 1 under Medical and "
        "health, about children in their classes." in said
    )
    assert "What this opens" not in said


CHANGES = {
    "a category": with_also(Default.VULNERABLE),
    "two categories": with_also(Default.VULNERABLE, Default.RACIST),
    "the year": replace(TEACHERS, scope=Scope.OWN_YEAR),
    "the school": replace(with_also(Default.VULNERABLE), scope=Scope.WHOLE_SCHOOL),
    "one to one": replace(TEACHERS, scope=Scope.ONE_TO_ONE),
    "less": without(Default.MEDICAL, Default.SEN),
    "one for another": replace(TEACHERS, reads=(TEACHERS.reads - {Default.MEDICAL}) | {Default.VULNERABLE}),
}


@pytest.mark.parametrize("wanted", CHANGES.values(), ids=list(CHANGES))
def test_the_numbers_come_true_with_bars_locks_and_grants(wanted: Row, grants_ended: Town) -> None:
    town = grants_ended
    head = town.viewer(HEAD)
    with schools(town.oakfield):
        bar(head, town.staff["other"], town.pupils["zoe"], why="relative")
        lock(head, town.pupils["kacper"], named=[town.staff["teacher"]])
        of_maisie = opened(Item).filter(pupil_id=town.pupils["maisie"]).values_list("pk", flat=True)
        opened(Grant).filter(item_id__in=list(of_maisie), staff_id=town.staff["teacher"]).update(ends_at=None)
        numbers = counted(head, Group.TEACHER, wanted)
        before = read_by(town)
        change_group(head, Group.TEACHER, wanted, seen=0, why="x")
        after = read_by(town)
    opened_now = {item for who in after for item in after[who] - before[who]}
    closed_now = {item for who in after for item in before[who] - after[who]}
    assert (numbers.opened.in_all, numbers.closed.in_all) == (len(opened_now), len(closed_now))


def read_by(town: Town) -> dict[str, set[Any]]:
    return {
        who.key: set(
            Item.objects.seen_by(town.viewer(who, elevated=True))
            .filter(kind="entry")
            .values_list("pk", flat=True)
        )
        for who in (TEACHER, OTHER_TEACHER)
    }


def test_counting_leaves_a_mark_and_shows_no_child(grants_ended: Town) -> None:
    answer = look(grants_ended.client(ADMINISTRATOR), with_also(Default.VULNERABLE))
    assert not re.search("Maisie|Kacper|Zoë|Thorn", words(answer))
    assert "count what a change of a group opens and closes" in [
        mark.why for mark in marks(grants_ended, event="read by job")
    ]


def test_without_a_reason_nothing_is_changed_and_nothing_chosen_is_lost(town: Town) -> None:
    answer = look(town.client(LEAD), with_also(Default.VULNERABLE), do="sure", why=" ")
    assert answer.status_code == 422
    assert "Write why this is changed." in words(answer)
    assert f'name="reads" value="{Default.VULNERABLE:d}"' in answer.content.decode()
    with schools(town.oakfield):
        assert changes_of(town.oakfield, Group.TEACHER) == ()


def test_with_a_reason_it_is_so_and_the_page_tells_by_whom_and_why(town: Town) -> None:
    client = town.client(LEAD)
    answer = look(client, with_also(Default.VULNERABLE), do="sure", why="They asked for it.")
    assert (answer.status_code, answer["Location"]) == (302, PAGE)
    said = words(client.get(PAGE))
    assert "Reads Vulnerable child." in said
    assert "Why: They asked for it." in said
    assert Default.VULNERABLE in town.viewer(TEACHER).reads_about(town.pupils["maisie"])


def test_a_reason_too_long_is_said_beside_it(town: Town) -> None:
    answer = look(town.client(LEAD), with_also(Default.VULNERABLE), do="sure", why="x" * 501)
    assert answer.status_code == 422
    assert "Shorten this to 500 characters." in words(answer)


def test_of_two_administrators_the_second_sees_what_the_first_did_and_keeps_what_they_chose(
    town: Town,
) -> None:
    first, second = town.client(HEAD), town.client(LEAD)
    look(first, with_also(Default.VULNERABLE), do="sure", why="They asked for it.")
    for doing in ("look", "sure"):
        answer = look(second, without(Default.MEDICAL), do=doing, why="They have a nurse.")
        said, body = words(answer), answer.content.decode()
        assert answer.status_code == 409
        assert "Changed since you opened this page" in said
        assert "Priya Nair, Head" in said
        assert "Reads Vulnerable child." in said
        assert re.search(r'name="version" value="1"', body)
        assert not re.search(r'name="reads" type="checkbox" value="10" checked', body)
        assert re.search(r'name="reads" type="checkbox" value="12" checked', body)
    with schools(town.oakfield):
        assert len(changes_of(town.oakfield, Group.TEACHER)) == 1


def test_going_on_from_there_the_second_one_s_choice_is_made(town: Town) -> None:
    look(town.client(HEAD), with_also(Default.VULNERABLE), do="sure", why="They asked for it.")
    answer = look(town.client(LEAD), without(Default.MEDICAL), version=1, do="sure", why="A nurse.")
    assert answer.status_code == 302
    with schools(town.oakfield):
        assert line_of(town.oakfield, Group.TEACHER).row.reads == without(Default.MEDICAL).reads


@pytest.mark.parametrize("version", ["", "x", "-1", "99999999999999999999", "7"])
def test_a_version_that_no_page_of_ours_holds_changes_nothing(version: str, town: Town) -> None:
    data = {**typed(with_also(Default.VULNERABLE), do="sure", why="x"), "version": version}
    assert town.client(LEAD).post(PAGE, data).status_code == 409


@pytest.mark.parametrize(
    "strange", [{"reads": ["99"]}, {"reads": ["x"]}, {"scope": "everything"}, {"powers": ["fly"]}]
)
def test_what_the_page_does_not_offer_is_refused_beside_its_field(
    strange: dict[str, Any], town: Town
) -> None:
    answer = town.client(LEAD).post(PAGE, {**typed(TEACHERS, do="sure", why="x"), **strange})
    assert answer.status_code == 422
    assert "Choose from these." in words(answer)


def test_an_administrator_s_page_has_no_box_for_reading(town: Town) -> None:
    body = town.client(HEAD).get("/people/groups/admin/").content.decode()
    assert 'name="reads"' not in body
    assert 'name="scope"' not in body
    assert "Reads nothing about any child, and records nothing." in html.unescape(body)


def test_boxes_that_are_not_there_cannot_be_sent_either(town: Town) -> None:
    data = typed(replace(MATRIX[Group.ADMIN], reads=frozenset({7}), scope=Scope.WHOLE_SCHOOL))
    answer = town.client(HEAD).post("/people/groups/admin/", {**data, "do": "sure", "why": "x"})
    assert answer.status_code == 422
    data["powers"] = [Power.OPEN_CHILD]
    answer = town.client(HEAD).post("/people/groups/admin/", {**data, "do": "sure", "why": "x"})
    assert answer.status_code == 422
    assert town.viewer(ADMINISTRATOR).reaches == ()


def test_an_administrator_is_told_that_it_waits_and_the_table_shows_it(town: Town) -> None:
    client = town.client(ADMINISTRATOR)
    assert "The head or a DSL is asked to approve it" in words(look(client, with_also(Default.VULNERABLE)))
    look(client, with_also(Default.VULNERABLE), do="sure", why="They asked for it.")
    assert "Waits for approval: Class teachers" in words(client.get("/people/groups/"))
    with schools(town.oakfield):
        [one] = proposals_waiting(town.oakfield)
    assert one.asked.opens.reads == {Default.VULNERABLE}


def test_a_second_proposal_for_a_group_waits_for_the_first(town: Town) -> None:
    client = town.client(ADMINISTRATOR)
    look(client, with_also(Default.VULNERABLE), do="sure", why="x")
    answer = look(client, with_also(Default.BULLYING), do="sure", why="x")
    assert answer.status_code == 422
    assert "That has to be decided first." in words(answer)


def test_whoever_decides_sees_what_it_opens_and_decides_with_a_press(grants_ended: Town) -> None:
    town = grants_ended
    look(town.client(ADMINISTRATOR), with_also(Default.VULNERABLE), do="sure", why="They asked for it.")
    client = town.client(LEAD)
    assert "One proposal waits for your decision" in words(client.get("/"))
    page = client.get("/people/proposals/")
    assert "Two class teachers will be able to read 3 entries under Vulnerable child" in words(page)
    address = re.search(r'action="(/people/proposals/[^"]+/decide/)"', page.content.decode())
    assert address
    turned = client.post(address[1], {"do": "turn down"})
    assert turned.status_code == 422
    assert "Write why you turn this down." in words(turned)
    assert client.post(address[1], {"do": "approve"}).status_code == 302
    assert Default.VULNERABLE in town.viewer(TEACHER).reads_about(town.pupils["maisie"])
    assert client.post(address[1], {"do": "approve"}).status_code == 409
    assert "Nothing waits" in words(client.get("/people/proposals/"))


def test_the_table_says_in_words_what_each_group_reads(town: Town) -> None:
    said = words(town.client(ADMINISTRATOR).get("/people/groups/"))
    assert "Senior leaders Everything but Child protection Children in the whole school" in said
    assert "System administrators Nothing about children No child" in said
    assert "Katie Lowther Class teacher Class teacher" in said


def put(client: Client, town: Town, whom: Person, **chosen: Any) -> HttpResponse:
    address = f"/people/{town.staff[whom.key]}/groups/"
    seen = re.search(r'name="seen" value="([^"]*)"', client.get(address).content.decode())
    assert seen
    return client.post(address, {"seen": seen[1], "why": "New work", **chosen})


def test_groups_and_classes_of_a_person_are_set_together(town: Town) -> None:
    client = town.client(ADMINISTRATOR)
    answer = put(client, town, OFFICE, groups=["teacher"], classes=["Hazel"])
    assert answer.status_code == 302
    assert town.viewer(OFFICE).reads_about(town.pupils["zoe"]) == TEACHERS.reads


def test_whoever_cannot_be_done_without_stays_and_the_page_says_why(town: Town) -> None:
    answer = put(town.client(ADMINISTRATOR), town, HEAD, groups=["teacher"], classes=["Hazel"])
    assert answer.status_code == 422
    assert "Then the school would have no head." in words(answer)
    assert town.viewer(HEAD).groups == {Group.HEAD}


def test_somebody_changed_by_another_meanwhile_is_shown_as_they_are_now(town: Town) -> None:
    client, address = town.client(ADMINISTRATOR), f"/people/{town.staff['office']}/groups/"
    put(town.client(HEAD), town, OFFICE, groups=["slt"])
    answer = client.post(address, {"seen": "office|", "groups": ["ta"], "why": "New work"})
    assert answer.status_code == 409
    assert "Now: senior leader" in words(answer)
    assert re.search(r'type="checkbox" value="ta" checked', answer.content.decode())
    assert town.viewer(OFFICE).groups == {Group.SLT}


def test_nobody_is_offered_their_own_classes(town: Town) -> None:
    page = town.client(ADMINISTRATOR).get(f"/people/{town.staff['admin']}/groups/")
    assert "Your own classes are set by a colleague." in words(page)
    put(town.client(ADMINISTRATOR), town, ADMINISTRATOR, groups=["admin"], classes=["Willow"])
    with schools(town.oakfield):
        assert classes_of_staff(town.oakfield, town.staff["admin"]) == frozenset()
