"""Telling people about who sees what, on Home and by mail."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from heed.access.queries import viewer_for
from heed.alerts.kinds import Answer
from heed.audit.actions import record
from heed.audit.kinds import Event, Kind
from heed.guarding.kinds import Mail, NoticeKind
from heed.guarding.models import Notice
from heed.jobs.actions import later
from heed.lib.clock import london
from heed.staff.queries import account_of
from heed.who.viewer import Viewer


@transaction.atomic
def notify(
    by: Viewer, kind: NoticeKind, about_id: UUID, staff_ids: Iterable[UUID], *, pupil_id: UUID | None
) -> None:
    """Tell these people at once; mail leaves after this, without a word of what it is about."""
    people = tuple(dict.fromkeys(staff_ids))
    Notice.objects.bulk_create(
        Notice(
            school_id=by.school_id,
            staff_id=staff_id,
            pupil_id=pupil_id,
            kind=kind,
            about_id=about_id,
            made_at=by.at,
            mail=Mail.DUE,
        )
        for staff_id in people
    )
    record(by, Event.TOLD_OF_GUARDING, Kind.CHILD if pupil_id else Kind.STAFF, pupil_id, of=kind, told=people)
    if people:
        later("guarding.mail_notices", school_id=by.school_id, about_id=about_id)


@transaction.atomic
def read_notice(viewer: Viewer, notice_id: UUID) -> None:
    """Clear one's own notice from Home. Pressed twice, it is cleared once; somebody else's stays."""
    rows = Notice.objects.told(viewer).filter(pk=notice_id, read_at=None)
    if rows.update(read_at=viewer.at):
        record(viewer, Event.READ_NOTICE, Kind.STAFF, viewer.staff_id, notice=notice_id)


@dataclass(frozen=True, slots=True)
class Leaving:
    """A notice whose mail is in hand."""

    id: UUID
    to: str
    made_at: datetime


@transaction.atomic
def take_in_hand(by: Viewer, notice_id: UUID) -> Leaving | None:
    """The mail of a notice, if it is still wanted: its reader works here and would be shown what it is about."""
    rows = Notice.objects.to_mail().filter(pk=notice_id)
    row = rows.select_for_update(of=("self",), skip_locked=True).first()
    if row is None:
        return None
    account = account_of(row.school_id, row.staff_id, on=london(by.at).date())
    person = account and viewer_for(account.user_id, row.school_id, elevated=True, at=by.at, origin="")
    wanted = person and Notice.objects.told(person).filter(pk=row.pk, read_at=None).exists()
    if not (account and account.email and wanted):
        _put(by, row, Mail.NOT_NEEDED, Event.MAIL_NOT_NEEDED)
        return None
    return Leaving(row.pk, account.email, row.made_at)


@transaction.atomic
def note_answer(by: Viewer, leaving: Leaving, answer: Answer) -> None:
    """What became of the mail. What the server would not take now stays due."""
    row = Notice.objects.to_mail().filter(pk=leaving.id).select_for_update(of=("self",)).first()
    if row is None:
        return
    if answer is Answer.TAKEN:
        _put(by, row, Mail.SENT, Event.MAIL_SENT)
    elif answer is Answer.NEVER:
        _put(by, row, Mail.REFUSED, Event.MAIL_REFUSED)
    else:
        _put(by, row, Mail.DUE, None)


def _put(by: Viewer, row: Notice, mail: Mail, event: Event | None) -> None:
    row.mail, row.mail_at, row.mail_tries = mail, by.at, row.mail_tries + 1
    row.save(update_fields=["mail", "mail_at", "mail_tries"])
    if event:
        record(by, event, Kind.STAFF, row.staff_id, notice=row.pk)
