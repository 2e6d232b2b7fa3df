"""Mail of alerts: sent by the worker, and found again when it was left behind."""

import logging
from collections import Counter
from datetime import timedelta
from functools import cache
from itertools import islice
from uuid import UUID

from django.conf import settings
from django.utils import timezone
from procrastinate.contrib.django import app

from heed.alerts import actions, queries
from heed.alerts.kinds import Answer
from heed.alerts.mail import letter
from heed.jobs.actions import later
from heed.jobs.post import Post, is_set_up
from heed.jobs.queries import how_many_run, in_hand
from heed.jobs.stalled import left_by_its_worker
from heed.jobs.tasks import job_in_steps
from heed.schools.queries import name_and_slug, school_ids
from heed.tenancy.scope import schools
from heed.who.viewer import Viewer, on_the_server

log = logging.getLogger("heed.mail")

LEFT_BEHIND_AFTER = timedelta(minutes=3)
SCHOOLS_AT_ONCE = 200


class StillDue(Exception):  # noqa: N818 - read as a sentence
    """Not every mail of an item has left. The job is tried again."""


@job_in_steps("alerts.send_mail")
def send_mail(*, school_id: UUID, item_id: UUID) -> None:
    """Send the mails of one item that are due, one by one; nobody waits for somebody else's server.

    Raises:
        StillDue: when some could not be sent this time.
    """
    if not is_set_up():
        _say_that_mail_is_not_set_up()
        return
    with schools(school_id):
        due, school = queries.to_mail(item_id), name_and_slug(school_id)
    came_of_it: Counter[str] = Counter()
    with Post() as post:
        for alert_id in due:
            try:
                _send_one(post, school_id, school, alert_id, came_of_it)
            except Exception:  # whatever is wrong with one, the next is tried
                log.exception("a mail met a fault")
    if came_of_it:
        log.info("mail: %s", ", ".join(f"{count} {what}" for what, count in sorted(came_of_it.items())))
    with schools(school_id):
        if queries.to_mail(item_id):
            raise StillDue


def _send_one(
    post: Post, school_id: UUID, school: tuple[str, str], alert_id: UUID, came_of_it: Counter[str]
) -> None:
    """Taken in hand, handed over, noted: three steps, of which the middle one holds no transaction."""
    with schools(school_id):
        leaving = actions.send_off(_by(school_id), alert_id)
    if leaving is None:
        return
    words = letter(
        base=settings.HEED_ADDRESS,
        to=leaving.to,
        school=school[0],
        slug=school[1],
        alert_id=alert_id,
        made_at=leaving.made_at,
    )
    answer = post.hand_over(words, now=timezone.now())
    with schools(school_id):
        actions.note_answer(_by(school_id), leaving, answer)
    came_of_it[answer] += 1
    if leaving.lost_its_worker or answer is Answer.NOT_KNOWN:
        came_of_it["may arrive twice"] += 1


def _by(school_id: UUID) -> Viewer:
    return on_the_server(school_id, at=timezone.now(), name="Mail")


@left_by_its_worker("alerts.send_mail")
def give_back(*, school_id: UUID, item_id: UUID) -> None:
    """The worker is dead: its mails wait for nobody. Unless another job has mails of the same item in hand."""
    if how_many_run("alerts.send_mail", "item_id", item_id) <= 1:
        actions.give_back(_by(school_id), item_id)


@app.periodic(cron="* * * * *")
@app.task(name="alerts.find_mail_left_behind", queueing_lock="alerts.find_mail_left_behind")
def find_mail_left_behind(timestamp: int) -> None:
    """Ask again for mail that is under way and that no job will send, whatever became of the queue."""
    if not is_set_up():
        _say_that_mail_is_not_set_up()
        return
    before = timezone.now() - LEFT_BEHIND_AFTER
    every = iter(school_ids())
    while some := tuple(islice(every, SCHOOLS_AT_ONCE)):
        with schools(*some):
            found = queries.left_behind(before=before)
            asked_for = in_hand("alerts.send_mail", "item_id") if found else frozenset()
            for school_id, item_id in found:
                if item_id not in asked_for:
                    later("alerts.send_mail", school_id=school_id, item_id=item_id)


@cache
def _say_that_mail_is_not_set_up() -> None:
    """Once for each process."""
    log.warning("mail is not set up (HEED_MAIL_URL, HEED_MAIL_FROM, HEED_ADDRESS): alerts are not mailed")
