"""What is asked at the moment somebody looks: database, queue, mail, memory."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from importlib.metadata import version
from os import getpid, getppid, sysconf
from pathlib import Path

from django.db import Error, connection
from prometheus_client.core import GaugeMetricFamily as Gauge

from heed.alerts.queries import figures_of_mail
from heed.audit.kinds import ServiceEvent
from heed.audit.queries import when_last
from heed.jobs.queries import figures_of_queue, last_heartbeat
from heed.schools.queries import school_ids
from heed.tenancy.scope import schools

AT_ONCE = 200
"""Schools in one transaction."""

_PAGE = sysconf("SC_PAGE_SIZE")


def asked(now: datetime) -> Iterator[Gauge]:
    """All of it. Without a database, what needs none, and that there is none."""
    yield _build()
    yield from _memory()
    try:
        found = [*_database(), *_queue(now), *_mail(now), *_back_up(now)]
    except Error:
        found = []
    yield Gauge("heed_database_up", "1 when the database answers.", value=1 if found else 0)
    yield from found


def _build() -> Gauge:
    gauge = Gauge("heed_build", "Version of Heed; always 1.", labels=["version"])
    gauge.add_metric([version("heed")], 1)
    return gauge


def _memory() -> Iterator[Gauge]:
    """Of the web processes: those that the same parent started."""
    parent = getppid()
    found = Path(f"/proc/{parent}/task/{parent}/children")
    try:
        pids = [int(one) for one in found.read_text(encoding="ascii").split()]
    except OSError:
        pids = []
    sizes = [size for pid in (pids if getpid() in pids else [getpid()]) if (size := _resident(pid))]
    yield Gauge("heed_web_processes", "Web processes.", value=len(sizes))
    yield Gauge("heed_web_memory_bytes", "Memory of all web processes.", value=sum(sizes))
    yield Gauge("heed_web_memory_largest_bytes", "Memory of the largest.", value=max(sizes, default=0))


def _resident(pid: int) -> int:
    try:
        return int(Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1]) * _PAGE
    except OSError:
        return 0


def _database() -> Iterator[Gauge]:
    with connection.cursor() as cursor:
        cursor.execute("select count(*) from pg_stat_activity where datname = current_database()")
        used = cursor.fetchone()[0]
        cursor.execute("select current_setting('max_connections')::int")
        most = cursor.fetchone()[0]
    yield Gauge("heed_database_connections", "Connections to this database.", value=used)
    yield Gauge("heed_database_connections_limit", "What the server allows at most.", value=most)


def _queue(now: datetime) -> Iterator[Gauge]:
    jobs = Gauge("heed_jobs", "Jobs that are not done, by task and state.", labels=["task", "state"])
    queue = figures_of_queue(now=now)
    for (task, state), count in queue.jobs.items():
        jobs.add_metric([task, state], count)
    yield jobs
    yield Gauge(
        "heed_jobs_oldest_waiting_seconds",
        "How long the oldest job that may run has waited.",
        value=_age(now, queue.oldest_waiting),
    )
    beat = last_heartbeat()
    if beat is not None:
        yield Gauge(
            "heed_worker_heartbeat_seconds", "Since the last sign of a worker.", value=_age(now, beat)
        )


def _mail(now: datetime) -> Iterator[Gauge]:
    """Totals over the whole service: the runtime role sees only schools that are named, so all are, in turn."""
    waiting: dict[str, int] = {}
    oldest: datetime | None = None
    ids = school_ids()
    for start in range(0, len(ids), AT_ONCE):
        with schools(*ids[start : start + AT_ONCE]):
            found = figures_of_mail()
        for state, count in found.waiting.items():
            waiting[state] = waiting.get(state, 0) + count
        oldest = min(filter(None, (oldest, found.oldest_due)), default=None)
    alerts = Gauge(
        "heed_alerts_waiting", "Alerts nobody has marked as read, by state of mail.", labels=["mail"]
    )
    for state, count in sorted(waiting.items()):
        alerts.add_metric([state], count)
    yield alerts
    yield Gauge(
        "heed_mail_oldest_due_seconds",
        "How long the oldest mail that is due has waited.",
        value=_age(now, oldest),
    )


def _back_up(now: datetime) -> Iterator[Gauge]:
    """Nothing where none was noted: whoever watches is told by its absence."""
    last = when_last(ServiceEvent.BACKED_UP, since=now - timedelta(days=60))
    if last:
        yield Gauge("heed_backup_age_seconds", "Since the last back-up by Heed.", value=_age(now, last))


def _age(now: datetime, since: datetime | None) -> float:
    return max(now - since, timedelta()).total_seconds() if since else 0.0
