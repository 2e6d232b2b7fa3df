"""What people are written to about their account, and why a link is not good any more."""

from enum import StrEnum


class LetterKind(StrEnum):
    """What a letter is for. Values are stored."""

    INVITATION = "invitation"
    NEW_PASSWORD = "new password"  # noqa: S105 - a kind of letter
    PASSWORD_CHANGED = "password changed"  # noqa: S105 - the same
    NEW_DEVICE = "new device"


class NotGood(StrEnum):
    """Why the link of a letter opens nothing."""

    UNKNOWN = "unknown"
    NOT_IN_HAND = "not in hand"
    """No link was opened in this browser, or it was too long ago."""
    USED = "used"
    ENDED = "ended"
    TOO_OLD = "too old"
