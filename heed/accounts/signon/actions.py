"""Setting a school's single sign-on, and binding accounts at the service to users."""

from dataclasses import asdict, dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from heed.accounts.models import Binding, SignOn
from heed.accounts.sealed import seal
from heed.accounts.signon.kinds import Why
from heed.accounts.signon.rules import why_not_approve, why_not_set
from heed.audit.actions import record
from heed.audit.kinds import Event, Kind
from heed.lib.outcomes import NotSeen, OutOfDate, refuse
from heed.who.viewer import Viewer

CHANGED = (
    "Somebody has changed single sign-on since you opened this page. Look at what it says now, then decide."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """How a school wants it, but for the secret."""

    label: str
    issuer: str
    client_id: str
    domains: tuple[str, ...]
    counts_as_second_step: bool
    only: bool
    active: bool


@transaction.atomic
def set_sign_on(by: Viewer, wanted: Wanted, *, secret: str, seen: datetime | None) -> bool:
    """Set how the school's people sign in through a service of their own. An empty secret keeps the one there is.

    Returns:
        Whether it is approved: at once by whoever may approve, and still when nothing that matters has changed.

    Raises:
        OutOfDate: when somebody else changed it after `seen`.
    """
    refuse(why_not_set(by))
    row = SignOn.objects.select_for_update().filter(school_id=by.school_id).first()
    if (row.changed_at if row else None) != seen:
        raise OutOfDate(CHANGED)
    before = row or SignOn(school_id=by.school_id, domains=[])
    approved = why_not_approve(by) is None or (before.approved and not _opens_more(before, wanted))
    for name, value in asdict(wanted).items():
        setattr(before, name, list(value) if name == "domains" else value)
    before.secret = seal(secret) if secret else before.secret
    before.approved, before.changed_at = approved, by.at
    before.save()
    record(by, Event.SIGN_ON_SET, Kind.SCHOOL, by.school_id, **asdict(wanted), secret=bool(secret))
    return approved


@transaction.atomic
def approve_sign_on(by: Viewer, *, seen: datetime) -> None:
    """Let people sign in as it is set now.

    Raises:
        OutOfDate: when it was changed after `seen`.
    """
    refuse(why_not_approve(by))
    row = SignOn.objects.select_for_update().filter(school_id=by.school_id).first()
    if row is None:
        raise NotSeen
    if row.changed_at != seen:
        raise OutOfDate(CHANGED)
    row.approved = True
    row.save(update_fields=["approved"])
    record(by, Event.SIGN_ON_APPROVED, Kind.SCHOOL, by.school_id, issuer=row.issuer, domains=row.domains)


def note_tried(by: Viewer, issuer: str, found: str) -> None:
    """Note that somebody let Heed call a service, and what was found."""
    refuse(why_not_set(by))
    record(by, Event.SIGN_ON_TRIED, Kind.SCHOOL, by.school_id, issuer=issuer, found=found)


@transaction.atomic
def bind(by: Viewer, user_id: UUID, *, issuer: str, subject: str) -> None:
    """From now on this account at the school's service is this user's, and no other is."""
    Binding.objects.create(
        school_id=by.school_id, user_id=user_id, issuer=issuer, subject=subject, since=by.at
    )
    record(by, Event.SIGN_ON_BOUND, Kind.USER, user_id, issuer=issuer)


@transaction.atomic
def release(by: Viewer, user_id: UUID) -> bool:
    """Forget which accounts at the service are this user's; the next one used is bound anew.

    Returns:
        Whether there was one.
    """
    refuse(why_not_approve(by))
    gone, _ = Binding.objects.filter(school_id=by.school_id, user_id=user_id).delete()
    record(by, Event.SIGN_ON_RELEASED, Kind.USER, user_id, released=gone)
    return bool(gone)


def note_turned_away(by: Viewer, why: Why, user_id: UUID | None = None) -> None:
    """Note that the service vouched for somebody who was not let in, and why."""
    record(by, Event.SIGN_ON_REFUSED, Kind.USER, user_id, why=why)


def note_broken(by: Viewer, why: str) -> None:
    """Note that the service could not be asked."""
    record(by, Event.SIGN_ON_BROKEN, Kind.SCHOOL, by.school_id, why=why)


def _opens_more(before: SignOn, wanted: Wanted) -> bool:
    """Whether more people, or others, could get in than were approved."""
    return (
        (before.issuer, before.client_id) != (wanted.issuer, wanted.client_id)
        or not set(wanted.domains) <= set(before.domains)
        or (wanted.counts_as_second_step and not before.counts_as_second_step)
    )
