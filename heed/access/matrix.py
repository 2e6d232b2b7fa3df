"""What each group may use, read and do until the school says otherwise (PRODUCT.md, sections 3 and 4), and what stays."""

from dataclasses import dataclass, replace
from enum import StrEnum

from heed.who.categories import EVERY, Default
from heed.who.groups import HEADS, LEADS, Group
from heed.who.powers import Power

C = Default


class Scope(StrEnum):
    """The children that a group covers for one of its people."""

    WHOLE_SCHOOL = "whole school"
    OWN_YEAR = "own year"
    OWN_CLASSES = "own classes"
    ONE_TO_ONE = "one-to-one children"
    NOBODY = "no child"

    @property
    def words(self) -> str:
        """The children, as a sentence about several people says it."""
        return _CHILDREN[self]

    def is_within(self, other: "Scope") -> bool:
        """Whether whoever covers `other` covers these children too, whichever they are."""
        return (
            self is other or self is Scope.NOBODY or (self, other) in _WITHIN or other is Scope.WHOLE_SCHOOL
        )


_CHILDREN = {
    Scope.WHOLE_SCHOOL: "children in the whole school",
    Scope.OWN_YEAR: "children in the years of their classes",
    Scope.OWN_CLASSES: "children in their classes",
    Scope.ONE_TO_ONE: "children they work with one to one",
    Scope.NOBODY: "no child",
}
_WITHIN = {(Scope.OWN_CLASSES, Scope.OWN_YEAR)}


@dataclass(frozen=True, slots=True)
class Row:
    """One group's line of the matrix."""

    reads: frozenset[int]
    scope: Scope
    uses: frozenset[int]
    powers: frozenset[Power]
    says: str = ""
    """Why somebody in this group may read an entry, as readers are told."""

    def same_as(self, other: "Row") -> bool:
        """Whether both let a group do the same."""
        return replace(self, says="") == replace(other, says="")


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
_HEADS = _LEADS | {Power.SEE_LOOKS, Power.ACCOUNTS, Power.SETTINGS, Power.IMPORT_ROLL}
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


@dataclass(frozen=True, slots=True)
class Bounds:
    """What no school can take from a group, and what none can give it."""

    whole_record: bool = False
    """Reads every category of the whole school, whatever else is set."""
    no_record: bool = False
    """Reads nothing, of no child, and records nothing."""
    keeps: frozenset[Power] = frozenset()
    never: frozenset[Power] = frozenset()


_TO_LEAD = frozenset(
    {
        Power.RECORD,
        Power.OPEN_CHILD,
        Power.FOLLOW_UP,
        Power.BAR,
        Power.EXPLAIN,
        Power.GROUPS,
        Power.APPROVE,
    }
)
_ABOUT_CHILDREN = frozenset(
    {
        Power.RECORD,
        Power.OPEN_CHILD,
        Power.FOLLOW_UP,
        Power.SHARE,
        Power.BAR,
        Power.LOCK,
        Power.BREAK_GLASS,
        Power.SEE_LOOKS,
    }
)
_LEADERS_ALONE = frozenset({Power.APPROVE})

BOUNDS: dict[Group, Bounds] = {
    Group.HEAD: Bounds(whole_record=True, keeps=_TO_LEAD | {Power.ACCOUNTS, Power.SETTINGS}),
    Group.DSL: Bounds(whole_record=True, keeps=_TO_LEAD),
    Group.ADMIN: Bounds(no_record=True, never=_ABOUT_CHILDREN | _LEADERS_ALONE),
    **{group: Bounds() for group in (HEADS | LEADS) - {Group.HEAD, Group.DSL}},
}
"""A school cannot lock itself out, and cannot let an administrator read."""


def bounds_of(group: Group) -> Bounds:
    """The bounds of a group; only heads and leads may approve people."""
    return BOUNDS.get(group, Bounds(never=_LEADERS_ALONE))


def within_bounds(group: Group, row: Row) -> Row:
    """The row as far as it can hold for this group. Asked each time one is read, whatever was stored."""
    bounds = bounds_of(group)
    powers = (row.powers | bounds.keeps) - bounds.never
    if bounds.whole_record:
        return replace(row, reads=row.reads | EVERY, scope=Scope.WHOLE_SCHOOL, powers=powers)
    if bounds.no_record:
        return replace(row, reads=_NONE, scope=Scope.NOBODY, uses=_NONE, powers=powers)
    return replace(row, powers=powers)


def says_of(row: Row) -> str:
    """Why somebody in a group that the school has changed may read an entry."""
    if not row.reads or row.scope is Scope.NOBODY:
        return _ALERTED_ONLY
    what = "every category" if row.reads >= EVERY else "these categories"
    return f"reads {what}, of {row.scope.words}"
