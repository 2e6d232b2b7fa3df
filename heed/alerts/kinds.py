"""Why people are told, and the states of an alert."""

from enum import StrEnum

from heed.jobs.letters import Answer, Mail

__all__ = ["Answer", "Mail", "State", "Why"]


class Why(StrEnum):
    """The rule that told somebody. Values are stored."""

    LEAD = "lead"
    SENIOR_LEADER = "senior leader"
    CLASS_TEACHER = "class teacher"
    HEAD_INSTEAD = "head instead"
    TOLD_OF_ACTION = "told of action"
    OWNER = "owner"
    TOOK_OVER = "took over"
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
    Why.TOOK_OVER: "Took over from somebody who has left",
    Why.SHARED: "Shared with them until a set day",
}
_TO_YOU = {
    Why.LEAD: "You are told as a DSL",
    Why.SENIOR_LEADER: "You are told as a senior leader",
    Why.CLASS_TEACHER: "You are told as the class teacher",
    Why.HEAD_INSTEAD: "You are told because no DSL can be",
    Why.TOLD_OF_ACTION: "You are told by a colleague, with an action",
    Why.OWNER: "You are told because it is yours to look after",
    Why.TOOK_OVER: "You are told instead of somebody who has left",
    Why.SHARED: "You are told because it is shared with you until a set day",
}


class State(StrEnum):
    """Where an alert stands. Values are stored."""

    WAITING = "waiting"
    READ = "read"
    HANDED_ON = "handed on"
    """Never read by the person it was for, who has left; somebody else was told instead."""
