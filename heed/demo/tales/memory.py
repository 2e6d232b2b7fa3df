"""What has been said, so that nothing is said twice."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

OFTEN = 3
"""So often one sentence may stand in the whole school."""

_END = re.compile(r"(?<=[.!?])[”]?\s+|\n+")


class NoFit(Exception):  # noqa: N818 - read as a sentence
    """This line cannot be said of this child, or every way of saying it has been used."""


def sentences(text: str) -> list[str]:
    """The sentences of a text, folded so that two that read alike are alike."""
    plain = unicodedata.normalize("NFC", text).casefold()
    return [one.strip(" ”“\n") for one in _END.split(plain) if one.strip(" ”“\n")]


@dataclass(slots=True)
class Memory:
    """What has been said: of each household, and in the whole school; and which lines were used for it."""

    of_household: dict[str, set[str]] = field(default_factory=dict)
    in_school: Counter[str] = field(default_factory=Counter)
    lines: Counter[tuple[str, str]] = field(default_factory=Counter)
    used_up: set[tuple[str, str]] = field(default_factory=set)
    """Lines that had nothing new for a household when they were last tried long enough."""

    def is_new(self, household: str, said: Iterable[str]) -> bool:
        """Whether all of this may still be said of this household."""
        mine = self.of_household.setdefault(household, set())
        return all(one not in mine and self.in_school[one] < OFTEN for one in said)

    def keep(self, household: str, said: Iterable[str]) -> None:
        """It has been said."""
        found = list(said)
        self.of_household.setdefault(household, set()).update(found)
        self.in_school.update(found)
