"""Putting people into groups, keeping them from a child, locking a record, opening one for an hour."""

from collections.abc import Iterable
from datetime import timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import F

from heed.access.models import Bar, Holding, Lock, Named, Opening
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
def bar(
    by: Viewer, staff_id: UUID, pupil_id: UUID, *, why: str, said: str = "", declared: bool = False
) -> UUID:
    """Keep a member of staff from everything about a child, from now on.

    `declared` says that it is the person's own word, which counts at once and waits to be confirmed.

    Returns:
        The bar.
    """
    made: Bar = Bar.objects.create(
        school_id=by.school_id,
        staff_id=staff_id,
        pupil_id=pupil_id,
        why=why,
        said=said,
        declared=declared,
        set_by_id=by.signature_id,
        since=by.at,
        confirmed_at=None if declared else by.at,
        confirmed_by_id=None if declared else by.signature_id,
    )
    event = Event.DECLARED if declared else Event.BARRED
    record(by, event, Kind.CHILD, pupil_id, staff_id=staff_id, kept_for=why, said=said)
    return made.pk


@transaction.atomic
def confirm_bar(by: Viewer, bar_id: UUID) -> None:
    """Confirm what a member of staff declared."""
    row = Bar.objects.about_open(by).filter(pk=bar_id)
    (pupil_id,) = row.values_list("pupil_id", flat=True)
    row.update(confirmed_at=by.at, confirmed_by_id=by.signature_id)
    record(by, Event.BAR_CONFIRMED, Kind.CHILD, pupil_id, bar=bar_id)


@transaction.atomic
def end_bar(by: Viewer, staff_id: UUID, pupil_id: UUID, *, said: str = "") -> None:
    """Let them see again what their groups and grants give them."""
    rows = Bar.objects.to_change(by, why="end a bar")
    rows.filter(staff_id=staff_id, pupil_id=pupil_id, ended_at=None).update(
        ended_at=by.at, ended_by_id=by.signature_id, end_said=said
    )
    record(by, Event.BAR_ENDED, Kind.CHILD, pupil_id, staff_id=staff_id, said=said)


@transaction.atomic
def lock(by: Viewer, pupil_id: UUID, *, named: Iterable[UUID], said: str = "") -> None:
    """Lock a child's record to these people."""
    names = tuple(named)
    made = Lock.objects.create(
        school_id=by.school_id, pupil_id=pupil_id, said=said, set_by_id=by.signature_id, since=by.at
    )
    Named.objects.bulk_create(Named(school_id=by.school_id, lock=made, staff_id=who) for who in names)
    record(by, Event.LOCKED, Kind.CHILD, pupil_id, named=names, said=said)


@transaction.atomic
def unlock(by: Viewer, pupil_id: UUID, *, said: str = "") -> None:
    """End the lock on a child's record."""
    Lock.objects.to_change(by, why="end a lock").filter(pupil_id=pupil_id, ended_at=None).update(
        ended_at=by.at, ended_by_id=by.signature_id, end_said=said
    )
    record(by, Event.UNLOCKED, Kind.CHILD, pupil_id, said=said)


OPEN_FOR = timedelta(hours=1)


@transaction.atomic
def open_for_an_hour(by: Viewer, pupil_id: UUID, *, said: str) -> UUID:
    """Open a child's record to this person for an hour. What they had opened before ends.

    Returns:
        The opening.
    """
    assert by.staff_id is not None, "only staff open"
    assert by.signature_id is not None, "the reason is signed"
    before = Opening.objects.own(by).filter(ended_at=None)
    before.filter(ends_at__lte=by.at).update(ended_at=F("ends_at"))
    before.update(ended_at=by.at, ended_by_id=by.signature_id)
    made: Opening = Opening.objects.create(
        school_id=by.school_id,
        staff_id=by.staff_id,
        pupil_id=pupil_id,
        said=said,
        signature_id=by.signature_id,
        since=by.at,
        ends_at=by.at + OPEN_FOR,
    )
    record(by, Event.BROKE_GLASS, Kind.CHILD, pupil_id, said=said, ends_at=made.ends_at)
    return made.pk


@transaction.atomic
def end_opening(by: Viewer, opening_id: UUID) -> None:
    """End an opening before its hour is over. One that is over stays as it is."""
    rows = Opening.objects.to_change(by, why="end an opening").filter(pk=opening_id, ended_at=None)
    rows = rows.filter(ends_at__gt=by.at)
    for pupil_id in rows.values_list("pupil_id", flat=True):
        rows.update(ended_at=by.at, ended_by_id=by.signature_id)
        record(by, Event.OPENING_ENDED, Kind.CHILD, pupil_id, opening=opening_id)
