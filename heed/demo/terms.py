"""School days of the sample trust, counted back from any day."""

from datetime import date, timedelta

# Holidays as English schools have them, near enough for stories: month and day, first and last.
_HOLIDAYS = (
    ((1, 1), (1, 4)),
    ((2, 14), (2, 20)),
    ((4, 2), (4, 16)),
    ((5, 25), (5, 31)),
    ((7, 23), (9, 2)),
    ((10, 24), (10, 31)),
    ((12, 20), (12, 31)),
)


def is_school_day(day: date) -> bool:
    """A weekday outside the holidays."""
    if day.weekday() >= 5:
        return False
    return not any(first <= (day.month, day.day) <= last for first, last in _HOLIDAYS)


def school_days_before(today: date, ago: int) -> date:
    """The school day so many school days before today; at least one, so that nothing lies in the future."""
    day, left = today, max(ago, 1)
    while left:
        day -= timedelta(days=1)
        left -= is_school_day(day)
    return day
