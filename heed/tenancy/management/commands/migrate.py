"""`heed migrate`: Django's, as the owner of the tables."""

from typing import Any

from django.core.management import call_command
from django.core.management.commands import migrate

from heed.tenancy.roles import as_owner, grant_to_runtime_role


class Command(migrate.Command):
    """Migrate as owner, so that the runtime role never owns anything."""

    def handle(self, *args: Any, **options: Any) -> None:
        """Grant first: default privileges count for tables made after them."""
        with as_owner():
            grant_to_runtime_role()
            super().handle(*args, **options)
            call_command("createcachetable", verbosity=0)
