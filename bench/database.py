"""The two databases: made by COPY, kept between runs, made again when the tables or the generator change."""

import hashlib
import os
import subprocess
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import psycopg
from psycopg import sql

from bench import rows, shape
from heed.lib.embedded import Embedded

ROOT = Path(__file__).resolve().parents[1]
HOME = ROOT / ".heed" / "bench"
LARGE, SMALL = "bench_large", "bench_small"
SCHOOLS = {LARGE: shape.SCHOOLS, SMALL: shape.SMALL}

AS_SERVED = {"shared_buffers": "1GB", "effective_cache_size": "4GB", "max_wal_size": "4GB"}
"""What an operator of fifty schools sets; all else is as Heed starts its own database."""
TO_LOAD = {
    **AS_SERVED,
    "fsync": "off",
    "full_page_writes": "off",
    "synchronous_commit": "off",
    "max_wal_size": "16GB",
    "checkpoint_timeout": "30min",
    "autovacuum": "off",
    "maintenance_work_mem": "512MB",
}
HEAVY = (
    "records_item",
    "records_grant",
    "incidents_incident",
    "incidents_action",
    "incidents_followup",
    "incidents_step",
    "alerts_alert",
    "audit_mark",
    "audit_detail",
)
KEPT_FOR = timedelta(days=14)
"""Data that is older is made again: "today" and "this month" would be empty on the pages."""


def server() -> Embedded:
    """The database server of the measurements."""
    return Embedded(HOME, settings=AS_SERVED)


def environment(name: str, **more: str) -> dict[str, str]:
    """The environment of a process of the product that works on one of the two databases."""
    place = server()
    return {
        **os.environ,
        "HEED_HOME": str(HOME),
        "HEED_DATABASE_URL": place.url("heed_app", name),
        "HEED_DATABASE_OWNER_URL": place.url("heed_owner", name),
        "DJANGO_SETTINGS_MODULE": "heed.config.settings",
        **more,
    }


def superuser(name: str) -> "psycopg.Connection[Any]":
    """A connection past every wall, for making data and taking it away."""
    return psycopg.connect(server().url("postgres", name), autocommit=True)


def is_current() -> bool:
    """Whether both databases were made by this generator for these tables, not long ago."""
    try:
        said, made_at, _ = (HOME / "stamp").read_text().split()
    except (FileNotFoundError, ValueError):
        return False
    young = datetime.now(UTC) - datetime.fromisoformat(made_at) < KEPT_FOR
    return said == stamp() and young


def stamp() -> str:
    """What the data depends on."""
    files = [*(ROOT / "bench" / name for name in ("words.py", "shape.py", "rows.py", "database.py"))]
    files += sorted(ROOT.glob("heed/*/migrations/*.py"))
    return hashlib.sha256(b"".join(one.read_bytes() for one in files)).hexdigest()


def make_both(say: Any) -> float:
    """Make both databases anew; how many seconds it took."""
    began = time.monotonic()
    (HOME / "stamp").unlink(missing_ok=True)
    now = datetime.now(UTC)
    place = Embedded(HOME, settings=TO_LOAD)
    place.start()
    try:
        for name in (SMALL, LARGE):
            _make(place, name, now, say)
    finally:
        place.stop()
    took = time.monotonic() - began
    (HOME / "stamp").write_text(f"{stamp()} {now.isoformat()} {took:.0f}")
    return took


def made_in() -> int:
    """How many seconds it took to make both databases that stand."""
    return int((HOME / "stamp").read_text().split()[2])


def _make(place: Embedded, name: str, now: datetime, say: Any) -> None:
    with psycopg.connect(place.url("postgres", "postgres"), autocommit=True) as connection:
        connection.execute(sql.SQL("drop database if exists {} with (force)").format(sql.Identifier(name)))
    place.bootstrap(name)
    subprocess.run(  # noqa: S603 - the product's own command
        [Path(sys.executable).parent / "heed", "migrate", "--verbosity=0"],
        env=environment(name, HEED_PART="1"),
        check=True,
    )
    began = time.monotonic()
    with superuser(name) as connection:
        later = _without_indexes(connection)
        _reference_rows(connection, name, now)
    numbers = range(SCHOOLS[name])
    tasks = [(place.url("postgres", name), number, now) for number in numbers]
    tasks.sort(key=lambda one: -shape.sizes()[one[1]])
    with ProcessPoolExecutor(os.cpu_count()) as workers:
        entries = sum(workers.map(_copy_school, tasks))
        say(f"  {name}: {entries:,} entries copied after {time.monotonic() - began:.0f} s")
        list(workers.map(_build, [(place.url("postgres", name), one) for one in later.values()]))
    with superuser(name) as connection:
        connection.execute("vacuum (analyze)")
        connection.execute("checkpoint")
    say(f"  {name}: ready after {time.monotonic() - began:.0f} s")


def _reference_rows(connection: Any, name: str, now: datetime) -> None:
    """Schools stand before their rows; the trust is one for all."""
    trust = connection.execute(
        "insert into schools_trust (id, name) values (gen_random_uuid(), 'Bench Trust') returning id"
    ).fetchone()[0]
    for number in range(SCHOOLS[name]):
        school = rows.school_key(number, now)
        connection.execute(
            "insert into schools_school (id, name, trust_id, slug) values (%s, %s, %s, %s)",
            [school, f"School {number:02}", trust, f"school-{number:02}"],
        )


def _copy_school(task: tuple[str, int, datetime]) -> int:
    url, number, now = task
    school = rows.School(number, shape.sizes()[number], now)
    school.write_entries()
    with psycopg.connect(url) as connection:
        connection.execute("set session_replication_role = replica")  # links are good by construction
        for table, columns in rows.COLUMNS.items():
            names = sql.SQL(", ").join(map(sql.Identifier, columns.split()))
            command = sql.SQL("copy {} ({}) from stdin").format(sql.Identifier(table), names)
            lines = school.lines[table]
            with connection.cursor() as cursor, cursor.copy(command) as copy:
                for at in range(0, len(lines), 2000):
                    copy.write("\n".join(lines[at : at + 2000]) + "\n")
    return len(school.lines["incidents_incident"])


def _without_indexes(connection: Any) -> dict[str, list[str]]:
    """Drop what is quicker to build at the end; how to build it again. Keys stay: links hang on them."""
    found = connection.execute(
        "select c.relname, i.relname, pg_get_constraintdef(k.oid), k.conname, pg_get_indexdef(i.oid)"
        " from pg_index x join pg_class c on c.oid = x.indrelid join pg_class i on i.oid = x.indexrelid"
        " left join pg_constraint k on k.conindid = i.oid and k.contype in ('u', 'p') and k.conrelid = c.oid"
        " where c.relname = any(%s) and i.relname <> c.relname || '_key'",
        [list(HEAVY)],
    ).fetchall()
    again: dict[str, list[str]] = {table: [] for table in HEAVY}
    for table, index, constraint, name, definition in found:
        if constraint:
            connection.execute(f'alter table "{table}" drop constraint "{name}"')
            again[table].append(f'alter table "{table}" add constraint "{name}" {constraint}')
        else:
            connection.execute(f'drop index "{index}"')
            again[table].append(definition)
    return again


def _build(task: tuple[str, list[str]]) -> None:
    url, statements = task
    with psycopg.connect(url, autocommit=True) as connection:
        for statement in statements:
            connection.execute(statement)
