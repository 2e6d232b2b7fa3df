"""The queue does not grow for ever: what is done goes, what waits or failed lately stays."""

from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob

from heed.jobs.tasks import clear_done_jobs


def put(state: str, *, days_ago: int) -> int:
    """A job in this state, with its last event so long ago."""
    with connection.cursor() as cursor:
        cursor.execute(
            "insert into procrastinate_jobs (queue_name, task_name, args, status) "
            "values ('default', 'alerts.send_mail', '{}', %s) returning id",
            [state],
        )
        [job] = cursor.fetchone()
        cursor.execute("delete from procrastinate_events where job_id = %s", [job])
        cursor.execute(
            "insert into procrastinate_events (job_id, type, at) values (%s, 'deferred', %s)",
            [job, timezone.now() - timedelta(days=days_ago)],
        )
    return int(job)


@pytest.mark.parametrize(
    ("state", "days_ago", "stays"),
    [
        ("succeeded", 8, False),
        ("succeeded", 6, True),
        ("cancelled", 8, False),
        ("failed", 89, True),
        ("failed", 91, False),
        ("todo", 400, True),
        ("doing", 400, True),
    ],
)
def test_done_jobs_are_cleared_in_their_time(
    state: str, days_ago: int, stays: bool, transactional_db: None
) -> None:
    job = put(state, days_ago=days_ago)
    clear_done_jobs(timestamp=0)
    assert ProcrastinateJob.objects.filter(pk=job).exists() is stays
    with connection.cursor() as cursor:
        cursor.execute("select count(*) from procrastinate_events where job_id = %s", [job])
        assert bool(cursor.fetchone()[0]) is stays
