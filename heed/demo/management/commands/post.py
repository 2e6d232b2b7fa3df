"""`heed post`: the demonstration's post office. Takes every message, and sends none on."""

import signal
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session
from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from heed.demo.postbox import keep


class Command(BaseCommand):
    """A mail server on this computer only."""

    help = "Run the demonstration's post office (started by `heed demo`)."
    requires_system_checks = ()

    def handle(self, **_: Any) -> None:
        """Take mail until stopped (Ctrl-C or SIGTERM)."""
        if not settings.DEMO or settings.EMAIL_HOST != "127.0.0.1":
            raise CommandError("The post office belongs to the demonstration. Run: heed demo")
        ended = {signal.SIGINT, signal.SIGTERM}
        signal.pthread_sigmask(signal.SIG_BLOCK, ended)
        office = Controller(_Box(), hostname="127.0.0.1", port=settings.EMAIL_PORT)
        office.start()
        signal.sigwait(ended)
        office.stop()


class _Box:
    """Where messages fall in."""

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802 - aiosmtpd's name
        """Keep it."""
        keep(bytes(envelope.original_content or b""), now=timezone.now())
        return "250 Kept"
