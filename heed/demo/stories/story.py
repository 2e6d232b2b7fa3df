"""What one invented entry is."""

from dataclasses import dataclass
from datetime import time


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """One entry about one child.

    `child` is a key of the sample trust; `writer` and `read_by` are addresses of its staff. `categories` are
    the names of `who.categories.Default` in small letters. It happened `school_days_ago` school days before
    the day on which the trust is made (1 is the last whole school day before it, never 0, so that no entry
    lies in the future) and was written down `minutes_later`, more than 1,440 only with a `late_reason`.
    `precision` says how well the time is known: `exact`, `about` or `morning of`.
    """

    child: str
    writer: str
    categories: tuple[str, ...]
    school_days_ago: int
    at: time
    precision: str
    place: str
    account: str
    child_words: str = ""
    already_done: str = ""
    minutes_later: int
    late_reason: str = ""
    read_by: tuple[str, ...] = ()
