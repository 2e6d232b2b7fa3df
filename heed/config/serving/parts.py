"""The programs that `heed serve` looks after, and the environment each of them gets."""

import logging
import os
import socket
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from django.conf import settings

from heed.lib.processes import CannotStart, Member, Part, Program

PARTS = ("web", "worker")

WEB_GRACE, WORKER_GRACE = 24.0, 14.0
"""Seconds to end by itself: a little more than each gives to what it has in hand."""

KEPT_FROM_PARTS = ("HEED_DATABASE_OWNER_URL", "HEED_DATABASE_BACKUP_URL", "HEED_DEMO")
"""What neither web nor worker is told: keys to more than they need."""

log = logging.getLogger("heed.serve")


def family(only: str = "") -> Iterator[Member]:
    """What is started, in this order; stopped in the opposite one, so that the database goes last."""
    if settings.EMBEDDED:
        embedded = settings.EMBEDDED
        yield Part("the database", embedded.start, embedded.is_alive, embedded.stop)
    if only != "worker":
        yield Program(
            "the web server", _gunicorn(), env=web_environment(), cwd=settings.ROOT, grace=WEB_GRACE
        )
    if only != "web":
        work: list[str | Path] = [Path(sys.executable).parent / "heed", "work"]
        yield Program("the worker", work, env=environment(pool=0), cwd=settings.ROOT, grace=WORKER_GRACE)


def refuse_taken(binds: Iterable[str]) -> None:
    """Say at once that something else listens there, instead of trying again for ever.

    Raises:
        CannotStart: with the address that is taken.
    """
    for one in binds:
        if one.startswith("unix:"):
            continue
        host, _, port = one.rpartition(":")
        host = host.strip("[]")
        with socket.socket(socket.AF_INET6 if ":" in host else socket.AF_INET) as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((host, int(port)))
            except OSError as problem:
                raise CannotStart(f"HEED_BIND: {one} cannot be listened on ({problem.strerror}).") from None


def house_speaks(words: str) -> None:
    """What the household has to say becomes a line of the log."""
    log.info(words)


def web_environment() -> dict[str, str]:
    """With a connection for each thread, unless the operator says otherwise, and a folder for the figures."""
    told = settings.ENVIRONMENT
    pool = told["HEED_POOL"] if os.environ.get("HEED_POOL") else told["HEED_WEB_THREADS"]
    return environment(pool=pool) | {"PROMETHEUS_MULTIPROC_DIR": str(_figures())}


def environment(*, pool: int, given: Mapping[str, str] | None = None) -> dict[str, str]:
    """The same home, database and key for each; starting them is left to the household."""
    rest = {name: value for name, value in (given or os.environ).items() if name not in KEPT_FROM_PARTS}
    mine: dict[str, Any] = {
        "HEED_PART": "1",
        "HEED_POOL": str(pool),
        "HEED_HOME": str(settings.HOME),
        "HEED_LOGS": settings.ENVIRONMENT["HEED_LOGS"],
        "DJANGO_SETTINGS_MODULE": "heed.config.settings",
    }
    return {**rest, **mine}


def _gunicorn() -> list[str | Path]:
    return [
        sys.executable,
        "-m",
        "gunicorn",
        "heed.config.wsgi",
        "--config",
        "python:heed.config.serving.web",
    ]


def _figures() -> Path:
    """Where the web processes count together. What an earlier service counted is not ours."""
    folder = Path(os.environ.get("PROMETHEUS_MULTIPROC_DIR") or settings.HOME / "figures")
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    for left in folder.glob("*.db"):
        left.unlink()
    return folder
