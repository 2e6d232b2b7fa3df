"""`heed flush`: Django's, as the owner. Used by tests; the runtime role may not truncate."""

from typing import Any

from django.core.management.commands import flush

from heed.tenancy.roles import as_owner


class Command(flush.Command):
    """Empty every table as owner."""

    def handle(self, **options: Any) -> None:
        """Row triggers do not fire on TRUNCATE, so append-only tables are emptied too."""
        with as_owner():
            super().handle(**options)
