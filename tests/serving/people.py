"""The town of the tests in a database of its own, and Nia with a second factor; prints what a test must know."""

import json
import sys

import django

django.setup()

from tests.accounts.test_signing_in import newcomer  # noqa: E402 - after django.setup()
from tests.cast import TEACHER, build_town  # noqa: E402


def main() -> None:
    """`town` once; then `entry`, each time an entry that people are mailed about."""
    if sys.argv[1] == "town":
        town = build_town()
        nia = newcomer(town, second_factor=True)
        json.dump(
            {
                "oakfield": str(town.oakfield),
                "entry": str(town.entry(TEACHER)),
                "secret": nia.secret,
                "maisie": str(town.pupils["maisie"]),
            },
            sys.stdout,
        )


main()
