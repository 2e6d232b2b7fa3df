"""`heed restore`: everything from a back-up into an empty database, and proof that it is whole."""

import sys
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError, CommandParser

from heed.config.backups.marks import note_restore
from heed.config.backups.proving import settle
from heed.config.backups.reading import checked, identities_in, restore
from heed.config.backups.tools import CannotCopy
from heed.config.deploy.findings import in_words, ready
from heed.config.serving.tables import known_migrations


class Command(BaseCommand):
    """One restore."""

    help = "Restore a back-up into an empty database, as its owner, and prove that all of it is there."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        """From what, with which keys."""
        parser.add_argument("file", type=Path, metavar="FILE")
        parser.add_argument(
            "--identity", type=Path, metavar="KEYFILE", help="file with the private key of age"
        )
        parser.add_argument("--other-key", action="store_true", help="the HEED_SECRET_KEY of then is lost")

    def handle(self, *, file: Path, identity: Path | None, other_key: bool, **_: Any) -> None:
        """Check, restore, prove, note."""
        if not settings.OWNER_URL:
            raise CommandError(
                "HEED_DATABASE_OWNER_URL is not given: a restore makes tables, as their owner."
            )
        try:
            facts = checked(
                file, secret_key=settings.SECRET_KEY, other_key=other_key, known=known_migrations()
            )
            restore(file, facts, settings.OWNER_URL, identities=identities_in(identity))
        except CannotCopy as problem:
            raise CommandError(str(problem)) from None
        found = settle(facts)
        self.stdout.write("\n".join(in_words(one) for one in found))
        if not ready(found):
            self.stdout.write("This database is not fit to be served from.")
            sys.exit(1)
        note_restore()
        self.stdout.write(f"Restored: everything as it was at {facts.made_at}. Everybody signs in anew.")
