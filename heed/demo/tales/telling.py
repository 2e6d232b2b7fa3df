"""Everything that is told of the sample trust, counted back from now; the same every time."""

from collections.abc import Iterator
from datetime import datetime
from enum import StrEnum
from random import Random

from heed.demo.stories import all_stories
from heed.demo.tales.arcs import COURSES
from heed.demo.tales.course import told_in
from heed.demo.tales.long.leon import CHILD as LEON
from heed.demo.tales.long.leon import leons
from heed.demo.tales.memory import Memory, sentences
from heed.demo.tales.ordinary import entries_of, how_many
from heed.demo.tales.retold import retold
from heed.demo.tales.scribe import Desk
from heed.demo.tales.subject import Subject, subjects
from heed.demo.tales.tale import Tale
from heed.lib.clock import london

AT_RIVERSIDE = 18
"""One in so many children of Riverside has small entries: a sample of a sample."""


class Sample(StrEnum):
    """How much is told. Values are those of HEED_SAMPLE."""

    FULL = "full"
    SMALL = "small"


def every_tale(now: datetime, sample: Sample) -> tuple[Tale, ...]:
    """Every entry, in the order in which they were written down. Small: those written by hand only."""
    by_hand = retold(now)
    if sample is Sample.SMALL:
        return _in_order(by_hand)
    return _in_order((*by_hand, *_made(now, by_hand)))


def _made(now: datetime, by_hand: tuple[Tale, ...]) -> Iterator[Tale]:
    """The long file, the courses, then small entries of everybody."""
    everybody = subjects(london(now).date())
    desk = Desk(now, _with_these_in_mind(by_hand, everybody))
    yield from leons(desk, everybody[LEON], Random(LEON))
    for course in COURSES:
        yield from told_in(course, desk, everybody[course.child], Random(f"course {course.child}"))
    told_of = {LEON, *(one.child for one in COURSES), *(one.child for one in all_stories())}
    for key, subject in everybody.items():
        chance = Random(f"small {key}")
        if key not in told_of and _has_small_entries(subject, chance):
            yield from entries_of(desk, subject, chance, how_many(subject, chance))


def _has_small_entries(subject: Subject, rng: Random) -> bool:
    return subject.school.key == "oakfield" or rng.randrange(AT_RIVERSIDE) == 0


def _with_these_in_mind(tales: tuple[Tale, ...], everybody: dict[str, Subject]) -> Memory:
    """What was said by hand is not said a second time."""
    memory = Memory()
    for tale in tales:
        memory.keep(everybody[tale.child].household, sentences(tale.words))
    return memory


def _in_order(tales: tuple[Tale, ...]) -> tuple[Tale, ...]:
    return tuple(sorted(tales, key=lambda tale: (tale.recorded_at, tale.child)))
