"""`heed settings`: draws the table of settings into docs/settings.md; `--check` says whether it is stale."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from heed.config.environment import TABLE, Setting

HEAD = """# Settings

All from the environment. Drawn from the table in the code by `heed settings`; `make check` fails when it is stale.

A value that cannot be is named in a sentence, and nothing starts (exit code 2). A `HEED_` name that is no setting is
pointed out. `heed check-deploy` says what a school's service still lacks. *Needed* means: needed to serve a school.
Those marked *secret* belong into a file that only the service's user reads.

| name | what it does | without it | |
|---|---|---|---|
"""


class Command(BaseCommand):
    """Draw, or check."""

    help = "Draw the settings into docs/settings.md."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        """Whether to write."""
        parser.add_argument("--check", action="store_true", help="write nothing; fail when the page is stale")

    def handle(self, *, check: bool, **_: Any) -> None:
        """Write the file, or compare."""
        file = settings.ROOT / "docs" / "settings.md"
        now = drawn()
        if not check:
            file.write_text(now, encoding="utf-8")
        elif not file.exists() or file.read_text(encoding="utf-8") != now:
            raise CommandError("docs/settings.md is stale. Run: .venv/bin/heed settings")


def drawn() -> str:
    """The whole page."""
    return HEAD + "".join(f"{_row(one)}\n" for one in TABLE)


def _row(one: Setting) -> str:
    without = one.without or f"`{one.default}`"
    kind = ", ".join(word for word, so in (("needed", one.needed), ("secret", one.secret)) if so)
    return f"| `{one.name}` | {one.does} | {without} | {kind} |"
