"""Why people are told, and the states of an alert."""

from enum import StrEnum


class Why(StrEnum):
    """The rule that told somebody. Values are stored."""

    LEAD = "lead"
    SENIOR_LEADER = "senior leader"
    CLASS_TEACHER = "class teacher"
    HEAD_INSTEAD = "head instead"
    TOLD_OF_ACTION = "told of action"
    OWNER = "owner"
    SHARED = "shared"

    @property
    def words(self) -> str:
        """As a reader is told, after the person's name."""
        return _WORDS[self]

    @property
    def to_you(self) -> str:
        """As the person is told on the dashboard."""
        return _TO_YOU[self]


_WORDS = {
    Why.LEAD: "DSL: always told",
    Why.SENIOR_LEADER: "Senior leader: told of everything but child protection",
    Why.CLASS_TEACHER: "Class teacher of this child",
    Why.HEAD_INSTEAD: "Head: told because no DSL can be",
    Why.TOLD_OF_ACTION: "Told with an action",
    Why.OWNER: "Looks after this entry",
    Why.SHARED: "Shared with them until a set day",
}
_TO_YOU = {
    Why.LEAD: "You are told as a DSL",
    Why.SENIOR_LEADER: "You are told as a senior leader",
    Why.CLASS_TEACHER: "You are told as the class teacher",
    Why.HEAD_INSTEAD: "You are told because no DSL can be",
    Why.TOLD_OF_ACTION: "You are told by a colleague, with an action",
    Why.OWNER: "You are told because it is yours to look after",
    Why.SHARED: "You are told because it is shared with you until a set day",
}


class State(StrEnum):
    """Where an alert stands. Values are stored."""

    WAITING = "waiting"
    READ = "read"


class Mail(StrEnum):
    """Where the mail of an alert stands. Values are stored."""

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
