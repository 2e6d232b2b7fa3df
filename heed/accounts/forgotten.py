"""A forgotten password: asked for at the door, answered later, so that nobody learns from it who has an account.

The request does the same for every address: it counts, writes one row and asks for one job. Whether there is an
account, and what is sent to it, is found out by the job.
"""

from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction

from heed.accounts import letters
from heed.accounts.kinds import LetterKind
from heed.accounts.models import Asking, User
from heed.accounts.queries import (
    can_be_used,
    letters_lately,
    open_invitations_to,
    schools_of,
    user_with,
)
from heed.accounts.rules import LETTERS_AN_HOUR, why_not_good
from heed.audit.actions import record, record_at_the_door
from heed.audit.kinds import DoorEvent, Event, Kind
from heed.jobs.actions import at_the_door
from heed.tenancy.scope import schools
from heed.who.viewer import on_the_server

AGAIN_AFTER = timedelta(minutes=5)
"""An invitation is sent again at somebody's asking at most so often: the same link, as long as it is good."""

TIMES_AGAIN = 20
"""And so many times, within its seven days."""


@transaction.atomic
def ask(*, email: str, origin: str, now: datetime) -> None:
    """Somebody asks for a new password. The same is done whether or not anybody has this address."""
    Asking.objects.create(email=email.strip().lower()[:254], origin=origin, at=now)
    at_the_door("accounts.answer_askings")


@transaction.atomic
def answer(asking_id: UUID, *, now: datetime) -> None:
    """Send a link to whom it belongs: for a new password, or the invitation again. To nobody else anything."""
    asking = Asking.objects.select_for_update(skip_locked=True).filter(pk=asking_id).first()
    if asking is None:
        return
    email, origin = asking.email, asking.origin
    asking.delete()
    user = user_with(email)
    record_at_the_door(DoorEvent.ASKED_FOR_PASSWORD, at=now, origin=origin, user_id=user.pk if user else None)
    if user is not None and can_be_used(user) and user.has_usable_password():
        _send_link(user, now)
    _invite_again(email, now)


def _send_link(user: User, now: datetime) -> None:
    mine = schools_of(user.pk)
    lately = letters_lately(user.pk, LetterKind.NEW_PASSWORD, since=now - timedelta(hours=1))
    if not mine or lately >= LETTERS_AN_HOUR:
        return
    with schools(mine[0].school_id):
        by = on_the_server(mine[0].school_id, at=now, name="Whoever asked at the door")
        letters.write(by, LetterKind.NEW_PASSWORD, email=user.email, user_id=user.pk)
        record(by, Event.NEW_PASSWORD_ASKED, Kind.USER, user.pk)


def _invite_again(email: str, now: datetime) -> None:
    for one in open_invitations_to(email):
        if one.staff_id is None or now - (one.mail_at or one.made_at) < AGAIN_AFTER:
            continue
        with schools(one.school_id):
            by = on_the_server(one.school_id, at=now, name="Whoever asked at the door")
            if why_not_good(one, now=now):
                letters.invite(by, one.staff_id, email=one.email)
            elif one.sent_again < TIMES_AGAIN:
                letters.send_invitation_again(by, one.pk)
