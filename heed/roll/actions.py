"""Bringing in what was read. All of it or nothing."""

from dataclasses import dataclass

from django.db import transaction

from heed.access.actions import set_groups_from_roll
from heed.lib.outcomes import refuse
from heed.pupils.actions import Brought, ChildFacts, ContactFacts, bring_children, teach
from heed.roll.reading import ChildRow, Reading, StaffRow, Unsaid
from heed.roll.rules import why_not_bring_in
from heed.staff.actions import put_on_staff
from heed.who.groups import Group
from heed.who.viewer import Viewer


@dataclass(frozen=True, slots=True)
class Report:
    """What bringing a roll in changed."""

    children: Brought
    staff_changed: int
    staff_same: int
    proposed: int
    """How many times a leader's group waits for approval."""


@transaction.atomic
def bring_in(by: Viewer, reading: Reading) -> Report:
    """Bring children and staff up to date from what was read. Run again, it changes nothing more.

    Raises:
        Refused: when anything could not be read, or this person may not.
    """
    refuse(why_not_bring_in(by, reading))
    children = bring_children(by, (_child(row) for row in reading.children))
    brought = [_bring_staff(by, row) for row in reading.staff]
    changed = sum(any_change for any_change, _ in brought)
    return Report(children, changed, len(brought) - changed, sum(proposed for _, proposed in brought))


def _bring_staff(by: Viewer, row: StaffRow) -> tuple[bool, int]:
    """Whether anything changed of this person, and how many groups were proposed."""
    staff_id, changed = put_on_staff(by, email=row.email, name=row.name, role=row.role)
    placed = set_groups_from_roll(by, staff_id, (Group(group) for group in row.groups))
    taught = Unsaid.CLASSES not in row.unsaid and teach(by, staff_id, row.classes)
    return changed or placed.changed or taught, len(placed.proposed)


def _child(row: ChildRow) -> ChildFacts:
    return ChildFacts(
        upn=row.upn or "",
        legal_given=row.legal_given,
        legal_family=row.legal_family,
        given=row.given,
        family=row.family,
        former_family=row.former_family,
        born_on=row.born_on,
        year=row.year,
        class_name=row.class_name,
        sex=row.sex,
        unsaid=frozenset(row.unsaid),
        contacts=tuple(
            ContactFacts(one.name, one.relationship, one.phone, one.email) for one in row.contacts
        ),
    )
