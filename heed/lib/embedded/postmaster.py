"""What the files of a data directory say about the server that runs it, checked against what really runs.

PostgreSQL itself takes any process with the number in `postmaster.pid` for a living server, also one that
nobody has collected yet (in a container whose first process does not) and one given that number since.
"""

import os
import signal
import time
from dataclasses import dataclass
from pathlib import Path

GLANCE = 0.02
STATUS_LINE = 7
FORCEFULLY = ((signal.SIGINT, 20.0), (signal.SIGQUIT, 5.0), (signal.SIGKILL, 5.0))
"""How a server is ended: politely, then at once, then by the kernel; and the seconds each gets."""


@dataclass(frozen=True, slots=True)
class Postmaster:
    """A living server."""

    pid: int
    status: str
    """Its own word: "starting", "ready", "stopping"; "" before the first."""


def living(data: Path) -> Postmaster | None:
    """The server that runs this data directory now, if one does."""
    try:
        lines = (data / "postmaster.pid").read_text(encoding="utf-8", errors="replace").splitlines()
        pid = int(lines[0])
    except (FileNotFoundError, NotADirectoryError, IndexError, ValueError):
        return None
    if not runs(pid, data):
        return None
    return Postmaster(pid=pid, status=lines[STATUS_LINE].strip() if len(lines) > STATUS_LINE else "")


def runs(pid: int, data: Path) -> bool:
    """Whether this process is a server of this data directory. One that is dead has no command line."""
    try:
        said = Path(f"/proc/{pid}/cmdline").read_bytes().split(b"\0")
    except (FileNotFoundError, ProcessLookupError):
        return False
    return os.fsencode(data) in said


def clear_stale(data: Path, sockets: Path) -> None:
    """Remove the marks of a server that is gone. Only while holding the supervisor's lock.

    Its shared memory is left for PostgreSQL to judge, which refuses while sessions of a killed server last.
    """
    for mark in (data / "postmaster.pid", *sockets.glob(".s.PGSQL.*")):
        mark.unlink(missing_ok=True)


def end(data: Path) -> None:
    """End the server of this data directory, however long that takes up to half a minute.

    Raises:
        TimeoutError: when even the kernel could not end it.
    """
    for how, seconds in FORCEFULLY:
        server = living(data)
        if server is None:
            return
        try:
            os.kill(server.pid, how)
        except ProcessLookupError:
            return
        deadline = time.monotonic() + seconds
        while runs(server.pid, data) and time.monotonic() < deadline:
            time.sleep(GLANCE)
    if living(data):
        raise TimeoutError("The database did not stop. Restart the computer.")
