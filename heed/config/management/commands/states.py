"""`heed states`: draws the tables of states into docs/states.md; `--check` says whether the picture is stale."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from heed.access.rules import STATES as PROPOSAL
from heed.alerts.rules import MAIL
from heed.alerts.rules import STATES as ALERT
from heed.incidents.rules import STATES as ENTRY

TABLES = {"An entry": ENTRY, "An alert": ALERT, "The mail of an alert": MAIL, "A proposal": PROPOSAL}
HEAD = """# States

Drawn from the tables in the code by `heed states`; `make check` fails when this picture is stale.
"""


class Command(BaseCommand):
    """Draw, or check."""

    help = "Draw the states into docs/states.md."

    def add_arguments(self, parser: CommandParser) -> None:
        """Whether to write."""
        parser.add_argument(
            "--check", action="store_true", help="write nothing; fail when the picture is stale"
        )

    def handle(self, *, check: bool, **_: Any) -> None:
        """Write the file, or compare."""
        file = settings.ROOT / "docs" / "states.md"
        now = drawn()
        if not check:
            file.write_text(now, encoding="utf-8")
        elif not file.exists() or file.read_text(encoding="utf-8") != now:
            raise CommandError("docs/states.md is stale. Run: .venv/bin/heed states")


def drawn() -> str:
    """The whole page."""
    return "\n".join([HEAD, *(_table(name, states) for name, states in TABLES.items())])


def _table(name: str, states: Any) -> str:
    arrows = [
        f"    {_named(state)} --> {_named(after)}: {doing}"
        for state, doings in states.items()
        for doing, after in doings.items()
    ]
    ends = [f"    {_named(state)} --> [*]" for state, doings in states.items() if not doings]
    first = next(iter(states))
    lines = ["```mermaid", "stateDiagram-v2", f"    [*] --> {_named(first)}", *arrows, *ends, "```", ""]
    return "\n".join([f"## {name}", "", *lines])


def _named(state: Any) -> str:
    """One word, as the picture's language wants it."""
    return str(state.value).replace(" ", "_")
