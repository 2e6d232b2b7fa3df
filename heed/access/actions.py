"""Putting people into groups, keeping them from a child, locking a record, opening one for an hour."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import F

from heed.access import ruled, rules
from heed.access.models import Bar, Lock, Named, Opening
from heed.access.ruling import propose, put_into
from heed.audit.actions import record
from heed.audit.kinds import Event, Kind
from heed.lib.outcomes import refuse
from heed.staff.actions import sign_as
from heed.staff.queries import has_signed
from heed.who.groups import Group
from heed.who.viewer import Viewer


@dataclass(frozen=True, slots=True)
class Placed:
    """What came of putting somebody into groups."""

    changed: bool
    proposed: tuple[Group, ...] = ()
    """Groups that wait for a leader's approval."""


@transaction.atomic
def set_groups(by: Viewer, staff_id: UUID, groups: Iterable[Group], *, why: str) -> Placed:
    """Put a person into exactly these groups, as far as `by` may; what a leader has to approve is proposed.

    Raises:
        Refused: when the school would be left without somebody it needs.
    """
    refuse(rules.why_not_place(by))
    keepers, matrix = ruled.keepers_to_change(by.school_id), ruled.rows_of(by.school_id)
    wanted, held = frozenset(groups), ruled.groups_of(by.school_id, staff_id)
    to_propose = [
        group
        for group in sorted(wanted - held)
        if not rules.joins_at_once(by, staff_id, group, matrix[group])
    ]
    at_once = wanted - frozenset(to_propose)
    after = [rules.keeper_with(one, at_once, matrix) if one.staff_id == staff_id else one for one in keepers]
    refuse(rules.why_not_without(keepers, after))
    proposed = [group for group in to_propose if propose(by, staff_id, group, why=why)]
    return Placed(put_into(by, staff_id, at_once, why=why), tuple(proposed))


@transaction.atomic
def set_groups_from_roll(by: Viewer, staff_id: UUID, groups: Iterable[Group]) -> Placed:
    """Put a person into the groups that a list names. A list gives nobody a leader's group, and takes none away.

    Those it names are proposed, once: what was turned down before is not asked again.
    """
    refuse(rules.why_not_place_from_roll(by))
    matrix = ruled.rows_of(by.school_id)
    guarded = frozenset(group for group, row in matrix.items() if rules.is_guarded(group, row))
    wanted, held = frozenset(groups), ruled.groups_of(by.school_id, staff_id)
    own = wanted - held if by.staff_id == staff_id else frozenset()
    changed = put_into(by, staff_id, (wanted - guarded - own) | (held & guarded), why=FROM_ROLL)
    if not changed and not has_signed(by.school_id, staff_id):
        sign_as(by, staff_id, groups=held)
    asked = [
        group
        for group in sorted((wanted & guarded | own) - held)
        if not ruled.was_turned_down(by.school_id, staff_id, group)
        and propose(by, staff_id, group, why=FROM_ROLL)
    ]
    return Placed(changed, tuple(asked))


FROM_ROLL = "The list of staff says so"


@transaction.atomic
def set_up_groups(by: Viewer, staff_id: UUID, groups: Iterable[Group], *, why: str) -> bool:
    """Put a person into groups at a school's beginning, before there is anybody who could approve.

    For commands on the server only: the first head, the sample trust.

    Returns:
        Whether anything changed.
    """
    refuse(rules.why_not_set_up(by))
    return put_into(by, staff_id, frozenset(groups), why=why)


@transaction.atomic
def leave_groups(by: Viewer, staff_id: UUID, *, why: str) -> bool:
    """Take somebody out of every group because they leave: who may leave was asked before.

    Returns:
        Whether anything changed.
    """
    return put_into(by, staff_id, frozenset(), why=why)


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
