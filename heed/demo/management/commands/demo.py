"""`heed demo`: everything under one command."""

import os
import socket
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import connection, transaction
from django.utils import timezone

from heed.demo.accounts import PASSWORD, SECRET, demo_accounts
from heed.demo.people import TRUST_NAME
from heed.demo.seed import seed
from heed.demo.tales.telling import Sample
from heed.lib.processes import CannotStart, Household, Part, Program
from heed.schools.queries import trust_names

PATIENCE = 60


class Command(BaseCommand):
    """Database, web server and worker, watched over; Ctrl-C stops all of it."""

    help = "Serve Heed with the sample trust on http://localhost:8000 (HEED_PORT changes the port)."
    requires_system_checks = ()

    def handle(self, **_: Any) -> None:
        """Start, say how to sign in, and look after the parts until somebody asks to stop."""
        port = _free_port()
        os.environ.update(_mail_stays_here(port))
        try:
            with Household(say=self._say) as house:
                self._start(house, port)
                house.watch()
        except CannotStart as problem:
            raise CommandError(str(problem)) from None
        self._say("Stopped. What you did is kept for the next start.")

    def _start(self, house: Household, port: int) -> None:
        if settings.EMBEDDED:
            house.add(
                Part(
                    "the database",
                    settings.EMBEDDED.start,
                    settings.EMBEDDED.is_alive,
                    settings.EMBEDDED.stop,
                )
            )
            settings.EMBEDDED.bootstrap()
        _refuse_what_is_not_ours()
        call_command("migrate", verbosity=0, interactive=False)
        self._seed_once()
        connection.close()
        house.add(_post())
        house.add(_web(port))
        house.add(_worker())
        _wait_until_well(port)
        self._say(welcome(port))

    def _seed_once(self) -> None:
        if not trust_names():
            self._say("Making the sample trust. This takes half a minute, the first time.")
            with _all_or_nothing():
                seed(timezone.now(), Sample(settings.SAMPLE))

    def _say(self, words: str) -> None:
        self.stdout.write(words)
        self.stdout.flush()


def _refuse_what_is_not_ours() -> None:
    """Before anything is changed: a database with schools of its own is nothing to demonstrate on."""
    if "schools_school" not in connection.introspection.table_names():
        return
    if trust_names() not in ((), (TRUST_NAME,)):
        raise CommandError("This database holds schools of its own. The demonstration needs an empty one.")


def _all_or_nothing() -> Any:
    return transaction.atomic()


def _web(port: int) -> Program:
    gunicorn = ["-m", "gunicorn", "heed.config.wsgi", "--bind", f"127.0.0.1:{port}"]
    manners = [
        "--worker-class",
        "gthread",
        "--threads",
        "8",
        "--log-level",
        "warning",
        "--graceful-timeout",
        "5",
        "--no-control-socket",
    ]
    return Program("the web server", [sys.executable, *gunicorn, *manners], env=_environment(pool=8))


def _worker() -> Program:
    return Program("the worker", [Path(sys.executable).parent / "heed", "work"], env=_environment(pool=0))


def _post() -> Program:
    return Program(
        "the post office", [Path(sys.executable).parent / "heed", "post"], env=_environment(pool=0)
    )


def _mail_stays_here(port: int) -> dict[str, str]:
    """The demonstration hands its mail to a post office of its own, whatever else is set: none of it leaves."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        post = probe.getsockname()[1]
    return {
        "HEED_MAIL_URL": f"smtp://127.0.0.1:{post}",
        "HEED_MAIL_FROM": "Heed <heed@kestrel.example>",
        "HEED_ADDRESS": f"http://localhost:{port}",
        "HEED_BASE_DOMAIN": "localhost",
    }


def _environment(*, pool: int) -> dict[str, str]:
    """The parts find the same home and database, and leave starting them to us."""
    mine = {"HEED_DEMO": "1", "HEED_POOL": str(pool), "HEED_PART": "1", "HEED_HOME": str(settings.HOME)}
    return {**os.environ, **mine, "DJANGO_SETTINGS_MODULE": "heed.config.settings"}


def _free_port() -> int:
    text = os.environ.get("HEED_PORT", "8000")
    if not text.isdigit() or not 0 < int(text) < 65536:
        raise CommandError(f"HEED_PORT is “{text}”. It must be a number from 1 to 65535.")
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("127.0.0.1", int(text)))
        except OSError:
            raise CommandError(
                f"Something else is using port {text}. Stop it, or choose another: HEED_PORT=8001 make demo"
            ) from None
    return int(text)


def _wait_until_well(port: int) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=5):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.1)
    raise CannotStart(
        "The web server or the worker did not come up within a minute. The lines above say why."
    )


def welcome(port: int) -> str:
    """Address, accounts and how to sign in as each."""
    rows = [
        f"  {one.email:26} {one.name:18} {one.role:28} {'password and code' if one.code else 'password'}"
        for one in demo_accounts()
    ]
    return "\n".join(
        [
            "",
            f"Heed is on http://localhost:{port}",
            "",
            *rows,
            "",
            f"  Password of all: {PASSWORD}",
            f"  Authenticator secret of all who need a code: {SECRET}",
            f"  Codes of this moment: http://localhost:{port}/demo/",
            f"  Mail that was sent: http://localhost:{port}/demo/post/",
            "",
            "Ctrl-C stops everything.",
        ]
    )
