"""Moments as people in a school in the United Kingdom read them. Stored in UTC, shown in London time."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from heed.lib.whens import part_words

LONDON = ZoneInfo("Europe/London")
_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_NUMBERS = [
    "No",
    "One",
    "Two",
    "Three",
    "Four",
    "Five",
    "Six",
    "Seven",
    "Eight",
    "Nine",
    "Ten",
    "Eleven",
    "Twelve",
]


def london(moment: datetime) -> datetime:
    """The same moment on a clock in London."""
    return moment.astimezone(LONDON)


def from_london(day: date, hour: int, minute: int) -> datetime:
    """The moment a London clock showed this; in the doubled hour of October the first of the two."""
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=LONDON).astimezone(UTC)


def day_words(day: date) -> str:
    """`18 November 2026`."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def month_words(day: date) -> str:
    """`November 2026`."""
    return f"{_MONTHS[day.month - 1]} {day.year}"


def weekday_words(day: date) -> str:
    """`Monday 23 November 2026`."""
    return f"{day:%A} {day_words(day)}"


def short_day(day: date, today: date) -> str:
    """`Today`, `Yesterday`, `18 November` in the same school year's span, else with the year."""
    if day == today:
        return "Today"
    if day == today - timedelta(days=1):
        return "Yesterday"
    words = f"{day.day} {_MONTHS[day.month - 1]}"
    return words if abs((today - day).days) < 180 else f"{words} {day.year}"


def moment_words(moment: datetime, now: datetime, *, precision: str = "exact") -> str:
    """`Today, 10:14`, `18 November, about 08:50` or `5 November, morning`."""
    local = london(moment)
    return f"{short_day(local.date(), london(now).date())}, {time_words(local, precision)}"


def within_sentence(words: str) -> str:
    """The same words inside a sentence: `today, 10:14`, but `18 November` keeps its capital."""
    return words[:1].lower() + words[1:] if words.startswith(("Today", "Yesterday")) else words


def full_moment_words(moment: datetime, *, precision: str = "exact") -> str:
    """`Tuesday 3 June 2025, 10:42`: for places where nothing may depend on the day it is read."""
    local = london(moment)
    return f"{weekday_words(local.date())}, {time_words(local, precision)}"


def time_words(local: datetime, precision: str) -> str:
    """The time of day as exactly as it is known."""
    if precision == "part":
        return part_words(local.time())
    clock = f"{local:%H:%M}"
    return f"about {clock}" if precision == "about" else clock


def age(born: date, today: date) -> int:
    """Whole years lived."""
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))


def number_words(number: int, one: str, many: str) -> str:
    """`Six alerts`, `One alert`, `No alerts`, `14 alerts`: how a sentence begins with a count."""
    said = _NUMBERS[number] if 0 <= number < len(_NUMBERS) else str(number)
    return f"{said} {one if number == 1 else many}"


def greeting(moment: datetime) -> str:
    """Good morning until noon, good afternoon until six, then good evening."""
    hour = london(moment).hour
    return "Good morning" if hour < 12 else "Good afternoon" if hour < 18 else "Good evening"
