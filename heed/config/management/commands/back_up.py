"""`heed back-up`: the whole database into one sealed file."""

from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import Error
from django.utils import timezone

from heed.config.backups.marks import note_back_up
from heed.config.backups.tools import CannotCopy
from heed.config.backups.writing import Order, back_up


class Command(BaseCommand):
    """One back-up."""

    help = "Back up the whole database into FOLDER: sealed, proved, and only then named."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        """Where to, and for whom."""
        parser.add_argument("folder", type=Path, metavar="FOLDER")
        parser.add_argument(
            "--in-the-clear", action="store_true", help="do not seal it: whoever finds it reads it"
        )

    def handle(self, *, folder: Path, in_the_clear: bool, **_: Any) -> None:
        """Write, say, note."""
        recipients = [] if in_the_clear else settings.ENVIRONMENT["HEED_BACKUP_RECIPIENTS"]
        if not recipients and not in_the_clear:
            raise CommandError(
                "HEED_BACKUP_RECIPIENTS is not given, so the back-up could be read by whoever finds it. Name the "
                "public key of age that it is for, or say --in-the-clear."
            )
        if not settings.BACKUP_URL:
            raise CommandError(
                "HEED_DATABASE_BACKUP_URL is not given: the address of the same database as a role that reads all of "
                "it. docs/runbooks/back-up.md says how to make it."
            )
        order = Order(
            url=settings.BACKUP_URL,
            runtime_role=settings.RUNTIME_ROLE,
            recipients=recipients,
            secret_key=settings.SECRET_KEY,
            now=timezone.now(),
        )
        try:
            file, facts = back_up(order, folder.resolve())
        except CannotCopy as problem:
            raise CommandError(str(problem)) from None
        self.stdout.write(
            f"{file}: {sum(facts.rows.values())} rows, {facts.size} bytes, read along and counted."
        )
        try:
            note_back_up()
        except Error:
            self.stderr.write("The back-up is good, but could not be noted: look at HEED_DATABASE_URL.")
