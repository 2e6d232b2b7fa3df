"""Who may enter which school, what they were written, and where they are signed in."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from allauth.mfa.models import Authenticator
from cryptography.fernet import InvalidToken
from django.conf import settings
from django.db.models import Exists, OuterRef

from heed.accounts.kinds import LetterKind, NotGood
from heed.accounts.models import Asking, Letter, Membership, SignIn, SignOn, User
from heed.accounts.rules import why_not_good
from heed.accounts.sealed import unseal
from heed.accounts.tokens import digest_of
from heed.audit.queries import door_marks_of
from heed.jobs.letters import UNDER_WAY


@dataclass(frozen=True, slots=True)
class Workplace:
    """A school that a user may enter."""

    school_id: UUID
    school: str
    slug: str
    only_signed_on: bool = False
    """Whether its people sign in through the school's own service and in no other way."""


def schools_of(user_id: UUID) -> tuple[Workplace, ...]:
    """The schools this user may enter, the one joined first first."""
    return _workplaces(_memberships(user_id).select_related("school"))


def user_at_work(user_id: UUID) -> User | None:
    """This user, with the schools they may enter in hand (`workplaces_of`): every request asks for both."""
    rows = list(_memberships(user_id).select_related("user", "school"))
    if not rows:
        return User.objects.filter(pk=user_id).first()
    user: Any = rows[0].user
    user.workplaces = _workplaces(rows)
    return user  # type: ignore[no-any-return]  # a row's user is one


def workplaces_of(user: Any) -> tuple[Workplace, ...]:
    """The schools this user may enter; asked for only when they are not in hand."""
    in_hand: tuple[Workplace, ...] | None = getattr(user, "workplaces", None)
    return schools_of(user.pk) if in_hand is None else in_hand


def is_ended(sign_in: UUID | None) -> bool:
    """Whether the sign-in that a session began with has been ended, by its owner or by their leaving."""
    return sign_in is not None and SignIn.objects.filter(pk=sign_in, ended_at__isnull=False).exists()


def _memberships(user_id: UUID) -> Any:
    only = SignOn.objects.filter(school_id=OuterRef("school_id"), only=True, active=True, approved=True)
    return Membership.objects.filter(user_id=user_id).annotate(only=Exists(only)).order_by("id")


def _workplaces(rows: Iterable[Any]) -> tuple[Workplace, ...]:
    return tuple(Workplace(row.school_id, row.school.name, row.school.slug, row.only) for row in rows)


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


def can_be_used(user: User) -> bool:
    """Whether this account may sign in at all: not closed, and no sample account outside the demonstration."""
    return user.is_active and (bool(settings.DEMO) or not user.demo)


def user_with(email: str) -> User | None:
    """The account of an address, whatever its case."""
    return User.objects.filter(email=email.strip().lower()).first()


@dataclass(frozen=True, slots=True)
class Opened:
    """A link, and what it is good for; `why_not` when it opens nothing."""

    letter: Letter | None
    why_not: NotGood | None


def link_opened(token: str, kind: LetterKind, *, now: datetime) -> Opened:
    """The letter whose link this is."""
    rows = Letter.objects.filter(digest=digest_of(token), kind=kind).select_related("school", "user")
    found = rows.first()
    return Opened(found, why_not_good(found, now=now))


def letter_in_hand(letter_id: UUID, kind: LetterKind, *, now: datetime, lock: bool = False) -> Opened:
    """The letter whose link was opened in this browser, as it stands now."""
    rows = Letter.objects.filter(pk=letter_id, kind=kind).select_related("school")
    if lock:
        rows = rows.select_for_update(of=("self",))
    found = rows.first()
    return Opened(found, why_not_good(found, now=now))


def open_invitations_to(email: str) -> tuple[Letter, ...]:
    """Invitations to this address that were neither taken up nor withdrawn, in whatever school; also old ones."""
    rows = Letter.objects.filter(
        email=email.strip().lower(), kind=LetterKind.INVITATION, used_at=None, ended_at=None
    )
    return tuple(rows.order_by("id"))


def invitation_of(school_id: UUID, staff_id: UUID) -> Letter | None:
    """The newest invitation of a member of staff."""
    rows = Letter.objects.filter(school_id=school_id, staff_id=staff_id, kind=LetterKind.INVITATION)
    return rows.order_by("-made_at", "-id").first()


def letters_lately(user_id: UUID, kind: LetterKind, *, since: datetime) -> int:
    """How many letters of a kind this user was written since a moment."""
    return Letter.objects.filter(user_id=user_id, kind=kind, made_at__gt=since).count()


def letters_due(school_id: UUID) -> tuple[UUID, ...]:
    """Letters of a school that are due or leaving, in the order in which they were written."""
    rows = Letter.objects.filter(school_id=school_id, mail__in=UNDER_WAY).order_by("made_at", "id")
    return tuple(rows.values_list("pk", flat=True))


def schools_with_letters_left(*, before: datetime) -> tuple[UUID, ...]:
    """Schools with a letter that has been under way since before a moment."""
    rows = Letter.objects.filter(mail__in=UNDER_WAY, made_at__lt=before).exclude(mail_at__gte=before)
    return tuple(rows.order_by("school_id").values_list("school_id", flat=True).distinct())


def askings() -> tuple[UUID, ...]:
    """Those who asked for a new password and have no answer yet, the oldest first."""
    return tuple(Asking.objects.order_by("id").values_list("pk", flat=True))


@dataclass(frozen=True, slots=True)
class Device:
    """One place where somebody is signed in."""

    id: UUID
    browser: str
    at: datetime
    seen_at: datetime
    here: bool


def devices_of(user_id: UUID, *, here: UUID | None, now: datetime) -> tuple[Device, ...]:
    """Where this person is signed in now, this browser first, then the one used last."""
    rest = timedelta(seconds=settings.SESSION_COOKIE_AGE + SEEN_BY.seconds)
    rows = SignIn.objects.filter(user_id=user_id, ended_at=None, seen_at__gt=now - rest).order_by("-seen_at")
    found = [Device(row.pk, row.browser, row.at, row.seen_at, row.pk == here) for row in rows[:50]]
    return tuple(sorted(found, key=lambda one: not one.here))


SEEN_BY = timedelta(minutes=10)
"""So exactly it is kept when a device was used last."""


@dataclass(frozen=True, slots=True)
class Failed:
    """Something at the door that was not this person getting in."""

    event: str
    at: datetime


def failures_of(user_id: UUID, *, since: datetime) -> tuple[Failed, ...]:
    """Wrong passwords and codes, and lock-outs, for this account, newest first."""
    return tuple(Failed(mark.event, mark.at) for mark in door_marks_of(user_id, since=since))


def is_known_device(user_id: UUID, device: str) -> bool:
    """Whether this person has signed in at this browser before; their very first sign-in is no news either."""
    rows = SignIn.objects.filter(user_id=user_id)
    return not rows.exists() or rows.filter(device=device).exists()
