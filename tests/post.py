"""A real mail server on a free port, which does what a test tells it to."""

import asyncio
import socket
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes, policy
from email.message import EmailMessage
from enum import StrEnum
from threading import Event, Lock
from typing import Any

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session
from pytest_django.fixtures import Settings

ADDRESS = "https://heed.example"


class Manner(StrEnum):
    """How the server treats what comes for somebody."""

    TAKES = "takes it"
    NOT_NOW = "temporarily unable: 451 at the recipient"
    NEVER = "no such person: 550 at the recipient"
    NEVER_THIS = "will not have the message: 554 after it"
    WAITS = "takes it when the test lets it"
    HANGS = "never answers after the message"
    TAKES_AND_DROPS = "takes it, says so, and drops the line"
    DROPS = "takes it and drops the line without a word"
    DROPS_BEFORE = "drops the line at the recipient"
    ASKS_FOR_SIGN_IN = "530 at the recipient"


@dataclass
class Post:
    """What has arrived, and how it was received."""

    port: int
    manner: Manner = Manner.TAKES
    manners: dict[str, Manner] = field(default_factory=dict)
    """By recipient; everybody else gets the one above."""
    raw: list[tuple[str, bytes]] = field(default_factory=list)
    """Recipient and message as it came over the line: of all that was taken, and of all that was sent in vain."""
    taken: list[str] = field(default_factory=list)
    """Recipients whose message the server holds now, in order."""
    calls: int = 0
    """Connections made."""
    arrived: Event = field(default_factory=Event)
    """Set when a message has come over the line."""
    go: Event = field(default_factory=Event)
    """Lets whoever waits go on."""
    lock: Lock = field(default_factory=Lock)

    def letters(self) -> list[EmailMessage]:
        """Every message, read."""
        return [message_from_bytes(raw, _class=EmailMessage, policy=policy.default) for _, raw in self.raw]

    def for_(self, to: str) -> Manner:
        """How this recipient is treated."""
        return self.manners.get(to, self.manner)


@dataclass
class _Handler:
    post: Post

    async def handle_EHLO(  # noqa: N802
        self, server: SMTP, session: Session, envelope: Envelope, hostname: str, answers: list[str]
    ) -> list[str]:
        session.host_name = hostname
        with self.post.lock:
            self.post.calls += 1
        return answers

    async def handle_RCPT(  # noqa: N802
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        manner = self.post.for_(address)
        if manner is Manner.NOT_NOW:
            return f"451 Try again later, {address}"
        if manner is Manner.NEVER:
            return f"550 No such person here: {address}"
        if manner is Manner.ASKS_FOR_SIGN_IN:
            return "530 Authentication required"
        if manner is Manner.DROPS_BEFORE:
            return await _drop(server)
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        [to] = envelope.rcpt_tos
        manner = self.post.for_(to)
        with self.post.lock:
            self.post.raw.append((to, bytes(envelope.original_content or b"")))
            if manner in {Manner.TAKES, Manner.WAITS, Manner.TAKES_AND_DROPS, Manner.DROPS}:
                self.post.taken.append(to)
        self.post.arrived.set()
        if manner is Manner.WAITS:
            await asyncio.to_thread(self.post.go.wait)
        if manner is Manner.HANGS:
            await asyncio.Event().wait()
        if manner is Manner.NEVER_THIS:
            return "554 Not this"
        if manner is Manner.TAKES_AND_DROPS:
            await server.push("250 Taken")
        if manner in {Manner.TAKES_AND_DROPS, Manner.DROPS}:
            return await _drop(server)
        return "250 Taken"


async def _drop(server: SMTP) -> str:
    """The line is gone; there is nobody left to answer."""
    assert server.transport is not None
    server.transport.close()
    raise asyncio.CancelledError


@contextmanager
def post_office(**options: Any) -> Iterator[Post]:
    """A mail server for as long as the block lasts; options as the library takes them (a password, TLS)."""
    post = Post(free_port())
    server = Controller(_Handler(post), hostname="127.0.0.1", port=post.port, ready_timeout=60, **options)
    server.start()
    try:
        yield post
    finally:
        server.stop()


def free_port() -> int:
    """A port on which nothing listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def set_up(settings: Settings, port: int, *, timeout: float = 5.0) -> None:
    """Mail goes to this port."""
    settings.EMAIL_HOST, settings.EMAIL_PORT, settings.EMAIL_TIMEOUT = "127.0.0.1", port, timeout
    settings.DEFAULT_FROM_EMAIL, settings.HEED_ADDRESS = "Heed <heed@heed.example>", ADDRESS


@pytest.fixture
def post(settings: Settings) -> Iterator[Post]:
    """A mail server that takes everything, unless the test says otherwise; the service knows it."""
    with post_office() as found:
        set_up(settings, found.port)
        yield found
