"""The runtime role: it must own nothing and pass nothing. The wall between schools stands on that."""

from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.db import connection

from heed.config.deploy.findings import Finding, good, unsafe

WHAT = "Runtime role"


def role() -> Iterator[Finding]:
    """One line for each thing it may and must not; one good line when there is none."""
    with connection.cursor() as cursor:
        found = list(faults(cursor, settings.RUNTIME_ROLE))
    yield from found or [good(WHAT, "owns nothing, passes nothing")]


def faults(cursor: Any, name: str) -> Iterator[Finding]:
    """What the role of this connection may and must not."""
    cursor.execute(_MAY)
    superuser, bypasses, makes_roles, owns, owns_database, creates, member_of = cursor.fetchone()
    asked = [
        (superuser, "is a superuser", f"alter role {name} nosuperuser"),
        (bypasses, "passes every wall (bypassrls)", f"alter role {name} nobypassrls"),
        (makes_roles, "may make roles", f"alter role {name} nocreaterole"),
        (
            owns,
            f"owns {owns} tables: it could take their walls down",
            "Let heed_owner own them, and migrate as that.",
        ),
        (owns_database, "owns the database", "alter database … owner to heed_owner"),
        (creates, "may make tables", f"revoke create on schema public from public, {name}"),
        (member_of, f"is a member of {', '.join(member_of)}", f"revoke … from {name}"),
    ]
    for so, words, do in asked:
        if so:
            yield unsafe(WHAT, f"It {words}.", do)


_MAY = """
select r.rolsuper, r.rolbypassrls, r.rolcreaterole,
       (select count(*) from pg_class c join pg_namespace n on n.oid = c.relnamespace
         where c.relowner = r.oid and c.relkind in ('r', 'p', 'v', 'm') and n.nspname !~ '^pg_'),
       (select d.datdba = r.oid from pg_database d where d.datname = current_database()),
       has_schema_privilege(current_schema(), 'create') or has_database_privilege(current_database(), 'create'),
       array(select o.rolname::text from pg_roles o
         where o.oid <> r.oid and pg_has_role(r.oid, o.oid, 'member')
           and (o.rolsuper or o.rolbypassrls or o.rolname ~ '^pg_' or exists (
                select from pg_class c where c.relowner = o.oid and c.relkind in ('r', 'p')))
         order by 1)
from pg_roles r where r.rolname = current_user
"""
