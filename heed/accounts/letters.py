"""Writing letters about accounts, sending them off, and ending the links in them."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction

from heed.accounts.kinds import LetterKind
from heed.accounts.mail import Facts
from heed.accounts.models import Letter, User
from heed.accounts.queries import can_be_used
from heed.accounts.rules import INVITED_FOR, NEW_PASSWORD_FOR, why_not_good
from heed.accounts.tokens import digest_of, token_of
from heed.audit.actions import record
from heed.audit.kinds import Event, Kind
from heed.jobs.actions import later
from heed.jobs.letters import DEAD_FOR_CERTAIN, Answer, Mail, may_leave, tried_long_enough
from heed.tenancy.keys import uuid7
from heed.who.viewer import Viewer

_LINKS_LAST: dict[LetterKind, timedelta] = {
    LetterKind.INVITATION: INVITED_FOR,
    LetterKind.NEW_PASSWORD: NEW_PASSWORD_FOR,
}


@transaction.atomic
def write(
    by: Viewer, kind: LetterKind, *, email: str, user_id: UUID | None = None, staff_id: UUID | None = None
) -> UUID:
    """Write a letter to somebody about their account; it leaves after this transaction.

    Returns:
        The letter.
    """
    letter_id, lasts = uuid7(), _LINKS_LAST.get(kind)
    Letter.objects.create(
        id=letter_id,
        school_id=by.school_id,
        kind=kind,
        email=email,
        user_id=user_id,
        staff_id=staff_id,
        made_at=by.at,
        ends_at=by.at + lasts if lasts else None,
        digest=digest_of(token_of(letter_id)) if lasts else None,
        mail=Mail.DUE,
    )
    later("accounts.send_letters", school_id=by.school_id)
    return letter_id


@transaction.atomic
def invite(by: Viewer, staff_id: UUID, *, email: str) -> UUID:
    """Invite a member of staff to set their account up. Whatever invitation they had before works no more."""
    before = Letter.objects.filter(school_id=by.school_id, staff_id=staff_id, kind=LetterKind.INVITATION)
    open_before = before.filter(used_at=None, ended_at=None)
    again = open_before.update(ended_at=by.at) > 0
    letter_id = write(by, LetterKind.INVITATION, email=email, staff_id=staff_id)
    record(by, Event.INVITED_AGAIN if again else Event.INVITED, Kind.STAFF, staff_id)
    return letter_id


@transaction.atomic
def send_invitation_again(by: Viewer, letter_id: UUID) -> None:
    """The same letter with the same link once more, so that a page that it opened stays good."""
    row = Letter.objects.select_for_update().get(pk=letter_id, school_id=by.school_id)
    row.sent_again, row.mail_tries = row.sent_again + 1, 0
    row.save(update_fields=["sent_again"])
    _put(row, Mail.DUE, by)
    record(by, Event.INVITED_AGAIN, Kind.STAFF, row.staff_id)
    later("accounts.send_letters", school_id=by.school_id)


@transaction.atomic
def withdraw_invitation(by: Viewer, staff_id: UUID) -> bool:
    """An invitation that was not taken up works no more. Returns whether there was one."""
    rows = Letter.objects.filter(
        school_id=by.school_id,
        staff_id=staff_id,
        kind=LetterKind.INVITATION,
        used_at=None,
        ended_at=None,
    )
    ended = rows.update(ended_at=by.at) > 0
    if ended:
        record(by, Event.INVITATION_ENDED, Kind.STAFF, staff_id)
    return ended


def end_links_to(user: User, *, at: datetime) -> None:
    """Every link for a new password that this person still has works no more."""
    rows = Letter.objects.filter(user=user, kind=LetterKind.NEW_PASSWORD, used_at=None, ended_at=None)
    rows.update(ended_at=at)


@dataclass(frozen=True, slots=True)
class InHand:
    """A letter that is being handed over: which try of it, and what it says."""

    facts: Facts
    tries: int
    lost_its_worker: bool
    """Whether an earlier try was never answered for, so that it may arrive twice."""


@transaction.atomic
def send_off(by: Viewer, letter_id: UUID) -> InHand | None:
    """Take a letter in hand, if it is still wanted and nobody else has it."""
    rows = Letter.objects.filter(pk=letter_id, school_id=by.school_id).select_related("user", "school")
    row = rows.select_for_update(of=("self",), skip_locked=True).first()
    if row is None or not may_leave(Mail(row.mail), row.mail_at, now=by.at):
        return None
    if not _is_wanted(row, by.at):
        _put(row, Mail.NOT_NEEDED, by)
        record(by, Event.MAIL_NOT_NEEDED, Kind.LETTER, row.pk, why=row.kind)
        return None
    lost = row.mail == Mail.LEAVING
    row.mail_tries += 1
    _put(row, Mail.LEAVING, by)
    if lost:
        record(by, Event.MAIL_DOUBTFUL, Kind.LETTER, row.pk, why=row.kind)
    facts = Facts(
        letter_id=row.pk,
        kind=LetterKind(row.kind),
        to=row.email,
        school=row.school.name,
        made_at=row.made_at,
        sent_again=row.sent_again,
        until=row.ends_at,
        token=token_of(row.pk) if row.ends_at else "",
    )
    return InHand(facts, row.mail_tries, lost)


def _is_wanted(row: Letter, now: datetime) -> bool:
    """A link that works no more is not sent, nor anything to an account that is closed."""
    if row.user is not None and not can_be_used(row.user):
        return False
    return row.ends_at is None or why_not_good(row, now=now) is None


@transaction.atomic
def note_answer(by: Viewer, sent: InHand, answer: Answer) -> None:
    """Note what became of a letter."""
    rows = Letter.objects.filter(pk=sent.facts.letter_id, school_id=by.school_id)
    row = rows.select_for_update().first()
    if row is None or (row.mail, row.mail_tries) != (Mail.LEAVING, sent.tries):
        return
    refused = answer is Answer.NEVER or tried_long_enough(row.made_at, sent.tries, now=by.at)
    after = Mail.SENT if answer is Answer.TAKEN else Mail.REFUSED if refused else Mail.DUE
    _put(row, after, by)
    if event := _EVENTS.get(after):
        record(by, event, Kind.LETTER, row.pk, why=row.kind)
    if answer is Answer.NOT_KNOWN:
        record(by, Event.MAIL_DOUBTFUL, Kind.LETTER, row.pk, why=row.kind)


_EVENTS = {Mail.SENT: Event.MAIL_SENT, Mail.REFUSED: Event.MAIL_REFUSED}


@transaction.atomic
def give_back(by: Viewer) -> None:
    """Letters that a dead worker had in hand may leave again at once."""
    in_hand = Letter.objects.filter(school_id=by.school_id, mail=Mail.LEAVING)
    in_hand.filter(mail_at__lt=by.at - DEAD_FOR_CERTAIN).update(mail_at=None)


def _put(row: Letter, mail: Mail, by: Viewer) -> None:
    row.mail, row.mail_at = mail, by.at
    row.save(update_fields=["mail", "mail_at", "mail_tries"])
