"""Who may enter which school."""

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Exists, OuterRef

from heed.accounts.models import Membership, SignOn, User


@dataclass(frozen=True, slots=True)
class Workplace:
    """A school that a user may enter."""

    school_id: UUID
    school: str
    only_signed_on: bool = False
    """Whether its people sign in through the school's own service and in no other way."""


def schools_of(user_id: UUID) -> tuple[Workplace, ...]:
    """The schools this user may enter, the one joined first first."""
    only = SignOn.objects.filter(school_id=OuterRef("school_id"), only=True, active=True, approved=True)
    rows = Membership.objects.filter(user_id=user_id).select_related("school").order_by("id")
    return tuple(
        Workplace(school_id=row.school_id, school=row.school.name, only_signed_on=row.only)
        for row in rows.annotate(only=Exists(only))
    )


def demo_users_exist() -> bool:
    """Whether any account of the sample trust is in this database."""
    return User.objects.filter(demo=True).exists()
