"""What the demonstration's own pages print."""

from dataclasses import dataclass
from datetime import datetime

from django.conf import settings

from heed.demo.accounts import PASSWORD, SECRET, DemoAccount, demo_accounts
from heed.demo.postbox import KEEP, SHOWN, Received, newest
from heed.lib.clock import moment_words


@dataclass(frozen=True, slots=True)
class DemoPage:
    """How to sign in as each."""

    password: str
    secret: str
    accounts: tuple[DemoAccount, ...]
    note: str | None


def accounts() -> DemoPage:
    """The accounts with their codes of this moment."""
    return DemoPage(PASSWORD, SECRET, demo_accounts(), None)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a message; `href` when it is a link to this service."""

    text: str
    href: str | None


@dataclass(frozen=True, slots=True)
class Letter:
    """One message, as finished words."""

    sender: str
    to: str
    at: str
    subject: str
    paragraphs: tuple[tuple[Line, ...], ...]


@dataclass(frozen=True, slots=True)
class PostPage:
    """What has been sent, the newest first."""

    letters: tuple[Letter, ...]
    note: str


def post(now: datetime) -> PostPage:
    """The newest messages in the post office."""
    kept, found = newest()
    note = f"The newest {SHOWN} of {kept}; the last {KEEP} are kept." if kept > SHOWN else ""
    return PostPage(tuple(_letter(one, now) for one in found), note)


def _letter(one: Received, now: datetime) -> Letter:
    blocks = one.text.strip().split("\n\n")
    return Letter(
        sender=one.sender,
        to=one.to,
        at=moment_words(one.at, now),
        subject=one.subject,
        paragraphs=tuple(tuple(_line(text) for text in block.splitlines()) for block in blocks),
    )


def _line(text: str) -> Line:
    ours = bool(settings.HEED_ADDRESS) and text.startswith(f"{settings.HEED_ADDRESS}/")
    return Line(text, text if ours else None)
