"""Who may enter which school."""

from dataclasses import dataclass
from uuid import UUID

from allauth.mfa.models import Authenticator
from cryptography.fernet import InvalidToken

from heed.accounts.models import Membership, User
from heed.accounts.sealed import unseal


@dataclass(frozen=True, slots=True)
class Workplace:
    """A school that a user may enter."""

    school_id: UUID
    school: str


def schools_of(user_id: UUID) -> tuple[Workplace, ...]:
    """The schools this user may enter, the one joined first first."""
    rows = Membership.objects.filter(user_id=user_id).select_related("school").order_by("id")
    return tuple(Workplace(school_id=row.school_id, school=row.school.name) for row in rows)


def demo_users_exist() -> bool:
    """Whether any account of the sample trust is in this database."""
    return User.objects.filter(demo=True).exists()


def second_factors() -> tuple[int, int]:
    """How many second factors this service's key opens, and how many it does not."""
    opened = shut = 0
    for data in Authenticator.objects.values_list("data", flat=True).iterator():
        for sealed in (data[one] for one in _SEALED if one in data):
            try:
                unseal(sealed)
                opened += 1
            except InvalidToken:
                shut += 1
    return opened, shut


_SEALED = ("secret", "seed")
