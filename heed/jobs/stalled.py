"""Jobs whose worker died. Nothing else in the queue finds them: each worker looks, at its start and from then on."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from uuid import UUID

from asgiref.sync import sync_to_async
from django.db import Error, close_old_connections, connection
from procrastinate.exceptions import ConnectorException
from procrastinate.jobs import Job
from procrastinate.manager import JobManager

from heed.tenancy.scope import schools

log = logging.getLogger("heed.jobs")

STALLED_AFTER = 10
"""Seconds without a heartbeat of its worker, five of them missed, after which a job counts as left."""

LOOKED_EVERY = 3
"""Seconds between two looks. A job is taken up when two of them found it left: the heartbeat of a worker that was
only held up, together with its whole computer perhaps, is there again before the second."""

Left = Callable[..., None]

_left: dict[str, Left] = {}


def left_by_its_worker(task: str) -> Callable[[Left], Left]:
    """Declare what is put right within its school when the worker of such a job has died, before it runs again."""

    def declare(do: Left) -> Left:
        _left[task] = do
        return do

    return declare


async def look(jobs: JobManager, *, pause: Callable[[float], Awaitable[None]] = asyncio.sleep) -> None:
    """Take up again what dead workers left, for as long as this worker runs."""
    before: frozenset[int] = frozenset()
    while True:
        try:
            before = await look_once(jobs, before)
        except (ConnectorException, Error):  # the worker's own business with the database ends it, or goes on
            log.warning("stalled jobs: the database does not answer")
        await pause(LOOKED_EVERY)


async def look_once(jobs: JobManager, before: frozenset[int]) -> frozenset[int]:
    """Take up the jobs found left now and `before`.

    Returns:
        The jobs found left now.
    """
    stalled = [job for job in await jobs.get_stalled_jobs(seconds_since_heartbeat=STALLED_AFTER) if job.id]
    for job in stalled:
        if job.id in before:
            await sync_to_async(put_right, thread_sensitive=False)(job)
            await jobs.retry_job(job)
            log.info("stalled jobs: %s taken up again", job.task_name)
    return frozenset(job.id for job in stalled if job.id)


def put_right(job: Job) -> None:
    """What its kind of job needs before it runs again."""
    do = _left.get(job.task_name)
    if do is None:
        return
    with_a_connection_that_works()
    ids = {key: UUID(str(value)) for key, value in job.task_kwargs.items()}
    try:
        with schools(ids["school_id"]):
            do(**ids)
    finally:
        with_a_connection_that_works()  # none is kept for the next time


def with_a_connection_that_works() -> None:
    """Let go of a connection from before the database died: in a worker, nothing else does."""
    if not connection.in_atomic_block:
        close_old_connections()
