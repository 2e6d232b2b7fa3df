"""What keeps a service from being fit for a school is found, said, and never with a secret in it."""

import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.db import OperationalError, connection
from django.db.migrations.recorder import MigrationRecorder
from psycopg import sql
from pyrage.x25519 import Identity

from heed.accounts.models import User
from heed.audit.actions import record_of_the_service
from heed.audit.kinds import ServiceEvent
from heed.config.deploy import checks, here, mail, role
from heed.config.deploy.findings import Finding, Standing, ready
from heed.config.deploy.server import (
    _checksums,
    _clock,
    _connections,
    _durable,
    _its_log,
    _time_limit,
    _version,
)
from heed.config.deploy.told import said
from heed.config.environment import read
from heed.config.serving.tables import tables
from tests.post import Manner, post_office
from tests.serving.databases import SUPERUSER, environment, needs_embedded, run, url

KEY = "Zk3vR8pQ1xW6tY0uB5nM2cL9dF4gH7jKaSeDfGhJkLqWeRtYuIoPzXcV"
GOOD = {
    "HEED_SECRET_KEY": KEY,
    "HEED_HOSTS": "heed.school.example",
    "HEED_HTTPS": "1",
    "HEED_ADDRESS": "https://heed.school.example",
    "HEED_PROXIES": "127.0.0.1",
    "HEED_MAIL_URL": "smtp+tls://heed:a-password-of-mail@mail.school.example",
    "HEED_MAIL_FROM": "Heed <heed@school.example>",
    "HEED_BACKUP_RECIPIENTS": str(Identity.generate().to_public()),
}
OWNER = "postgresql://heed_owner:owner-password@db.example/heed"


def found(**changed: str) -> dict[str, Finding]:
    """By what was looked at."""
    given = GOOD | changed
    return {one.what: one for one in said(read(given), given)}


def test_good_settings_are_good() -> None:
    assert {one.standing for one in found().values()} == {Standing.GOOD}


@pytest.mark.parametrize(
    ("changed", "what", "standing"),
    [
        ({"HEED_DEMO": "1"}, "Demonstration", Standing.UNSAFE),
        ({"HEED_SECRET_KEY": ""}, "Secret key", Standing.MISSING),
        ({"HEED_SECRET_KEY": "short"}, "Secret key", Standing.UNSAFE),
        ({"HEED_SECRET_KEY": "secret" * 20}, "Secret key", Standing.UNSAFE),
        ({"HEED_HOSTS": ""}, "Host names", Standing.MISSING),
        ({"HEED_HOSTS": "heed.school.example,*"}, "Host names", Standing.UNSAFE),
        ({"HEED_HOSTS": ".school.example"}, "Host names", Standing.ADVICE),
        ({"HEED_HTTPS": "0"}, "https", Standing.UNSAFE),
        ({"HEED_ADDRESS": ""}, "Address", Standing.MISSING),
        ({"HEED_ADDRESS": "http://heed.school.example"}, "Address", Standing.UNSAFE),
        ({"HEED_ADDRESS": "https://other.example"}, "Address", Standing.MISSING),
        ({"HEED_PROXIES": ""}, "Proxies", Standing.MISSING),
        ({"HEED_PROXIES": "", "HEED_BIND": "unix:/run/heed/web.sock"}, "Proxies", Standing.MISSING),
        ({"HEED_PROXIES": "", "HEED_BIND": "0.0.0.0:8000"}, "Proxies", Standing.UNSAFE),
        ({"HEED_PROXIES": "", "HEED_BIND": "127.0.0.1:1,[::]:80"}, "Proxies", Standing.UNSAFE),
        ({"HEED_PROXIES": "0.0.0.0/0"}, "Proxies", Standing.UNSAFE),
        ({"HEED_METRICS_FROM": "::/0"}, "Who may read /metrics", Standing.UNSAFE),
        ({"HEED_MAIL_URL": ""}, "Mail server", Standing.MISSING),
        ({"HEED_MAIL_URL": "smtp://mail.example"}, "Mail server", Standing.ADVICE),
        ({"HEED_MAIL_URL": "smtp://heed:word@mail.example"}, "Mail server", Standing.UNSAFE),
        ({"HEED_MAIL_URL": "smtp://heed:word@127.0.0.1"}, "Mail server", Standing.GOOD),
        ({"HEED_MAIL_FROM": "Heed"}, "Sender of mail", Standing.MISSING),
        ({"HEED_DATABASE_OWNER_URL": OWNER}, "Other roles", Standing.UNSAFE),
        ({"HEED_DATABASE_BACKUP_URL": OWNER}, "Other roles", Standing.UNSAFE),
        ({"HEED_BACKUP_RECIPIENTS": ""}, "Sealing of back-ups", Standing.ADVICE),
        ({"HEED_IDLE_MINUTES": "600"}, "Idle sessions", Standing.ADVICE),
    ],
)
def test_each_setting_that_is_not_good_is_found_and_no_other(
    changed: dict[str, str], what: str, standing: Standing
) -> None:
    one = found(**changed)
    assert one[what].standing is standing
    assert standing is Standing.GOOD or one[what].do, "it says what to do"
    assert {other.standing for name, other in one.items() if name != what} <= {Standing.GOOD}


SERVER = {
    "server_version_num": "150004",
    "server_encoding": "UTF8",
    "fsync": "on",
    "full_page_writes": "on",
    "synchronous_commit": "on",
    "data_checksums": "on",
    "statement_timeout": "30s",
    "timezone": "UTC",
    "log_min_messages": "log",
    "log_statement": "none",
    "log_min_duration_statement": "-1",
    "log_min_duration_sample": "-1",
    "log_transaction_sample_rate": "0",
    "max_connections": "200",
    "superuser_reserved_connections": "3",
}


@pytest.mark.parametrize(
    ("judge", "changed", "standing"),
    [
        (_version, {}, Standing.GOOD),
        (_version, {"server_version_num": "140011"}, Standing.UNSAFE),
        (_version, {"server_encoding": "LATIN1"}, Standing.UNSAFE),
        (_durable, {}, Standing.GOOD),
        (_durable, {"fsync": "off"}, Standing.UNSAFE),
        (_durable, {"full_page_writes": "off"}, Standing.UNSAFE),
        (_durable, {"synchronous_commit": "off"}, Standing.UNSAFE),
        (_checksums, {"data_checksums": "off"}, Standing.ADVICE),
        (_time_limit, {"statement_timeout": "0"}, Standing.MISSING),
        (_its_log, {}, Standing.GOOD),
        (_its_log, {"log_min_messages": "warning"}, Standing.UNSAFE),
        (_its_log, {"log_statement": "ddl"}, Standing.UNSAFE),
        (_its_log, {"log_min_duration_statement": "250ms"}, Standing.UNSAFE),
        (_its_log, {"log_min_duration_sample": "0"}, Standing.UNSAFE),
        (_its_log, {"log_transaction_sample_rate": "0.01"}, Standing.UNSAFE),
        (_connections, {}, Standing.GOOD),
        (_connections, {"max_connections": "20"}, Standing.MISSING),
        (lambda facts: _clock(facts, 0.1), {}, Standing.GOOD),
        (lambda facts: _clock(facts, 9.0), {}, Standing.MISSING),
        (lambda facts: _clock(facts, 0.1), {"timezone": "Europe/London"}, Standing.ADVICE),
    ],
)
def test_a_server_that_promises_too_little_or_writes_too_much_is_found(
    judge: Any, changed: dict[str, str], standing: Standing
) -> None:
    assert judge(SERVER | changed).standing is standing


@pytest.fixture
def somebody() -> Iterator[tuple[str, psycopg.Connection]]:
    """A role of its own, as harmless as the runtime role, and the superuser who can change that."""
    name = f"heed_somebody_{os.environ.get('PYTEST_XDIST_WORKER', '')}"
    with psycopg.connect(url(SUPERUSER)) as server:
        server.execute(sql.SQL("create role {} login").format(sql.Identifier(name)))
        yield name, server
        server.rollback()


@needs_embedded
@pytest.mark.parametrize(
    ("harm", "words"),
    [
        ("", ""),
        ("alter role {} superuser", "is a superuser"),
        ("alter role {} bypassrls", "passes every wall"),
        ("alter role {} createrole", "may make roles"),
        ("create table taken (id int); alter table taken owner to {}", "owns 1 tables"),
        ("grant create on schema public to {}", "may make tables"),
        ("grant heed_owner to {}", "is a member of heed_owner"),
        ("grant pg_read_all_data to {}", "is a member of pg_read_all_data"),
    ],
)
def test_a_runtime_role_that_may_too_much_is_found(
    db: None, somebody: tuple[str, psycopg.Connection], harm: str, words: str
) -> None:
    name, server = somebody
    with server.cursor() as cursor:
        for one in filter(None, harm.split("; ")):
            cursor.execute(sql.SQL(one).format(sql.Identifier(name)))  # type: ignore[arg-type]
        cursor.execute(sql.SQL("set local session authorization {}").format(sql.Identifier(name)))
        said_of_it = [one.words for one in role.faults(cursor, name)]
    assert any(words in one for one in said_of_it) if words else said_of_it == []


def of_the_database() -> dict[str, Finding]:
    return {one.what: one for one in checks._database()}


def test_the_database_of_the_tests_is_good(db: None) -> None:
    found = of_the_database()
    for what in ("Runtime role", "Tables", "School wall", "Written once", "The database's own log"):
        assert found[what].standing is Standing.GOOD, found[what]


def test_accounts_of_the_demonstration_are_found(db: None) -> None:
    User.objects.create(email="sample@oakfield.example", name="Sam Ample", demo=True)
    assert of_the_database()["Accounts of the demonstration"].standing is Standing.UNSAFE


def test_outstanding_migrations_and_a_newer_database_are_found(db: None) -> None:
    assert tables().fit
    done = MigrationRecorder.Migration.objects.get(app="incidents", name="0003_drafts")
    done.delete()
    one = of_the_database()["Tables"]
    assert (one.standing, one.refuses) == (Standing.MISSING, True)
    assert "1 migrations are outstanding (incidents 0003_drafts)" in one.words
    assert "heed migrate" in one.do
    MigrationRecorder.Migration.objects.create(app="incidents", name="0003_drafts")
    MigrationRecorder.Migration.objects.create(app="incidents", name="9999_later")
    one = of_the_database()["Tables"]
    assert one.refuses
    assert "newer than this Heed (incidents 9999_later)" in one.words


def test_the_last_back_up_is_told_by_its_age(db: None, clock: Any) -> None:
    assert of_the_database()["Back-up"].standing is Standing.ADVICE
    record_of_the_service(ServiceEvent.BACKED_UP, at=clock.now)
    assert of_the_database()["Back-up"].standing is Standing.GOOD
    clock.now = clock.now.replace(day=clock.now.day + 2)
    assert of_the_database()["Back-up"].standing is Standing.MISSING


def test_without_a_database_that_is_said(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    def gone() -> None:
        raise OperationalError("password owner-password refused at 10.0.0.1")

    with monkeypatch.context() as without:
        without.setattr(connection, "cursor", gone)
        [one] = checks._database()
    assert one.refuses
    assert "10.0.0.1" not in one.words


def test_this_machine_is_looked_at(tmp_path: Path, settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.HOME, settings.STATIC_ROOT = tmp_path / "home", tmp_path
    settings.HOME.mkdir(mode=0o700)
    (tmp_path / "staticfiles.json").touch()
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    assert ready(here.here())
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    (tmp_path / "staticfiles.json").unlink()
    key = settings.HOME / "secret-key"
    key.touch(mode=0o644)
    found = {one.what: one for one in here.here()}
    assert found["User"].standing is Standing.MISSING
    assert found["Page files"].refuses
    assert found["HEED_HOME"].standing is Standing.UNSAFE
    key.unlink()
    settings.HOME.chmod(0o777)
    assert {one.what: one for one in here.here()}["HEED_HOME"].standing is Standing.UNSAFE


def test_the_mail_server_is_asked_without_sending_anything(
    settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mail, "PATIENCE", 0.5)
    assert mail.answers() is None
    with post_office() as post:
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", post.port
        post.manner = Manner.NEVER
        one = mail.answers()
        assert one
        assert (one.standing, post.calls, post.raw) == (Standing.GOOD, 1, [])
    one = mail.answers()
    assert one
    assert (one.standing, one.words) == (Standing.MISSING, "It does not (ConnectionRefusedError).")


@needs_embedded
def test_the_command_says_all_of_it_and_no_secret(db: None) -> None:
    env = environment(connection.settings_dict["NAME"], **GOOD | {"HEED_DATABASE_OWNER_URL": OWNER})
    words, as_json = (
        run("check-deploy", "--offline", env=env),
        run("check-deploy", "--offline", "--json", env=env),
    )
    assert (words.returncode, as_json.returncode) == (1, 1), words.stderr
    assert "UNSAFE   Other roles: HEED_DATABASE_OWNER_URL" in words.stdout
    assert "good     School wall: forced on" in words.stdout
    found = json.loads(as_json.stdout)
    assert found["ready"] is False
    assert {"what": "Demonstration", "standing": "good", "words": "off", "do": "", "stops": False} in found[
        "findings"
    ]
    for secret in (KEY, "a-password-of-mail", "owner-password"):
        assert secret not in words.stdout + words.stderr + as_json.stdout + as_json.stderr


def test_when_nothing_is_missing_it_is_ready() -> None:
    lines = [Finding("a", Standing.GOOD, ""), Finding("b", Standing.ADVICE, "")]
    assert ready(lines)
    assert not ready([*lines, Finding("c", Standing.MISSING, "")])
    assert not ready([*lines, Finding("d", Standing.UNSAFE, "")])
