"""Back from a back-up: into an empty database, as the owner, all of it or nothing."""

import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import IO, cast

import psycopg
from pyrage import DecryptError, IdentityError, decrypt_io
from pyrage.x25519 import Identity

from heed.config.backups import manifest
from heed.config.backups.contents import is_empty
from heed.config.backups.manifest import BLOCK, Manifest
from heed.config.backups.streams import last_line
from heed.config.backups.tools import CannotCopy, environment_for, restorer, server_version

Migration = tuple[str, str]


def checked(file: Path, *, secret_key: str, other_key: bool, known: frozenset[Migration]) -> Manifest:
    """The manifest, once it is sure that this file can be restored by this Heed with this key.

    Raises:
        CannotCopy: with the reason; nothing has been touched.
    """
    if not file.is_file():
        raise CannotCopy(f"There is no file {file}.")
    facts = manifest.read(file)
    if manifest.sum_of(file) != facts.sha256:
        raise CannotCopy(
            f"{file} is not what was written: it was damaged or cut on the way. Take another copy."
        )
    newer = [f"{app} {name}" for app, name in facts.migrations if (app, name) not in known]
    if newer:
        raise CannotCopy(f"The back-up comes from a newer Heed ({facts.heed}). Restore with that one.")
    if facts.key != manifest.sign_of(secret_key) and not other_key:
        raise CannotCopy(
            "HEED_SECRET_KEY is not the key of this back-up: nobody's second factor could be opened. Give the key "
            "that was kept apart. If it is lost, --other-key restores all the same; everybody with a second factor "
            "then has to set it up anew."
        )
    return facts


def restore(file: Path, facts: Manifest, url: str, *, identities: Sequence[Identity]) -> None:
    """Put everything into the database at `url`, as its owner, in one transaction. Rights are not given yet.

    Raises:
        CannotCopy: with the reason; the database is as empty as it was.
    """
    if facts.sealed and not identities:
        raise CannotCopy("This back-up is sealed. Name the file with the private key: --identity FILE")
    try:
        with psycopg.connect(url) as connection:
            server = server_version(connection)
            if not is_empty(connection.cursor()):
                raise CannotCopy(
                    "The database is not empty. A restore goes into an empty one only, and mixes nothing."
                )
    except psycopg.OperationalError:
        raise CannotCopy(
            "The database does not answer, or not its owner. Look at HEED_DATABASE_OWNER_URL."
        ) from None
    if server < facts.server:
        raise CannotCopy(
            f"The back-up comes from PostgreSQL {facts.server}; this is {server}. Use the same or newer."
        )
    argv: list[str | Path] = [
        restorer(server),
        "--no-owner",
        "--no-privileges",
        "--exit-on-error",
        "--single-transaction",
    ]
    with tempfile.TemporaryFile() as said:
        process = subprocess.Popen(  # noqa: S603 - PostgreSQL's own program
            [*argv, f"--dbname={_name(url)}"],
            stdin=subprocess.PIPE,
            stdout=subprocess.DEVNULL,
            stderr=said,
            cwd="/",
            env=environment_for(url),
        )
        _pour(file, facts, process, identities)
        if process.returncode:
            raise CannotCopy(f"It could not be restored; nothing was kept. {last_line(process, said)}")


def identities_in(file: Path | None) -> list[Identity]:
    """The private keys in a file as age-keygen writes it.

    Raises:
        CannotCopy: when there is none.
    """
    if file is None:
        return []
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
        found = [Identity.from_str(line.strip()) for line in lines if line.startswith("AGE-SECRET-KEY-")]
    except (OSError, ValueError, IdentityError):
        found = []
    if not found:
        raise CannotCopy(f"{file} holds no private key of age (a line that begins with AGE-SECRET-KEY-).")
    return found


def _pour(
    file: Path, facts: Manifest, process: "subprocess.Popen[bytes]", identities: Sequence[Identity]
) -> None:
    """Everything into the program. Should that fail, the program is ended, so that nothing half-way is kept."""
    target = cast("IO[bytes]", process.stdin)
    try:
        with file.open("rb") as source:
            if facts.sealed:
                decrypt_io(source, target, list(identities))
            else:
                for block in _blocks(source):
                    target.write(block)
    except (OSError, DecryptError):
        if not _has_ended(process):
            process.kill()
            raise CannotCopy("The private key does not open this back-up, or it was changed.") from None
    finally:
        with suppress(OSError):
            target.close()
        process.wait()


def _has_ended(process: "subprocess.Popen[bytes]") -> bool:
    """Whether the program ended before us: then it says why itself."""
    try:
        process.wait(timeout=0.5)
    except subprocess.TimeoutExpired:
        return False
    return True


def _blocks(source: IO[bytes]) -> Iterator[bytes]:
    while block := source.read(BLOCK):
        yield block


def _name(url: str) -> str:
    return str(psycopg.conninfo.conninfo_to_dict(url)["dbname"])
