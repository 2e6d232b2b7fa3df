"""The sample trust lives in demo mode only: `heed check --database default` says when it lies elsewhere."""

from typing import Any

from django.conf import settings
from django.core.checks import CheckMessage, Error
from django.db import connection

from heed.accounts.queries import demo_users_exist


def sample_trust_only_in_demo_mode(app_configs: Any, databases: Any = None, **_: Any) -> list[CheckMessage]:
    """An error when a database that is not for the demonstration holds its accounts."""
    if settings.DEMO or not databases or "accounts_user" not in connection.introspection.table_names():
        return []
    if not demo_users_exist():
        return []
    return [
        Error(
            "This database holds accounts of the sample trust, and this is not the demonstration.",
            hint="Nobody can sign in with them. Begin with an empty database.",
            id="heed.E001",
        )
    ]
