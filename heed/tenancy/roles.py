"""Two roles: the owner makes tables, the runtime role owns nothing and cannot pass a policy."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.db import connections

_SWAPPED = ("USER", "PASSWORD", "HOST", "PORT")


@contextmanager
def as_owner() -> Iterator[None]:
    """Use the owner's credentials on the one alias, for migrations and for making test databases.

    A second alias would put other people's data migrations on the wrong role, and the test runner would
    take both for the same database.

    Raises:
        RuntimeError: inside a transaction, which the swap would silently leave.
        ImproperlyConfigured: when nobody said who the owner is.
    """
    if settings.OWNER_DATABASE is None:
        raise ImproperlyConfigured(
            "HEED_DATABASE_OWNER_URL is missing: the address of the same database as the role that owns the tables."
        )
    connection = connections["default"]
    if connection.in_atomic_block:
        raise RuntimeError("as_owner() inside a transaction")
    before: dict[str, Any] = {key: connection.settings_dict[key] for key in (*_SWAPPED, "OPTIONS")}
    _reconnect(connection)
    connection.settings_dict.update({key: settings.OWNER_DATABASE[key] for key in _SWAPPED})
    connection.settings_dict["OPTIONS"] = {
        **settings.OWNER_DATABASE["OPTIONS"],
        # Plain PostgreSQL ignores the setting; Citus needs it to change several shards' tables in one go.
        "options": "-c citus.multi_shard_modify_mode=sequential",
    }
    try:
        yield
    finally:
        _reconnect(connection)
        connection.settings_dict.update(before)


def _reconnect(connection: Any) -> None:
    connection.close()
    if hasattr(connection, "close_pool"):
        connection.close_pool()


GRANTS = """
grant usage on schema public to {role};
alter default privileges in schema public grant select, insert, update, delete on tables to {role};
alter default privileges in schema public grant usage, select on sequences to {role};
alter default privileges in schema public grant execute on functions to {role};
"""


def grant_to_runtime_role() -> None:
    """Let the runtime role use what the owner makes from now on. Run as owner, before migrating."""
    connection = connections["default"]
    with connection.cursor() as cursor:
        cursor.execute(GRANTS.format(role=connection.ops.quote_name(settings.RUNTIME_ROLE)))
