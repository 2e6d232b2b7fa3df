"""The service says how it is, and nothing about anybody."""

from datetime import timedelta

import pytest
from django.db import DatabaseError, OperationalError, connection
from django.test import Client
from procrastinate.contrib.django.models import ProcrastinateWorker

from tests.cast import NOW, Town
from tests.incidents.clock import Clock


def heartbeat(seconds_ago: float) -> None:
    """The queue's own models are read-only through Django."""
    with connection.cursor() as cursor:
        cursor.execute(
            "insert into procrastinate_workers (last_heartbeat) values (%s)",
            [NOW - timedelta(seconds=seconds_ago)],
        )


@pytest.mark.parametrize(
    ("seconds_ago", "status", "worker"), [(3, 200, "up"), (14, 200, "up"), (16, 503, "down")]
)
def test_a_worker_is_up_while_its_heart_beats(
    seconds_ago: float, status: int, worker: str, db: None, clock: Clock
) -> None:
    heartbeat(seconds_ago)
    answer = Client().get("/healthz")
    assert (answer.status_code, answer.json()) == (status, {"database": "up", "worker": worker})


def test_without_a_worker_the_service_is_not_well(db: None) -> None:
    assert not ProcrastinateWorker.objects.exists()
    answer = Client().get("/healthz")
    assert (answer.status_code, answer.json()) == (503, {"database": "up", "worker": "down"})


def test_without_a_database_it_says_so_instead_of_failing(
    town: Town, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def gone() -> None:
        raise OperationalError("connection to server at 10.0.0.1 failed, password heed")

    client = Client(raise_request_exception=False)
    with monkeypatch.context() as without:
        without.setattr(connection, "ensure_connection", gone)
        answer = client.get("/healthz")
    assert (answer.status_code, answer.json()) == (503, {"database": "down", "worker": "unknown"})
    assert issubclass(OperationalError, DatabaseError)
    assert "password" not in caplog.text


def test_health_is_asked_and_never_told(db: None) -> None:
    assert Client().post("/healthz").status_code == 405
    assert Client().head("/healthz").status_code == 503
