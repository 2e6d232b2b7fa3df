"""When things happen in a school: which days, and at what time of the day."""

from collections.abc import Callable
from datetime import date, timedelta
from functools import cache
from random import Random

from heed.demo.terms import is_school_day

YEARS_BACK = 8

Moment = tuple[int, int]


@cache
def school_days(today: date) -> tuple[date, ...]:
    """Every school day of the years before today, oldest first."""
    first = date(today.year - YEARS_BACK, 9, 1)
    days = (first + timedelta(days=number) for number in range((today - first).days))
    return tuple(day for day in days if is_school_day(day) and not _is_may_day(day))


def next_school_day(day: date) -> date:
    """The school day after this one."""
    while True:
        day += timedelta(days=1)
        if is_school_day(day):
            return day


def days_into_term(day: date) -> int:
    """How many school days this term had before this day: 0 after a holiday, and never more than 10."""
    for number in range(10):
        before = day - timedelta(days=1)
        while before.weekday() >= 5:
            before -= timedelta(days=1)
        if not is_school_day(before):
            return number
        day = before
    return 10


def pe_day(class_name: str) -> int:
    """The weekday on which a class has PE."""
    return sum(map(ord, class_name)) % 4 + (1 if class_name < "M" else 0)


def at_time_of(when: str, rng: Random, weekday: int) -> Moment:
    """Hour and minute of something that happens then."""
    first, last, step = _WHEN[when](rng)
    minutes = rng.randrange(first, last + 1, step)
    return minutes // 60, minutes % 60


def _is_may_day(day: date) -> bool:
    return day.month == 5 and day.day <= 7 and day.weekday() == 0


_Span = tuple[int, int, int]


def _span(first: str, last: str, step: int = 1) -> Callable[[Random], _Span]:
    span = (_minutes(first), _minutes(last), step)
    return lambda _: span


def _one_of(*spans: _Span) -> Callable[[Random], _Span]:
    return lambda rng: rng.choice(spans)


def _minutes(clock: str) -> int:
    hour, _, minute = clock.partition(".")
    return int(hour) * 60 + int(minute)


_MORNING = (_minutes("9.12"), _minutes("10.28"), 1)
_LATE_MORNING = (_minutes("10.52"), _minutes("11.58"), 1)
_AFTERNOON = (_minutes("13.14"), _minutes("15.02"), 1)

_WHEN: dict[str, Callable[[Random], _Span]] = {
    "early": _span("7.55", "8.30", 5),
    "door": _span("8.38", "8.54"),
    "late": _span("9.04", "9.52"),
    "register": _span("8.50", "9.06"),
    "lesson": _one_of(_MORNING, _LATE_MORNING, _AFTERNOON),
    "morning": _one_of(_MORNING, _LATE_MORNING),
    "afternoon": lambda _: _AFTERNOON,
    "break": _span("10.30", "10.47"),
    "lunch": _span("12.06", "13.02"),
    "pe": _span("13.20", "14.25", 5),
    "home": _span("15.13", "15.34"),
    "waiting": _span("15.41", "16.18"),
    "after": _span("15.40", "16.40", 5),
    "phone": _one_of((_minutes("8.45"), _minutes("9.55"), 1), (_minutes("13.05"), _minutes("15.50"), 1)),
    "calls": _span("9.25", "10.40", 5),
    "meeting": _one_of((_minutes("9.30"), _minutes("11.15"), 15), (_minutes("13.15"), _minutes("15.00"), 15)),
    "club": _span("7.46", "8.28"),
}
