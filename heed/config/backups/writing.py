"""Writing a back-up: one moment of the whole database, sealed, proved, and only then named."""

import os
import subprocess
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import IO, Any, cast

import psycopg
from psycopg import Connection
from pyrage import EncryptError, encrypt_io
from pyrage.x25519 import Recipient

from heed.config.backups import manifest
from heed.config.backups.contents import LEFT_OUT, grants_of, row_counts
from heed.config.backups.manifest import BLOCK, Manifest
from heed.config.backups.streams import Counter, Summed, Twice, last_line
from heed.config.backups.tools import CannotCopy, beside, dumper, environment_for, server_version


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """What is to be backed up, and for whom."""

    url: str
    """The database, as a role that reads past every wall."""
    runtime_role: str
    recipients: Sequence[str]
    """Public keys of age; none writes it in the clear."""
    secret_key: str
    now: datetime


def back_up(order: Order, folder: Path) -> tuple[Path, Manifest]:
    """Write a back-up and its manifest into a folder; nothing is there under its name before all of it is proved.

    Raises:
        CannotCopy: with the reason; what was begun is taken away.
    """
    file = (
        folder / f"heed-{order.now.astimezone(UTC):%Y%m%dT%H%M%SZ}{'.age' if order.recipients else '.dump'}"
    )
    if not folder.is_dir():
        raise CannotCopy(f"There is no folder {folder}.")
    if manifest.beside(file).exists():
        raise CannotCopy(f"{file} is there already.")
    draft, facts = file.with_name(f".{file.name}.part"), file.with_name(f".{file.stem}.json.part")
    try:
        written = _written(order, draft)
        _private(facts).close()
        written.write(facts)
        _settle(facts)
        draft.rename(file)
        facts.rename(manifest.beside(file))
        _settle(folder)
    except (OSError, psycopg.Error) as problem:
        raise CannotCopy(_why(problem)) from None
    finally:
        for left in (draft, facts):
            with suppress(OSError):
                left.unlink()
    return file, written


def _written(order: Order, draft: Path) -> Manifest:
    """The dump into `draft`, and what was in it."""
    with psycopg.connect(order.url) as connection:
        connection.isolation_level = psycopg.IsolationLevel.REPEATABLE_READ
        connection.read_only = True
        with connection.cursor() as cursor:
            _refuse_who_sees_too_little(cursor)
            snapshot = _one(cursor, "select pg_export_snapshot()")
            rows = row_counts(cursor)
            grants = grants_of(cursor, order.runtime_role)
            cursor.execute("select app, name from django_migrations order by 1, 2")
            migrations = [list(one) for one in cursor.fetchall()]
        with _private(draft) as opened:
            summed = Summed(opened)
            found = _dump(connection, order, snapshot, summed)
        _settle(draft)
        if found != rows:
            wrong = sorted(name for name in {*found, *rows} if found.get(name) != rows.get(name))
            raise CannotCopy(
                f"The back-up does not hold all rows of: {', '.join(wrong)}. It was thrown away."
            )
        return Manifest(
            made_at=order.now.astimezone(UTC).isoformat(timespec="seconds"),
            heed=version("heed"),
            server=server_version(connection),
            sealed=bool(order.recipients),
            size=summed.size,
            sha256=summed.digest.hexdigest(),
            key=manifest.sign_of(order.secret_key),
            rows=rows,
            migrations=migrations,
            grants=grants,
        )


def _dump(connection: Connection[Any], order: Order, snapshot: str, target: Summed) -> dict[str, int]:
    """Run `pg_dump`, read along with `pg_restore`, seal, write. Returns the rows that were read along."""
    program = dumper(server_version(connection))
    argv = [program, "--format=custom", f"--snapshot={snapshot}", "--lock-wait-timeout=60000"]
    argv += [f"--exclude-table-data=public.{name}" for name in LEFT_OUT]
    environment = environment_for(order.url)
    with tempfile.TemporaryFile() as said, tempfile.TemporaryFile() as said_too:
        reading = [beside(program), "--file=-"]
        dump = _run(argv, stdin=subprocess.DEVNULL, stderr=said, env=environment)
        read = _run(reading, stdin=subprocess.PIPE, stderr=said_too, env={"LC_ALL": "C.UTF-8"})
        try:
            counter = Counter(cast("IO[bytes]", read.stdout))
            counter.start()
            twice = Twice(cast("IO[bytes]", dump.stdout), cast("IO[bytes]", read.stdin))
            _seal(twice, target, order.recipients)
            cast("IO[bytes]", read.stdin).close()
            for process, words in ((dump, said), (read, said_too)):
                if process.wait():
                    raise CannotCopy(f"The back-up could not be made. {last_line(process, words)}")
            counter.join()
        except (BrokenPipeError, EncryptError) as problem:
            if "Broken pipe" not in str(problem):
                raise CannotCopy(f"The back-up could not be written: {problem}.") from None
            raise CannotCopy(f"The back-up could not be read along. {last_line(read, said_too)}") from None
        finally:
            _end(dump, read)
    return {name: count for name, count in counter.rows.items() if name not in LEFT_OUT}


def _seal(source: Twice, target: Summed, recipients: Sequence[str]) -> None:
    if recipients:
        encrypt_io(source, target, [Recipient.from_str(one) for one in recipients])
        return
    while block := source.read(BLOCK):
        target.write(block)


def _run(argv: list[Any], **how: Any) -> "subprocess.Popen[bytes]":
    return subprocess.Popen(argv, stdout=subprocess.PIPE, cwd="/", **how)  # noqa: S603 - PostgreSQL's own programs


def _end(*processes: "subprocess.Popen[bytes]") -> None:
    for one in processes:
        if one.poll() is None:
            one.kill()
            one.wait()
        for pipe in (one.stdin, one.stdout):
            if pipe:
                with suppress(OSError):
                    pipe.close()


def _refuse_who_sees_too_little(cursor: Any) -> None:
    if not _one(cursor, "select rolsuper or rolbypassrls from pg_roles where rolname = current_user"):
        raise CannotCopy(
            "This role does not read past the walls: the back-up would be empty. HEED_DATABASE_BACKUP_URL names one "
            "that does (docs/runbooks/back-up.md says how to make it)."
        )


def _one(cursor: Any, question: str) -> Any:
    cursor.execute(question)
    return cursor.fetchone()[0]


def _private(path: Path) -> IO[bytes]:
    """A new file that only its owner reads."""
    return os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb")


def _settle(path: Path) -> None:
    """On the disk, not only on the way there."""
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _why(problem: Exception) -> str:
    if isinstance(problem, psycopg.OperationalError):
        return "The database does not answer, or not this role. Look at HEED_DATABASE_BACKUP_URL."
    if isinstance(problem, psycopg.Error):
        return f"The database refused ({type(problem).__name__}). Were the tables made yet? heed migrate makes them."
    return (
        f"The back-up could not be written: {getattr(problem, 'strerror', None) or type(problem).__name__}."
    )
