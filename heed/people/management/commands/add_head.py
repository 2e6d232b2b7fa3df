"""`heed add-head --school NAME --email ADDRESS --name NAME`: the first head, who then brings in everybody else."""

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from heed.lib.outcomes import Refused
from heed.lib.typed import clean_line
from heed.people.beginning import add_head, school_to_begin


class Command(BaseCommand):
    """Only for a school without a head; exit code 1 when nothing was changed."""

    help = "Make somebody head of a school that has none, and invite them."

    def add_arguments(self, parser: CommandParser) -> None:
        """Where, and who."""
        parser.add_argument("--school", required=True, help="the school's name, as Heed has it")
        parser.add_argument("--email", required=True, help="the head's work e-mail address")
        parser.add_argument("--name", required=True, help="the head's name, as it is signed")

    def handle(self, *, school: str, email: str, name: str, **_: Any) -> None:
        """One head."""
        try:
            made = add_head(
                school_to_begin(school),
                email=clean_line(email).lower(),
                name=clean_line(name),
                now=timezone.now(),
            )
        except Refused as refused:
            raise CommandError(refused.reason) from None
        self.stdout.write(f"{clean_line(name)} is head of {school}.")
        self.stdout.write(INVITED if made.invited else NOT_INVITED)


INVITED = "An invitation is on its way. Run the same command again if it does not arrive."
NOT_INVITED = "Their invitation waits: say HEED_MAIL_URL, HEED_MAIL_FROM and HEED_ADDRESS, and it leaves."
