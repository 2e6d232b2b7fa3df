"""Who works here."""

from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Q

from heed.lib.outcomes import NotSeen
from heed.staff.models import Departure, Signature, Staff


def staff_by_email(school_id: UUID) -> dict[str, Staff]:
    """Everybody on the staff list of the school, leavers too, by e-mail address in lower case."""
    return {person.email: person for person in Staff.objects.filter(school_id=school_id)}


def works_on(day: Any, prefix: str = "") -> Q:
    """Who still works here on a day: `left_on` is the first day without access, and may lie ahead.

    The one place that says so. `prefix` is where the row of the staff lies, seen from the table that is asked.
    """
    return Q(**{f"{prefix}left_on": None}) | Q(**{f"{prefix}left_on__gt": day})


@dataclass(frozen=True, slots=True)
class Account:
    """The user somebody signs in as, and their address."""

    user_id: UUID
    email: str


def account_of(school_id: UUID, staff_id: UUID, *, on: date) -> Account | None:
    """How a member of staff signs in; None when they have left, have no account, or it is closed."""
    here = Staff.objects.filter(works_on(on), school_id=school_id, pk=staff_id, user__is_active=True)
    found = here.values_list("user_id", "user__email").first()
    return Account(*found) if found else None


def has_signed(school_id: UUID, staff_id: UUID) -> bool:
    """Whether somebody can sign what they write: with a name and role as they were from a moment on."""
    return bool(Signature.objects.filter(school_id=school_id, staff_id=staff_id).exists())


def person_here(school_id: UUID, staff_id: UUID, *, lock: bool = False) -> Staff:
    """A member of staff of this school, also one who has left.

    Raises:
        NotSeen: when there is none.
    """
    rows = Staff.objects.filter(school_id=school_id, pk=staff_id).select_related("user")
    if lock:
        rows = rows.select_for_update(of=("self",))
    found: Staff | None = rows.first()
    if found is None:
        raise NotSeen
    return found


def departures_due(*, on: date) -> tuple[tuple[UUID, UUID], ...]:
    """School and departure of everybody in the schools in scope whose day has come and who is not gone yet."""
    rows = Departure.objects.filter(done_at=None, staff__left_on__lte=on).order_by("school_id", "id")
    return tuple(rows.values_list("school_id", "pk"))


def departure_of(school_id: UUID, staff_id: UUID) -> Departure | None:
    """Who takes over from somebody who is going to leave."""
    rows = Departure.objects.filter(school_id=school_id, staff_id=staff_id, done_at=None)
    return rows.select_related("hands_to", "rest_to").first()


@dataclass(frozen=True, slots=True)
class OnTheList:
    """Somebody on the staff list, as sign-in asks about them."""

    staff_id: UUID
    user_id: UUID | None
    name: str
    left: bool


def on_the_list(
    school_id: UUID, *, on: date, email: str | None = None, user_id: UUID | None = None
) -> OnTheList | None:
    """The person on the school's staff list with this address, or who signs in as this user. Leavers too."""
    rows = Staff.objects.filter(school_id=school_id)
    if email is not None:
        rows = rows.filter(email__iexact=email)
    elif user_id is not None:
        rows = rows.filter(user_id=user_id)
    else:
        return None
    found = [one for one in rows if email is None or one.email.lower() == email.lower()]
    if len(found) != 1:
        return None
    [one] = found
    return OnTheList(one.pk, one.user_id, one.name, one.left_on is not None and one.left_on <= on)


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody who works here, or has worked here."""

    id: UUID
    name: str
    role: str
    user_id: UUID | None
    works_here: bool


def colleagues(school_id: UUID, *, on: date) -> tuple[Colleague, ...]:
    """Everybody on the staff list, by name; leavers too."""
    rows = Staff.objects.filter(school_id=school_id).order_by("sort_key", "id")
    return tuple(
        Colleague(one.pk, one.name, one.role, one.user_id, works_here=one.left_on is None or one.left_on > on)
        for one in rows
    )
