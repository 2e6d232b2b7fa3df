"""Clients whose transactions take turns on the same few connections of the database never see each other's school.

Behind a pooler (make test-postgres) they really share; straight to the server each has its own connection.
"""

import socket
from concurrent.futures import ThreadPoolExecutor
from typing import Any
from uuid import UUID

from django.db import connection
from psycopg import Connection, connect, sql

from tests.cast import Town

CLIENTS = 12
TURNS = 60
ASK = "select pg_backend_pid(), current_setting('heed.schools', true), array(select distinct school_id from staff_staff)"


def client() -> Connection[Any]:
    """Somebody else's connection, as the runtime role and as Django makes its own."""
    parts = connection.get_connection_params()
    wanted = {key: parts[key] for key in ("dbname", "user", "password", "host", "port") if parts.get(key)}
    return connect(**wanted, prepare_threshold=None, autocommit=True)


def take_turns(school: UUID) -> set[int]:
    """Alternately with and without a school; returns the server's processes that answered."""
    answered = set()
    with client() as mine:
        for _ in range(TURNS):
            with mine.transaction():
                mine.execute(sql.SQL("set local heed.schools = {}").format(sql.Literal(f"{{{school}}}")))
                process, _scope, seen = mine.execute(ASK).fetchone() or ()
            assert seen == [school]
            answered.add(process)
            process, scope, seen = mine.execute(ASK).fetchone() or ()
            assert scope in (None, "", "{}")
            assert seen == []
            answered.add(process)
    return answered


def test_interleaved_transactions_of_two_schools_stay_apart(own_town: Town) -> None:
    ours = [own_town.oakfield, own_town.riverside] * (CLIENTS // 2)
    with ThreadPoolExecutor(CLIENTS) as threads:
        assert all(threads.map(take_turns, ours))


def test_nothing_of_a_killed_client_remains(own_town: Town) -> None:
    for _ in range(CLIENTS):
        killed = client()
        killed.execute("begin")
        killed.execute(f"set local heed.schools = '{{{own_town.oakfield}}}'")
        assert killed.execute(ASK).fetchone()[2] == [own_town.oakfield]  # type: ignore[index]
        with socket.socket(fileno=killed.pgconn.socket) as line:
            line.shutdown(socket.SHUT_RDWR)
            line.detach()
        killed.close()
        with client() as next_one:
            _process, scope, seen = next_one.execute(ASK).fetchone() or ()
        assert scope in (None, "", "{}")
        assert seen == []
