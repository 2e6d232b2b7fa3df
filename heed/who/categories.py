"""The numbers of the categories that every school begins with.

The number is unique in a school, never deleted and never used again, so that an entry's categories stay
readable for decades; schools' own categories begin at 100.
"""

from enum import IntEnum


class Default(IntEnum):
    """A category every school begins with. The school may rename it or switch it off, not renumber it."""

    ATTENDANCE = 1
    CONCERN = 2
    LEADER_WELFARE = 3
    SERIOUS_BEHAVIOUR = 4
    LOW_BEHAVIOUR = 5
    BULLYING = 6
    CHILD_PROTECTION = 7
    PARENT_CONCERN = 8
    FRIENDSHIP = 9
    MEDICAL = 10
    RACIST = 11
    SEN = 12
    VULNERABLE = 13
    OTHER_TRANSFER = 14


EVERY = frozenset(Default)

ELEVATED_ONLY: frozenset[int] = frozenset({Default.CHILD_PROTECTION, Default.LEADER_WELFARE})
"""Read elevated even by somebody who was alerted to it."""
