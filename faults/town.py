"""The people of the tests, in a database of their own; run once by `faults.house`, prints their ids."""

import json
import os
import sys

import django

PASSWORD = "invented-for-the-faults-run"  # noqa: S105 - of invented people


def build() -> dict[str, dict[str, str]]:
    """The town of the tests; everybody may sign in by password."""
    from django.db import connection  # noqa: PLC0415 - after django.setup()

    from heed.accounts.models import User  # noqa: PLC0415
    from tests.cast import build_town  # noqa: PLC0415

    town = build_town()
    for user in User.objects.all():
        user.set_password(PASSWORD)
        user.save(update_fields=["password"])
    connection.close()
    return {
        "pupils": {key: str(one) for key, one in town.pupils.items()},
        "staff": {key: str(one) for key, one in town.staff.items()},
        "schools": {"oakfield": str(town.oakfield), "riverside": str(town.riverside)},
    }


if __name__ == "__main__":
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "heed.config.settings")
    django.setup()
    json.dump(build(), sys.stdout)
