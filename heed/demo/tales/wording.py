"""Small words: numbers, days and tidy sentences."""

import re
from datetime import date, datetime, timedelta
from random import Random

from heed.demo.tales.days import next_school_day
from heed.demo.tales.memory import NoFit
from heed.demo.terms import is_school_day, school_days_before

_NUMBERS = (
    *("nought", "one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
)
_ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")


def number_said(kind: str, first: int, last: int, rng: Random) -> str:
    """A number between the two: `n` in words as far as twelve, `d` in digits, `o` as in *third*."""
    number = rng.randint(first, last)
    if kind == "o":
        return _ORDINALS[number - 1]
    return in_words(number) if kind == "n" else str(number)


def in_words(number: int) -> str:
    """As far as twelve."""
    return _NUMBERS[number] if number < len(_NUMBERS) else str(number)


def day_said(slot: str, at: datetime, began: date | None, rng: Random) -> str:
    """The words for a day slot, or nothing when it is none. `began`: when that happened which this is about."""
    today = at.date()
    if ahead := re.fullmatch(r"date([+-])(\d+)-(\d+)", slot):
        return _day_away(today, rng.randint(int(ahead[2]), int(ahead[3])), began, back=ahead[1] == "-")
    match slot:
        case "day":
            day = f"{today:%A}"
        case "date":
            day = _on(today)
        case "tomorrow":
            day = f"{next_school_day(today):%A}"
        case "day-":
            day = f"{school_days_before(today, rng.randint(1, 3)):%A}"
        case "sd" | "weeks":
            day = _since(slot, today, began)
        case _:
            day = ""
    return day


def _on(day: date) -> str:
    return f"{day.day} {day:%B}"


def _day_away(today: date, days: int, began: date | None, *, back: bool) -> str:
    """A school day about so far away: not across a holiday, nor before what it is about."""
    asked = today + timedelta(days=-days if back else days)
    day = asked
    while not is_school_day(day):
        day += timedelta(days=-1 if back else 1)
    if back and ((asked - day).days > 3 or (began and day <= began)):
        raise NoFit
    return _on(day)


def _since(slot: str, today: date, began: date | None) -> str:
    """How many school days, or weeks, have gone by since what this is about."""
    if began is None:
        raise NoFit
    days = (today - began).days
    passed = sum(is_school_day(began + timedelta(days=one + 1)) for one in range(days))
    number = passed if slot == "sd" else days // 7
    if number < (3 if slot == "sd" else 2) or (slot == "weeks" and passed < number * 3):
        raise NoFit
    return in_words(number)


def tidied(line: str) -> str:
    """With single spaces, capitals at the beginning of sentences, and `once` for `one times`."""
    line = _SPACE.sub(r"\1", " ".join(line.split()))
    line = _TIMES.sub(lambda found: "once" if found[1] in {"one", "1"} else "twice", line)
    line = _ONE.sub(r"\1", _DOUBLE_STOP.sub(r"\1”", line))
    return _BEGINNING.sub(lambda found: found[1] + found[2].upper(), line)


_SPACE = re.compile(r" +([.,:;?])")
_TIMES = re.compile(r"\b(one|two|1|2) times\b")
_ONE = re.compile(
    r"\b((?:one|1) (?:half-)?(?:metre|other|spot|day|week|year|minute|hour|page|late mark|target))s\b"
)
_DOUBLE_STOP = re.compile(r"([?.])”\.")
_BEGINNING = re.compile(r"(^“?|[.?] )([a-z])")
