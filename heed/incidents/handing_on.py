"""What somebody who leaves has open is handed to somebody named: alerts they have not read, entries they look after.

Whoever decides this may be an administrator, who reads no child's record. So nothing is said here but numbers, and
nobody is let read anything: it is handed only to people who may read it already. What nobody named can read goes to
the leads, or to the head.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction

from heed.access.queries import Successor, leads_and_heads, successor
from heed.alerts.actions import hand_on as hand_alert_on
from heed.alerts.actions import tell
from heed.alerts.kinds import Why
from heed.alerts.models import Alert
from heed.alerts.rules import ToTell
from heed.audit.actions import record
from heed.audit.kinds import Event, Kind
from heed.incidents.kinds import Did, Standing
from heed.incidents.models import FollowUp, Step
from heed.records.models import Item
from heed.who.viewer import Viewer


@dataclass(frozen=True, slots=True)
class Open:
    """What somebody has open: things by their ids, nothing of them."""

    alerts: frozenset[UUID]
    owned: frozenset[UUID]

    @property
    def all(self) -> frozenset[UUID]:
        """Both together, each thing once."""
        return self.alerts | self.owned


def open_of(by: Viewer, staff_id: UUID) -> Open:
    """The alerts that wait for somebody, and the entries they look after that are not closed."""
    owned = FollowUp.objects.for_job(by, why="what somebody who leaves looks after")
    return Open(
        alerts=frozenset(Alert.objects.waiting_of(staff_id)),
        owned=frozenset(
            owned.filter(owner_id=staff_id).exclude(state=Standing.CLOSED).values_list("item_id", flat=True)
        ),
    )


def how_many_nobody_takes(by: Viewer, found: Open, to: Iterable[UUID]) -> int:
    """How many of these things none of these people may read already."""
    rest = found.all
    for staff_id in to:
        rest -= _readable(successor(by.school_id, staff_id, at=by.at), rest)
    return len(rest)


@dataclass(frozen=True, slots=True)
class Handed:
    """How many things went to whoever was named, to the leads or the head instead, and to nobody."""

    as_named: int
    to_leads: int
    to_nobody: int


@transaction.atomic
def hand_on(by: Viewer, staff_id: UUID, *, name: str, to: Iterable[UUID]) -> Handed:
    """Hand on what somebody who leaves has open, to the first of these people who may read it already."""
    found = open_of(by, staff_id)
    rest, counts = found.all, [0, 0]
    named = [successor(by.school_id, one, at=by.at) for one in to]
    leads = [one for one in leads_and_heads(by.school_id, at=by.at) if one.staff_id != staff_id]
    rounds: tuple[list[Successor | None], ...] = (named, [*leads])
    for number, people in enumerate(rounds):
        for one in people:
            mine = _readable(one, rest)
            for item_id in sorted(mine):
                _give(by, item_id, found, left=(staff_id, name), to=one)
            rest -= mine
            counts[number] += len(mine)
    for item_id in sorted(rest):
        _give(by, item_id, found, left=(staff_id, name), to=None)
    handed = Handed(counts[0], counts[1], len(rest))
    record(by, Event.HANDED_ON, Kind.STAFF, staff_id, things=sorted(found.all), to_nobody=sorted(rest))
    return handed


def _readable(one: Successor | None, item_ids: frozenset[UUID]) -> frozenset[UUID]:
    if one is None or not item_ids:
        return frozenset()
    rows = Item.objects.seen_by(one.viewer).filter(pk__in=list(item_ids))
    return frozenset(rows.values_list("pk", flat=True))


def _give(by: Viewer, item_id: UUID, found: Open, *, left: tuple[UUID, str], to: Successor | None) -> None:
    if item_id in found.alerts:
        why = ToTell(to.staff_id, to.viewer.name, to.viewer.role, Why.TOOK_OVER) if to else None
        hand_alert_on(by, item_id, left=left[0], to=why)
    if item_id in found.owned:
        _give_care(by, item_id, left_name=left[1], to=to)


def _give_care(by: Viewer, item_id: UUID, *, left_name: str, to: Successor | None) -> None:
    rows = FollowUp.objects.for_job(by, why="hand on what somebody who leaves looks after")
    row = rows.filter(item_id=item_id).select_for_update(of=("self",)).get()
    row.owner_id, row.changed_at = to.staff_id if to else None, by.at
    row.save(update_fields=["owner", "changed_at"])
    if by.signature_id is not None:
        Step.objects.create(
            school_id=by.school_id,
            item_id=item_id,
            signature_id=by.signature_id,
            at=by.at,
            did=Did.HAND_OVER,
            state=row.state,
            owner_id=row.owner_id,
            said=f"{left_name}, who looked after it, has left the school.",
        )
    record(by, Event.STATE_CHANGED, Kind.ENTRY, item_id, did=Did.HAND_OVER, to=row.owner_id)
    if to is not None:
        tell(by, item_id, [ToTell(to.staff_id, to.viewer.name, to.viewer.role, Why.OWNER)])
