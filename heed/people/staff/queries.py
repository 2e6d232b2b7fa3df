"""Everybody on the staff of a school, with how their account stands: one statement, however many they are."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from allauth.mfa.models import Authenticator
from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, JSONField, OuterRef, QuerySet, Subquery
from django.db.models.functions import JSONObject

from heed.access.models import Holding
from heed.accounts.kinds import LetterKind
from heed.accounts.models import Letter, Membership, SignIn
from heed.jobs.letters import Mail
from heed.lib.clock import london
from heed.lib.names import folded, parts
from heed.lib.outcomes import NotSeen
from heed.people.staff.kinds import Account
from heed.people.staff.rules import account_stands
from heed.staff.models import Staff
from heed.who.groups import Group
from heed.who.viewer import Viewer


@dataclass(frozen=True, slots=True)
class Person:
    """A member of staff as whoever looks after accounts knows them."""

    id: UUID
    user_id: UUID | None
    name: str
    email: str
    role: str
    groups: frozenset[Group]
    left_on: date | None
    """The first day without access; it may lie ahead."""
    account: Account
    invited_at: datetime | None
    invited_until: datetime | None
    second_factor: bool
    had_account: bool
    """Whether they can sign in, or once could: what was told to them goes with it."""


def everybody_here(viewer: Viewer) -> tuple[Person, ...]:
    """All staff of the school, leavers too, by family name."""
    return tuple(_person(row, viewer.at) for row in _rows(viewer).order_by("sort_key", "id"))


def one_person(viewer: Viewer, staff_id: UUID) -> Person:
    """One of them.

    Raises:
        NotSeen: when there is none in this school.
    """
    row = _rows(viewer).filter(pk=staff_id).first()
    if row is None:
        raise NotSeen
    return _person(row, viewer.at)


def called(people: Iterable[Person], asked: str) -> tuple[Person, ...]:
    """Those of whom each word that was typed begins a part of the name, of the address or of the role."""
    words = folded(asked).split()
    return tuple(one for one in people if all(_fits(one, word) for word in words))


def _fits(one: Person, word: str) -> bool:
    return one.email.startswith(word) or any(
        part.startswith(word) for part in parts(f"{one.name} {one.role}")
    )


def _rows(viewer: Viewer) -> QuerySet[Any]:
    of_user = {"user_id": OuterRef("user_id")}
    held = Holding.objects.filter(school_id=viewer.school_id, staff_id=OuterRef("pk"))
    return (
        Staff.objects.filter(school_id=viewer.school_id)
        .select_related("user")
        .annotate(
            held=ArraySubquery(held.values("group")),
            invitation=Subquery(_open_invitations(viewer.school_id), output_field=JSONField()),
            member=Exists(Membership.objects.filter(school_id=viewer.school_id, **of_user)),
            second=Exists(Authenticator.objects.filter(type__in=_FACTORS, **of_user)),
            came=Exists(SignIn.objects.filter(**of_user)),
        )
    )


_FACTORS = (Authenticator.Type.TOTP, Authenticator.Type.WEBAUTHN)


def _open_invitations(school_id: UUID) -> QuerySet[Any]:
    rows = Letter.objects.filter(
        school_id=school_id,
        staff_id=OuterRef("pk"),
        kind=LetterKind.INVITATION,
        used_at=None,
        ended_at=None,
    )
    said = JSONObject(made="made_at", ends="ends_at", mail="mail")
    return rows.annotate(said=said).values("said")[:1]


def _person(row: Any, now: datetime) -> Person:
    gone = row.left_on is not None and row.left_on <= london(now).date()
    invited = row.invitation or {}
    until = _moment(invited.get("ends"))
    usable = row.user is not None and row.user.is_active and row.member
    had = row.user is not None and (row.user.has_usable_password() or row.second or row.came)
    stands = account_stands(
        left=gone,
        has_account=usable and had,
        invited_until=until,
        not_delivered=invited.get("mail") == Mail.REFUSED,
        now=now,
    )
    return Person(
        id=row.pk,
        user_id=row.user_id,
        name=row.name,
        email=row.email,
        role=row.role,
        groups=frozenset(Group(group) for group in row.held),
        left_on=row.left_on,
        account=stands,
        invited_at=_moment(invited.get("made")),
        invited_until=until,
        second_factor=row.second,
        had_account=had,
    )


def _moment(said: str | None) -> datetime | None:
    return datetime.fromisoformat(said) if said else None
