"""A back-up holds everything, shows nothing, and gives all of it back behind every wall."""

import json
import re
import resource
import stat
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import psycopg
import pytest
from django.conf import settings
from django.db import connection
from pyrage.x25519 import Identity

from heed.config.backups import manifest
from heed.config.backups.reading import checked, identities_in, restore
from heed.config.backups.tools import CannotCopy, dumper, environment_for
from heed.config.backups.writing import Order, back_up
from heed.config.serving.tables import known_migrations
from heed.tenancy.walls import tables_that_can_be_changed, tables_without_a_wall
from tests.accounts.test_signing_in import PASSWORD, Newcomer, newcomer
from tests.cast import TEACHER, Town
from tests.serving.databases import (
    ROOT,
    SUPERUSER,
    ask,
    empty_database,
    environment,
    needs_embedded,
    run,
    url,
)

pytestmark = needs_embedded

WORDS = "She would not take her wet coat off."


@dataclass
class Copy:
    """A back-up of the town, and all that is needed to bring it back."""

    town: Town
    nia: Newcomer
    entry: UUID
    file: Path
    key: Path
    recipient: str
    source: str

    @property
    def facts(self) -> manifest.Manifest:
        return manifest.read(self.file)

    def order(self, **more: object) -> Order:
        mine = Order(
            url=url(SUPERUSER),
            runtime_role="heed_app",
            recipients=[self.recipient],
            secret_key=settings.SECRET_KEY,
            now=datetime(2026, 3, 14, 2, 15, tzinfo=UTC),
        )
        return replace(mine, **more)  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def copy(town_of_the_file: Town, tmp_path_factory: pytest.TempPathFactory) -> Copy:
    """The town with an entry, a draft and somebody with a second factor, backed up by the command."""
    town, folder = town_of_the_file, tmp_path_factory.mktemp("back-ups")
    nia = newcomer(town, second_factor=True)
    entry = town.entry(TEACHER, account=WORDS)
    identity, key = Identity.generate(), folder / "key"
    key.write_text(f"# created by age-keygen\n{identity}\n")
    source = str(connection.settings_dict["NAME"])
    connection.close()
    recipient = str(identity.to_public())
    done = run("back-up", folder, env=environment(source, HEED_BACKUP_RECIPIENTS=recipient))
    assert done.returncode == 0, done.stderr
    [file] = folder.glob("*.age")
    return Copy(town, nia, entry, file, key, recipient, source)


@pytest.fixture(scope="module")
def restored(copy: Copy) -> Iterator[str]:
    """Another database, with everything from the back-up in it."""
    with empty_database("heed_restored") as name:
        done = run("restore", copy.file, "--identity", copy.key, env=environment(name))
        assert done.returncode == 0, done.stdout + done.stderr
        assert "Restored: everything as it was" in done.stdout
        assert "UNSAFE" not in done.stdout
        yield name


def test_only_its_owner_reads_it_and_its_name_tells_nothing(copy: Copy) -> None:
    for file in (copy.file, manifest.beside(copy.file)):
        assert stat.S_IMODE(file.stat().st_mode) == 0o600
        assert re.fullmatch(r"heed-\d{8}T\d{6}Z\.(age|json)", file.name)
    assert {one.suffix for one in copy.file.parent.iterdir()} == {".age", ".json", ""}, "no draft is left"


def test_nothing_of_anybody_can_be_read_in_it(copy: Copy) -> None:
    sealed, facts = copy.file.read_bytes(), manifest.beside(copy.file).read_text()
    for secret in ("Maisie", "Oakfield", "Nia", "coat", settings.SECRET_KEY, str(copy.entry)):
        assert secret.encode() not in sealed
        assert secret not in facts
    assert sealed.startswith(b"age-encryption.org/v1\n"), "the age tool opens it, without Heed"
    assert copy.facts.sha256 == manifest.sum_of(copy.file)


def test_that_it_was_made_is_noted(copy: Copy) -> None:
    assert ask(copy.source, "select event from audit_doormark") == [("backed up",)]


def test_all_rows_come_back_and_nobody_is_still_signed_in(copy: Copy, restored: str) -> None:
    rows = copy.facts.rows
    for table, count in rows.items():
        extra = 1 if table == "audit_doormark" else 0  # that it was restored
        assert ask(restored, f"select count(*) from {table}") == [(count + extra,)], table
    assert rows["records_item"] == 1
    assert ask(restored, "select account from incidents_incident") == [(WORDS,)]
    assert ask(restored, "select count(*) from django_session") == [(0,)]
    assert sorted(ask(restored, "select event from audit_doormark")) == [("restored",)]


def test_tables_keys_walls_and_rights_are_the_same(copy: Copy, restored: str) -> None:
    assert _schema(copy.source) == _schema(restored)


def _schema(database: str) -> list[str]:
    """Everything but the rows, as PostgreSQL would make it again."""
    done = run(
        "--schema-only",
        program=dumper(18),
        env=environment_for(url(SUPERUSER, database)),
    )
    assert done.returncode == 0, done.stderr
    lines = [line for line in done.stdout.splitlines() if line and not re.match(r"\\(un)?restrict|--", line)]
    assert len(lines) > 500
    # A condition that was read back is written with its casts elsewhere.
    return [re.sub(r"::(character varying|text)(\[\])?|[()]", "", line) for line in lines]


SIGNS_IN = """
import os, sys, time, django
django.setup()
from allauth.mfa.totp.internal.auth import format_hotp_value, hotp_value
from django.test import Client
password, secret, entry = sys.argv[1:]
nia = Client(REMOTE_ADDR="10.4.0.7", SERVER_NAME="localhost")
nia.post("/sign-in/", {"login": "nia@oakfield.example", "password": password})
code = format_hotp_value(hotp_value(secret, int(time.time()) // 30))
nia.post("/sign-in/code/", {"code": code})
print(nia.get("/").status_code, nia.get(f"/entries/{entry}/").status_code)
"""


def _signs_in(copy: Copy, database: str, key: str = "") -> "subprocess.CompletedProcess[str]":
    env = environment(database, DJANGO_SETTINGS_MODULE="tests.settings", PYTHONPATH=str(ROOT))
    env["HEED_SECRET_KEY"] = key or settings.SECRET_KEY
    words = ("-c", SIGNS_IN, PASSWORD, copy.nia.secret or "", str(copy.entry))
    return run(*words, env=env, program=Path(sys.executable))


def test_she_signs_in_with_the_second_factor_she_had_and_reads_the_entry(copy: Copy, restored: str) -> None:
    assert _signs_in(copy, restored).stdout == "200 200\n"


def test_with_another_key_her_second_factor_does_not_open(copy: Copy, restored: str) -> None:
    assert "InvalidToken" in _signs_in(copy, restored, key="another key " * 6).stderr


def test_without_a_school_nothing_of_it_can_be_seen(restored: str) -> None:
    assert ask(restored, "select count(*) from records_item", role="heed_app") == [(0,)]
    assert ask(restored, "select count(*) from records_item", role="heed_owner") == [(0,)]


@pytest.mark.parametrize(
    ("harm", "table"),
    [
        ("alter table records_item no force row level security", "records_item"),
        ("alter table alerts_alert disable row level security", "alerts_alert"),
        ("drop policy audit_mark_school on audit_mark", "audit_mark"),
        ("create policy more on staff_staff using (true)", "staff_staff"),
        ("alter policy pupils_pupil_school on pupils_pupil using (true)", "pupils_pupil"),
        ("alter policy pupils_pupil_school on pupils_pupil with check (true)", "pupils_pupil"),
    ],
)
def test_a_wall_that_was_weakened_is_found(restored: str, harm: str, table: str) -> None:
    with psycopg.connect(url(SUPERUSER, restored)) as server, server.cursor() as cursor:
        assert tables_without_a_wall(cursor) == ()
        cursor.execute(harm)
        assert tables_without_a_wall(cursor) == (table,)
        server.rollback()


@pytest.mark.parametrize(
    "harm",
    [
        "grant update on audit_mark to heed_app",
        "grant delete on audit_mark to public",
        "alter table audit_mark disable trigger append_only",
        "drop trigger append_only on audit_mark",
    ],
)
def test_marks_that_could_be_changed_are_found(restored: str, harm: str) -> None:
    with psycopg.connect(url(SUPERUSER, restored)) as server, server.cursor() as cursor:
        assert tables_that_can_be_changed(cursor, "heed_app") == ()
        cursor.execute(harm)
        assert tables_that_can_be_changed(cursor, "heed_app") == ("audit_mark",)
        server.rollback()


def test_a_second_restore_over_it_is_refused(copy: Copy, restored: str) -> None:
    with pytest.raises(CannotCopy, match="not empty"):
        restore(copy.file, copy.facts, url("heed_owner", restored), identities=identities_in(copy.key))


def _check(copy: Copy, file: Path, *, key: str = "", other_key: bool = False) -> None:
    known = frozenset((app, name) for app, name in copy.facts.migrations)
    checked(file, secret_key=key or settings.SECRET_KEY, other_key=other_key, known=known)


def test_another_secret_key_is_noticed_before_anything_is_touched(copy: Copy) -> None:
    _check(copy, copy.file)
    with pytest.raises(CannotCopy, match="HEED_SECRET_KEY is not the key of this back-up"):
        _check(copy, copy.file, key="another")
    _check(copy, copy.file, key="another", other_key=True)


def test_a_damaged_lone_or_newer_back_up_is_refused(copy: Copy, tmp_path: Path) -> None:
    file = tmp_path / copy.file.name
    with pytest.raises(CannotCopy, match="There is no file"):
        _check(copy, file)
    file.write_bytes(copy.file.read_bytes()[:-1])
    with pytest.raises(CannotCopy, match="is missing"):
        _check(copy, file)
    replace(copy.facts, migrations=[["incidents", "9999_later"]]).write(manifest.beside(file))
    with pytest.raises(CannotCopy, match="was damaged or cut"):
        _check(copy, file)
    file.write_bytes(copy.file.read_bytes())
    with pytest.raises(CannotCopy, match="comes from a newer Heed"):
        _check(copy, file)
    manifest.beside(file).write_text("{}")
    with pytest.raises(CannotCopy, match="was written by another Heed"):
        _check(copy, file)


def test_what_was_tampered_with_leaves_the_database_empty(copy: Copy, tmp_path: Path) -> None:
    file = tmp_path / copy.file.name
    sealed = bytearray(copy.file.read_bytes())
    sealed[-20] ^= 1
    file.write_bytes(sealed)
    facts = replace(copy.facts, sha256=manifest.sum_of(file))
    with empty_database("heed_tampered") as name:
        for identities, words in (
            (identities_in(copy.key), "does not open"),
            ([Identity.generate()], "does not open"),
            ([], "is sealed"),
        ):
            with pytest.raises(CannotCopy, match=words):
                restore(file, facts, url("heed_owner", name), identities=identities)
        assert ask(name, "select count(*) from pg_tables where schemaname = 'public'") == [(0,)]


def test_a_file_without_a_private_key_is_named(tmp_path: Path) -> None:
    (tmp_path / "key").write_text("nothing")
    with pytest.raises(CannotCopy, match="holds no private key"):
        identities_in(tmp_path / "key")


def test_a_role_that_cannot_read_past_the_walls_makes_no_back_up(copy: Copy, tmp_path: Path) -> None:
    for role in ("heed_app", "heed_owner"):
        with pytest.raises(CannotCopy, match="does not read past the walls"):
            back_up(copy.order(url=url(role, copy.source)), tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_on_a_full_disk_nothing_is_left_that_looks_like_a_back_up(copy: Copy, tmp_path: Path) -> None:
    done = run(
        "back-up",
        tmp_path,
        env=environment(copy.source, HEED_BACKUP_RECIPIENTS=copy.recipient),
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000)),
    )
    assert done.returncode == 1
    assert "The back-up could not be written" in done.stderr
    assert "File too large" in done.stderr
    assert "Traceback" not in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_nothing_is_written_in_the_clear_unless_asked_for(copy: Copy, tmp_path: Path) -> None:
    done = run("back-up", tmp_path, env=environment(copy.source))
    assert done.returncode == 1
    assert "HEED_BACKUP_RECIPIENTS is not given" in done.stderr
    assert list(tmp_path.iterdir()) == []
    file, facts = back_up(copy.order(recipients=[]), tmp_path)
    assert (file.suffix, facts.sealed) == (".dump", False)
    with pytest.raises(CannotCopy, match="is there already"):
        back_up(copy.order(recipients=[]), tmp_path)


def test_the_manifest_is_numbers_and_names_of_tables(copy: Copy) -> None:
    found = json.loads(manifest.beside(copy.file).read_text())
    assert set(found["rows"]) == set(ask_tables(copy.source))
    assert all(isinstance(count, int) for count in found["rows"].values())
    assert "UPDATE" not in found["grants"]["audit_mark"]


def ask_tables(database: str) -> list[str]:
    rows = ask(database, "select tablename from pg_tables where schemaname = 'public'")
    return [name for (name,) in rows if name not in {"django_session", "service_cache"}]


def test_this_heed_knows_all_migrations_of_the_back_up(copy: Copy, db: None) -> None:
    assert {(app, name) for app, name in copy.facts.migrations} <= known_migrations()
