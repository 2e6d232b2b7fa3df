"""The schools that this transaction may touch. The only place that names them to the database."""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any
from uuid import UUID

from django.db import connection, transaction

_in_scope: ContextVar[tuple[UUID, ...] | None] = ContextVar("heed_schools", default=None)


class NoSchool(Exception):  # noqa: N818 - read as a sentence
    """A table with a school was asked for outside `schools(...)`; the answer would have been silently empty."""


def in_scope() -> tuple[UUID, ...] | None:
    """The schools of the running scope, or None outside any."""
    return _in_scope.get()


@contextmanager
def standing_in(ids: tuple[Any, ...]) -> Iterator[None]:
    """Build queries for schools that are named later. Says nothing to the database; see `prepared`."""
    token = _in_scope.set(ids)
    try:
        yield
    finally:
        _in_scope.reset(token)


@contextmanager
def schools(*ids: UUID) -> Iterator[None]:
    """One transaction in which the code and the database both see these schools only.

    Inside another scope it narrows or changes the schools and puts the outer ones back at its end.
    """
    before = _in_scope.get()
    inside = connection.in_atomic_block
    with transaction.atomic():
        _tell_database(ids)
        token = _in_scope.set(ids)
        try:
            yield
        finally:
            _in_scope.reset(token)
        # A savepoint that is kept also keeps its settings; one that is undone takes them with it.
        if inside and not connection.needs_rollback:
            _tell_database(before or ())


def _tell_database(ids: tuple[UUID, ...]) -> None:
    """SET LOCAL, not set_config(): only the statement reaches the shards, and it ends with the transaction."""
    literal = ",".join(str(UUID(str(school))) for school in ids)
    with connection.cursor() as cursor:
        cursor.execute(f"SET LOCAL heed.schools = '{{{literal}}}'")
