"""Why somebody is kept from a child or an entry."""

from enum import StrEnum


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
