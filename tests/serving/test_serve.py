"""`heed serve` as a school would run it: behind a proxy, with things dying under it, and stopped in the middle."""

import os
import re
import signal
import socket
import subprocess
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from typing import Any

import psycopg
import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value

from tests.accounts.test_signing_in import EMAIL, PASSWORD
from tests.lib.waiting import runs, until
from tests.post import Manner, Post, post_office
from tests.serving.databases import HEED, ROOT
from tests.serving.service import FROM, HOST, Answer, Browser, Service

HOME = Path(os.environ.get("HEED_HOME", ROOT / ".heed" / "test")).with_name(
    f"serve{os.environ.get('PYTEST_XDIST_WORKER', '')}"
)
NAMES = ("Nia", "Frost", "Maisie", "Thornton", "oakfield", "Oakfield", "coat", EMAIL, FROM, PASSWORD)


@dataclass
class Running:
    """The service that runs, its mail server, and what the town is."""

    service: Service
    post: Post
    town: dict[str, str]

    def sql(self, question: str, *values: Any) -> list[tuple[Any, ...]]:
        with psycopg.connect(self.service.database.url("postgres")) as server:
            return server.execute(question, values).fetchall()

    def one_mail_again(self) -> None:
        """One alert is to be mailed once more, by a job like the one before."""
        with psycopg.connect(self.service.database.url("postgres")) as server:
            server.execute(
                "update alerts_alert set mail = 'due' where id = (select id from alerts_alert limit 1)"
            )
            server.execute(
                "insert into procrastinate_jobs (queue_name, task_name, args) "
                "select queue_name, task_name, args from procrastinate_jobs where task_name = 'alerts.send_mail' limit 1"
            )

    def signed_in(self) -> Browser:
        """Nia Frost, by password and code."""
        nia = Browser(self.service.port)
        nia.goes("/sign-in/")
        assert nia.sends("/sign-in/", login=EMAIL, password=PASSWORD).status == 302
        nia.goes("/sign-in/code/")
        code = format_hotp_value(hotp_value(self.town["secret"], int(time.time()) // 30))
        assert nia.sends("/sign-in/code/", code=code).status == 302
        return nia


@pytest.fixture(scope="module")
def running() -> Iterator[Running]:
    with post_office() as post:
        service = Service(HOME, post.port)
        service.wipe()
        service.home.parent.mkdir(parents=True, exist_ok=True)
        service.start("--migrate")
        try:
            yield Running(service, post, service.people("town"))
        finally:
            service.stop()


def test_it_is_well_and_says_so_to_this_machine_alone(running: Running) -> None:
    service = running.service
    assert service.get("/healthz").body == '{"database": "up", "worker": "up"}'
    figures = service.figures()
    assert figures["heed_database_up"] == 1
    assert figures["heed_web_processes"] == 2
    assert figures["heed_web_memory_largest_bytes"] < 200_000_000
    through = {"Host": HOST, "X-Forwarded-For": FROM, "X-Forwarded-Proto": "https"}
    assert service.get("/metrics", **through).status == 404


def test_she_signs_in_through_the_proxy_and_the_mark_says_where_from(running: Running) -> None:
    nia = running.signed_in()
    assert nia.goes("/").status == 200
    assert "Nia Frost" in nia.page
    assert nia.goes(f"/entries/{running.town['entry']}/").status == 200
    assert running.sql("select distinct origin from audit_mark where event = 'signed in'") == [(FROM,)]
    plain = running.service.get("/", Host=HOST)
    assert (plain.status, plain.headers["Strict-Transport-Security"]) == (302, None), "nobody said https"


def test_mail_goes_out(running: Running) -> None:
    until(lambda: running.post.taken)
    assert "https://heed.school.example/" in running.post.letters()[0].get_content()


def test_the_parts_have_no_key_to_more_than_they_need(running: Running) -> None:
    for pid in chain(*running.service.below().values()):
        said = Path(f"/proc/{pid}/environ").read_bytes().decode()
        assert "HEED_DATABASE_OWNER_URL" not in said
        assert "HEED_DEMO" not in said


def test_a_killed_web_process_and_a_killed_worker_come_back_and_counts_go_on(running: Running) -> None:
    service = running.service
    before, counted = service.below(), service.figures()
    for pid in (before["web"][0], before["worker"][0]):
        os.kill(pid, signal.SIGKILL)
    until(lambda: not runs(before["web"][0]) and not runs(before["worker"][0]))
    until(lambda: len(service.below()["web"]) == 2 and service.below()["worker"])
    until(service.is_well)
    after = service.below()
    assert after["parent"] == before["parent"]
    assert before["web"][0] not in after["web"]
    key = 'heed_requests_total{method="GET",route="health",status="2xx"}'
    assert service.figures()[key] >= counted[key]
    kept = sorted(one.name for one in (service.home / "figures").iterdir())
    assert [one for one in kept if not re.fullmatch(r"(counter|histogram)_([01]|p\d+)\.db", one)] == []


def test_a_killed_web_server_comes_back_whole(running: Running) -> None:
    [parent] = running.service.below()["parent"]
    os.kill(parent, signal.SIGKILL)
    until(lambda: running.service.below()["parent"] not in ([], [parent]))
    until(running.service.is_well)


@pytest.mark.parametrize(
    ("raw", "status"),
    [
        (b"GET /entries/%s/ HTTP/9.9\r\n\r\n", b"400"),
        (b"GET /sign-in/?next=/entries/%s/" + b"x" * 3000 + b" HTTP/1.1\r\nHost: localhost\r\n\r\n", b"414"),
        (
            b"GET /entries/%s/ HTTP/1.1\r\nHost: localhost\r\nX-Name: " + b"Maisie" * 3000 + b"\r\n\r\n",
            b"431",
        ),
        (b"Maisie Thornton %s\r\n\r\n", b"400"),
    ],
)
def test_what_is_no_request_is_turned_away(running: Running, raw: bytes, status: bytes) -> None:
    with socket.create_connection(("127.0.0.1", running.service.port), timeout=10) as line:
        line.sendall(raw % running.town["entry"].encode())
        first = line.recv(4000)
    assert first.startswith(b"HTTP/1.1 " + status), first


def test_asked_to_stop_it_answers_what_is_in_hand_finishes_its_job_and_ends_well(running: Running) -> None:
    # Given a mail that the mail server has not answered yet
    service, post = running.service, running.post
    post.manner, post.raw = Manner.WAITS, []
    post.arrived.clear()
    running.one_mail_again()
    assert post.arrived.wait(30)
    [(to, _)] = post.raw[:1]

    # and a page that waits for the database
    nia, answers = Browser(service.port), list[Answer]()
    with psycopg.connect(service.database.url("postgres")) as holds:
        holds.execute("lock table service_cache, django_session, accounts_user in access exclusive mode")
        nia.cookies["heed_session"] = "x" * 32
        asking = threading.Thread(target=lambda: answers.append(nia.goes("/sign-in/")))
        asking.start()
        until(lambda: _waiting(holds))

        # When it is asked to stop, and both go on a moment later
        service.process.terminate()
        time.sleep(1)
        assert service.process.poll() is None
        post.go.set()
        holds.rollback()
    asking.join(timeout=30)

    # Then the page came, the mail is noted as sent, and nothing of it runs any more
    assert [one.status for one in answers] == [200]
    assert service.process.wait(timeout=40) == 0
    assert not service.database.is_alive()
    service.database.start(linked=False)
    try:
        sent = running.sql(
            "select distinct mail from alerts_alert a join staff_staff s on s.id = a.staff_id where s.email = %s",
            to,
        )
    finally:
        service.database.stop()
    assert sent == [("sent",)]


def _waiting(holds: psycopg.Connection) -> bool:
    row = holds.execute("select count(*) from pg_locks where not granted").fetchone()
    return bool(row and row[0])


def test_every_line_of_all_that_was_json_and_held_nobody(running: Running) -> None:
    lines = running.service.lines()
    text = running.service.log.read_text()
    assert {one["where"] for one in lines} >= {"heed.serve", "heed.requests"}
    for name in (
        *NAMES,
        running.town["entry"],
        running.town["maisie"],
        running.town["oakfield"],
        "/entries/",
        "HTTP/9",
    ):
        assert name not in text, name
    said = [one["what"] for one in lines if one["where"] == "heed.serve"]
    assert "The worker has stopped (signal 9)." in said
    assert said[-1] == "stopped"
    requests = [one for one in lines if one["where"] == "heed.requests"]
    assert {"incidents:entry", "account_login", "mfa_authenticate"} <= {one["route"] for one in requests}
    assert {"method", "route", "status", "milliseconds", "queries", "request"} <= set(requests[0])


REFUSALS = [
    ({"HEED_DEMO": "1"}, (), "never serves the demonstration"),
    ({"HEED_HTTPS": "0"}, (), "HEED_HTTPS is off"),
    ({}, ("--only", "web"), "--only is for a database of its own"),
]


@pytest.mark.parametrize(("changed", "words", "said"), REFUSALS)
def test_it_does_not_start_what_is_unsafe(
    running: Running, changed: dict[str, str], words: tuple[str, ...], said: str
) -> None:
    done = running.service.command("serve", *words, **changed)
    assert done.returncode == 3, done.stderr
    assert said in done.stdout


def test_an_address_that_is_taken_is_named(running: Running) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        bind = f"127.0.0.1:{taken.getsockname()[1]}"
        done = running.service.command("serve", HEED_BIND=bind)
    assert done.returncode == 1, done.stdout
    assert f"HEED_BIND: {bind} cannot be listened on (Address already in use)." in done.stdout


def test_it_does_not_start_before_the_tables_are_made_and_makes_none_unasked(tmp_path: Path) -> None:
    service = Service(HOME.with_name(f"{HOME.name}-new"), 25)
    service.wipe()
    try:
        done = service.command("serve")
        assert done.returncode == 3
        assert "migrations are outstanding" in done.stdout
        assert "heed migrate" in done.stdout
        assert "not started: one thing has to be put right first." in done.stdout
        assert not service.database.is_alive()
    finally:
        service.wipe()


def test_a_fault_that_ends_it_is_one_line_without_its_words(tmp_path: Path) -> None:
    code = (
        "import os; os.environ['DJANGO_SETTINGS_MODULE'] = 'heed.config.settings'\n"
        "from heed.config.logs import catch_what_nobody_caught\n"
        "import logging, logging.config, threading\n"
        "from django.conf import settings; logging.config.dictConfig(settings.LOGGING)\n"
        "catch_what_nobody_caught()\n"
        "def fails(): raise LookupError('Maisie Thornton')\n"
        "one = threading.Thread(target=fails); one.start(); one.join()\n"
        "fails()\n"
    )
    env = {**os.environ, "HEED_HOME": str(tmp_path), "HEED_LOGS": "json"}
    argv = [HEED.with_name("python"), "-c", code]
    done = subprocess.run(argv, env=env, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert done.stdout.count('"error": "LookupError"') == 2
    assert "Maisie" not in done.stdout + done.stderr
