"""Who may enter which school."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
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
    return _workplaces(Membership.objects.filter(user_id=user_id).select_related("school").order_by("id"))


def user_at_work(user_id: UUID) -> User | None:
    """This user, with the schools they may enter in hand (`workplaces_of`): every request asks for both."""
    rows = list(Membership.objects.filter(user_id=user_id).select_related("user", "school").order_by("id"))
    if not rows:
        return User.objects.filter(pk=user_id).first()
    user: Any = rows[0].user
    user.workplaces = _workplaces(rows)
    return user  # type: ignore[no-any-return]  # a row's user is one


def workplaces_of(user: Any) -> tuple[Workplace, ...]:
    """The schools this user may enter; asked for only when they are not in hand."""
    in_hand: tuple[Workplace, ...] | None = getattr(user, "workplaces", None)
    return schools_of(user.pk) if in_hand is None else in_hand


def _workplaces(rows: Iterable[Membership]) -> tuple[Workplace, ...]:
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
