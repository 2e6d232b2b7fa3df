"""The walls as the database's own catalogue tells them: asked before serving, and again after a restore."""

from typing import Any

from django.apps import apps
from django.db.migrations.loader import MigrationLoader

from heed.tenancy.models import TenantModel
from heed.tenancy.operations import AppendOnly


def walled_tables() -> tuple[str, ...]:
    """Every table of which each row has a school."""
    models = (one for one in apps.get_models() if issubclass(one, TenantModel))
    return tuple(sorted(one._meta.db_table for one in models))


def append_only_tables() -> tuple[str, ...]:
    """Every table whose rows are written once, as the migrations say."""
    migrations = MigrationLoader(None).disk_migrations
    return tuple(
        sorted(
            apps.get_model(app, name)._meta.db_table
            for (app, _), migration in migrations.items()
            for operation in migration.operations
            if isinstance(operation, AppendOnly)
            for name in operation.model_names
        )
    )


def tables_without_a_wall(cursor: Any) -> tuple[str, ...]:
    """Those that miss the forced policy, or have another one that lets more through."""
    cursor.execute(_WALLS, {"tables": list(walled_tables())})
    return tuple(name for (name,) in cursor.fetchall())


def tables_that_can_be_changed(cursor: Any, role: str) -> tuple[str, ...]:
    """Those without their trigger, or that this role may change."""
    cursor.execute(_ONCE, {"tables": list(append_only_tables()), "role": role})
    return tuple(name for (name,) in cursor.fetchall())


_WALLS = """
select wanted.name
from unnest(%(tables)s::text[]) as wanted(name)
left join pg_class t on t.oid = to_regclass(quote_ident(wanted.name))
where t.oid is null or not t.relrowsecurity or not t.relforcerowsecurity
   or (select count(*) from pg_policy p where p.polrelid = t.oid) <> 1
   or not exists (
        select from pg_policy p
        where p.polrelid = t.oid and p.polname = wanted.name || '_school' and p.polcmd = '*'
          and pg_get_expr(p.polqual, t.oid) like '%%school_id = ANY%%heed.schools%%'
          and pg_get_expr(p.polwithcheck, t.oid) like '%%school_id = ANY%%heed.schools%%')
order by 1
"""
_ONCE = """
select wanted.name
from unnest(%(tables)s::text[]) as wanted(name)
left join pg_class t on t.oid = to_regclass(quote_ident(wanted.name))
where t.oid is null
   or has_table_privilege(%(role)s, t.oid, 'update') or has_table_privilege(%(role)s, t.oid, 'delete')
   or has_table_privilege(%(role)s, t.oid, 'truncate')
   or not exists (
        select from pg_trigger g join pg_proc f on f.oid = g.tgfoid
        where g.tgrelid = t.oid and f.proname = 'heed_append_only' and g.tgenabled in ('O', 'A'))
order by 1
"""
