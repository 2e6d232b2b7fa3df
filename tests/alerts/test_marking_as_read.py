"""An alert is marked as read by the person it was for, once, and the entry stays readable for thirty days."""

from datetime import timedelta
from uuid import UUID, uuid4

import pytest

from heed.access.actions import bar
from heed.alerts.actions import mark_as_read
from heed.alerts.queries import alert_of as own_alert
from heed.alerts.queries import ids_waiting_for, told_of, told_of_own, waiting_for
from heed.lib.outcomes import NotSeen
from heed.tenancy.scope import schools
from heed.who.categories import Default
from heed.who.viewer import on_the_server
from tests.cast import (
    ASSISTANT,
    HEAD,
    LEAD,
    LEAD_BY_PASSWORD,
    LEAD_ELSEWHERE,
    NOW,
    OFFICE,
    SENIOR_LEADER,
    TEACHER,
    Person,
    Town,
)
from tests.incidents.clock import Clock
from tests.records.behind import alert_of, can_read, grant_of, granted, marks


@pytest.fixture
def item(town: Town) -> UUID:
    """A concern about Maisie; Katie, her teacher, was told and could not read it otherwise."""
    return town.entry(ASSISTANT)


def read(town: Town, who: Person, item: UUID) -> None:
    with schools(town.oakfield):
        mark_as_read(town.viewer(who), alert_of(town, who.key, item).pk)


def test_what_waits_is_told_oldest_first_and_goes_when_it_is_read(town: Town) -> None:
    later = town.entry(TEACHER, "kacper", at=NOW - timedelta(minutes=1))
    first = town.entry(TEACHER, "zoe", at=NOW - timedelta(minutes=2))
    with schools(town.oakfield):
        helen = town.viewer(LEAD)
        assert [one.item_id for one in waiting_for(helen)] == [first, later]
        assert len(ids_waiting_for(helen)) == 2
    read(town, LEAD, first)
    with schools(town.oakfield):
        assert [one.item_id for one in waiting_for(helen)] == [later]
        assert len(ids_waiting_for(helen)) == 1


def test_marking_leaves_the_moment_and_a_mark(town: Town, item: UUID) -> None:
    read(town, TEACHER, item)
    alert = alert_of(town, "teacher", item)
    assert (alert.state, alert.read_at) == ("read", NOW)
    [mark] = marks(town, event="read alert")
    assert (mark.staff_id, mark.about_id) == (town.staff["teacher"], item)
    assert alert_of(town, "lead", item).state == "waiting", "others' alerts stay"


def test_marking_twice_marks_once_and_does_not_lengthen_the_thirty_days(town: Town, item: UUID) -> None:
    read(town, TEACHER, item)
    with schools(town.oakfield):
        mark_as_read(town.viewer(TEACHER, at=NOW + timedelta(days=3)), alert_of(town, "teacher", item).pk)
    assert alert_of(town, "teacher", item).read_at == NOW
    assert grant_of(town, "teacher", item).ends_at == NOW + timedelta(days=30)
    assert len(marks(town, event="read alert")) == 1


@pytest.mark.parametrize("who", [HEAD, OFFICE, LEAD_BY_PASSWORD])
def test_nobody_marks_somebody_elses_alert(who: Person, town: Town, item: UUID) -> None:
    with pytest.raises(NotSeen), schools(town.oakfield):
        mark_as_read(town.viewer(who), alert_of(town, "lead", item).pk)
    assert alert_of(town, "lead", item).state == "waiting"


def test_an_alert_of_the_other_school_and_one_that_does_not_exist_are_the_same_answer(
    town: Town, item: UUID
) -> None:
    with schools(town.riverside):
        for alert_id in (alert_of(town, "lead", item).pk, uuid4()):
            with pytest.raises(NotSeen):
                mark_as_read(town.viewer(LEAD_ELSEWHERE), alert_id)


def test_somebody_barred_since_has_no_alert_any_more(town: Town, item: UUID) -> None:
    with schools(town.oakfield):
        bar(
            on_the_server(town.oakfield, at=NOW), town.staff["teacher"], town.pupils["maisie"], why="conflict"
        )
        katie = town.viewer(TEACHER)
        assert (waiting_for(katie), len(ids_waiting_for(katie)), own_alert(katie, item)) == ((), 0, None)
    with pytest.raises(NotSeen):
        read(town, TEACHER, item)


def test_an_alert_to_child_protection_waits_unseen_until_the_second_factor(town: Town) -> None:
    item = town.entry(HEAD, categories={Default.CHILD_PROTECTION})
    with schools(town.oakfield):
        assert waiting_for(town.viewer(LEAD_BY_PASSWORD)) == ()
        [one] = waiting_for(town.viewer(LEAD_BY_PASSWORD, elevated=True))
        assert one.item_id == item


@pytest.mark.parametrize(
    ("days", "readable"), [(0, True), (29, True), (30, False), (31, False), (400, False)]
)
def test_an_entry_that_was_read_stays_readable_for_thirty_days(
    days: int, readable: bool, town: Town, item: UUID
) -> None:
    read(town, TEACHER, item)
    with schools(town.oakfield):
        assert can_read(town.viewer(TEACHER, at=NOW + timedelta(days=days)), item) is readable


def test_an_entry_that_was_not_read_yet_does_not_run_out(town: Town, item: UUID) -> None:
    with schools(town.oakfield):
        assert can_read(town.viewer(TEACHER, at=NOW + timedelta(days=400)), item)


def test_a_lead_reads_on_through_the_group_when_the_grant_has_ended(town: Town, item: UUID) -> None:
    read(town, LEAD, item)
    with schools(town.oakfield):
        after = NOW + timedelta(days=31)
        assert can_read(town.viewer(LEAD, at=after), item)
        assert not can_read(town.viewer(LEAD, at=after, elevated=False), item)


def test_reading_ends_only_the_own_grant(town: Town, item: UUID) -> None:
    read(town, TEACHER, item)
    assert grant_of(town, "slt", item).ends_at is None


def test_a_grant_by_writing_is_permanent(town: Town) -> None:
    item = town.entry(SENIOR_LEADER, categories={Default.CHILD_PROTECTION})
    read(town, LEAD, item)
    assert granted(town, item)["slt"] == "written"
    assert grant_of(town, "slt", item).ends_at is None


def test_who_was_told_is_shown_to_readers_and_to_the_writer_alone(town: Town, item: UUID) -> None:
    with schools(town.oakfield):
        names = ["Grace Adeyemi", "Helen Marsh", "Katie Lowther", "Omar Said", "Priya Nair"]
        assert sorted(one.name for one in told_of(town.viewer(LEAD), [item])) == names
        assert sorted(one.name for one in told_of_own(town.viewer(ASSISTANT), item)) == names
        assert told_of(town.viewer(ASSISTANT), [item]) == ()
        assert told_of_own(town.viewer(LEAD), item) == ()


def test_the_button_marks_and_leads_home(town: Town, clock: Clock, item: UUID) -> None:
    answer = town.client(LEAD).post(f"/alerts/{alert_of(town, 'lead', item).pk}/read/")
    assert (answer.status_code, answer["Location"]) == (302, "/")
    assert alert_of(town, "lead", item).read_at == NOW


def test_the_button_pressed_twice_leads_home_and_undoes_nothing(town: Town, clock: Clock, item: UUID) -> None:
    helen, address = town.client(LEAD), f"/alerts/{alert_of(town, 'lead', item).pk}/read/"
    helen.post(address)
    clock.later(minutes=1)
    assert helen.post(address)["Location"] == "/"
    assert alert_of(town, "lead", item).read_at == NOW


def test_an_address_alone_marks_nothing(town: Town, item: UUID) -> None:
    assert town.client(LEAD).get(f"/alerts/{alert_of(town, 'lead', item).pk}/read/").status_code == 405
    assert alert_of(town, "lead", item).state == "waiting"


@pytest.mark.parametrize(
    ("back", "leads_to"),
    [
        ("/entries/x/", "/entries/x/"),
        ("", "/"),
        ("https://elsewhere.example/", "/"),
        ("//elsewhere.example/", "/"),
        ("/\\elsewhere.example", "/"),
        ("javascript:alert(1)", "/"),
        ("home:show", "/"),
    ],
)
def test_the_way_back_stays_within_heed(back: str, leads_to: str, town: Town, item: UUID) -> None:
    address = f"/alerts/{alert_of(town, 'lead', item).pk}/read/"
    assert town.client(LEAD).post(address, {"back": back})["Location"] == leads_to
