"""Mail to those who decide: something waits for them. Not what it is, and not about whom."""

import logging
from uuid import UUID

from django.conf import settings
from django.utils import timezone

from heed.access.ruled import still_waits
from heed.alerts.kinds import Answer
from heed.audit.actions import record
from heed.audit.kinds import Event, Kind
from heed.jobs.post import Post, is_set_up
from heed.jobs.tasks import job_in_steps
from heed.lib.clock import london
from heed.people.groups.mail import letter
from heed.schools.queries import name_and_slug
from heed.staff.queries import account_of
from heed.tenancy.scope import schools
from heed.who.viewer import on_the_server

log = logging.getLogger("heed.mail")


class NotTaken(Exception):  # noqa: N818 - read as a sentence
    """The mail server did not take the mail. The job is tried again while the proposal waits."""


@job_in_steps("people.tell_approver")
def tell_approver(*, school_id: UUID, proposal_id: UUID, staff_id: UUID) -> None:
    """One mail to one person who may decide. Decided meanwhile, it is not sent.

    Raises:
        NotTaken: when it could not be sent this time.
    """
    with schools(school_id):
        account = (
            account_of(school_id, staff_id, on=london(timezone.now()).date())
            if still_waits(school_id, proposal_id)
            else None
        )
        school, _ = name_and_slug(school_id)
    if account is None or not account.email or not is_set_up():
        return
    words = letter(
        base=settings.HEED_ADDRESS,
        to=account.email,
        school=school,
        proposal_id=proposal_id,
        staff_id=staff_id,
    )
    with Post() as post:
        answer = post.hand_over(words, now=timezone.now())
    if answer in (Answer.NOT_NOW, Answer.NOT_KNOWN):
        raise NotTaken
    event = Event.MAIL_SENT if answer is Answer.TAKEN else Event.MAIL_REFUSED
    with schools(school_id):
        by = on_the_server(school_id, at=timezone.now(), name="Mail")
        record(by, event, Kind.PROPOSAL, proposal_id, told=staff_id)
    log.info("mail: 1 %s", answer)
