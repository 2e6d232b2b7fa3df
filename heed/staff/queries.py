"""Who works here."""

from dataclasses import dataclass
from uuid import UUID

from heed.staff.models import Signature, Staff


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


def has_signed(school_id: UUID, staff_id: UUID) -> bool:
    """Whether somebody can sign what they write: with a name and role as they were from a moment on."""
    return bool(Signature.objects.filter(school_id=school_id, staff_id=staff_id).exists())
