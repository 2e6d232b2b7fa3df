"""Sharing one entry until a set day, and opening a record for an hour without a DSL."""

from datetime import date, timedelta
from uuid import UUID

from django.db import transaction

from heed.access import actions as access
from heed.access.queries import everybody
from heed.alerts.actions import tell
from heed.alerts.kinds import Why
from heed.alerts.rules import ToTell
from heed.audit.actions import record
from heed.audit.kinds import Event, Kind
from heed.guarding.actions.notices import notify
from heed.guarding.kinds import NoticeKind
from heed.guarding.queries.bars import OpenedRecord, child_to_open, openings
from heed.guarding.queries.people import Reach, who_is_chosen
from heed.guarding.rules import bars as bar_rules
from heed.guarding.rules import sharing as rules
from heed.incidents.queries import Entry, entry, who_among_can_be_told
from heed.lib.clock import from_london, london
from heed.lib.outcomes import NotSeen, Refused, refuse
from heed.pupils.queries import Child
from heed.records import actions as records
from heed.who.need_to_know import Through, readable_through
from heed.who.powers import Power
from heed.who.viewer import Viewer


@transaction.atomic
def open_readers(viewer: Viewer, item_id: UUID) -> Entry:
    """An entry, to see and change who reads it. The look is noted.

    Raises:
        NotSeen: when there is none they may read.
        Refused: when they may not see who else does.
    """
    refuse(rules.why_not_look_after_entries(viewer))
    found = entry(viewer, item_id)
    assert found.facts is not None, "loaded for reading"
    refuse(rules.why_not_look_after_entry(readable_through(viewer, found.facts)))
    record(viewer, Event.LOOKED_AT_READERS, Kind.ENTRY, item_id)
    return found


@transaction.atomic
def share_entry(viewer: Viewer, item_id: UUID, *, to: str, ends_on: date, said: str) -> int:
    """Let a colleague, or those who are in a group now, read one entry until the end of a day.

    Returns:
        With how many it was shared: of a group, those who could not read it already and may be told.
    """
    refuse(rules.why_not_share(viewer, said))
    refuse(rules.why_not_until(ends_on, today=london(viewer.at).date()))
    found = entry(viewer, item_id)
    assert found.facts is not None, "loaded for reading"
    people = everybody(viewer.school_id, found.child.id, at=viewer.at)
    chosen = who_is_chosen(to, who_among_can_be_told(people, viewer, found.facts))
    refuse(_nobody(chosen))
    new = [one for one in chosen.people if readable_through(one, found.facts) is not Through.GROUPS]
    if not new:
        raise Refused(f"{chosen.name} can read this entry already, through a group.")
    staff_ids = [one.staff_id for one in new if one.staff_id]
    ends_at = from_london(ends_on + timedelta(days=1), 0, 0)
    records.share(viewer, item_id, staff_ids, said=said, ends_at=ends_at, group=chosen.group)
    told = [ToTell(one.staff_id, one.name, one.role, Why.SHARED) for one in new if one.staff_id]
    tell(viewer, item_id, told, lets_read=False)
    return len(new)


def _nobody(chosen: Reach) -> str | None:
    if not chosen.people:
        return "Nobody of those you chose can be told of this entry. Choose again."
    return None


@transaction.atomic
def end_share(viewer: Viewer, item_id: UUID, *, which: UUID) -> None:
    """End what lets a colleague read this one entry by a share or by being told. `which` is the colleague."""
    if not viewer.can(Power.SHARE):
        raise Refused("Only DSLs and the head end a share.")
    records.end_grants(viewer, entry(viewer, item_id).id, which)


@transaction.atomic
def break_glass(viewer: Viewer, pupil_id: UUID, *, said: str) -> Child:
    """Open every category of a child's record for an hour. DSLs and the head are told at once.

    Raises:
        NotSeen: when a bar or a lock stands before this person.
        Refused: when they may not do this, or say too little.
    """
    child = child_to_open(viewer, pupil_id)
    refuse(rules.why_not_open(viewer, pupil_id, said))
    made = access.open_for_an_hour(viewer, pupil_id, said=said)
    people = everybody(viewer.school_id, pupil_id, at=viewer.at)
    told = [
        one.staff_id
        for one in people
        if one.staff_id
        and one.groups & bar_rules.GUARDIANS
        and pupil_id not in one.barred
        and pupil_id not in one.locked_out
    ]
    notify(viewer, NoticeKind.OPENED, made, told, pupil_id=pupil_id)
    return child


@transaction.atomic
def end_opening(viewer: Viewer, opening_id: UUID) -> OpenedRecord:
    """End an hour before it is over: one's own, or as a DSL or the head somebody else's."""
    found = next(iter(openings(viewer, pk=opening_id)), None)
    if found is None or not (found.staff_id == viewer.staff_id or viewer.can(Power.BAR)):
        raise NotSeen
    access.end_opening(viewer, opening_id)
    return found


@transaction.atomic
def end_own_opening(viewer: Viewer) -> None:
    """End one's own hour before it is over, if one runs."""
    for one in openings(viewer, staff_id=viewer.staff_id):
        if one.runs:
            access.end_opening(viewer, one.id)
