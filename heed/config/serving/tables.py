"""Whether the tables of the database are those that this code expects."""

from dataclasses import dataclass

from django.db import connection
from django.db.migrations.executor import MigrationExecutor

Migration = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Tables:
    """What lies between database and code."""

    applied: frozenset[Migration]
    missing: tuple[Migration, ...]
    """Migrations the database has not had yet."""
    unknown: tuple[Migration, ...]
    """Migrations it has had that this code does not know: a newer Heed was here."""

    @property
    def fit(self) -> bool:
        """Whether this code may serve from this database."""
        return not self.missing and not self.unknown


def tables() -> Tables:
    """As they are now. On an empty database everything is missing."""
    loader = MigrationExecutor(connection).loader
    known = set(loader.disk_migrations)
    applied = frozenset(loader.applied_migrations or ())
    everything = {node for leaf in loader.graph.leaf_nodes() for node in loader.graph.forwards_plan(leaf)}
    unknown = {one for one in applied - known if one[0] in loader.migrated_apps}
    return Tables(applied, tuple(sorted(everything - applied)), tuple(sorted(unknown)))


def known_migrations() -> frozenset[Migration]:
    """All that this code knows."""
    return frozenset(MigrationExecutor(connection).loader.disk_migrations)
