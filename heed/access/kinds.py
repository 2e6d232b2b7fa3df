"""Fixed lists of access."""

from enum import StrEnum


class State(StrEnum):
    """Where a proposal stands. Values are stored."""

    WAITING = "waiting"
    APPROVED = "approved"
    TURNED_DOWN = "turned down"
    TAKEN_BACK = "taken back"
    OVERTAKEN = "overtaken"
    """What it asked for was done, or changed, in another way."""
