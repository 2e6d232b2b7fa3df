"""Days and times as people type them in a school."""

import re
from contextlib import suppress
from datetime import date, time, timedelta

NIGHT = range(1, 7)
"""Hours that nobody in a school means without saying so."""

_MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
_NUMERIC = re.compile(r"^(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4}|\d{2})$")
_ISO = re.compile(r"^(\d{4})-(\d{1,2})-(\d{1,2})$")
_WORDS = re.compile(r"^(?:[a-z]+,? )?(\d{1,2})(?:st|nd|rd|th)? ([a-z]+),?(?: (\d{4}))?$")
_CLOCK = re.compile(r"^(\d{1,2})(?:[:.h]?(\d{2}))? ?(am|pm)?$")


def read_day(typed: str, *, today: date) -> date | None:
    """The day meant by `23 November 2026`, `23 Nov`, `23/11/2026`, `2026-11-23`, `today` or `yesterday`.

    Day before month, as in the United Kingdom. Without a year, the last such day that is not in the future.
    None when it is no day.
    """
    said = " ".join(typed.lower().split())
    if said in {"today", "yesterday"}:
        return today - timedelta(days=said == "yesterday")
    try:
        return _numeric(said) or _in_words(said, today)
    except ValueError:
        return None


def _numeric(said: str) -> date | None:
    if iso := _ISO.match(said):
        return date(int(iso[1]), int(iso[2]), int(iso[3]))
    if plain := _NUMERIC.match(said):
        year = int(plain[3]) + (2000 if len(plain[3]) == 2 else 0)
        return date(year, int(plain[2]), int(plain[1]))
    return None


def _in_words(said: str, today: date) -> date | None:
    found = _WORDS.match(said)
    if not found or found[2][:3] not in _MONTHS:
        return None
    month, day = _MONTHS.index(found[2][:3]) + 1, int(found[1])
    if found[3]:
        return date(int(found[3]), month, day)
    return _last_before(month, day, today)


def _last_before(month: int, day: int, today: date) -> date:
    """The last such day that is not in the future; 29 February may lie up to eight years back."""
    for year in range(today.year, today.year - 9, -1):
        with suppress(ValueError):
            found = date(year, month, day)
            if found <= today:
                return found
    raise ValueError(f"{day}.{month}. is no day")


def could_be_either(typed: str) -> bool:
    """Whether a time such as `2.30` or `3` could be in the night as well as in the afternoon."""
    said = " ".join(typed.lower().split()).removeprefix("about ").removeprefix("around ").removeprefix("c. ")
    found = _CLOCK.match(said)
    return bool(found and not found[3] and not found[1].startswith("0") and int(found[1]) in NIGHT)


def read_time(typed: str) -> tuple[time, str] | None:
    """The time of day meant, and how exactly it is known: `exact`, `about` or `part` (of the day).

    Takes `08:50`, `8.50`, `0850`, `8:50 am`, `about 10`, `morning`, `lunchtime`, `afternoon`. None when it is
    no time. A bare hour is taken as about then.
    """
    said = " ".join(typed.lower().split())
    if said in _PARTS:
        return _PARTS[said], "part"
    about = said.startswith(("about ", "around ", "c. "))
    found = _CLOCK.match(said.split(" ", 1)[1] if about else said)
    if not found:
        return None
    hour, minute = int(found[1]), int(found[2] or 0)
    if found[3]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if found[3] == "pm" else 0)
    if hour > 23 or minute > 59:
        return None
    return time(hour, minute), "about" if about or not found[2] else "exact"


_PARTS = {
    words: beginning
    for beginning, spellings in {
        time(6): ("all day",),
        time(7): ("before school",),
        time(8): ("morning", "in the morning"),
        time(11, 30): ("lunchtime", "lunch", "at lunch", "at lunchtime"),
        time(12): ("afternoon", "in the afternoon"),
        time(15): ("after school",),
        time(17): ("evening", "in the evening"),
    }.items()
    for words in spellings
}
"""Parts of the day, each stored as the moment it begins, so that what was typed can be said again."""


def part_words(beginning: time) -> str:
    """The part of the day that begins then; of a time that begins none, the part it lies in."""
    named = {moment: words for words, moment in reversed(_PARTS.items())}
    if beginning in named:
        return named[beginning]
    return "morning" if beginning < time(12) else "afternoon" if beginning < time(17) else "evening"
