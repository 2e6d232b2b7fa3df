"""What people are told about who sees what."""

from enum import StrEnum


class NoticeKind(StrEnum):
    """What a notice tells. The value is stored; never change it."""

    OPENED = "opened"
    """Somebody opened a child's record without a DSL."""
    DECLARED = "declared"
    """A colleague named a child of their own family."""
    DECIDED = "decided"
    """A DSL has looked at what one declared."""


class Mail(StrEnum):
    """Where the mail of a notice stands. Values are stored."""

    DUE = "due"
    SENT = "sent"
    REFUSED = "refused"
    NOT_NEEDED = "not needed"
