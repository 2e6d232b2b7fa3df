"""`heed work`: runs jobs until it is told to stop."""

import asyncio
import signal
from contextlib import suppress
from typing import Any

from django.core.management.base import BaseCommand
from procrastinate.contrib.django import app


class Command(BaseCommand):
    """One worker process."""

    help = "Run jobs until stopped (Ctrl-C or SIGTERM)."

    def handle(self, **_: Any) -> None:
        """Work on a connection of its own: the worker listens, which a pooler in transaction mode cannot."""
        asyncio.run(_work())


async def _work() -> None:
    with app.replace_connector(app.connector.get_worker_connector()) as working:  # type: ignore[attr-defined]
        async with working.open_async():
            task = asyncio.create_task(
                working.run_worker_async(
                    concurrency=2, install_signal_handlers=False, shutdown_graceful_timeout=10
                )
            )
            loop = asyncio.get_running_loop()
            for number in (signal.SIGINT, signal.SIGTERM):
                loop.add_signal_handler(number, task.cancel)
            with suppress(asyncio.CancelledError):
                await task
