"""Letters leave, those who forgot their password are answered, and both are found again when they were left behind."""

import logging
from collections import Counter
from datetime import timedelta
from uuid import UUID

from django.conf import settings
from django.utils import timezone
from procrastinate.contrib.django import app

from heed.accounts import letters, queries
from heed.accounts.forgotten import answer
from heed.accounts.mail import letter
from heed.jobs.actions import later
from heed.jobs.post import Post, is_set_up
from heed.jobs.stalled import left_by_its_worker, with_a_connection_that_works
from heed.jobs.tasks import job_in_steps
from heed.tenancy.scope import schools
from heed.who.viewer import Viewer, on_the_server

log = logging.getLogger("heed.mail")

LEFT_BEHIND_AFTER = timedelta(minutes=3)


class StillDue(Exception):  # noqa: N818 - read as a sentence
    """Not every letter of a school has left. The job is tried again."""


@job_in_steps("accounts.send_letters")
def send_letters(*, school_id: UUID) -> None:
    """Send the letters of a school that are due, one by one.

    Raises:
        StillDue: when some could not be sent this time.
    """
    if not is_set_up():
        return
    came_of_it: Counter[str] = Counter()
    with Post() as post:
        for letter_id in queries.letters_due(school_id):
            try:
                _send_one(post, school_id, letter_id, came_of_it)
            except Exception:  # whatever is wrong with one, the next is tried
                log.exception("a letter met a fault")
    if came_of_it:
        log.info("letters: %s", ", ".join(f"{count} {what}" for what, count in sorted(came_of_it.items())))
    if queries.letters_due(school_id):
        raise StillDue


def _send_one(post: Post, school_id: UUID, letter_id: UUID, came_of_it: Counter[str]) -> None:
    """Taken in hand, handed over, noted: three steps, of which the middle one holds no transaction."""
    with schools(school_id):
        in_hand = letters.send_off(_by(school_id), letter_id)
    if in_hand is None:
        return
    said = post.hand_over(letter(in_hand.facts, base=settings.HEED_ADDRESS), now=timezone.now())
    with schools(school_id):
        letters.note_answer(_by(school_id), in_hand, said)
    came_of_it[said] += 1


@left_by_its_worker("accounts.send_letters")
def give_back(*, school_id: UUID) -> None:
    """The worker is dead: its letters wait for nobody."""
    letters.give_back(_by(school_id))


@app.task(name="accounts.answer_askings")
def answer_askings() -> None:
    """Answer everybody who asked at the door for a new password. Nothing of them is in the queue."""
    with_a_connection_that_works()
    for asking_id in queries.askings():
        answer(asking_id, now=timezone.now())


@app.periodic(cron="* * * * *")
@app.task(name="accounts.find_left_behind", queueing_lock="accounts.find_left_behind")
def find_left_behind(timestamp: int) -> None:
    """Ask again for letters that no job will send, and answer whoever was not answered."""
    answer_askings()
    if not is_set_up():
        return
    for school_id in queries.schools_with_letters_left(before=timezone.now() - LEFT_BEHIND_AFTER):
        with schools(school_id):
            later("accounts.send_letters", school_id=school_id)


def _by(school_id: UUID) -> Viewer:
    return on_the_server(school_id, at=timezone.now(), name="Mail")
