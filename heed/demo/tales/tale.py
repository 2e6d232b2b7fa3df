"""What one told entry is: when everything happened, who wrote it, who read it, and what was done about it."""

from dataclasses import dataclass, replace
from datetime import datetime
from typing import Self


@dataclass(frozen=True, slots=True, kw_only=True)
class Deed:
    """One action on an entry. `told` are addresses of those who are told with it; they read it at `told_read`."""

    by: str
    at: datetime
    done: str
    consent: str = ""
    why_not_asked: str = ""
    told: tuple[str, ...] = ()
    told_read: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """One step: `did` is the value of `incidents.kinds.Did`. `to` has it from then on, and reads it at `to_read`."""

    by: str
    at: datetime
    did: str
    said: str = ""
    to: str = ""
    to_read: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Tale:
    """One entry about one child, with everything that came after it.

    `child` is a key of the sample trust; `writer` and `by` are addresses of its staff. `categories` are the names
    of `who.categories.Default` in small letters; `precision` is a value of `records.kinds.Precision`. `reads` says
    who of those who were told marked it as read, and when; `class_name` the child's class then, where it is
    another than now.
    """

    child: str
    writer: str
    categories: tuple[str, ...]
    occurred_at: datetime
    recorded_at: datetime
    precision: str = "exact"
    place: str = ""
    account: str
    child_words: str = ""
    already_done: str = ""
    late_reason: str = ""
    class_name: str = ""
    reads: tuple[tuple[str, datetime], ...] = ()
    deeds: tuple[Deed, ...] = ()
    turns: tuple[Turn, ...] = ()

    @property
    def words(self) -> str:
        """Everything in it that somebody wrote."""
        said = [self.account, self.child_words, self.already_done, self.late_reason]
        return "\n".join([*said, *(one.done for one in self.deeds), *(one.said for one in self.turns)])

    def followed(self, **what: object) -> Self:
        """The same entry with other things after it."""
        return replace(self, **what)  # type: ignore[arg-type]  # checked where it is made


def later_of(tale: Tale) -> tuple[tuple[str, datetime] | Deed | Turn, ...]:
    """What came after the entry, in order of time; of one moment, reading first."""
    everything: list[tuple[datetime, int, tuple[str, datetime] | Deed | Turn]] = [
        *((one[1], 0, one) for one in tale.reads),
        *((one.at, 1, one) for one in tale.deeds),
        *((one.at, 2, one) for one in tale.turns),
    ]
    return tuple(one for _, _, one in sorted(everything, key=lambda each: each[:2]))
