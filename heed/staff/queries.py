"""Who works here."""

from dataclasses import dataclass
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
class OnTheList:
    """Somebody on the staff list, as sign-in asks about them."""

    staff_id: UUID
    user_id: UUID | None
    name: str
    left: bool


def on_the_list(
    school_id: UUID, *, email: str | None = None, user_id: UUID | None = None
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
    return OnTheList(one.pk, one.user_id, one.name, one.left_on is not None)
