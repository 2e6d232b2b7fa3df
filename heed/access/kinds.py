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


class BarWhy(StrEnum):
    """The reason of a bar. The value is stored; never change it."""

    OWN_CHILD = "own child"
    RELATIVE = "relative"
    NAMED = "named"
    CONFLICT = "conflict"

    @property
    def words(self) -> str:
        """As it is chosen, and told to whoever looks after bars."""
        return _WORDS[self]


_WORDS = {
    BarWhy.OWN_CHILD: "Their own child",
    BarWhy.RELATIVE: "A relative, or lives in their home",
    BarWhy.NAMED: "Named in what was written",
    BarWhy.CONFLICT: "A conflict of interest",
}

OF_FAMILY = (BarWhy.OWN_CHILD, BarWhy.RELATIVE)
"""What staff declare themselves."""
