"""`heed work`: runs jobs until it is told to stop."""

import asyncio
import logging
import signal
import sys
from contextlib import suppress
from typing import Any

from django.core.management.base import BaseCommand
from procrastinate.contrib.django import app
from procrastinate.exceptions import ConnectorException
from psycopg import OperationalError

from heed.jobs.stalled import look

LOOKED_FOR_WORK_EVERY = 2
"""Seconds. New jobs are told of at once; this is for those that are tried again."""

log = logging.getLogger("heed.jobs")


class Command(BaseCommand):
    """One worker process."""

    help = "Run jobs until stopped (Ctrl-C or SIGTERM)."

    def handle(self, **_: Any) -> None:
        """Work on a connection of its own: the worker listens, which a pooler in transaction mode cannot."""
        try:
            asyncio.run(_work())
        except (ConnectorException, OperationalError):
            log.error("the database does not answer: the worker ends")  # noqa: TRY400 - nothing else to say
            sys.exit(1)


async def _work() -> None:
    with app.replace_connector(app.connector.get_worker_connector()) as working:  # type: ignore[attr-defined]
        async with working.open_async():
            task = asyncio.create_task(
                working.run_worker_async(
                    concurrency=2,
                    fetch_job_polling_interval=LOOKED_FOR_WORK_EVERY,
                    install_signal_handlers=False,
                    shutdown_graceful_timeout=10,
                )
            )
            looking = asyncio.create_task(look(working.job_manager))
            loop = asyncio.get_running_loop()
            for number in (signal.SIGINT, signal.SIGTERM):
                loop.add_signal_handler(number, task.cancel)
            try:
                await asyncio.wait({task, looking}, return_when=asyncio.FIRST_COMPLETED)
            finally:
                looking.cancel()
                task.cancel()
            with suppress(asyncio.CancelledError):
                await task
            with suppress(asyncio.CancelledError):
                await looking
