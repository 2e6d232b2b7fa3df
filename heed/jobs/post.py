"""Handing letters to the mail server, over one connection for as long as it holds. Django's SMTP backend does it."""

import smtplib
from contextlib import suppress
from datetime import datetime
from email.utils import format_datetime
from types import TracebackType
from typing import Any, Self

from django.conf import settings
from django.core.mail import EmailMessage
from django.core.mail.backends.smtp import EmailBackend

from heed.jobs.letters import HEADERS, Answer, Letter


def is_set_up() -> bool:
    """Whether there is a server to hand mail to, a sender, and an address for the link."""
    return bool(settings.EMAIL_HOST and settings.DEFAULT_FROM_EMAIL and settings.HEED_ADDRESS)


class Post:
    """One round to the mail server. Use with `with`.

    Once the server cannot be reached, or lets nobody in, this round asks it no more.
    """

    def __init__(self) -> None:
        self._line = _Line()
        self._away = False

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._line.hang_up(politely=kind is None)

    def hand_over(self, letter: Letter, *, now: datetime) -> Answer:
        """Give one letter to the server."""
        if self._away or not self._connected():
            return Answer.NOT_NOW
        try:
            self._line.send_messages([_message(letter, now)])
        except ValueError:  # an address that cannot be written into a message
            return Answer.NEVER
        except OSError as error:  # SMTP's own exceptions are among them
            return self._answer(error)
        return Answer.TAKEN

    def _connected(self) -> bool:
        try:
            self._line.open_or_reopen()
        except OSError:
            self._line.hang_up(politely=False)
            self._away = True
        return not self._away

    def _answer(self, error: Exception) -> Answer:
        was_leaving = self._line.was_leaving
        code = _code_of(error)
        if code is None or code == 421:
            self._line.hang_up(politely=False)
        if code is None:
            return Answer.NOT_KNOWN if was_leaving else Answer.NOT_NOW
        return Answer.NEVER if 500 <= code < 600 and code not in OUR_OWN_FAULT else Answer.NOT_NOW


OUR_OWN_FAULT = {503, 530, 535, 538}
"""We came without signing in, or wrongly: not the recipient's doing, and mended by an operator."""


def _code_of(error: Exception) -> int | None:
    """The server's answer about the recipient or the letter; None for a broken line.

    A refused sender is an operator's to mend, so it counts as "not now".
    """
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        return next((int(code) for code, _ in error.recipients.values()), 450)
    if isinstance(error, smtplib.SMTPSenderRefused):
        return 450
    if isinstance(error, smtplib.SMTPResponseException):
        return int(error.smtp_code)
    return None


def _message(letter: Letter, now: datetime) -> EmailMessage:
    return EmailMessage(
        subject=letter.subject,
        body=letter.text,
        from_email=settings.DEFAULT_FROM_EMAIL,
        to=[letter.to],
        headers={**HEADERS, "Message-ID": letter.message_id, "Date": format_datetime(now)},
    )


class _Noting(smtplib.SMTP):
    """Knows whether the letter itself was on its way when the line broke."""

    was_leaving = False

    def data(self, msg: Any) -> Any:
        """The letter; until it is answered for, nobody knows whether it was taken."""
        self.was_leaving = True
        answer = super().data(msg)
        self.was_leaving = False
        return answer


class _NotingTls(_Noting, smtplib.SMTP_SSL):
    """The same, encrypted from the start."""


class _Line(EmailBackend):
    """Django's backend, kept open from one letter to the next."""

    connection: _Noting | None
    _partial_connection: _Noting | None

    @property
    def connection_class(self) -> type[smtplib.SMTP]:
        """The library's own class, which also notes."""
        return _NotingTls if self.use_ssl else _Noting

    @property
    def was_leaving(self) -> bool:
        """Whether a letter was on its way and has not been answered for."""
        return self.connection is not None and self.connection.was_leaving

    def open_or_reopen(self) -> None:
        """A connection that answers: the one that is there, or a new one."""
        if self.connection is not None:
            with suppress(OSError):
                if self.connection.noop()[0] == 250:
                    return
            self.hang_up(politely=False)
        self.open()

    def hang_up(self, *, politely: bool) -> None:
        """End the connection; without waiting for an answer when the other side may be gone."""
        for one in (self.connection, self._partial_connection):
            if one is not None:
                with suppress(OSError):
                    one.quit() if politely else one.close()
        self.connection = self._partial_connection = None
