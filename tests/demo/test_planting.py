"""Entries planted many at once leave the same rows as entries recorded, read and followed up one by one."""

import re
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from django.apps import apps
from django.db import transaction

from heed.alerts.actions import mark_as_read
from heed.alerts.models import Alert
from heed.alerts.queries import alert_of
from heed.demo.home import Planted
from heed.demo.planting import plant
from heed.demo.tales.tale import Deed, Tale, Turn, later_of
from heed.incidents.actions import Account, record_incident
from heed.incidents.following import Done, Wanted, add_action, take_step
from heed.incidents.kinds import Consent, Did, WhyNotAsked
from heed.incidents.queries import stands
from heed.lib.outcomes import NotSeen, Refused
from heed.records.kinds import Precision
from heed.tenancy.keys import uuid7
from heed.tenancy.scope import schools
from heed.tenancy.shut import opened_for
from heed.who.categories import Default
from heed.who.viewer import Viewer
from tests.cast import CAST, NOW, Town

HEAD, LEAD, DEPUTY, SLT, SENCO = (
    f"{key}@oakfield.example" for key in ("head", "lead", "lead_by_password", "slt", "senco")
)
TEACHER, OTHER, TA, OFFICE = (f"{key}@oakfield.example" for key in ("teacher", "other", "ta", "office"))
LEAD_WHO_IS_THE_PARENT = "parent@oakfield.example"
CLASSES = {"maisie": "Willow", "maisie_thorne": "Acorn", "kacper": "Willow", "zoe": "Hazel"}
BEGAN = NOW - timedelta(days=90)


def after(minutes: int = 0, *, days: int = 0) -> datetime:
    """So long after the first day of these tales."""
    return BEGAN + timedelta(days=days, minutes=minutes)


TALES = (
    Tale(
        child="maisie",
        writer=TEACHER,
        categories=("concern",),
        occurred_at=after(),
        recorded_at=after(30),
        precision="about",
        place="Willow classroom",
        account="Maisie slept on the carpet for ten minutes.",
        child_words="“I am tired.”",
        already_done="Gave her water.",
        reads=((LEAD, after(60)), (HEAD, after(90)), (SLT, after(95))),
        deeds=(
            Deed(by=SLT, at=after(120), done="Spoke to her after lunch."),
            Deed(by=LEAD, at=after(200), done="Rang the mother.", told=(OFFICE, HEAD), told_read=after(240)),
        ),
        turns=(
            Turn(by=LEAD, at=after(61), did="take"),
            Turn(by=LEAD, at=after(300), did="watch"),
            Turn(by=LEAD, at=after(days=3), did="close", said="No more tiredness."),
            Turn(by=HEAD, at=after(days=4), did="reopen", said="Tired on Monday."),
        ),
    ),
    Tale(
        child="maisie",
        writer=SLT,
        categories=("child_protection", "vulnerable"),
        occurred_at=after(days=5),
        recorded_at=after(20, days=5),
        account="Two marks on the left arm.",
        reads=((LEAD, after(25, days=5)),),
        deeds=(
            Deed(
                by=LEAD,
                at=after(40, days=5),
                done="Rang the council.",
                consent="not sought",
                why_not_asked="at risk",
            ),
            Deed(by=SLT, at=after(50, days=5), done="Sat with her."),
        ),
        turns=(Turn(by=LEAD, at=after(60, days=5), did="hand over", to=DEPUTY, to_read=after(70, days=5)),),
    ),
    Tale(
        child="zoe",
        writer=LEAD,
        categories=("attendance", "medical"),
        occurred_at=after(days=6),
        recorded_at=after(days=8),
        late_reason="I was at a hearing.",
        account="Arrived at 9.40.",
        reads=((OTHER, after(5, days=8)),),
        deeds=(Deed(by=OTHER, at=after(9, days=8), done="Asked her.", consent="given"),),
        turns=(Turn(by=LEAD, at=after(30, days=8), did="close", said="One day only."),),
    ),
    Tale(
        child="kacper",
        writer=TA,
        categories=("concern",),
        occurred_at=after(days=9),
        recorded_at=after(10, days=9),
        account="Kacper pushed a chair over.",
        reads=((TEACHER, after(20, days=9)),),
        deeds=(Deed(by=TEACHER, at=after(40, days=9), done="Rang home."),),
        turns=(
            Turn(by=HEAD, at=after(days=10), did="hand over", to=SENCO, to_read=after(5, days=10)),
            Turn(by=DEPUTY, at=after(days=11), did="watch"),
        ),
    ),
    Tale(
        child="maisie_thorne",
        writer=DEPUTY,
        categories=("leader_welfare",),
        occurred_at=after(days=12),
        recorded_at=after(10, days=12),
        precision="part",
        account="Three entries in a fortnight.",
    ),
)


@pytest.fixture
def home(town: Town) -> Planted:
    """Oakfield of the tests, in the shape of a sample school."""
    here = [one for one in CAST if one.school == "oakfield"]
    return Planted(
        town.oakfield,
        staff={f"{one.key}@oakfield.example": town.staff[one.key] for one in here},
        users={f"{one.key}@oakfield.example": town.users[one.key] for one in here},
        pupils={key: town.pupils[key] for key in CLASSES},
    )


def record_one_by_one(home: Planted) -> None:
    """Through the product's own actions, as people do it."""
    for tale in TALES:
        by = home.person(tale.writer, tale.recorded_at)
        entry = record_incident(by, said_in(tale, home), token=uuid7())
        for what in later_of(tale):
            follow(home, entry, what)


def follow(home: Planted, entry: UUID, what: tuple[str, datetime] | Deed | Turn) -> None:
    """One thing that came after an entry."""
    match what:
        case Deed():
            told = frozenset(home.staff[email] for email in what.told)
            done = Done(
                done=what.done,
                consent=Consent(what.consent),
                why_not_asked=WhyNotAsked(what.why_not_asked),
                told=told,
            )
            action = add_action(home.person(what.by, what.at), entry, done, token=uuid7())
            for email in what.told:
                assert what.told_read
                read(home.person(email, what.told_read), action)
        case Turn():
            by = home.person(what.by, what.at)
            to = home.staff[what.to] if what.to else None
            take_step(
                by, entry, Wanted(did=Did(what.did), seen=stands(by, entry).standing, said=what.said, to=to)
            )
            if what.to_read:
                read(home.person(what.to, what.to_read), entry)
        case (email, at):
            read(home.person(email, at), entry)


def read(viewer: Viewer, item_id: UUID) -> None:
    """Mark one's own alert as read."""
    alert = alert_of(viewer, item_id)
    assert alert
    mark_as_read(viewer, alert.alert_id)


def said_in(tale: Tale, home: Planted) -> Account:
    """What the form would have held."""
    return Account(
        pupil_id=home.pupils[tale.child],
        account=tale.account,
        child_words=tale.child_words,
        already_done=tale.already_done,
        categories=frozenset(Default[one.upper()] for one in tale.categories),
        occurred_at=tale.occurred_at,
        precision=Precision(tale.precision),
        place=tale.place,
        late_reason=tale.late_reason,
    )


NOT_ASKED = {"salt", "digest", "token", "mail", "mail_tries", "mail_at"}
"""Dice, and the mail: nothing that is planted leaves the house."""


def rows_after(way: Callable[[], None], home: Planted) -> dict[str, list[dict[str, Any]]]:
    """Every row of every table of the school once this has been done, which is then undone."""
    with transaction.atomic(), schools(home.school_id), opened_for("compare two ways"):
        before = set(all_ids())
        way()
        found = all_rows(before)
        transaction.set_rollback(True)
    return found


def tables() -> list[Any]:
    return [model for model in apps.get_models() if getattr(model, "under_the_wall", False)]


def all_ids() -> list[UUID]:
    return [row.pk for model in tables() for row in model.objects.all()]


def all_rows(before: set[UUID]) -> dict[str, list[dict[str, Any]]]:
    """Rows with new ids replaced by what they are the how-manyeth of, the others as they are."""
    rows = {model.__name__: list(model.objects.order_by("id").values()) for model in tables()}
    names: dict[str, str] = {}
    for table, found in rows.items():
        new = [row["id"] for row in found if row["id"] not in before]
        names |= {str(one): f"{table} {number}" for number, one in enumerate(new, start=1)}
    return {
        table: [
            {column: plainly(value, names) for column, value in row.items() if column not in NOT_ASKED}
            for row in found
        ]
        for table, found in rows.items()
    }


def plainly(value: Any, names: dict[str, str]) -> Any:
    if not isinstance(value, str | UUID):
        return value
    return re.sub(
        r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", lambda id_: names.get(id_[0], id_[0]), str(value)
    )


def test_both_ways_leave_the_same_rows(home: Planted) -> None:
    one_by_one = rows_after(lambda: record_one_by_one(home), home)
    at_once = rows_after(lambda: plant(home, TALES, CLASSES), home)
    assert at_once.keys() == one_by_one.keys()
    for table, rows in one_by_one.items():
        assert at_once[table] == rows, table
    assert len(one_by_one["Item"]) == len(TALES) + sum(len(tale.deeds) for tale in TALES)
    assert {row["state"] for row in one_by_one["FollowUp"]} == {
        "reopened",
        "in hand",
        "closed",
        "watching",
        "new",
    }
    assert len(one_by_one["Step"]) == sum(len(tale.turns) for tale in TALES)


@pytest.mark.parametrize(
    ("writer", "categories", "problem"),
    [
        (TEACHER, ("child_protection",), Refused),
        (OFFICE, ("sen",), Refused),
        (LEAD_WHO_IS_THE_PARENT, ("concern",), AssertionError),
    ],
)
def test_nothing_is_planted_that_could_not_be_recorded(
    home: Planted, writer: str, categories: tuple[str, ...], problem: type[Exception]
) -> None:
    tale = Tale(
        child="maisie",
        writer=writer,
        categories=categories,
        occurred_at=after(),
        recorded_at=after(5),
        account="A scratch on the hand.",
    )
    with schools(home.school_id):
        with pytest.raises((Refused, NotSeen)):
            record_incident(home.person(writer, after(5)), said_in(tale, home), token=uuid7())
        with pytest.raises(problem):
            plant(home, [tale], CLASSES)


def test_nobody_acts_on_what_they_cannot_read(home: Planted) -> None:
    tale = TALES[-1].followed(deeds=(Deed(by=TA, at=after(days=13), done="Asked her."),))
    with schools(home.school_id), pytest.raises(AssertionError):
        plant(home, [tale], CLASSES)


def test_an_entry_of_earlier_years_tells_the_teacher_of_the_class_the_child_was_in_then(
    home: Planted,
) -> None:
    tale = Tale(
        child="maisie",
        writer=OFFICE,
        categories=("attendance",),
        occurred_at=after(),
        recorded_at=after(5),
        account="Arrived at 9.12.",
        class_name="Hazel",
    )
    with schools(home.school_id), opened_for("look at who was told"):
        plant(home, [tale], CLASSES)
        told = set(Alert.objects.values_list("staff_id", flat=True))
    assert home.staff[OTHER] in told
    assert home.staff[TEACHER] not in told
