"""The database server: version, what it promises, what it writes into its own log."""

from collections.abc import Iterator
from ipaddress import ip_address

from django.conf import settings
from django.db import connection
from django.utils import timezone

from heed.config.deploy.findings import Finding, advice, good, missing, unsafe

OLDEST = 150_000
CLOCKS_APART = 2.0
"""Seconds. Jobs and marks are dated by one of the two clocks each."""

OTHERS = 12
"""Connections besides those of web processes: worker, commands, whoever looks."""

QUIET = {"log", "fatal", "panic"}

_ASKED = (
    "server_version_num",
    "server_encoding",
    "fsync",
    "full_page_writes",
    "synchronous_commit",
    "data_checksums",
    "statement_timeout",
    "log_min_messages",
    "log_statement",
    "log_min_duration_statement",
    "log_min_duration_sample",
    "log_transaction_sample_rate",
    "max_connections",
    "superuser_reserved_connections",
)


def server() -> Iterator[Finding]:
    """Each thing about the server, as the runtime role finds it."""
    with connection.cursor() as cursor:
        cursor.execute("select name, current_setting(name) from unnest(%s::text[]) as name", [list(_ASKED)])
        found: dict[str, str] = dict(cursor.fetchall())
        # Django has said UTC to this connection itself: what the role begins with is asked.
        cursor.execute("select reset_val from pg_settings where name = 'TimeZone'")
        found["timezone"] = cursor.fetchone()[0]
        cursor.execute("select extract(epoch from clock_timestamp())")
        apart = abs(float(cursor.fetchone()[0]) - timezone.now().timestamp())
    yield _version(found)
    yield _durable(found)
    yield _checksums(found)
    yield _time_limit(found)
    yield _its_log(found)
    yield _clock(found, apart)
    yield _line()
    yield _connections(found)


def _version(found: dict[str, str]) -> Finding:
    what, number = "PostgreSQL", int(found["server_version_num"])
    if number < OLDEST:
        return unsafe(what, f"Version {number // 10_000} is too old.", "Use version 15 or newer.")
    if found["server_encoding"] != "UTF8":
        return unsafe(
            what, "Its encoding is not UTF8: names would be lost.", "Make the database anew in UTF8."
        )
    return good(what, f"version {number // 10_000}, UTF8")


def _durable(found: dict[str, str]) -> Finding:
    off = [
        name
        for name in ("fsync", "full_page_writes", "synchronous_commit")
        if found[name] in {"off", "local"}
    ]
    if off:
        return unsafe(
            "Writing to disk", f"{', '.join(off)}: what was confirmed could be lost.", "Turn it on."
        )
    return good("Writing to disk", "what is confirmed is on the disk")


def _checksums(found: dict[str, str]) -> Finding:
    if found["data_checksums"] != "on":
        return advice(
            "Data checksums",
            "Off: a failing disk would not be noticed.",
            "Stop the server and run pg_checksums --enable",
        )
    return good("Data checksums", "on")


def _time_limit(found: dict[str, str]) -> Finding:
    if found["statement_timeout"] in {"0", ""}:
        return missing(
            "Time limit of a statement",
            "None: one that hangs would hold a connection for ever.",
            f"alter role {settings.RUNTIME_ROLE} set statement_timeout = '30s'",
        )
    return good("Time limit of a statement", found["statement_timeout"])


def _its_log(found: dict[str, str]) -> Finding:
    """PostgreSQL quotes the statement that failed, with the words of the entry in it."""
    what, role = "The database's own log", settings.RUNTIME_ROLE
    if found["log_min_messages"] not in QUIET:
        return unsafe(
            what,
            "It would keep statements that failed, with what was written about a child.",
            f"As a superuser: alter role {role} set log_min_messages = 'log'",
        )
    sampled = float(found["log_transaction_sample_rate"]) > 0
    timed = any(found[name] != "-1" for name in ("log_min_duration_statement", "log_min_duration_sample"))
    if found["log_statement"] != "none" or timed or sampled:
        return unsafe(
            what,
            "It would keep statements, with what was written about a child.",
            f"As a superuser: alter role {role} set log_statement = 'none'; the same with "
            "log_min_duration_statement = -1, log_min_duration_sample = -1, log_transaction_sample_rate = 0",
        )
    return good(what, "keeps no statement")


def _clock(found: dict[str, str], apart: float) -> Finding:
    if apart > CLOCKS_APART:
        return missing(
            "Clocks", "Database and this machine differ by seconds.", "Keep both by a time server (NTP)."
        )
    if found["timezone"] not in {"UTC", "Etc/UTC"}:
        do = f"alter role {settings.RUNTIME_ROLE} set timezone = 'UTC'"
        return advice("Clocks", "The role's time zone is not UTC.", do)
    return good("Clocks", "agree; UTC")


def _line() -> Finding:
    host = str(connection.settings_dict["HOST"])
    pgconn = connection.connection.pgconn
    if host.startswith("/") or _is_here(host):
        return good("Line to the database", "does not leave this machine")
    if not pgconn.ssl_in_use:
        return unsafe(
            "Line to the database", "Records would travel in the clear.", "Add ?sslmode=verify-full"
        )
    if connection.settings_dict["OPTIONS"].get("sslmode") not in {"verify-full", "verify-ca"}:
        return advice(
            "Line to the database",
            "Encrypted, and to whoever answers.",
            "Add ?sslmode=verify-full&sslrootcert=…",
        )
    return good("Line to the database", "encrypted, and known to be the right one")


def _connections(found: dict[str, str]) -> Finding:
    told = settings.ENVIRONMENT
    wanted = told["HEED_WEB_PROCESSES"] * max(told["HEED_POOL"], told["HEED_WEB_THREADS"]) + OTHERS
    most = int(found["max_connections"]) - int(found["superuser_reserved_connections"])
    if wanted > most:
        return missing(
            "Connections",
            f"Web processes could need {wanted}, the server allows {most}.",
            "Raise max_connections, or lower HEED_WEB_PROCESSES or HEED_WEB_THREADS.",
        )
    return good("Connections", f"at most {wanted} of {most}")


def _is_here(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host in {"", "localhost"}
