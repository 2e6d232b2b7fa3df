"""PostgreSQL's own programs for dumping and restoring, of a version that fits the server."""

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

from psycopg import Connection, pq
from psycopg.conninfo import conninfo_to_dict

from heed.lib.embedded.programs import PROGRAMS, installed

DEBIAN = Path("/usr/lib/postgresql")
SAYS_MORE_SINCE = 17
"""From this version on `pg_restore` says settings that older servers do not know."""


class CannotCopy(Exception):  # noqa: N818 - read as a sentence
    """A back-up or a restore cannot be done, or was not; the message says why and what to do."""


def dumper(server: int) -> Path:
    """`pg_dump`: never older than the server.

    Raises:
        CannotCopy: with the package to install.
    """
    fit = [(major, path) for major, path in _found("pg_dump", server) if major >= server]
    return _first(fit, server)


def restorer(server: int) -> Path:
    """`pg_restore`: the server's own version, or a newer one where the server understands it.

    Raises:
        CannotCopy: with the package to install.
    """
    fit = [
        (major, path)
        for major, path in _found("pg_restore", server)
        if major == server or (major > server >= SAYS_MORE_SINCE)
    ]
    return _first(fit, server)


def beside(dumper: Path) -> Path:
    """The `pg_restore` that was installed with a `pg_dump`: it reads what that wrote."""
    return dumper.with_name("pg_restore")


def version_of(program: Path) -> int:
    """Its major version; 0 when it does not run."""
    try:
        done = subprocess.run([program, "--version"], capture_output=True, text=True, check=False)  # noqa: S603 - ours
    except OSError:
        return 0
    found = re.search(r"\) (\d+)", done.stdout)
    return int(found[1]) if found else 0


def server_version(connection: Connection) -> int:
    """The server's major version."""
    return connection.info.server_version // 10_000


def environment_for(url: str) -> dict[str, str]:
    """What tells those programs where to go. Not as arguments: every user of a machine can read those."""
    parts = {key: str(value) for key, value in conninfo_to_dict(url).items() if value is not None}
    names = {
        option.keyword.decode(): option.envvar.decode()
        for option in pq.Conninfo.get_defaults()
        if option.envvar
    }
    ours = {names[key]: value for key, value in parts.items() if key in names}
    return {
        "PATH": os.environ.get("PATH", ""),
        "HOME": os.environ.get("HOME", "/"),
        "LC_ALL": "C.UTF-8",
        **ours,
    }


def _found(name: str, server: int) -> Iterator[tuple[int, Path]]:
    on_path = shutil.which(name)
    try:
        brought = installed() / PROGRAMS / name
    except Exception:  # noqa: BLE001 - not installed: one place fewer to look
        brought = None
    for path in (DEBIAN / str(server) / "bin" / name, Path(on_path) if on_path else None, brought):
        if path is not None and path.exists() and (major := version_of(path)):
            yield major, path


def _first(fit: list[tuple[int, Path]], server: int) -> Path:
    if not fit:
        raise CannotCopy(
            f"PostgreSQL's own programs of version {server} are needed. Install the package postgresql-client-{server}."
        )
    return min(fit)[1]
