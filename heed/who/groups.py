"""The groups that people in a school belong to. What each may do: `access.matrix`, until the school sets it."""

from enum import StrEnum


class Group(StrEnum):
    """A group of staff. The value is stored; never change it."""

    HEAD = "head"
    ASSISTANT_HEAD = "assistant_head"
    DSL = "dsl"
    DEPUTY = "deputy"
    SLT = "slt"
    SENCO = "senco"
    TEACHER = "teacher"
    TEACHING_ASSISTANT = "ta"
    OFFICE = "office"
    FAMILY_WORKER = "family_worker"
    ADMIN = "admin"

    @property
    def words(self) -> str:
        """As it is said of one person."""
        return _WORDS[self]

    @property
    def one(self) -> str:
        """As one of them is counted."""
        return "person in the office" if self is Group.OFFICE else self.words

    @property
    def many(self) -> str:
        """As it is said of several."""
        return _MANY.get(self, f"{self.words}s")


_WORDS = {
    Group.HEAD: "head",
    Group.ASSISTANT_HEAD: "assistant head",
    Group.DSL: "DSL",
    Group.DEPUTY: "deputy DSL",
    Group.SLT: "senior leader",
    Group.SENCO: "SENCo",
    Group.TEACHER: "class teacher",
    Group.TEACHING_ASSISTANT: "teaching assistant",
    Group.OFFICE: "office",
    Group.FAMILY_WORKER: "family worker",
    Group.ADMIN: "system administrator",
}

_MANY = {
    Group.OFFICE: "people in the office",
    Group.SLT: "senior leaders",
}

LEADS = frozenset({Group.DSL, Group.DEPUTY})
"""Designated safeguarding leads and their deputies."""

HEADS = frozenset({Group.HEAD, Group.ASSISTANT_HEAD})

GUARDED = HEADS | LEADS | {Group.SLT, Group.SENCO, Group.ADMIN}
"""Nobody is put into one of these by an administrator alone: the head or a DSL approves."""
