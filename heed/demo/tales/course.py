"""A long course about one child: its own scenes on its own calendar, with everyday scenes between them."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from random import Random

from heed.demo.tales.days import school_days
from heed.demo.tales.memory import NoFit
from heed.demo.tales.scenes import BY_NAME
from heed.demo.tales.scribe import Desk, written
from heed.demo.tales.script import Scene
from heed.demo.tales.subject import Adult, Subject
from heed.demo.tales.tale import Tale

WEEK = 5
EVERY_DAY = (0, 1, 2, 3, 4)


@dataclass(frozen=True, slots=True)
class Echo:
    """An everyday scene that comes back so many times in a course, on these weekdays, from one week to another."""

    scene: str
    times: int
    weekdays: tuple[int, ...] = EVERY_DAY
    first: int = 0
    last: int = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """What is told of one child. It began so many school days ago; weeks are counted from there."""

    child: str
    ago: int
    scenes: tuple[Scene, ...]
    adults: dict[str, Adult] = field(default_factory=dict)
    echoes: tuple[Echo, ...] = ()
    away: frozenset[str] = frozenset()
    """Relatives by role who are not met by chance: they are kept away, or live elsewhere."""


def adults(**named: str) -> dict[str, Adult]:
    """People of a course by what its script calls them: `sw="Naomi Frith, social worker"`."""
    parted = {key: said.split(", ") for key, said in named.items()}
    return {key: Adult(name, role) for key, (name, role) in parted.items()}


def told_in(course: Course, desk: Desk, subject: Subject, rng: Random) -> tuple[Tale, ...]:
    """Every entry of a course that has come to pass by now."""
    days = school_days(subject.today)
    began = len(days) - course.ago
    found: list[Tale] = []
    beats = [*_own(course, days, began, rng), *_between(course, days, began, rng)]
    for place, scene in sorted(beats, key=lambda one: one[0]):
        tale = _near(place, scene, course, desk, subject, rng)
        if tale:
            found.append(tale)
    return tuple(found)


def _own(course: Course, days: tuple[date, ...], began: int, rng: Random) -> Iterator[tuple[int, Scene]]:
    """Each scene of its own with its place in the calendar; none begins before the one that stands above it."""
    at_least = waited = began
    for scene in course.scenes:
        planned = max(at_least, waited + scene.week * WEEK + rng.randint(0, 2))
        first = _after_holiday(scene.holiday, planned, days)
        waited += first - planned
        first = at_least = _on(scene.weekdays, first, days)
        yield first, scene
        for number in range(1, scene.times):
            yield first + number * scene.every * WEEK + rng.randint(0, 2), scene


def _between(course: Course, days: tuple[date, ...], began: int, rng: Random) -> Iterator[tuple[int, Scene]]:
    """The everyday scenes."""
    for echo in course.echoes:
        first = began + echo.first * WEEK
        last = min(len(days), began + echo.last * WEEK)
        part = (last - first) / echo.times
        for number in range(echo.times):
            yield _on(echo.weekdays, int(first + part * (number + rng.random())), days), BY_NAME[echo.scene]


def _after_holiday(which: str, place: int, days: tuple[date, ...]) -> int:
    """The next first day after a holiday, if one is asked for; past the end when there was none yet."""
    if not which:
        return place
    return next(
        (
            later
            for later in range(place, len(days))
            if (days[later] - days[later - 1]).days > 5 and (which == "any" or days[later].month == 9)
        ),
        len(days),
    )


def _on(weekdays: tuple[int, ...], place: int, days: tuple[date, ...]) -> int:
    """The nearest later place with one of these weekdays."""
    for later in range(place, min(place + 2 * WEEK, len(days))):
        if days[later].weekday() in weekdays:
            return later
    return place


def _near(place: int, scene: Scene, course: Course, desk: Desk, subject: Subject, rng: Random) -> Tale | None:
    """The scene on that day, or on the first of the following days on which it fits."""
    days = school_days(subject.today)
    for later in range(place, place + WEEK):
        if later >= len(days) or days[later].weekday() not in scene.weekdays:
            continue
        try:
            return written(desk, scene, subject, days[later], rng, cast=course.adults, away=course.away)
        except NoFit:
            continue
    return None
