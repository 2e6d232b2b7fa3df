"""Leaving, and coming back."""

from datetime import date
from uuid import UUID

from django.db import transaction

from heed.access.actions import leave_groups
from heed.access.ruled import keepers_to_change, rows_of
from heed.access.rules import why_not_let_go
from heed.accounts import devices, letters
from heed.accounts.models import Membership, User
from heed.audit.actions import record
from heed.audit.kinds import Event, Kind
from heed.incidents.handing_on import hand_on, how_many_nobody_takes, open_of
from heed.lib.clock import london, number_words
from heed.lib.outcomes import Refused, refuse
from heed.people.staff import rules
from heed.people.staff.kinds import Account
from heed.people.staff.queries import everybody_here, one_person
from heed.staff.models import Departure, Signature
from heed.staff.queries import departure_of, person_here
from heed.who.powers import Power
from heed.who.viewer import Viewer


class NobodyNamed(Refused):
    """Something is open, and nobody was named to take over."""


class NotTaken(Refused):
    """Some of what is open can be read by none of those who are to take over."""

    def __init__(self, number: int) -> None:
        super().__init__(
            f"{number_words(number, 'of these cannot', 'of these cannot')} be handed to them. "
            "Choose who takes the rest."
        )
        self.number = number


def why_not_without(viewer: Viewer, staff_id: UUID, *, on: date) -> str | None:
    """The reason a school cannot do without this person from a day on, if there is one."""
    person = one_person(viewer, staff_id)
    others = (
        one.groups
        for one in everybody_here(viewer)
        if one.id != staff_id and one.account is Account.ACTIVE and (one.left_on is None or one.left_on > on)
    )
    matrix = rows_of(viewer.school_id)
    last = rules.why_not_leave(
        name=person.name,
        groups=person.groups,
        others=others,
        left=person.account is Account.LEFT,
        accounts=frozenset(group for group, row in matrix.items() if Power.ACCOUNTS in row.powers),
    )
    return last or why_not_let_go(keepers_to_change(viewer.school_id), staff_id)


@transaction.atomic
def set_leaving(
    viewer: Viewer, staff_id: UUID, *, left_on: date, hands_to: UUID | None, rest_to: UUID | None
) -> None:
    """Somebody leaves: from a day on they have no access, and what they have open is handed on. Today: at once.

    Raises:
        NotSeen: when there is no such person in this school.
        Refused: when the school cannot do without them.
        NotTaken: when nobody named may read some of what is open.
    """
    row = person_here(viewer.school_id, staff_id, lock=True)
    refuse(why_not_without(viewer, staff_id, on=left_on))
    if staff_id in {hands_to, rest_to}:
        raise Refused("Choose somebody else: what is open cannot be handed to whoever leaves.")
    to = [one for one in (hands_to, rest_to) if one]
    found = open_of(viewer, staff_id)
    if found.all and not to:
        raise NobodyNamed("Choose who takes over what is open.")
    if found.all and (rest := how_many_nobody_takes(viewer, found, to)):
        raise NotTaken(rest)
    departure, _ = Departure.objects.update_or_create(
        school_id=viewer.school_id,
        staff_id=staff_id,
        done_at=None,
        defaults={
            "hands_to_id": hands_to,
            "rest_to_id": rest_to,
            "asked_by_id": viewer.staff_id,
            "asked_at": viewer.at,
        },
    )
    row.left_on = left_on
    row.save(update_fields=["left_on"])
    record(viewer, Event.LEAVING_SET, Kind.STAFF, staff_id, left_on=left_on, hands_to=to)
    if left_on <= london(viewer.at).date():
        _go(viewer, departure)


@transaction.atomic
def carry_out(by: Viewer, departure_id: UUID) -> None:
    """The day has come. Done twice, it is done once."""
    rows = Departure.objects.filter(school_id=by.school_id, pk=departure_id, done_at=None)
    departure = rows.select_for_update(of=("self",)).first()
    if departure is not None:
        _go(_as_asked(by, departure), departure)


def _as_asked(by: Viewer, departure: Departure) -> Viewer:
    """The server's hand, signing for whoever said that this person leaves."""
    if departure.asked_by_id is None:
        return by
    rows = Signature.objects.filter(school_id=by.school_id, staff_id=departure.asked_by_id)
    signature = rows.order_by("-since", "-id").first()
    if signature is None:
        return by
    return Viewer(
        school_id=by.school_id,
        staff_id=departure.asked_by_id,
        name=signature.name,
        role=signature.role,
        signature_id=signature.pk,
        at=by.at,
        origin=by.origin,
    )


def _go(by: Viewer, departure: Departure) -> None:
    row = person_here(by.school_id, departure.staff_id)
    to = [one for one in (departure.hands_to_id, departure.rest_to_id) if one]
    hand_on(by, row.pk, name=row.name, to=to)
    letters.withdraw_invitation(by, row.pk)
    leave_groups(by, row.pk, why="Has left")
    if row.user_id:
        _close(by, row.user_id)
    departure.done_at = by.at
    departure.save(update_fields=["done_at"])
    record(by, Event.LEFT, Kind.STAFF, row.pk)


def _close(by: Viewer, user_id: UUID) -> None:
    """Out of this school, and out of every browser. Somebody who works elsewhere too signs in again for there."""
    Membership.objects.filter(user_id=user_id, school_id=by.school_id).delete()
    if not Membership.objects.filter(user_id=user_id).exists():
        User.objects.filter(pk=user_id).update(is_active=False)
    devices.end_all(by, user_id)


@transaction.atomic
def keep(viewer: Viewer, staff_id: UUID) -> None:
    """Somebody who was going to leave stays.

    Raises:
        Refused: when they have left already, or were not going to.
    """
    row = person_here(viewer.school_id, staff_id, lock=True)
    departure = departure_of(viewer.school_id, staff_id)
    if departure is None:
        raise Refused(f"{row.name} is not going to leave, or has left already.")
    departure.done_at = viewer.at
    departure.save(update_fields=["done_at"])
    row.left_on = None
    row.save(update_fields=["left_on"])
    record(viewer, Event.LEAVING_SET, Kind.STAFF, staff_id, left_on=None)


@transaction.atomic
def come_back(viewer: Viewer, staff_id: UUID) -> None:
    """Somebody who has left works here again: the same person, with what they wrote, and in no group yet.

    Their account opens again by a new invitation.

    Raises:
        Refused: when they have not left.
    """
    row = person_here(viewer.school_id, staff_id, lock=True)
    if one_person(viewer, staff_id).account is not Account.LEFT:
        raise Refused(f"{row.name} works here.")
    row.left_on = None
    row.save(update_fields=["left_on"])
    record(viewer, Event.CAME_BACK, Kind.STAFF, staff_id)
