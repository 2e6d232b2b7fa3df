"""The figures: for those who watch the service, straight, and about nobody."""

import os
import re
import subprocess
import sys
from ipaddress import ip_network
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from django.db import OperationalError, connection
from django.test import Client

from heed.jobs.actions import later
from heed.tenancy.scope import schools
from tests.cast import LEAD, TEACHER, Town
from tests.walls.test_addresses import without_tokens

MISSING = "/no/such/page/"


def figures(text: str) -> dict[str, float]:
    return {
        line.rsplit(" ", 1)[0]: float(line.rsplit(" ", 1)[1])
        for line in text.splitlines()
        if line and not line.startswith("#")
    }


def read() -> dict[str, float]:
    answer = Client().get("/metrics")
    assert answer.status_code == 200
    return figures(answer.content.decode())


@pytest.mark.parametrize(
    ("peer", "headers"),
    [
        ("203.0.113.9", {}),
        ("10.0.0.1", {}),
        ("", {}),
        ("127.0.0.1", {"HTTP_X_FORWARDED_FOR": "127.0.0.1"}),
        ("127.0.0.1", {"HTTP_X_FORWARDED_PROTO": "https"}),
        ("127.0.0.1", {"HTTP_X_REAL_IP": "127.0.0.1"}),
        ("127.0.0.1", {"HTTP_FORWARDED": "for=127.0.0.1"}),
        ("203.0.113.9", {"HTTP_X_FORWARDED_FOR": "127.0.0.1"}),
    ],
)
@pytest.mark.parametrize("ours", [(), (ip_network("127.0.0.1"), ip_network("203.0.113.9"))])
def test_from_anywhere_else_and_through_a_proxy_there_is_no_such_page(
    peer: str, headers: dict[str, str], ours: Any, settings: Any, town: Town
) -> None:
    settings.PROXIES = ours
    for client in (Client(), town.client(LEAD)):
        found = client.get("/metrics", REMOTE_ADDR=peer, **headers)
        missing = client.get(MISSING, REMOTE_ADDR=peer, **headers)
        assert found.status_code == missing.status_code == 404
        assert without_tokens(found.content) == without_tokens(missing.content)


@pytest.mark.parametrize("peer", ["127.0.0.1", "::1", "::ffff:127.0.0.1"])
def test_this_machine_may_read_them(peer: str, db: None) -> None:
    assert Client(REMOTE_ADDR=peer).get("/metrics").status_code == 200


def test_requests_are_counted_by_the_name_of_their_route_and_never_by_their_path(town: Town) -> None:
    item = town.entry()
    line = 'heed_requests_total{method="GET",route="incidents:entry",status="2xx"}'
    missing = 'heed_requests_total{method="GET",route="none",status="4xx"}'
    before = read()
    town.client(LEAD).get(f"/entries/{item}/")
    town.client(LEAD).get("/children/maisie/")
    town.client(LEAD).generic("MAISIE", "/")
    after = read()
    assert after[line] == before.get(line, 0) + 1
    assert after[missing] == before.get(missing, 0) + 1
    assert after['heed_request_seconds_count{method="GET",route="incidents:entry"}'] >= 1
    said = Client().get("/metrics").content.decode()
    for secret in (str(item), "maisie", "MAISIE", "Maisie", "Oakfield", str(town.oakfield)):
        assert secret not in said


def test_faults_are_counted(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise LookupError

    before = read()["heed_faults_total"]
    monkeypatch.setattr("heed.config.middleware.schools_entered", broken)
    client = town.client(LEAD)
    client.raise_request_exception = False
    assert client.get("/").status_code == 500
    assert read()["heed_faults_total"] == before + 1


def test_jobs_and_mail_are_counted_over_all_schools(town: Town) -> None:
    before = read()
    town.entry(TEACHER, "maisie")
    with schools(town.riverside):
        later("alerts.send_mail", school_id=town.riverside, item_id=uuid4())
    after = read()
    waiting = 'heed_jobs{state="waiting",task="alerts.send_mail"}'
    due = 'heed_alerts_waiting{mail="due"}'
    assert after[waiting] == before.get(waiting, 0) + 2
    assert after[due] > before.get(due, 0)
    assert after["heed_jobs_oldest_waiting_seconds"] >= 0
    assert after["heed_mail_oldest_due_seconds"] >= 0
    assert after["heed_database_up"] == 1
    assert after["heed_database_connections"] >= 1
    assert after["heed_web_memory_bytes"] > 1_000_000


def test_without_a_database_the_figures_say_so(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    def gone() -> None:
        raise OperationalError("connection to server at 10.0.0.1 failed, password heed")

    with monkeypatch.context() as without:
        without.setattr(connection, "ensure_connection", gone)
        answer = Client().get("/metrics")
    found = figures(answer.content.decode())
    assert found["heed_database_up"] == 0
    assert any(name.startswith("heed_build{") for name in found)
    assert "heed_jobs_oldest_waiting_seconds" not in found


COUNTS = """
from heed.config.figures import note_request
for _ in range(3):
    note_request("home:show", "GET", 200, 0.1)
"""
READS = """
from prometheus_client import generate_latest
from heed.config.figures.written import _counted
print(generate_latest(_counted()).decode())
"""


def test_several_processes_add_up_also_those_that_have_ended(tmp_path: Path) -> None:
    environment = {
        **os.environ,
        "PROMETHEUS_MULTIPROC_DIR": str(tmp_path),
        "DJANGO_SETTINGS_MODULE": "tests.settings",
    }
    environment["PYTHONPATH"] = str(Path(__file__).resolve().parents[2])
    setup = "import django; django.setup()\n"
    for _ in range(2):
        subprocess.run([sys.executable, "-c", setup + COUNTS], env=environment, check=True)
    done = subprocess.run(
        [sys.executable, "-c", setup + READS], env=environment, check=True, capture_output=True, text=True
    )
    found = figures(done.stdout)
    assert found['heed_requests_total{method="GET",route="home:show",status="2xx"}'] == 6
    assert found['heed_request_seconds_count{method="GET",route="home:show"}'] == 6
    assert not re.search(r"pid=", done.stdout)
