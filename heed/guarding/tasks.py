"""Mail of notices, sent by the worker. The queue carries ids; the mail says that something is to be read."""

from uuid import UUID

from django.conf import settings
from django.utils import timezone

from heed.alerts.mail import letter
from heed.guarding.actions import notices
from heed.guarding.queries.notices import to_mail
from heed.jobs.post import Post, is_set_up
from heed.jobs.tasks import job_in_steps
from heed.schools.queries import name_and_slug
from heed.tenancy.scope import schools
from heed.who.viewer import Viewer, on_the_server


class StillDue(Exception):  # noqa: N818 - read as a sentence
    """Not every mail has left. The job is tried again."""


@job_in_steps("guarding.mail_notices")
def mail_notices(*, school_id: UUID, about_id: UUID) -> None:
    """Send the mails about one thing that are due. Run again, it sends what is still due.

    Raises:
        StillDue: when some could not be sent this time.
    """
    if not is_set_up():
        return
    with schools(school_id):
        due, (school, slug) = to_mail(about_id), name_and_slug(school_id)
    with Post() as post:
        for notice_id in due:
            _send_one(post, school_id, school, slug, notice_id)
    with schools(school_id):
        if to_mail(about_id):
            raise StillDue


def _send_one(post: Post, school_id: UUID, school: str, slug: str, notice_id: UUID) -> None:
    with schools(school_id):
        leaving = notices.take_in_hand(_by(school_id), notice_id)
    if leaving is None:
        return
    words = letter(
        base=settings.HEED_ADDRESS,
        to=leaving.to,
        school=school,
        slug=slug,
        alert_id=leaving.id,
        made_at=leaving.made_at,
        where="notices",
    )
    answer = post.hand_over(words, now=timezone.now())
    with schools(school_id):
        notices.note_answer(_by(school_id), leaving, answer)


def _by(school_id: UUID) -> Viewer:
    return on_the_server(school_id, at=timezone.now(), name="Mail")
