"""The two roles and the database: the owner migrates, the runtime role owns nothing and passes no policy."""

from typing import Any

from psycopg import Connection, connect, sql

from heed.lib.embedded.place import Address

OWNER = "heed_owner"
RUNTIME = "heed_app"

ATTRIBUTES = {
    OWNER: "login createdb nosuperuser nocreaterole noreplication nobypassrls",  # createdb: for tests
    RUNTIME: "login nocreatedb nosuperuser nocreaterole noreplication nobypassrls",
}
SETTINGS = (
    f"alter role {RUNTIME} set timezone = 'UTC'",
    f"alter role {RUNTIME} set statement_timeout = '30s'",
    # A server would quote a statement that failed in its own log, with what was written about a child in it.
    *(f"alter role {role} set log_min_messages = 'log'" for role in ATTRIBUTES),
)
ONE_AT_A_TIME = 0x48656564
"""Number of the advisory lock that two starts at once queue for."""


def bootstrap(address: Address, database: str) -> None:
    """Make the roles and the database, or put them right. May be run any number of times.

    `address` is that of the superuser.
    """
    with connect(address.url, autocommit=True) as connection:
        make_ready(connection, database)


def make_ready(connection: Connection[Any], database: str) -> None:
    """The same, on a superuser's connection to any PostgreSQL."""
    connection.execute("select pg_advisory_lock(%s)", [ONE_AT_A_TIME])
    for role, attributes in ATTRIBUTES.items():
        verb = "alter" if _there(connection, "select 1 from pg_roles where rolname = %s", role) else "create"
        connection.execute(sql.SQL(f"{verb} role {role} {attributes}"))
    for setting in SETTINGS:
        connection.execute(sql.SQL(setting))
    if not _there(connection, "select 1 from pg_database where datname = %s", database):
        make = sql.SQL("create database {} owner {} template template0 encoding 'UTF8'")
        connection.execute(make.format(sql.Identifier(database), sql.Identifier(OWNER)))


def _there(connection: Connection[Any], question: str, name: str) -> bool:
    return connection.execute(sql.SQL(question), [name]).fetchone() is not None
