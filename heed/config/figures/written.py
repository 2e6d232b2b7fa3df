"""The figures as text, for whoever gathers them."""

import os
from collections.abc import Iterable
from datetime import datetime

from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, generate_latest
from prometheus_client.core import Metric
from prometheus_client.multiprocess import MultiProcessCollector
from prometheus_client.registry import Collector

from heed.config.figures.asked import asked
from heed.config.figures.counted import REGISTRY

CONTENT_TYPE = CONTENT_TYPE_LATEST


class _Asked(Collector):
    def __init__(self, now: datetime) -> None:
        self.now = now

    def collect(self) -> Iterable[Metric]:
        return asked(self.now)


def written(now: datetime) -> bytes:
    """What all web processes counted, and what is asked now."""
    fresh = CollectorRegistry()
    fresh.register(_Asked(now))
    return bytes(generate_latest(_counted()) + generate_latest(fresh))


def _counted() -> CollectorRegistry:
    if not os.environ.get("PROMETHEUS_MULTIPROC_DIR"):
        return REGISTRY
    together = CollectorRegistry()
    MultiProcessCollector(together)  # type: ignore[no-untyped-call]
    return together
