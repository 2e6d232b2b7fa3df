"""Turns queries into SQL, after asking whether they were let in."""

from typing import Any

from django.db.backends.postgresql import compiler as postgresql
from django.db.models.sql import compiler as plain

from heed.tenancy.shut import watch


class _Watched:
    """Asks at the last moment, when every joined table is known."""

    query: Any

    def as_sql(self, *args: Any, **options: Any) -> Any:
        """The SQL, unless the query names a shut table without a mark."""
        sql = super().as_sql(*args, **options)  # type: ignore[misc]
        watch(self.query)
        return sql


_KEPT = ("select", "klass_info", "annotation_col_map", "col_count", "has_extra_select")
"""What Django's compiler finds out while it writes SQL, and asks itself for while it reads the rows."""


class SQLCompiler(_Watched, plain.SQLCompiler):
    """SELECT. One that was prepared is written once; after that only its values change."""

    def as_sql(self, *args: Any, **options: Any) -> Any:
        """The SQL, and the values."""
        bound = getattr(self.query, "bound", None)
        if bound is None:
            return super().as_sql(*args, **options)
        template = bound.template
        if template.sql is None:
            sql, params = super().as_sql(*args, **options)
            template.kept = {name: getattr(self, name) for name in _KEPT}
            template.params, template.sql = tuple(params), sql
        for name, value in template.kept.items():
            setattr(self, name, value)
        return template.sql, bound.filled()


class SQLUpdateCompiler(_Watched, plain.SQLUpdateCompiler):
    """UPDATE."""


class SQLDeleteCompiler(_Watched, plain.SQLDeleteCompiler):
    """DELETE."""


class SQLAggregateCompiler(_Watched, plain.SQLAggregateCompiler):
    """SELECT of figures over an inner SELECT."""


class SQLInsertCompiler(postgresql.SQLInsertCompiler):
    """INSERT as VALUES: Django 5.2's UNNEST form becomes COPY on Citus, which row security refuses."""

    assemble_as_sql = plain.SQLInsertCompiler.assemble_as_sql
