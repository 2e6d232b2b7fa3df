"""A message to one person, and where it stands on its way to the mail server. Pure."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

HEADERS = {"Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "All"}
"""So that nobody's absence note comes back (RFC 3834), and Exchange sends none either."""


@dataclass(frozen=True, slots=True)
class Letter:
    """One message to one person."""

    to: str
    message_id: str
    subject: str
    text: str


class Mail(StrEnum):
    """Where the mail of something stands. Values are stored."""

    DUE = "due"
    """To be sent, or to be tried again."""
    LEAVING = "leaving"
    """Being handed to the mail server. Found so by another try, it may have been taken already."""
    SENT = "sent"
    """A mail server took it."""
    REFUSED = "refused"
    """The mail server will not take it for this address, now or later."""
    NOT_NEEDED = "not needed"
    """Read, ended or shut to the person before it could be sent."""


class Answer(StrEnum):
    """What became of one letter."""

    TAKEN = "taken"
    NEVER = "never"
    """The server will not take it for this address."""
    NOT_NOW = "not now"
    NOT_KNOWN = "not known"
    """The line broke after the letter had left and before the answer came: it may have been taken."""


UNDER_WAY = (Mail.DUE, Mail.LEAVING)

WORKER_IS_DEAD_AFTER = timedelta(minutes=4)
"""A mail that has been leaving for so long has lost its worker, whatever became of its job: a living one is done,
or gives up, long before."""

DEAD_FOR_CERTAIN = timedelta(seconds=8)
"""A worker whose job is taken up by another has been dead for longer: what left since then is in other hands."""

TRIED_FOR = timedelta(days=3)
"""So long a mail is tried before it counts as refused."""

TRIED_AT_LEAST = 12
"""So often, too: mail that was first set up after those days gets its chance of about an hour."""


def may_leave(mail: Mail, mail_at: datetime | None, *, now: datetime) -> bool:
    """Whether the mail may be handed over now: nobody else has it in hand, or whoever had is dead."""
    if mail is Mail.LEAVING:
        return mail_at is None or now - mail_at >= WORKER_IS_DEAD_AFTER
    return mail is Mail.DUE


def tried_long_enough(made_at: datetime, tries: int, *, now: datetime) -> bool:
    """Whether a mail that the server would not take counts as refused by now."""
    return now - made_at >= TRIED_FOR and tries >= TRIED_AT_LEAST
