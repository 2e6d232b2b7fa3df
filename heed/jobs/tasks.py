"""Making jobs, and those of the service itself."""

from collections.abc import Callable
from datetime import timedelta
from functools import wraps
from uuid import UUID

from django.core.management import call_command
from django.db import connection
from django.utils import timezone
from procrastinate import BaseRetryStrategy, RetryDecision, RetryStrategy
from procrastinate.contrib.django import app
from procrastinate.jobs import Job

from heed.jobs.stalled import with_a_connection_that_works
from heed.tenancy.scope import schools

_AGAIN = RetryStrategy(max_attempts=12, exponential_wait=3)


def job(name: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Declare a job. It runs within its school, takes ids, and must be safe to run twice.

    It begins with a connection that works: nothing else in a worker lets go of one from before the database died.
    """

    def declare(do: Callable[..., None]) -> Callable[..., None]:
        @wraps(do)
        def within_school(*, school_id: str, **ids: str) -> None:
            with_a_connection_that_works()
            with schools(UUID(school_id)):
                do(school_id=UUID(school_id), **{key: UUID(value) for key, value in ids.items()})

        app.task(name=name, retry=_AGAIN)(within_school)
        return within_school

    return declare


def job_in_steps(name: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Declare a job that speaks to somebody outside. It opens its school itself, for one step after the other.

    No transaction stands open while it waits for an answer. It is tried again until it does not raise.
    """

    def declare(do: Callable[..., None]) -> Callable[..., None]:
        @wraps(do)
        def in_steps(*, school_id: str, **ids: str) -> None:
            with_a_connection_that_works()
            do(school_id=UUID(school_id), **{key: UUID(value) for key, value in ids.items()})

        app.task(name=name, retry=SoonThenSteadily())(in_steps)
        return in_steps

    return declare


class SoonThenSteadily(BaseRetryStrategy):
    """Again after 2, 4, 8 … seconds, and then every five minutes. When it has been long enough, the job knows."""

    longest = 300

    def get_retry_decision(self, *, exception: BaseException, job: Job) -> RetryDecision:
        """In so many seconds."""
        return RetryDecision(retry_in={"seconds": min(2 ** min(job.attempts + 1, 10), self.longest)})


@app.periodic(cron="17 3 * * *")
@app.task(name="jobs.clear_ended_sessions", queueing_lock="jobs.clear_ended_sessions")
def clear_ended_sessions(timestamp: int) -> None:
    """Sessions that ended by themselves leave nothing behind."""
    call_command("clearsessions")


@app.periodic(cron="27 3 * * *")
@app.task(name="jobs.clear_done_jobs", queueing_lock="jobs.clear_done_jobs")
def clear_done_jobs(timestamp: int) -> None:
    """Jobs that are done are kept a week, those that failed a season: else each look at the queue reads all there were."""
    with_a_connection_that_works()
    with connection.cursor() as cursor:
        for states, days in ((["succeeded", "cancelled", "aborted"], 7), (["failed"], 90)):
            cursor.execute(_CLEAR, {"states": states, "before": timezone.now() - timedelta(days=days)})


_CLEAR = """
delete from procrastinate_jobs j
where j.status::text = any(%(states)s)
  and not exists (select from procrastinate_events e where e.job_id = j.id and e.at >= %(before)s)
"""
