"""What a database holds, asked over any connection: rows, rights, sequences, and whether it holds anything."""

from typing import Any

from psycopg import sql

RIGHTS = ("SELECT", "INSERT", "UPDATE", "DELETE")
"""What the runtime role can have on a table; on a sequence USAGE and SELECT."""
SEQUENCE_RIGHTS = ("USAGE", "SELECT")

LEFT_OUT = ("django_session", "service_cache")
"""Not backed up: who is signed in, and counts of failed sign-ins. After a restore everybody signs in anew."""


def is_empty(cursor: Any) -> bool:
    """Whether there is nothing in the database that a restore could mix with."""
    cursor.execute(_THINGS)
    return bool(cursor.fetchone()[0] == 0)


def row_counts(cursor: Any) -> dict[str, int]:
    """How many rows each table has, apart from what is left out of back-ups."""
    cursor.execute("select tablename from pg_tables where schemaname = 'public' order by 1")
    names = [name for (name,) in cursor.fetchall() if name not in LEFT_OUT]
    counts = {}
    for name in names:
        cursor.execute(sql.SQL("select count(*) from public.{}").format(sql.Identifier(name)))
        counts[name] = int(cursor.fetchone()[0])
    return counts


def grants_of(cursor: Any, role: str) -> dict[str, list[str]]:
    """What this role may do with each table and sequence."""
    cursor.execute(_GRANTS, {"role": role, "rights": list(RIGHTS), "sequence_rights": list(SEQUENCE_RIGHTS)})
    return {name: sorted(found) for name, found in cursor.fetchall()}


def give(cursor: Any, role: str, grants: dict[str, list[str]]) -> None:
    """Give this role exactly those rights, and no other."""
    who = sql.Identifier(role)
    cursor.execute(sql.SQL("grant execute on all functions in schema public to {}").format(who))
    for name, rights in grants.items():
        what = sql.SQL("sequence" if _is_sequence(cursor, name) else "table")
        where = sql.SQL("{} public.{}").format(what, sql.Identifier(name))
        cursor.execute(sql.SQL("revoke all on {} from {}").format(where, who))
        known = [sql.SQL(one) for one in rights if one in {*RIGHTS, *SEQUENCE_RIGHTS}]
        if known:
            cursor.execute(sql.SQL("grant {} on {} to {}").format(sql.SQL(", ").join(known), where, who))


def sequences_behind(cursor: Any) -> list[str]:
    """Sequences that would give a number that is taken."""
    cursor.execute(_SEQUENCES)
    behind = []
    for sequence, table, column in cursor.fetchall():
        cursor.execute(
            sql.SQL(
                "select coalesce((select max({}) from public.{}), 0) > (select last_value from public.{})"
            ).format(sql.Identifier(column), sql.Identifier(table), sql.Identifier(sequence))
        )
        if cursor.fetchone()[0]:
            behind.append(str(sequence))
    return behind


def _is_sequence(cursor: Any, name: str) -> bool:
    cursor.execute(
        "select relkind = 'S' from pg_class where oid = to_regclass('public.' || quote_ident(%s))", [name]
    )
    found = cursor.fetchone()
    return bool(found and found[0])


_THINGS = """
select count(*) from pg_class c join pg_namespace n on n.oid = c.relnamespace
where n.nspname !~ '^pg_' and n.nspname <> 'information_schema'
  and not exists (select from pg_depend d where d.objid = c.oid and d.deptype = 'e')
"""
_GRANTS = """
select c.relname::text, array(
    select p from unnest(case c.relkind when 'S' then %(sequence_rights)s::text[] else %(rights)s::text[] end) as p
    where case c.relkind when 'S' then has_sequence_privilege(%(role)s, c.oid, p)
                         else has_table_privilege(%(role)s, c.oid, p) end)
from pg_class c join pg_namespace n on n.oid = c.relnamespace
where n.nspname = 'public' and c.relkind in ('r', 'p', 'v', 'S') order by 1
"""
_SEQUENCES = """
select s.relname::text, t.relname::text, a.attname::text
from pg_class s
join pg_namespace n on n.oid = s.relnamespace and n.nspname = 'public'
join pg_depend d on d.objid = s.oid and d.deptype in ('a', 'i') and d.refobjsubid > 0
join pg_class t on t.oid = d.refobjid
join pg_attribute a on a.attrelid = t.oid and a.attnum = d.refobjsubid
where s.relkind = 'S' order by 1
"""
