"""What of the sample trust is mailed: a handful, so that a newcomer finds some post, and not hundreds."""

from collections.abc import Iterable
from uuid import UUID

from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob

from heed.alerts.kinds import Mail
from heed.alerts.models import Alert
from heed.tenancy.scope import schools as within

HANDFUL = 5
"""Mails in each school: the newest to people who can be signed in as."""


def leave_a_handful(schools: Iterable[tuple[UUID, Iterable[UUID]]]) -> None:
    """Of all the mail that is due in these schools, leave the newest to these people; the rest is not needed."""
    asked_for: set[str] = set()
    for school_id, people in schools:
        with within(school_id):
            due = Alert.objects.to_mail()
            newest = due.filter(staff_id__in=list(people)).order_by("-made_at", "-id")[:HANDFUL]
            left = dict(newest.values_list("pk", "item_id"))
            due.exclude(pk__in=left).update(mail=Mail.NOT_NEEDED)
            asked_for |= {str(item_id) for item_id in left.values()}
    for job in ProcrastinateJob.objects.filter(task_name="alerts.send_mail", status="todo"):
        if job.args["item_id"] not in asked_for:
            app.job_manager.cancel_job_by_id(job.pk, delete_job=True)
