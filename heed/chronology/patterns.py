"""How often, of what kind, in which month and on which weekday. Pure."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from heed.lib.clock import london, month_words

MONTHS_SHOWN = 15
LINES_SHOWN = 6
SATURDAY = 5
_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True, slots=True)
class PatternMonth:
    """A column."""

    short: str
    full: str
    year: str | None


@dataclass(frozen=True, slots=True)
class PatternDay:
    """A column of the week."""

    short: str
    full: str


@dataclass(frozen=True, slots=True)
class PatternLine:
    """A category's row: by month, and by day of the week."""

    label: str
    counts: tuple[int, ...]
    on_days: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Pattern:
    """Entries counted by category, and by month and by day of the week: what happens on Mondays shows there.

    An entry in two categories counts in both rows, once in the total. Days on which nothing ever happened at the
    weekend are left out.
    """

    months: tuple[PatternMonth, ...]
    days: tuple[PatternDay, ...]
    lines: tuple[PatternLine, ...]
    total: tuple[int, ...]
    total_on_days: tuple[int, ...]
    note: str


def first_month(today: date) -> date:
    """The first day of the earliest month that is shown."""
    months = today.year * 12 + today.month - MONTHS_SHOWN
    return date(months // 12, months % 12 + 1, 1)


def by_month(
    rows: Iterable[tuple[datetime, tuple[int, ...]]], names: dict[int, str], today: date
) -> Pattern | None:
    """The pattern of these entries over the months up to today; None when there are none."""
    placed = [(london(at), numbers) for at, numbers in rows]
    if not placed:
        return None
    months = _months(today)
    total = Counter((at.year, at.month) for at, _ in placed)
    on_days = Counter(at.weekday() for at, _ in placed)
    days = [day for day in range(7) if day < SATURDAY or on_days[day]]
    lines = Counter(number for _, numbers in placed for number in numbers)
    cells = Counter((number, at.year, at.month) for at, numbers in placed for number in numbers)
    day_cells = Counter((number, at.weekday()) for at, numbers in placed for number in numbers)
    return Pattern(
        months=tuple(_column(month, index) for index, month in enumerate(months)),
        days=tuple(PatternDay(_DAYS[day][:3], _DAYS[day]) for day in days),
        lines=tuple(
            PatternLine(
                names.get(number, "Other"),
                tuple(cells[number, *month] for month in months),
                tuple(day_cells[number, day] for day in days),
            )
            for number, _ in sorted(lines.items(), key=lambda one: (-one[1], one[0]))[:LINES_SHOWN]
        ),
        total=tuple(total[month] for month in months),
        total_on_days=tuple(on_days[day] for day in days),
        note=_note(sum(total.values()), total[today.year, today.month], first_month(today)),
    )


def _months(today: date) -> list[tuple[int, int]]:
    last = today.year * 12 + today.month - 1
    return [(month // 12, month % 12 + 1) for month in range(last - MONTHS_SHOWN + 1, last + 1)]


def _column(month: tuple[int, int], index: int) -> PatternMonth:
    first = date(*month, 1)
    return PatternMonth(
        f"{first:%b}", month_words(first), str(first.year) if index == 0 or first.month == 1 else None
    )


def _note(total: int, this_month: int, since: date) -> str:
    now = f", {this_month} of them this month" if this_month else ", none this month"
    return f"{total} since {month_words(since)}{now}"
