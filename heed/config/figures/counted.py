"""What each web process counts. Several processes share a folder, PROMETHEUS_MULTIPROC_DIR, and are added up."""

import os

from prometheus_client import CollectorRegistry, Counter, Histogram, values

from heed.config.serving.places import place

if os.environ.get("PROMETHEUS_MULTIPROC_DIR"):
    # By place and not by number of the process: else the folder would grow with every process that is replaced.
    values.ValueClass = values.MultiProcessValue(place)  # type: ignore[no-untyped-call]

REGISTRY = CollectorRegistry()

SECONDS = (0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 5.0, 10.0)

_requests = Counter("heed_requests", "Requests answered.", ("route", "method", "status"), registry=REGISTRY)
_seconds = Histogram(
    "heed_request_seconds", "How long they took.", ("route", "method"), buckets=SECONDS, registry=REGISTRY
)
_faults = Counter("heed_faults", "Requests that met a fault of ours.", registry=REGISTRY)


def note_request(route: str, method: str, status: int, seconds: float) -> None:
    """Count one answer."""
    _requests.labels(route, method, f"{status // 100}xx").inc()
    _seconds.labels(route, method).observe(seconds)


def note_fault() -> None:
    """Count one fault."""
    _faults.inc()
