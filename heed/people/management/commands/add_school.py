"""`heed add-school NAME [--trust NAME]`: a school that is not there yet."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from heed.lib.outcomes import Refused
from heed.lib.typed import clean_line
from heed.people.beginning import begin_school


class Command(BaseCommand):
    """Adds it, or says why not; exit code 1 when nothing was changed."""

    help = "Add a school. Its first head comes with: heed add-head."

    def add_arguments(self, parser: CommandParser) -> None:
        """Its name, and the trust it belongs to."""
        parser.add_argument("name", metavar="NAME", help="the school's name, as people say it")
        parser.add_argument("--trust", default="", help="the trust's name, new or known")

    def handle(self, *, name: str, trust: str, **_: Any) -> None:
        """One school."""
        called = clean_line(name)
        try:
            begin_school(called, trust=clean_line(trust), now=timezone.now())
        except Refused as refused:
            raise CommandError(refused.reason) from None
        self.stdout.write(f"{called} is there. Next: heed add-head --school “{called}” --email … --name …")
