"""`heed check-deploy`: what is good, missing or unsafe about this service, with what to do."""

import json
import os
import sys
from dataclasses import asdict
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from heed.config.deploy.checks import findings
from heed.config.deploy.findings import Finding, Standing, in_words, ready


class Command(BaseCommand):
    """The checked list."""

    help = "Say what is good, missing or unsafe. Exit code 0 when nothing is missing or unsafe, else 1."
    requires_system_checks = ()

    def add_arguments(self, parser: CommandParser) -> None:
        """For whom, and how far."""
        parser.add_argument("--json", action="store_true", help="as JSON, for programs")
        parser.add_argument("--offline", action="store_true", help="do not try the mail server")

    def handle(self, *, json: bool, offline: bool, **_: Any) -> None:
        """Look at everything, say it, end with the code."""
        found = list(findings(os.environ, connect=not offline))
        self.stdout.write(_as_json(found) if json else _as_words(found))
        self.stdout.flush()
        if not ready(found):
            sys.exit(1)


def _as_words(found: list[Finding]) -> str:
    lines = [in_words(one) for one in found]
    count = {each: sum(one.standing is each for one in found) for each in Standing}
    last = "Ready." if ready(found) else "Not ready:"
    return "\n".join([*lines, "", f"{last} {', '.join(f'{n} {each}' for each, n in count.items())}."])


def _as_json(found: list[Finding]) -> str:
    return json.dumps({"ready": ready(found), "findings": [asdict(one) for one in found]}, ensure_ascii=False)
