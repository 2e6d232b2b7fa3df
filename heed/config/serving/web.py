"""How gunicorn serves: read by gunicorn itself (`--config python:heed.config.serving.web`), as plain names."""

import os
from typing import Any

from django.conf import settings

from heed.config.serving.places import SLOT

_told = settings.ENVIRONMENT

bind = _told["HEED_BIND"]
workers = _told["HEED_WEB_PROCESSES"]
threads = _told["HEED_WEB_THREADS"]
worker_class = "gthread"
preload_app = True  # the code once for all processes; no connection is opened before they part

# A request in hand is answered, though the database may take its half minute; a process that says nothing for
# a minute is ended and replaced. Kept-alive connections outlive those of any proxy (nginx: 60 s), so that the
# proxy never writes into one that is just being closed.
graceful_timeout = 20
timeout = 60
keepalive = 75
umask = 0o007  # of a socket file: the service's user and group, which is the proxy's

# Whom a request comes from, and how, is settled in `heed.config.requests`, nowhere else.
forwarded_allow_ips = ""
secure_scheme_headers: dict[str, str] = {}
forwarder_headers = ""

limit_request_line = 2_048
limit_request_fields = 64
limit_request_field_size = 8_190

accesslog = None  # addresses of pages hold ids; `heed.requests` says what became of a request
loglevel = "warning"
logger_class = "heed.config.serving.lines.Lines"
proc_name = "heed"
worker_tmp_dir = "/dev/shm" if os.path.isdir("/dev/shm") else None  # noqa: S108, PTH112 - the heartbeat's own file
control_socket_disable = True


def pre_fork(server: Any, worker: Any) -> None:
    """Each process takes the lowest place that is free: its figures go on where the last one there ended."""
    taken = {one.place for one in server.WORKERS.values()}
    worker.place = min(set(range(len(taken) + 1)) - taken)


def post_fork(server: Any, worker: Any) -> None:
    """Said to the figures before anything is counted."""
    os.environ[SLOT] = str(worker.place)
