"""Whether the walls stand, as findings."""

from collections.abc import Iterator

from django.db import connection

from heed.config.deploy.findings import Finding, good, unsafe
from heed.tenancy.walls import (
    append_only_tables,
    tables_that_can_be_changed,
    tables_without_a_wall,
    walled_tables,
)

WALL, ONCE = "School wall", "Written once"
PUT_BACK = "Restore from a back-up, or have somebody look at it who knows PostgreSQL. Do not serve before."


def walls(role: str) -> Iterator[Finding]:
    """Every table with a school has its wall, and what is written once stays; for this runtime role."""
    with connection.cursor() as cursor:
        open_tables = tables_without_a_wall(cursor)
        loose = tables_that_can_be_changed(cursor, role)
    if open_tables:
        yield unsafe(WALL, f"Not whole on: {', '.join(open_tables)}.", PUT_BACK)
    else:
        yield good(WALL, f"forced on {len(walled_tables())} tables")
    if loose:
        yield unsafe(ONCE, f"Could be changed: {', '.join(loose)}.", PUT_BACK)
    else:
        yield good(ONCE, f"held on {len(append_only_tables())} tables")
