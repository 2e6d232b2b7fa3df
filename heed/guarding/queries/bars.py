"""Bars, locks and openings of children whose page somebody may open: nobody is shown what keeps them out."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from heed.access.kinds import BarWhy
from heed.access.models import Bar, Lock, Named, Opening
from heed.incidents.kinds import Standing
from heed.incidents.models import FollowUp
from heed.lib.outcomes import NotSeen
from heed.pupils.models import Pupil
from heed.pupils.queries import Child, child_named, child_of, child_open
from heed.who.viewer import Viewer

MOST = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Barred:
    """One bar from one child."""

    id: UUID
    staff_id: UUID
    name: str
    role: str
    child: Child
    why: BarWhy
    said: str
    declared: bool
    waits: bool
    """Declared, and no DSL has confirmed it yet. It counts all the same."""
    since: datetime
    set_by: str | None
    confirmed_by: str | None
    ended_at: datetime | None
    ended_by: str | None
    end_said: str


def child_to_guard(viewer: Viewer, pupil_id: UUID) -> Child:
    """A child whose page this person may open, held until the transaction ends: two bars at once wait for each other.

    Raises:
        NotSeen: when there is none they may open.
    """
    rows = Pupil.objects.open_to(viewer).filter(pk=pupil_id).select_related("school_class")
    for row in rows.select_for_update(of=("self",), no_key=True):
        return child_of(row)
    raise NotSeen


def child_to_open(viewer: Viewer, pupil_id: UUID) -> Child:
    """A child whose record this person could open for an hour: one they may name, and that is not locked to others.

    Raises:
        NotSeen: when there is none.
    """
    try:
        return child_open(viewer, pupil_id)
    except NotSeen:
        found = child_named(viewer, pupil_id)
    if found.id in viewer.locked_out:  # asked last: a locked record takes the same statements as none
        raise NotSeen
    return found


def bars_from_child(viewer: Viewer, pupil_id: UUID) -> tuple[Barred, ...]:
    """Every bar there is or was from one child."""
    return _barred(Bar.objects.about_open(viewer).filter(pupil_id=pupil_id).order_by("-since", "-id"))


def bars_waiting(viewer: Viewer) -> tuple[Barred, ...]:
    """What colleagues declared and no DSL has looked at yet, oldest first."""
    rows = Bar.objects.about_open(viewer).filter(declared=True, confirmed_at=None, ended_at=None)
    return _barred(rows.order_by("since", "id")[:MOST])


def bars_that_stand(viewer: Viewer) -> tuple[Barred, ...]:
    """The bars of the school that stand, by name of the colleague."""
    rows = Bar.objects.about_open(viewer).filter(ended_at=None)
    return _barred(rows.order_by("staff__sort_key", "pupil__sort_key", "id")[:MOST])


def bar_to_change(viewer: Viewer, bar_id: UUID) -> Barred:
    """A bar that stands, its child held until the transaction ends.

    Raises:
        NotSeen: when there is none about a child they may open.
    """
    found = _barred(Bar.objects.about_open(viewer).filter(pk=bar_id, ended_at=None))
    if not found:
        raise NotSeen
    child_to_guard(viewer, found[0].child.id)
    return found[0]


@dataclass(frozen=True, slots=True)
class Declared:
    """A child of their own family, as whoever declared it is shown: the name they gave, and what became of it."""

    name: str
    why: BarWhy
    since: datetime
    confirmed_at: datetime | None
    turned_down_at: datetime | None
    end_said: str


def own_declared(viewer: Viewer) -> tuple[Declared, ...]:
    """What this person declared themselves. A bar that somebody else set is not among it."""
    rows = Bar.objects.own(viewer).filter(declared=True).select_related("pupil").order_by("-since", "-id")
    return tuple(
        Declared(row.pupil.name, BarWhy(row.why), row.since, row.confirmed_at, row.ended_at, row.end_said)
        for row in rows
    )


@dataclass(frozen=True, slots=True)
class Locked:
    """A lock on one child's record."""

    child: Child
    named: tuple[tuple[UUID, str, str], ...]
    """Id, name and role."""
    said: str
    since: datetime
    set_by: str | None


def lock_on(viewer: Viewer, pupil_id: UUID) -> Locked | None:
    """The lock that stands on a child's record, if there is one."""
    return next(iter(_locks(Lock.objects.about_open(viewer).filter(pupil_id=pupil_id))), None)


def locks_that_stand(viewer: Viewer) -> tuple[Locked, ...]:
    """The records that are locked and that name this person."""
    return _locks(Lock.objects.about_open(viewer))


@dataclass(frozen=True, slots=True)
class OpenedRecord:
    """A record that was opened for an hour without a DSL."""

    id: UUID
    staff_id: UUID
    signed: str
    child: Child
    said: str
    since: datetime
    until: datetime
    runs: bool


def openings(viewer: Viewer, **which: Any) -> tuple[OpenedRecord, ...]:
    """Records opened without a DSL, newest first."""
    rows = Opening.objects.about_open(viewer).filter(**which)
    rows = rows.select_related("signature", "pupil__school_class").order_by("-since", "-id")[:MOST]
    return tuple(
        OpenedRecord(
            id=row.pk,
            staff_id=row.staff_id,
            signed=f"{row.signature.name}, {row.signature.role}",
            child=child_of(row.pupil),
            said=row.said,
            since=row.since,
            until=row.ended_at or row.ends_at,
            runs=row.ended_at is None and row.ends_at > viewer.at,
        )
        for row in rows
    )


def owned_about(viewer: Viewer, pupil_id: UUID) -> dict[UUID, list[tuple[UUID, int]]]:
    """The entries about a child that are looked after and not closed, by who has them: id and number."""
    rows = FollowUp.objects.seen_by(viewer).filter(item__pupil_id=pupil_id, owner_id__isnull=False)
    found: dict[UUID, list[tuple[UUID, int]]] = {}
    rows = rows.exclude(state=Standing.CLOSED).order_by("item__number")
    for owner, item_id, number in rows.values_list("owner_id", "item_id", "item__number"):
        found.setdefault(owner, []).append((item_id, number))
    return found


def _barred(rows: Any) -> tuple[Barred, ...]:
    rows = rows.select_related("staff", "pupil__school_class", "set_by", "confirmed_by", "ended_by")
    return tuple(
        Barred(
            id=row.pk,
            staff_id=row.staff_id,
            name=row.staff.name,
            role=row.staff.role,
            child=child_of(row.pupil),
            why=BarWhy(row.why),
            said=row.said,
            declared=row.declared,
            waits=row.declared and row.confirmed_at is None and row.ended_at is None,
            since=row.since,
            set_by=row.set_by.name if row.set_by else None,
            confirmed_by=row.confirmed_by.name if row.confirmed_by else None,
            ended_at=row.ended_at,
            ended_by=row.ended_by.name if row.ended_by else None,
            end_said=row.end_said,
        )
        for row in rows
    )


def _locks(rows: Any) -> tuple[Locked, ...]:
    found = list(
        rows.filter(ended_at=None).select_related("pupil__school_class", "set_by").order_by("since", "id")
    )
    named: dict[UUID, list[tuple[UUID, str, str]]] = {}
    if found:
        people = Named.objects.of_locks([row.pk for row in found]).select_related("staff")
        for one in people.order_by("staff__sort_key", "id"):
            named.setdefault(one.lock_id, []).append((one.staff_id, one.staff.name, one.staff.role))
    return tuple(
        Locked(
            child=child_of(row.pupil),
            named=tuple(named.get(row.pk, ())),
            said=row.said,
            since=row.since,
            set_by=row.set_by.name if row.set_by else None,
        )
        for row in found
    )
