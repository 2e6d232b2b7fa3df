"""What each group may use, read and do (PRODUCT.md, sections 3 and 4). The same for every school, until they may edit it."""

from dataclasses import dataclass
from enum import StrEnum

from heed.who.categories import EVERY, Default
from heed.who.groups import Group
from heed.who.powers import Power

C = Default


class Scope(StrEnum):
    """The children that a group covers for one of its people."""

    WHOLE_SCHOOL = "whole school"
    OWN_CLASSES = "own classes"
    ONE_TO_ONE = "one-to-one children"
    NOBODY = "no child"


@dataclass(frozen=True, slots=True)
class Row:
    """One group's line of the matrix."""

    reads: frozenset[int]
    scope: Scope
    uses: frozenset[int]
    powers: frozenset[Power]
    says: str
    """Why somebody in this group may read an entry, as readers are told."""


_BY_ALL = frozenset(
    {
        C.ATTENDANCE,
        C.CONCERN,
        C.SERIOUS_BEHAVIOUR,
        C.LOW_BEHAVIOUR,
        C.PARENT_CONCERN,
        C.FRIENDSHIP,
        C.MEDICAL,
        C.RACIST,
        C.VULNERABLE,
    }
)
_BY_LEADERS = EVERY - {C.OTHER_TRANSFER}
_BY_SLT = _BY_ALL | {C.LEADER_WELFARE, C.BULLYING, C.CHILD_PROTECTION}
_OF_OWN_CLASS = frozenset(
    {
        C.ATTENDANCE,
        C.SERIOUS_BEHAVIOUR,
        C.LOW_BEHAVIOUR,
        C.FRIENDSHIP,
        C.MEDICAL,
        C.SEN,
        C.PARENT_CONCERN,
    }
)
_NONE: frozenset[int] = frozenset()
_STAFF = frozenset({Power.RECORD, Power.OPEN_CHILD})
_SENIOR = _STAFF | {Power.FOLLOW_UP, Power.BREAK_GLASS}
_DEPUTIES = _STAFF | {Power.FOLLOW_UP, Power.SHARE, Power.BAR, Power.LOCK, Power.EXPLAIN}
_LEADS = _DEPUTIES | {Power.GROUPS, Power.APPROVE}
_HEADS = _LEADS | {Power.SEE_LOOKS, Power.ACCOUNTS, Power.SETTINGS}
_ADMINISTRATORS = frozenset({Power.IMPORT_ROLL, Power.ACCOUNTS, Power.GROUPS, Power.SETTINGS})
_EVERY_CATEGORY = "reads every category"
_ALERTED_ONLY = "reads what they are alerted to"

MATRIX: dict[Group, Row] = {
    Group.HEAD: Row(EVERY, Scope.WHOLE_SCHOOL, _BY_LEADERS, _HEADS, _EVERY_CATEGORY),
    Group.ASSISTANT_HEAD: Row(EVERY, Scope.WHOLE_SCHOOL, _BY_LEADERS, _DEPUTIES, _EVERY_CATEGORY),
    Group.DSL: Row(EVERY, Scope.WHOLE_SCHOOL, _BY_LEADERS, _LEADS, _EVERY_CATEGORY),
    Group.DEPUTY: Row(EVERY, Scope.WHOLE_SCHOOL, _BY_LEADERS, _DEPUTIES, _EVERY_CATEGORY),
    Group.SLT: Row(
        EVERY - {C.CHILD_PROTECTION}, Scope.WHOLE_SCHOOL, _BY_SLT, _SENIOR, "reads all but child protection"
    ),
    Group.SENCO: Row(
        EVERY - {C.CHILD_PROTECTION, C.LEADER_WELFARE},
        Scope.WHOLE_SCHOOL,
        _BY_ALL | {C.SEN},
        _STAFF,
        "reads all but child protection and leader welfare",
    ),
    Group.TEACHER: Row(
        _OF_OWN_CLASS,
        Scope.OWN_CLASSES,
        _BY_ALL | {C.SEN},
        _STAFF,
        "reads these categories for the own class",
    ),
    Group.TEACHING_ASSISTANT: Row(_NONE, Scope.ONE_TO_ONE, _BY_ALL, _STAFF, _ALERTED_ONLY),
    Group.OFFICE: Row(_NONE, Scope.NOBODY, _BY_ALL, _STAFF, _ALERTED_ONLY),
    Group.FAMILY_WORKER: Row(_NONE, Scope.ONE_TO_ONE, _BY_ALL, _STAFF, _ALERTED_ONLY),
    Group.ADMIN: Row(_NONE, Scope.NOBODY, _NONE, _ADMINISTRATORS, "reads no child's record"),
}

OWN_ENTRIES_ONLY: dict[Group, frozenset[int]] = {Group.SLT: frozenset({C.CHILD_PROTECTION})}
"""Categories of which a group reads only what its people wrote themselves."""
