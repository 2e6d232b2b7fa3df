"""Leon's calendar: how many entries a day in each year, of what kind, and the meetings that come round."""

from collections.abc import Iterator
from datetime import date
from random import Random

from heed.demo.tales.course import adults
from heed.demo.tales.days import days_into_term, school_days
from heed.demo.tales.long.health import LEON_HEALTH
from heed.demo.tales.long.home import LEON_HOME
from heed.demo.tales.long.protection import LEON_PROTECTION
from heed.demo.tales.long.school import LEON_SCHOOL
from heed.demo.tales.memory import NoFit
from heed.demo.tales.scenes import EVERYDAY
from heed.demo.tales.scribe import Desk, written
from heed.demo.tales.script import Scene
from heed.demo.tales.subject import Subject
from heed.demo.tales.tale import Tale

CHILD = "leon-sadler"
ENTRIES = 1000
A_DAY = {-1: 0.26, 0: 0.46, 1: 0.64, 2: 0.9, 3: 0.74, 4: 0.8, 5: 1.02, 6: 1.2}
"""Entries a school day in each year: fewer at first, more while a child protection plan stands."""

ROUND = {"core group": 29, "conference": 118, "review of plan": 190, "nurse": 95, "rescue medicine": 330}
"""Meetings and the like that come round every so many school days."""

ON_A_PLAN = ((2, 3), (5, 6))
"""The years in which core groups and conferences are held."""

_NOT_HIS = {
    *("late at the desk", "who may collect", "by telephone", "in writing", "good news", "plan meeting"),
    *("new baby", "funeral", "moved house", "holiday in term", "party", "jewellery and money", "speech"),
    *("illness at home", "parent away", "stuck up for", "inhaler", "allergy", "no message", "appointment"),
    *("left the site", "at the door", "words to an adult", "cross parent", "small bruise", "something said"),
    *(
        "group chat",
        "reading",
        "attention",
        "meltdown",
        "medicine at school",
        "pet died",
        "fracture",
        "eczema",
    ),
}
_OWN = (*LEON_HEALTH, *LEON_HOME, *LEON_SCHOOL, *LEON_PROTECTION)
_SMALL = (*(one for one in _OWN if one.weight), *(one for one in EVERYDAY if one.name not in _NOT_HIS))
_AROUND = adults(
    grandmother="Brenda Sadler, grandmother",
    en="Judith Amory, epilepsy nurse",
    salt="Fiona Garrick, speech therapist",
    wen="Wen Li, teaching assistant",
)
_SOCIAL_WORKERS = {
    **dict.fromkeys((-1, 0, 1, 2), "Naomi Frith, social worker"),
    **dict.fromkeys((3, 4), "Bridget Hollings, social worker"),
    **dict.fromkeys((5, 6), "Hester Moyle, social worker"),
}
ATTEMPTS = 30


def leons(desk: Desk, subject: Subject, rng: Random) -> tuple[Tale, ...]:
    """About a thousand entries from his first day in Nursery until yesterday."""
    found: list[Tale] = []
    days = [day for day in school_days(subject.today) if subject.stage(day)]
    for day, wanted in _days(days, subject, rng):
        found += filter(None, (_one(desk, subject, day, rng, scene) for scene in wanted))
    return tuple(found)


def _days(days: list[date], subject: Subject, rng: Random) -> Iterator[tuple[date, list[Scene | None]]]:
    """Each school day with what is to be written on it; None stands for something small."""
    first = {name: rng.randrange(every) for name, every in ROUND.items()}
    scale = ENTRIES / _expected(days, subject)
    for number, day in enumerate(days):
        stage = subject.stage(day)
        assert stage is not None, "he is in this school on each of these days"
        wanted: list[Scene | None] = [
            scene
            for scene in _OWN
            if scene.name in ROUND
            and number % ROUND[scene.name] == first[scene.name]
            and _is_due(scene.name, stage.year)
        ]
        often = A_DAY[stage.year] * scale * _more_often(day)
        wanted += [None] * (int(often) + (rng.random() < often % 1))
        yield day, wanted


def _expected(days: list[date], subject: Subject) -> float:
    stages = [(day, subject.stage(day)) for day in days]
    return sum(A_DAY[stage.year] * _more_often(day) for day, stage in stages if stage) * 1.02


def _is_due(name: str, year: int) -> bool:
    if name in {"core group", "conference"}:
        return any(year in years for years in ON_A_PLAN)
    return year >= 1


def _more_often(day: date) -> float:
    """Mondays, and the days after a holiday."""
    return (1.5 if day.weekday() == 0 else 0.9) * (1.35 if days_into_term(day) < 6 else 0.95)


def _one(desk: Desk, subject: Subject, day: date, rng: Random, scene: Scene | None) -> Tale | None:
    stage = subject.stage(day)
    assert stage is not None, "he is in this school on each of these days"
    people = _AROUND | adults(sw=_SOCIAL_WORKERS[stage.year])
    fitting = [one for one in _SMALL if one.fits(stage.year, day.month) and day.weekday() in one.weekdays]
    away = frozenset() if stage.year >= 4 else frozenset({"stepfather"})
    for _ in range(ATTEMPTS):
        chosen = scene or rng.choices(fitting, weights=[one.weight for one in fitting])[0]
        try:
            return written(desk, chosen, subject, day, rng, cast=people, away=away)
        except NoFit:
            continue
    return None
