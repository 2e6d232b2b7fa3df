"""What is not recorded, and the reason that is given."""

from datetime import UTC, date, datetime, timedelta
from uuid import UUID, uuid4

import pytest

from heed.access.actions import bar
from heed.incidents import rules
from heed.incidents.actions import Account, look_for_child, record_incident
from heed.lib.outcomes import NotSeen, Refused
from heed.pupils.models import Pupil
from heed.tenancy.keys import uuid7
from heed.tenancy.scope import schools
from heed.who.categories import Default
from heed.who.powers import Power
from heed.who.viewer import Viewer, on_the_server
from tests.cast import (
    ADMINISTRATOR,
    ASSISTANT,
    LEAD,
    LEAD_WHO_IS_THE_PARENT,
    NOW,
    SENCO,
    SENIOR_LEADER,
    TEACHER,
    Person,
    Town,
)
from tests.records.behind import entries, opened, switch_off

NOBODY = Viewer(school_id=uuid4(), staff_id=uuid4(), name="", role="", at=NOW)


def send(town: Town, who: Person = TEACHER, **changed: object) -> UUID:
    facts: dict[str, object] = {
        "pupil_id": town.pupils["maisie"],
        "account": "Came in without a coat.",
        "categories": frozenset({Default.CONCERN}),
        "occurred_at": NOW,
    }
    with schools(town.oakfield):
        return record_incident(town.viewer(who), Account(**{**facts, **changed}), token=uuid7())


def test_the_administrator_does_not_record(town: Town) -> None:
    with pytest.raises(Refused, match="System administrators do not record"):
        send(town, ADMINISTRATOR)
    with pytest.raises(Refused, match="System administrators do not record"), schools(town.oakfield):
        look_for_child(town.viewer(ADMINISTRATOR), "maisie")


def test_somebody_without_a_signature_does_not_record() -> None:
    with_power = Viewer(
        school_id=uuid4(), staff_id=uuid4(), name="", role="", at=NOW, powers=frozenset({Power.RECORD})
    )
    assert rules.why_not_record(NOBODY) != rules.why_not_record(with_power)
    assert "does not know your name and role yet" in (rules.why_not_record(with_power) or "")


def test_a_child_who_has_left_is_not_there_to_be_written_about(town: Town) -> None:
    with schools(town.oakfield):
        opened(Pupil).filter(pk=town.pupils["maisie"]).update(left_on=NOW.date())
    with pytest.raises(NotSeen):
        send(town)


def test_a_child_of_the_other_school_and_one_who_does_not_exist_are_the_same_answer(town: Town) -> None:
    for pupil_id in (town.pupils["elsewhere"], uuid4()):
        with pytest.raises(NotSeen):
            send(town, pupil_id=pupil_id)


def test_a_parent_on_the_staff_does_not_write_about_the_own_child(town: Town) -> None:
    with pytest.raises(NotSeen):
        send(town, LEAD_WHO_IS_THE_PARENT)


def test_a_teacher_who_is_barred_meanwhile_does_not_write_about_the_child(town: Town) -> None:
    with schools(town.oakfield):
        bar(
            on_the_server(town.oakfield, at=NOW), town.staff["teacher"], town.pupils["maisie"], why="conflict"
        )
    with pytest.raises(NotSeen):
        send(town)


@pytest.mark.parametrize(
    ("who", "category"),
    [
        (TEACHER, Default.CHILD_PROTECTION),
        (TEACHER, Default.LEADER_WELFARE),
        (TEACHER, Default.BULLYING),
        (ASSISTANT, Default.SEN),
        (SENCO, Default.BULLYING),
        (SENIOR_LEADER, Default.SEN),
        (LEAD, Default.OTHER_TRANSFER),
        (LEAD, 100),
    ],
)
def test_a_category_that_is_not_theirs_is_refused_even_beside_one_that_is(
    who: Person, category: int, town: Town
) -> None:
    with pytest.raises(Refused, match="not yours to choose"):
        send(town, who, categories=frozenset({Default.CONCERN, category}))
    assert entries(town) == []


def test_a_category_that_the_school_has_switched_off_is_refused(town: Town) -> None:
    switch_off(town, Default.LOW_BEHAVIOUR)
    with pytest.raises(Refused, match="not in use any more"):
        send(town, categories=frozenset({Default.LOW_BEHAVIOUR}))
    send(town)


def test_an_entry_without_a_category_cannot_exist(town: Town) -> None:
    with pytest.raises(Refused, match="Choose at least one category"):
        send(town, categories=frozenset())


def test_what_has_not_happened_yet_is_refused(town: Town) -> None:
    with pytest.raises(Refused, match="in the future"):
        send(town, occurred_at=NOW + timedelta(minutes=6))
    send(town, occurred_at=NOW + timedelta(minutes=5))


def test_what_was_before_the_childs_birth_is_refused(town: Town) -> None:
    with pytest.raises(Refused, match="before the child was born"):
        send(town, occurred_at=datetime(2017, 3, 13, 12, tzinfo=UTC))
    send(town, occurred_at=datetime(2017, 3, 14, 0, 30, tzinfo=UTC))


def test_the_day_of_birth_is_the_day_in_london() -> None:
    after_midnight = datetime(2017, 6, 13, 23, 30, tzinfo=UTC)
    assert rules.why_not_when(after_midnight, date(2017, 6, 14), now=NOW) is None
    assert rules.why_not_when(after_midnight, None, now=NOW) is None


@pytest.mark.parametrize(
    ("ago", "late"),
    [(timedelta(0), False), (timedelta(hours=24), False), (timedelta(hours=24, seconds=1), True)],
)
def test_an_entry_is_late_when_more_than_a_day_has_passed(ago: timedelta, late: bool) -> None:
    assert rules.is_late(NOW - ago, now=NOW) is late
