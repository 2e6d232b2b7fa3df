"""A database of its own for what came from a back-up."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.conf import settings
from django.db import connection
from psycopg import sql

ROOT = Path(__file__).resolve().parents[2]
HEED = Path(sys.executable).parent / "heed"
SUPERUSER = "postgres"

needs_embedded = pytest.mark.skipif(
    settings.EMBEDDED is None, reason="the embedded server has a superuser to ask"
)


def url(role: str, database: str = "") -> str:
    """The database of the tests, or another beside it, as a role."""
    return str(settings.EMBEDDED.url(role, database or connection.settings_dict["NAME"]))


@contextmanager
def empty_database(name: str) -> Iterator[str]:
    """An empty database, owned by the owner, for as long as the block lasts. Each process that tests has its own."""
    mine = f"{name}{os.environ.get('PYTEST_XDIST_WORKER', '')}"
    with psycopg.connect(url(SUPERUSER, "postgres"), autocommit=True) as server:
        called = sql.Identifier(mine)
        server.execute(sql.SQL("drop database if exists {} with (force)").format(called))
        server.execute(
            sql.SQL("create database {} owner heed_owner template template0 encoding 'UTF8'").format(called)
        )
        yield mine
        server.execute(sql.SQL("drop database {} with (force)").format(called))


def ask(database: str, question: str, *values: Any, role: str = SUPERUSER) -> list[tuple[Any, ...]]:
    """What is really there, past every wall."""
    with psycopg.connect(url(role, database)) as asked:
        return asked.execute(question, values).fetchall()


def environment(database: str, **more: str) -> dict[str, str]:
    """What an operator would set for this database, and nothing of what is set around us."""
    rest = {name: value for name, value in os.environ.items() if not name.startswith(("HEED_", "DJANGO_"))}
    mine = {
        "HEED_DATABASE_URL": url("heed_app", database),
        "HEED_DATABASE_OWNER_URL": url("heed_owner", database),
        "HEED_DATABASE_BACKUP_URL": url(SUPERUSER, database),
        "HEED_SECRET_KEY": settings.SECRET_KEY,
        "HEED_HOME": str(settings.HOME),
    }
    return {**rest, **mine, **more}


def run(
    *words: str | Path, env: dict[str, str], program: Path = HEED, **how: Any
) -> "subprocess.CompletedProcess[str]":
    """A command as an operator gives it."""
    return subprocess.run(
        [program, *words], env=env, cwd=ROOT, capture_output=True, text=True, check=False, **how
    )
