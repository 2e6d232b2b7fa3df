"""The groups that people in a school belong to. What each may do is the school's matrix (`access.matrix`)."""

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

LEADS = frozenset({Group.DSL, Group.DEPUTY})
"""Designated safeguarding leads and their deputies."""

HEADS = frozenset({Group.HEAD, Group.ASSISTANT_HEAD})
