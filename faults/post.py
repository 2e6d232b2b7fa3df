"""A real mail server, which can refuse, fall silent, take a letter and die, and remembers every letter it took."""

import asyncio
import random
import socket
from collections import defaultdict
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from email import message_from_bytes
from enum import StrEnum
from threading import Lock
from time import monotonic
from typing import Any

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session


class Manner(StrEnum):
    """How one letter is treated."""

    TAKES = "takes it"
    NOT_NOW = "451 at the recipient"
    NOT_NOW_THIS = "452 after the letter"
    NEVER = "550 at the recipient"
    NEVER_THIS = "554 after the letter"
    SILENT = "says nothing at the recipient"
    SILENT_AFTER = "says nothing after the letter"
    CUTS = "takes it and cuts the line before it has said so"
    CUTS_AFTER = "takes it, says so and cuts the line"


class Moment(StrEnum):
    """Where a conversation stands."""

    GREETED = "greeted"
    RECIPIENT = "at the recipient"
    LETTER = "the letter has come, and is not taken yet"
    TAKEN = "the letter is taken, and it is not said yet"
    SAID = "the letter is taken, and it was said"


@dataclass(frozen=True, slots=True)
class Taken:
    """One letter that the server holds, and what it knew then."""

    message_id: str
    to: str
    at: float
    worker: int | None
    cut: bool


def _takes(to: str, message_id: str) -> Manner:
    return Manner.TAKES


def _goes_on(moment: Moment, to: str) -> None:
    return


@dataclass
class Post:
    """The server: how it is just now, and what it has taken."""

    worker: Callable[[], int | None] = lambda: None
    """Who is sending now: the process id of the worker."""
    manner: Callable[[str, str], Manner] = _takes
    hook: Callable[[Moment, str], None] = _goes_on
    taken: dict[str, list[Taken]] = field(default_factory=lambda: defaultdict(list))
    refused: dict[str, list[float]] = field(default_factory=lambda: defaultdict(list))
    """By recipient: when it was told never."""
    lock: Lock = field(default_factory=Lock)

    def __post_init__(self) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = int(probe.getsockname()[1])
        self._server: Controller | None = None
        self._silent: socket.socket | None = None

    def open(self) -> None:
        """Listen, and treat letters by their manner."""
        self.close()
        self._server = Controller(_Handler(self), hostname="127.0.0.1", port=self.port, ready_timeout=60)
        self._server.start()

    def close(self) -> None:
        """Listen no more: connections are refused."""
        if self._server:
            with suppress(OSError):
                self._server.stop()
            self._server = None
        if self._silent:
            self._silent.close()
            self._silent = None

    def fall_silent(self) -> None:
        """Let everybody in and say nothing at all."""
        self.close()
        self._silent = socket.socket()
        self._silent.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        self._silent.bind(("127.0.0.1", self.port))
        self._silent.listen(128)

    def as_usual(self) -> None:
        """Takes everything again, and nobody waits for a moment."""
        self.manner = _takes
        self.hook = _goes_on


@dataclass
class _Handler:
    post: Post

    async def handle_EHLO(  # noqa: N802
        self, server: SMTP, session: Session, envelope: Envelope, hostname: str, answers: list[str]
    ) -> list[str]:
        session.host_name = hostname
        self.post.hook(Moment.GREETED, "")
        return answers

    async def handle_RCPT(  # noqa: N802
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        self.post.hook(Moment.RECIPIENT, address)
        manner = self.post.manner(address, "")
        if manner is Manner.NOT_NOW:
            return "451 Try again later"
        if manner is Manner.NEVER:
            with self.post.lock:
                self.post.refused[address].append(monotonic())
            return "550 No such person here"
        if manner is Manner.SILENT:
            await asyncio.Event().wait()
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        [to] = envelope.rcpt_tos
        message_id = str(message_from_bytes(bytes(envelope.original_content or b""))["Message-ID"])
        self.post.hook(Moment.LETTER, to)
        manner = self.post.manner(to, message_id)
        if manner is Manner.NOT_NOW_THIS:
            return "452 Not now"
        if manner is Manner.NEVER_THIS:
            with self.post.lock:
                self.post.refused[to].append(monotonic())
            return "554 Not this"
        if manner is Manner.SILENT_AFTER:
            await asyncio.Event().wait()
        cut = manner is Manner.CUTS
        with self.post.lock:
            self.post.taken[message_id].append(Taken(message_id, to, monotonic(), self.post.worker(), cut))
        self.post.hook(Moment.TAKEN, to)
        if manner is Manner.CUTS_AFTER:
            await server.push("250 Taken")
        if manner in {Manner.CUTS, Manner.CUTS_AFTER}:
            await _cut(server)
        asyncio.get_running_loop().call_later(random.uniform(0, 0.03), self.post.hook, Moment.SAID, to)
        return "250 Taken"


async def _cut(server: Any) -> None:
    server.transport.close()
    raise asyncio.CancelledError
