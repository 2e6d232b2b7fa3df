"""After a restore: rights given again, and proof that all of it came back and every wall stands."""

from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.db import connection

from heed.accounts.queries import second_factors
from heed.config.backups.contents import give, grants_of, row_counts, sequences_behind
from heed.config.backups.manifest import Manifest
from heed.config.deploy.findings import Finding, advice, good, unsafe
from heed.config.deploy.walls import walls
from heed.config.serving.tables import tables
from heed.schools.queries import school_ids
from heed.tenancy.roles import as_owner, grant_to_runtime_role
from heed.tenancy.scope import schools
from heed.tenancy.walls import walled_tables

AGAIN = "Do not serve from this database. Empty it and restore another back-up."


def settle(facts: Manifest) -> list[Finding]:
    """Give the runtime role its rights, and look at everything. What is not good is unsafe."""
    with as_owner():
        grant_to_runtime_role()
        with connection.cursor() as cursor:
            give(cursor, settings.RUNTIME_ROLE, facts.grants)
            cursor.execute("analyze")
        found = [*_as_owner(facts)]
    return [*found, *_as_service(facts)]


def _as_owner(facts: Manifest) -> Iterator[Finding]:
    """The walls hold the owner as well, so every school is named to count what is behind them."""
    with schools(*school_ids()), connection.cursor() as cursor:
        rows = row_counts(cursor)
        behind = sequences_behind(cursor)
    wrong = sorted(name for name in {*rows, *facts.rows} if rows.get(name) != facts.rows.get(name))
    if wrong:
        yield unsafe("Rows", f"Not as many as in the back-up: {', '.join(wrong)}.", AGAIN)
    else:
        yield good("Rows", f"{sum(rows.values())} in {len(rows)} tables, as in the back-up")
    if behind:
        yield unsafe("Counters", f"Behind what is there: {', '.join(behind)}.", AGAIN)
    else:
        yield good("Counters", "go on after the last number")


def _as_service(facts: Manifest) -> Iterator[Finding]:
    role = settings.RUNTIME_ROLE
    with connection.cursor() as cursor:
        rights = grants_of(cursor, role)
        shown = {name: count for name, count in counts_without_a_school(cursor).items() if count}
    if {name: rights.get(name) for name in facts.grants} == facts.grants:
        yield good("Rights", f"as they were, on {len(rights)} tables and counters")
    else:
        yield unsafe("Rights", "Not as they were.", AGAIN)
    if shown:
        yield unsafe("Without a school", f"Rows can be seen of: {', '.join(shown)}.", AGAIN)
    else:
        yield good("Without a school", "nothing can be seen")
    yield from walls(role)
    yield _second_factors()
    outstanding = tables().missing
    if outstanding:
        yield advice(
            "Tables", f"{len(outstanding)} migrations are newer than the back-up.", "Run: heed migrate"
        )
    else:
        yield good("Tables", "as this Heed knows them")


def counts_without_a_school(cursor: Any) -> dict[str, int]:
    """What the runtime role counts behind the walls when no school is named: nothing, where they stand."""
    counts = row_counts(cursor)
    return {name: counts.get(name, 0) for name in walled_tables()}


def _second_factors() -> Finding:
    opened, shut = second_factors()
    if shut:
        return advice(
            "Second factors",
            f"{shut} of {opened + shut} cannot be opened with this HEED_SECRET_KEY.",
            "Give the key of the back-up, or have those people set theirs up anew.",
        )
    return good("Second factors", f"{opened} open with this HEED_SECRET_KEY" if opened else "there are none")
