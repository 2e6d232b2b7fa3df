"""Adding people, changing what is said of them, signing as them from a moment on."""

from collections.abc import Iterable
from uuid import UUID

from django.db import transaction

from heed.audit.actions import record
from heed.audit.kinds import Event, Kind
from heed.lib.names import whole_name_sort_key
from heed.staff.models import Signature, Staff
from heed.who.groups import Group
from heed.who.viewer import Viewer


@transaction.atomic
def put_on_staff(by: Viewer, *, email: str, name: str, role: str) -> tuple[UUID, bool]:
    """Add a person to the school's staff, or bring what is said of them up to date.

    Returns:
        The member of staff, and whether anything changed.
    """
    person = Staff.objects.filter(school_id=by.school_id, email=email).first()
    if person is None:
        person = Staff.objects.create(
            school_id=by.school_id, email=email, name=name, role=role, sort_key=whole_name_sort_key(name)
        )
        record(by, Event.STAFF_ADDED, Kind.STAFF, person.pk)
        return person.pk, True
    if (person.name, person.role) == (name, role):
        return person.pk, False
    person.name, person.role, person.sort_key = name, role, whole_name_sort_key(name)
    person.save(update_fields=["name", "role", "sort_key"])
    record(by, Event.STAFF_CHANGED, Kind.STAFF, person.pk)
    before = Signature.objects.filter(staff_id=person.pk).order_by("-since", "-id").first()
    if before:
        sign_as(by, person.pk, groups=(Group(group) for group in before.groups))
    return person.pk, True


@transaction.atomic
def sign_as(by: Viewer, staff_id: UUID, *, groups: Iterable[Group]) -> UUID:
    """From now on this person signs with the name and role they have now, in these groups."""
    person = Staff.objects.get(pk=staff_id)
    signature = Signature.objects.create(
        school_id=by.school_id,
        staff=person,
        name=person.name,
        role=person.role,
        groups=sorted(groups),
        since=by.at,
    )
    record(by, Event.STAFF_CHANGED, Kind.STAFF, staff_id)
    return signature.pk


@transaction.atomic
def give_account(by: Viewer, staff_id: UUID, user_id: UUID) -> None:
    """Tie the person to the user they sign in as."""
    person = Staff.objects.get(pk=staff_id)
    person.user_id = user_id
    person.save(update_fields=["user"])
    record(by, Event.ACCOUNT_MADE, Kind.STAFF, staff_id)


@transaction.atomic
def change_address(by: Viewer, staff_id: UUID, email: str) -> None:
    """Another address for somebody who has no account in use. What belongs to the old one is no longer theirs."""
    person = Staff.objects.get(pk=staff_id)
    person.email, person.user_id = email, None
    person.save(update_fields=["email", "user"])
    record(by, Event.STAFF_CHANGED, Kind.STAFF, staff_id)
