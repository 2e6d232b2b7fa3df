"""What of the sample trust is mailed: a handful, so that a newcomer finds some post, and not hundreds."""

from collections.abc import Iterable
from uuid import UUID

from heed.alerts.kinds import Mail, State
from heed.alerts.models import Alert
from heed.jobs.actions import later

HANDFUL = 5
"""Mails in each school: the newest to people who can be signed in as."""


def choose_a_handful(alerts: Iterable[Alert], people: frozenset[UUID]) -> tuple[Alert, ...]:
    """Of alerts that are not in the database yet, the newest that wait for these people: their mail is due."""
    waiting = [one for one in alerts if one.state == State.WAITING and one.staff_id in people]
    newest = sorted(waiting, key=lambda one: (one.made_at, one.pk))[-HANDFUL:]
    for one in newest:
        one.mail = Mail.DUE
    return tuple(newest)


def ask_for_mail(alerts: Iterable[Alert]) -> None:
    """Once they are in the database, in the scope of their school."""
    asked = {one.item_id: one.school_id for one in alerts}
    for item_id, school_id in asked.items():
        later("alerts.send_mail", school_id=school_id, item_id=item_id)
