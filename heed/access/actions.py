"""Putting people into groups, keeping them from a child, locking a record."""

from collections.abc import Iterable
from uuid import UUID

from django.db import transaction

from heed.access.models import Bar, Holding, Lock, Named
from heed.audit.actions import record
from heed.audit.kinds import Event, Kind
from heed.staff.actions import sign_as
from heed.who.groups import Group
from heed.who.viewer import Viewer


@transaction.atomic
def set_groups(by: Viewer, staff_id: UUID, groups: Iterable[Group]) -> bool:
    """Put a person into exactly these groups; they sign with them from now on.

    Returns:
        Whether anything changed.
    """
    wanted = frozenset(groups)
    rows = Holding.objects.filter(school_id=by.school_id, staff_id=staff_id)
    held = frozenset(Group(group) for group in rows.values_list("group", flat=True))
    if wanted == held:
        return False
    rows.filter(group__in=held - wanted).delete()
    Holding.objects.bulk_create(
        Holding(school_id=by.school_id, staff_id=staff_id, group=group) for group in sorted(wanted - held)
    )
    sign_as(by, staff_id, groups=wanted)
    record(by, Event.GROUPS_SET, Kind.STAFF, staff_id, groups=sorted(wanted))
    return True


@transaction.atomic
def bar(by: Viewer, staff_id: UUID, pupil_id: UUID, *, why: str) -> None:
    """Keep a member of staff from everything about a child, from now on."""
    Bar.objects.create(school_id=by.school_id, staff_id=staff_id, pupil_id=pupil_id, why=why, since=by.at)
    record(by, Event.BARRED, Kind.CHILD, pupil_id, staff_id=staff_id, kept_for=why)


@transaction.atomic
def end_bar(by: Viewer, staff_id: UUID, pupil_id: UUID) -> None:
    """Let them see again what their groups and grants give them."""
    rows = Bar.objects.to_change(by, why="end a bar")
    rows.filter(staff_id=staff_id, pupil_id=pupil_id, ended_at=None).update(ended_at=by.at)
    record(by, Event.BAR_ENDED, Kind.CHILD, pupil_id, staff_id=staff_id)


@transaction.atomic
def lock(by: Viewer, pupil_id: UUID, *, named: Iterable[UUID]) -> None:
    """Lock a child's record to these people."""
    names = tuple(named)
    made = Lock.objects.create(school_id=by.school_id, pupil_id=pupil_id, since=by.at)
    Named.objects.bulk_create(Named(school_id=by.school_id, lock=made, staff_id=who) for who in names)
    record(by, Event.LOCKED, Kind.CHILD, pupil_id, named=names)


@transaction.atomic
def unlock(by: Viewer, pupil_id: UUID) -> None:
    """End the lock on a child's record."""
    Lock.objects.to_change(by, why="end a lock").filter(pupil_id=pupil_id, ended_at=None).update(
        ended_at=by.at
    )
    record(by, Event.UNLOCKED, Kind.CHILD, pupil_id)
