"""What the tests do to an embedded database."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

from heed.lib.embedded import Embedded
from tests.lib.waiting import runs, until

IN_A_HURRY = {"fsync": "off"}
KEEPER = """
import sys, time
from pathlib import Path
from heed.lib.embedded import Embedded
print(Embedded(Path(sys.argv[1])).start(linked=sys.argv[2] == "linked"), flush=True)
time.sleep(600)
"""


def count_rows(embedded: Embedded) -> int:
    with psycopg.connect(embedded.url("heed_app")) as connection:
        row = connection.execute("select count(*) from kept").fetchone()
    assert row
    return int(row[0])


def keep_a_row(embedded: Embedded) -> None:
    embedded.bootstrap()
    with psycopg.connect(embedded.url("heed_owner")) as connection:
        connection.execute("create table kept (id int); grant select on kept to heed_app")
        connection.execute("insert into kept values (1)")


def kill(pid: int | None) -> None:
    assert pid
    os.kill(pid, signal.SIGKILL)
    until(lambda: not runs(pid))


def kill_and_wait(embedded: Embedded) -> None:
    assert embedded.pid
    os.kill(embedded.pid, signal.SIGKILL)
    until(lambda: not embedded.is_alive())


@contextmanager
def keeper(root: Path, how: str) -> Iterator["subprocess.Popen[str]"]:
    """Another process that has started the database of a folder ("linked" or "left") and stays."""
    argv = [sys.executable, "-c", KEEPER, str(root), how]
    with subprocess.Popen(argv, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        assert process.stdout.readline() == "True\n"
        yield process
        process.kill()
