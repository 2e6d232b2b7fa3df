"""Who works here."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from heed.staff.models import Staff


def staff_by_email(school_id: UUID) -> dict[str, Staff]:
    """Everybody on the staff list of the school, leavers too, by e-mail address in lower case."""
    return {person.email: person for person in Staff.objects.filter(school_id=school_id)}


@dataclass(frozen=True, slots=True)
class Account:
    """The user somebody signs in as, and their address."""

    user_id: UUID
    email: str


def account_of(school_id: UUID, staff_id: UUID) -> Account | None:
    """How a member of staff signs in; None when they have left, have no account, or it is closed."""
    here = Staff.objects.filter(school_id=school_id, pk=staff_id, left_on=None, user__is_active=True)
    found = here.values_list("user_id", "user__email").first()
    return Account(*found) if found else None


@dataclass(frozen=True, slots=True)
class Colleague:
    """Somebody who works here, or has worked here."""

    id: UUID
    name: str
    role: str
    user_id: UUID | None
    left_on: date | None


def colleagues(school_id: UUID) -> tuple[Colleague, ...]:
    """Everybody on the staff list, by name; leavers too."""
    rows = Staff.objects.filter(school_id=school_id).order_by("sort_key", "id")
    return tuple(Colleague(one.pk, one.name, one.role, one.user_id, one.left_on) for one in rows)
