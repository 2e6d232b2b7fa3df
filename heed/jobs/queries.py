"""How the worker is."""

from datetime import datetime, timedelta
from uuid import UUID

from procrastinate.contrib.django.models import ProcrastinateJob, ProcrastinateWorker

ALIVE_WITHIN = timedelta(seconds=15)


def a_worker_is_alive(*, now: datetime) -> bool:
    """Whether some worker has given a sign of life lately."""
    return ProcrastinateWorker.objects.filter(last_heartbeat__gte=now - ALIVE_WITHIN).exists()


def in_hand(task: str, key: str) -> frozenset[UUID]:
    """The ids that jobs of this name carry under a key, among those that wait or run."""
    jobs = ProcrastinateJob.objects.filter(task_name=task, status__in=["todo", "doing"])
    return frozenset(UUID(one) for one in jobs.values_list(f"args__{key}", flat=True) if one)
