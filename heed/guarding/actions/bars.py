"""Keeping a colleague from a child or an entry; relatives that staff declare; locks."""

from uuid import UUID

from django.db import transaction

from heed.access import actions as access
from heed.access.kinds import BarWhy
from heed.access.queries import everybody
from heed.audit.actions import record
from heed.audit.kinds import Event, Kind
from heed.guarding.actions.notices import notify
from heed.guarding.kinds import NoticeKind
from heed.guarding.queries import bars
from heed.guarding.rules import bars as rules
from heed.incidents.queries import entry
from heed.lib.clock import london
from heed.lib.outcomes import Refused, refuse
from heed.pupils.queries import Child, child_named, children_called
from heed.records import actions as records
from heed.staff.queries import colleagues
from heed.who.powers import Power
from heed.who.viewer import Viewer

GONE = "This colleague does not work here any more. Choose again."


@transaction.atomic
def bar_from_child(viewer: Viewer, pupil_id: UUID, *, staff_id: UUID, why: str, said: str) -> None:
    """Keep a colleague from everything about a child, from now on.

    Raises:
        NotSeen: when this person may not open the child's page.
        Refused: when they may not do this, or nobody would be left.
    """
    refuse(rules.why_not_set_bars(viewer))
    child = bars.child_to_guard(viewer, pupil_id)
    _works_here(viewer, staff_id)
    people = everybody(viewer.school_id, child.id, at=viewer.at)
    refuse(rules.why_not_bar(viewer, staff_id, people, child.id))
    if any(one.staff_id == staff_id and not one.ended_at for one in bars.bars_from_child(viewer, child.id)):
        raise Refused("This colleague is kept from this child already.")
    access.bar(viewer, staff_id, child.id, why=why, said=said)


@transaction.atomic
def end_bar_from_child(viewer: Viewer, pupil_id: UUID, *, which: UUID, said: str) -> None:
    """End a bar, and say why. Nobody ends their own: they cannot see that it is there."""
    refuse(rules.why_not_set_bars(viewer))
    refuse(rules.why_not_end(said))
    found = bars.bar_to_change(viewer, which)
    access.end_bar(viewer, found.staff_id, found.child.id, said=said)
    if found.waits:
        notify(viewer, NoticeKind.DECIDED, found.id, [found.staff_id], pupil_id=None)


@transaction.atomic
def confirm_declared(viewer: Viewer, pupil_id: UUID, *, which: UUID) -> None:
    """Confirm what a colleague declared; they are told that somebody has looked at it."""
    refuse(rules.why_not_set_bars(viewer))
    found = bars.bar_to_change(viewer, which)
    if not found.waits:
        return
    access.confirm_bar(viewer, found.id)
    notify(viewer, NoticeKind.DECIDED, found.id, [found.staff_id], pupil_id=None)


@transaction.atomic
def look_for_relative(viewer: Viewer, asked: str) -> tuple[Child, ...]:
    """Children to choose one's own from: as few as while recording, and noted as there."""
    refuse(rules.why_not_declare(viewer, BarWhy.OWN_CHILD))
    found = children_called(viewer, asked)
    shown = [child.id for child in found]
    record(viewer, Event.NAMED_CHILD, Kind.SEARCH, why="to declare a relative", asked=asked, shown=shown)
    return found


@transaction.atomic
def declare(viewer: Viewer, *, pupil_id: UUID, why: str, said: str) -> None:
    """Say that a child is one's own or a relative. It counts at once; a DSL is told, and confirms it.

    Raises:
        NotSeen: when there is no such child that they may name, or it is declared already.
    """
    refuse(rules.why_not_declare(viewer, why))
    child = child_named(viewer, pupil_id)
    assert viewer.staff_id, "only staff declare"
    made = access.bar(viewer, viewer.staff_id, child.id, why=why, said=said, declared=True)
    people = everybody(viewer.school_id, child.id, at=viewer.at)
    told = [
        one.staff_id
        for one in people
        if one.staff_id
        and one.can(Power.BAR)
        and one.staff_id != viewer.staff_id
        and child.id not in one.barred
        and child.id not in one.locked_out
    ]
    notify(viewer, NoticeKind.DECLARED, made, told, pupil_id=child.id)


@transaction.atomic
def lock_record(
    viewer: Viewer, pupil_id: UUID, *, named: frozenset[UUID], said: str, leaves: bool = False
) -> None:
    """Lock a child's record to these people; a lock that stands gives way to this one."""
    refuse(rules.why_not_end(said))
    child = bars.child_to_guard(viewer, pupil_id)
    people = everybody(viewer.school_id, child.id, at=viewer.at)
    refuse(rules.why_not_lock(viewer, named, people, child.id, leaves=leaves))
    if bars.lock_on(viewer, child.id):
        access.unlock(viewer, child.id, said="Others are named.")
    access.lock(viewer, child.id, named=sorted(named), said=said)


@transaction.atomic
def unlock_record(viewer: Viewer, pupil_id: UUID, *, said: str) -> None:
    """End the lock on a child's record, and say why."""
    if not viewer.can(Power.LOCK):
        raise Refused("Only DSLs and the head end a lock.")
    refuse(rules.why_not_end(said))
    child = bars.child_to_guard(viewer, pupil_id)
    access.unlock(viewer, child.id, said=said)


@transaction.atomic
def keep_from_entry(viewer: Viewer, item_id: UUID, *, staff_id: UUID, why: str, said: str) -> None:
    """Keep a colleague from one entry and what was done about it: named in it, or a conflict of interest."""
    refuse(rules.why_not_set_bars(viewer))
    found = entry(viewer, item_id)
    assert found.facts is not None, "loaded for reading"
    bars.child_to_guard(viewer, found.child.id)
    _works_here(viewer, staff_id)
    people = everybody(viewer.school_id, found.child.id, at=viewer.at)
    refuse(rules.why_not_bar_from_entry(viewer, staff_id, people, found.facts))
    records.bar_from_entry(viewer, item_id, staff_id, why=why, said=said)


@transaction.atomic
def end_keeping_from_entry(viewer: Viewer, item_id: UUID, *, which: UUID, said: str) -> None:
    """End a bar from one entry, and say why. `which` is the colleague."""
    refuse(rules.why_not_set_bars(viewer))
    refuse(rules.why_not_end(said))
    found = entry(viewer, item_id)
    records.end_bar_from_entry(viewer, found.id, which, said=said)


def _works_here(viewer: Viewer, staff_id: UUID) -> None:
    here = (one.id for one in colleagues(viewer.school_id, on=london(viewer.at).date()) if one.works_here)
    if staff_id not in here:
        raise Refused(GONE)
