"""Shut tables: a query that has not said who is looking is refused before it becomes SQL.

The check sits in the compiler of our database backend, so it sees every way in: a plain list, a count, an
update, a join from another table, `select_related`, `Exists` and `Subquery`, a forward link and the base
manager. What it cannot see is SQL written by hand; for that there is row-level security, and a wall test that
looks for hand-written SQL.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache
from typing import Any, Self

from django.apps import apps
from django.db import models
from django.db.models.sql import Query

from heed.tenancy.scope import NoSchool, in_scope

_opened_for: ContextVar[str] = ContextVar("heed_opened_for", default="")


class Shut(Exception):  # noqa: N818 - read as a sentence
    """A guarded table was asked for without `seen_by(viewer)` or a named reason."""


class ShutQuerySet(models.QuerySet[Any]):
    """Rows that stay shut until a doorway opens them. Where `opened` may be called is a list in a wall test."""

    def opened(self, by: str) -> Self:
        """The same rows, marked as having passed the doorway named `by`."""
        clone: Self = self._chain()  # type: ignore[attr-defined]  # private, and the only way
        clone.query.opened_by = by  # type: ignore[attr-defined]  # travels with every clone of the query
        return clone

    def __or__(self, other: object) -> Self:
        """Refused: `seen | everything` would carry the mark over rows that never passed."""
        raise Shut("Guarded rows cannot be joined with |. Put the alternatives into one Q.")

    __xor__ = __or__
    __ror__ = __or__


@contextmanager
def opened_for(why: str) -> Iterator[None]:
    """Let a data migration read shut tables, for a reason in words: it runs before anybody can look."""
    token = _opened_for.set(why)
    try:
        yield
    finally:
        _opened_for.reset(token)


@lru_cache(maxsize=1)
def _tables() -> tuple[frozenset[str], frozenset[str]]:
    """Names of the tables with a school, and of the shut ones among them."""
    found = [model for model in apps.get_models() if getattr(model, "under_the_wall", False)]
    shut = [model for model in found if getattr(model, "shut", False)]
    return frozenset(m._meta.db_table for m in found), frozenset(m._meta.db_table for m in shut)


def watch(query: Query) -> None:
    """Refuse a compiled query that names a table it was not let into.

    Raises:
        NoSchool: when a table with a school is read outside a scope.
        Shut: when a guarded table is read without a doorway's mark.
    """
    walled, shut = _tables()
    named = {table.table_name for table in query.alias_map.values() if getattr(table, "table_name", None)}
    if in_scope() is None and named & walled:
        raise NoSchool(f"{_said(named & walled)} was asked for outside schools(...).")
    if named & shut and not getattr(query, "opened_by", "") and not _opened_for.get():
        raise Shut(f"{_said(named & shut)} was asked for without seen_by(viewer).")


def _said(tables: set[str] | frozenset[str]) -> str:
    return ", ".join(sorted(tables))
