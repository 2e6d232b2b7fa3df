"""How the worker is."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.db.models import Count, F, Max, Min
from django.db.models.functions import Coalesce
from procrastinate.contrib.django.models import ProcrastinateEvent, ProcrastinateJob, ProcrastinateWorker

ALIVE_WITHIN = timedelta(seconds=15)


def a_worker_is_alive(*, now: datetime) -> bool:
    """Whether some worker has given a sign of life lately."""
    return ProcrastinateWorker.objects.filter(last_heartbeat__gte=now - ALIVE_WITHIN).exists()


def in_hand(task: str, key: str) -> frozenset[UUID]:
    """The ids that jobs of this name carry under a key, among those that wait or run."""
    jobs = ProcrastinateJob.objects.filter(task_name=task, status__in=["todo", "doing"])
    return frozenset(UUID(one) for one in jobs.values_list(f"args__{key}", flat=True) if one)


@dataclass(frozen=True, slots=True)
class Queue:
    """What stands in the queue."""

    jobs: dict[tuple[str, str], int]
    """How many of each task are waiting, being done, or have failed for good."""
    oldest_waiting: datetime | None
    """Since when the job that has waited longest could have been done."""


_STATES = {"todo": "waiting", "doing": "doing", "failed": "failed"}


def figures_of_queue(*, now: datetime) -> Queue:
    """Counts over the whole service; jobs that are to run later count as waiting, but are not yet late."""
    rows = ProcrastinateJob.objects.filter(status__in=_STATES).values_list("task_name", "status")
    jobs = {
        (task, _STATES[state]): count for task, state, count in rows.annotate(count=Count("id")).order_by()
    }
    due = ProcrastinateEvent.objects.filter(
        type__in=["deferred", "deferred_for_retry"], job__status="todo"
    ).exclude(job__scheduled_at__gt=now)
    since = due.values("job").annotate(since=Coalesce(F("job__scheduled_at"), Max("at")))
    return Queue(jobs, since.aggregate(oldest=Min("since"))["oldest"])


def last_heartbeat() -> datetime | None:
    """When some worker last gave a sign of life."""
    found: datetime | None = ProcrastinateWorker.objects.aggregate(last=Max("last_heartbeat"))["last"]
    return found


def how_many_run(task: str, key: str, value: UUID) -> int:
    """How many jobs of this name with this id run now, those of dead workers included."""
    running = ProcrastinateJob.objects.filter(task_name=task, status="doing")
    return running.filter(**{f"args__{key}": str(value)}).count()
