"""How the worker is."""

from datetime import datetime, timedelta

from procrastinate.contrib.django.models import ProcrastinateWorker

ALIVE_WITHIN = timedelta(seconds=15)


def a_worker_is_alive(*, now: datetime) -> bool:
    """Whether some worker has given a sign of life lately."""
    return ProcrastinateWorker.objects.filter(last_heartbeat__gte=now - ALIVE_WITHIN).exists()
