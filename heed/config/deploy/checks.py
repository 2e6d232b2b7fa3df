"""The whole list, in the order in which one would mend it."""

from collections.abc import Iterator, Mapping

from django.conf import settings
from django.db import Error

from heed.accounts.queries import demo_users_exist
from heed.config.backups.marks import when_last_backed_up
from heed.config.deploy.findings import Finding, advice, good, missing, unsafe
from heed.config.deploy.here import here
from heed.config.deploy.mail import answers
from heed.config.deploy.role import role
from heed.config.deploy.server import server
from heed.config.deploy.told import said
from heed.config.deploy.walls import walls
from heed.config.serving.tables import tables

FRESH_HOURS = 36


def findings(given: Mapping[str, str], *, connect: bool) -> Iterator[Finding]:
    """Everything; `connect` also asks the mail server. `given` is the environment."""
    yield from said(settings.ENVIRONMENT, given)
    yield from here()
    if connect and (found := answers()):
        yield found
    yield from _database()


def _database() -> Iterator[Finding]:
    """What the database says; when it does not answer, that."""
    try:
        yield from server()
        yield from role()
        yield from _tables()
    except Error as problem:
        yield missing(
            "Database",
            f"It does not answer, or not this role ({type(problem).__name__}).",
            "Look at HEED_DATABASE_URL, and whether the server runs.",
            stops=True,
        )


def _tables() -> Iterator[Finding]:
    now = tables()
    what = "Tables"
    if now.unknown:
        yield missing(
            what,
            f"The database is newer than this Heed ({_named(now.unknown)}).",
            "Go back to the newer Heed, or restore the back-up from before.",
            stops=True,
        )
        return
    if now.missing:
        yield missing(
            what,
            f"{len(now.missing)} migrations are outstanding ({_named(now.missing)}).",
            "Make a back-up, then run: heed migrate",
            stops=True,
        )
        return
    yield good(what, f"as this Heed knows them ({len(now.applied)} migrations)")
    yield from walls(settings.RUNTIME_ROLE)
    yield _demo_accounts()
    yield _backed_up()


def _demo_accounts() -> Finding:
    what = "Accounts of the demonstration"
    if demo_users_exist():
        return unsafe(
            what, "They are in this database.", "Begin with an empty database; nobody can sign in with them."
        )
    return good(what, "none")


def _backed_up() -> Finding:
    ago = when_last_backed_up()
    if ago is None:
        return advice(
            "Back-up", "None was made yet by heed back-up.", "Make one every night: docs/runbooks/back-up.md"
        )
    hours = int(ago.total_seconds() // 3600)
    if hours > FRESH_HOURS:
        return missing(
            "Back-up", f"The last was {hours} hours ago.", "Find out why, and make one: heed back-up"
        )
    return good("Back-up", f"{hours} hours ago")


def _named(found: tuple[tuple[str, str], ...]) -> str:
    names = ", ".join(f"{app} {name}" for app, name in found[:3])
    return names if len(found) <= 3 else f"{names}, …"
