"""`heed serve`: web and worker for real, looked after until somebody asks to stop."""

import logging
import os
import sys
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandParser
from django.db import connection

from heed.config.deploy.checks import findings
from heed.config.deploy.findings import Finding, Standing
from heed.config.serving.parts import PARTS, family, house_speaks, refuse_taken
from heed.lib.processes import CannotStart, Household

NOT_NOW, REFUSED = 1, 3
"""Exit codes: it could not be started now, and may be tried again; it is not fit, and a person has to look."""

log = logging.getLogger("heed.serve")


class Command(BaseCommand):
    """One household: the database where Heed brings it along, web processes, the worker."""

    help = "Serve a school: web and worker, started again when they die, stopped in order. Never the demonstration."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        """Which part, and whether to migrate."""
        parser.add_argument(
            "--only", choices=PARTS, default="", help="only this part; several machines share the work"
        )
        parser.add_argument(
            "--migrate", action="store_true", help="bring the tables up to date first, as their owner"
        )

    def handle(self, *, only: str, migrate: bool, **_: Any) -> None:
        """Look, start, look after."""
        if only and settings.EMBEDDED:
            log.error(
                "--only is for a database of its own: with the one Heed brings along, one household does it all."
            )
            sys.exit(REFUSED)
        if settings.DEMO:
            log.error("HEED_DEMO is on. This command never serves the demonstration: heed demo does.")
            sys.exit(REFUSED)
        try:
            with Household(say=house_speaks) as house:
                self._serve(house, only, migrate=migrate)
        except CannotStart as problem:
            log.error("%s", problem)  # noqa: TRY400 - the words say it
            sys.exit(NOT_NOW)
        log.info("stopped")

    def _serve(self, house: Household, only: str, *, migrate: bool) -> None:
        members = list(family(only))
        if settings.EMBEDDED:
            house.add(members.pop(0))
            settings.EMBEDDED.bootstrap()
        if migrate:
            call_command("migrate", verbosity=0, interactive=False)
        found = list(findings(_told_to_parts(migrate=migrate), connect=False))
        connection.close()
        _refuse([one for one in found if one.refuses])
        for one in found:
            if one.standing is Standing.MISSING:
                log.warning("%s: %s %s", one.what, one.words, one.do)
        if only != "worker":
            refuse_taken(settings.ENVIRONMENT["HEED_BIND"])
        for member in members:
            house.add(member)
        log.info("serving")
        house.watch()


def _told_to_parts(*, migrate: bool) -> dict[str, str]:
    """The owner's address is taken for migrating, and kept from the parts."""
    return {
        name: value
        for name, value in os.environ.items()
        if not (migrate and name == "HEED_DATABASE_OWNER_URL")
    }


def _refuse(found: list[Finding]) -> None:
    for one in found:
        log.error("%s: %s %s", one.what, one.words, one.do)
    if found:
        log.error("not started: %s. heed check-deploy tells all of it.", _counted(len(found)))
        sys.exit(REFUSED)


def _counted(number: int) -> str:
    return (
        "one thing has to be put right first"
        if number == 1
        else f"{number} things have to be put right first"
    )
