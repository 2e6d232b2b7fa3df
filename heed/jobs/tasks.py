"""Making jobs, and those of the service itself."""

from collections.abc import Callable
from functools import wraps
from typing import Any
from uuid import UUID

from django.core.management import call_command
from procrastinate import RetryStrategy
from procrastinate.contrib.django import app

from heed.tenancy.scope import schools

STALLED_AFTER = 30
"""Seconds without a heartbeat of its worker after which a job is taken up again."""

_AGAIN = RetryStrategy(max_attempts=12, exponential_wait=3)


def job(name: str) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Declare a job. It runs within its school, takes ids, and must be safe to run twice."""

    def declare(do: Callable[..., None]) -> Callable[..., None]:
        @wraps(do)
        def within_school(*, school_id: str, **ids: str) -> None:
            with schools(UUID(school_id)):
                do(school_id=UUID(school_id), **{key: UUID(value) for key, value in ids.items()})

        app.task(name=name, retry=_AGAIN)(within_school)
        return within_school

    return declare


@app.periodic(cron="* * * * *")
@app.task(name="jobs.take_up_stalled", queueing_lock="jobs.take_up_stalled", pass_context=True)
async def take_up_stalled(context: Any, timestamp: int) -> None:
    """Run again what a worker had in hand when it died: nothing else in the queue does."""
    manager = context.app.job_manager
    for stalled in await manager.get_stalled_jobs(seconds_since_heartbeat=STALLED_AFTER):
        await manager.retry_job(stalled)


@app.periodic(cron="17 3 * * *")
@app.task(name="jobs.clear_ended_sessions", queueing_lock="jobs.clear_ended_sessions")
def clear_ended_sessions(timestamp: int) -> None:
    """Sessions that ended by themselves leave nothing behind."""
    call_command("clearsessions")
