"""The ordinary run of small entries: most children have none or a few, spread over two school years."""

from datetime import date
from random import Random

from heed.demo.tales.days import days_into_term, school_days
from heed.demo.tales.memory import NoFit
from heed.demo.tales.scenes import EVERYDAY
from heed.demo.tales.scribe import Desk, written
from heed.demo.tales.script import Scene
from heed.demo.tales.subject import Subject, school_year_of
from heed.demo.tales.tale import Tale

HOW_MANY = {0: 11, 1: 15, 2: 18, 3: 17, 4: 14, 5: 12, 6: 5, 7: 3, 9: 2, 12: 1, 16: 1, 24: 1, 33: 1}
"""Entries of a child in two school years, and the weight of that number."""

SETTLED = 4
"""Entries of the last so many school days are written by hand only, or belong to a longer course."""

ATTEMPTS = 40


def two_years(today: date) -> tuple[date, ...]:
    """The school days of this school year and the one before it, without the last few."""
    first = date(school_year_of(today) - 1, 9, 1)
    return tuple(day for day in school_days(today)[:-SETTLED] if day >= first)


def some_day(days: tuple[date, ...], rng: Random) -> date:
    """One of these days: Mondays, days after a holiday and later months a little more often."""
    while True:
        place = rng.random()
        day = days[int(len(days) * place)]
        weight = 0.45 + 0.25 * place
        weight += 0.12 if day.weekday() == 0 else 0
        weight += 0.18 if days_into_term(day) < 5 else 0
        if rng.random() < weight:
            return day


def entries_of(
    desk: Desk, subject: Subject, rng: Random, how_many: int, scenes: tuple[Scene, ...] = EVERYDAY
) -> tuple[Tale, ...]:
    """So many ordinary entries about one child, no two on one day."""
    days = two_years(subject.today)
    found: dict[date, Tale] = {}
    for _ in range(how_many):
        for _ in range(ATTEMPTS):
            day = some_day(days, rng)
            if day not in found and (tale := _try(desk, subject, day, rng, scenes)):
                found[day] = tale
                break
    return tuple(found.values())


def how_many(subject: Subject, rng: Random) -> int:
    """How many small entries this child has: fewer for those who came lately."""
    wanted = rng.choices([*HOW_MANY], weights=[*HOW_MANY.values()])[0]
    days = two_years(subject.today)
    here = sum(subject.stage(day) is not None for day in days) / len(days)
    return round(wanted * (0.35 + 0.65 * here)) if here > 0.2 else min(wanted, 1)


def _try(desk: Desk, subject: Subject, day: date, rng: Random, scenes: tuple[Scene, ...]) -> Tale | None:
    stage = subject.stage(day)
    if stage is None:
        return None
    fitting = [one for one in scenes if one.fits(stage.year, day.month) and day.weekday() in one.weekdays]
    scene = rng.choices(fitting, weights=[one.weight for one in fitting])[0]
    try:
        return written(desk, scene, subject, day, rng)
    except NoFit:
        return None
