"""Puts words together: fills a line of a script in for one child, one day and one writer, and says nothing twice."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from random import Random
from typing import Self

from heed.demo.shapes import SampleStaff
from heed.demo.tales.colleagues import KNOWN, someone
from heed.demo.tales.memory import Memory, NoFit, sentences
from heed.demo.tales.pools import thing
from heed.demo.tales.subject import Adult, Stage, Subject, staff_adult
from heed.demo.tales.wording import day_said, number_said, tidied

TRIES = 12
AFTER_THAT = 2
"""Tries of a line for one child: at first, and once it had nothing new."""

_CHOICE = re.compile(r"\[([^\[\]]*)\]")
_SLOT = re.compile(r"\{([^{}]+)\}")
_PRONOUNS = {
    "F": {"he": "she", "him": "her", "his": "her", "himself": "herself"},
    "M": {"he": "he", "him": "him", "his": "his", "himself": "himself"},
}


@dataclass(slots=True)
class Voice:
    """One entry being written: about whom, by whom and when; and what it has said so far."""

    subject: Subject
    stage: Stage
    writer: SampleStaff
    at: datetime
    place: str
    rng: Random
    memory: Memory
    cast: dict[str, Adult] = field(default_factory=dict)
    away: frozenset[str] = frozenset()
    """Relatives by role who are not met by chance."""

    said: list[str] = field(default_factory=list)
    used: list[tuple[str, str]] = field(default_factory=list)
    ways: list[str] = field(default_factory=list)
    chosen: dict[str, Adult] = field(default_factory=dict)
    began: datetime | None = None
    """Of an action or outcome: when that happened which it is about."""

    latest: int = 0
    """Minutes after the event of the latest time that was named."""

    def text(self, *pools: Sequence[str], apart: Sequence[str] = ()) -> str:
        """One line of each pool, as one field of an entry: adults are named with their role the first time.

        A line of `apart` becomes a second paragraph.
        """
        named: set[str] = set()
        said = " ".join(self._line(pool, named) for pool in pools)
        return f"{said}\n\n{self._line(apart, named)}" if apart else said

    def of(self, writer: SampleStaff, at: datetime) -> Self:
        """The same entry, carried on by somebody at another time."""
        return replace(
            self, writer=writer, at=at, chosen=dict(self.chosen), latest=0, began=self.began or self.at
        )

    def commit(self) -> None:
        """The entry stands: what it says is not said again."""
        self.memory.keep(self.subject.household, self.said)
        self.memory.lines.update(self.used)

    def _line(self, pool: Sequence[str], named: set[str]) -> str:
        """The line that was used least for this household, in words that are new."""
        household = self.subject.household
        order = sorted(pool, key=lambda line: (self.memory.lines[household, line], self.rng.random()))
        for line in order:
            for _ in range(AFTER_THAT if (household, line) in self.memory.used_up else TRIES):
                words = self._tried(line, named)
                if words:
                    return words
            self.memory.used_up.add((household, line))
        raise NoFit

    def _tried(self, line: str, named: set[str]) -> str:
        """This line in words that are new; nothing when they are not, or when it does not fit."""
        household, before, chosen, latest = self.subject.household, set(named), dict(self.chosen), self.latest
        self.ways = []
        try:
            words = self._filled(line, named)
        except NoFit:
            words = ""
        new = sentences(words)
        fresh = not set(new) & set(self.said) and len(set(new)) == len(new)
        if words and fresh and self.memory.is_new(household, new):
            self.said += new
            self.used += [(household, line), *((household, way) for way in self.ways)]
            return words
        named.intersection_update(before)
        self.chosen, self.latest = chosen, latest
        return ""

    def _filled(self, line: str, named: set[str]) -> str:
        while match := _CHOICE.search(line):
            line = line[: match.start()] + self._one_of(match[1].split("|")) + line[match.end() :]
        while match := _SLOT.search(line):
            line = line[: match.start()] + self._slot(match[1], named) + line[match.end() :]
        return tidied(line)

    def _one_of(self, ways: list[str]) -> str:
        """The ways that were taken least for this household, most of all."""
        taken = [self.memory.lines[self.subject.household, way] for way in ways]
        way = self.rng.choices(ways, weights=[1 / (1 + 4 * (times - min(taken))) for times in taken])[0]
        self.ways.append(way)
        return way

    def _slot(self, slot: str, named: set[str]) -> str:
        return self._of_the_child(slot) or self._of_the_hour(slot) or self._adult(slot, named)

    def _of_the_child(self, slot: str) -> str:
        """What follows from who the child is: name, pronouns, class; nothing for other slots."""
        pronouns = _PRONOUNS[self.subject.child.sex]
        if slot.lower() in pronouns:
            word = pronouns[slot.lower()]
            return word.capitalize() if slot[0].isupper() else word
        if slot in {"phe", "phis", "phim"}:
            return self._of_parent(slot)
        if slot.startswith("from "):
            return self._from_year(int(slot.removeprefix("from ")))
        known = {
            "N": self.subject.child.given,
            "class": self.stage.class_name,
            "sibling": self.subject.sibling,
        }
        return known.get(slot, "")

    def _of_the_hour(self, slot: str) -> str:
        """Numbers, times, days, and things of that age and season; nothing for other slots."""
        if number := re.fullmatch(r"([ndo])(\d+)-(\d+)", slot):
            return number_said(number[1], int(number[2]), int(number[3]), self.rng)
        if clock := re.fullmatch(r"t(?:([+-]\d+)(?:-(\d+))?)?", slot):
            return self._clock(int(clock[1] or 0), int(clock[2] or clock[1] or 0))
        found = thing(slot, self.rng, year=self.stage.year, month=self.at.month)
        return found or day_said(slot, self.at, self.began.date() if self.began else None, self.rng)

    def _clock(self, first: int, last: int) -> str:
        offset = self.rng.randint(min(first, last), max(first, last))
        self.latest = max(self.latest, offset)
        at = self.at + timedelta(minutes=offset)
        return f"{at.hour}.{at.minute:02}"

    def _from_year(self, year: int) -> str:
        """Nothing to see: only that this is not said of children of an earlier year."""
        if self.stage.year < year:
            raise NoFit
        return " "

    def _of_parent(self, slot: str) -> str:
        parent = self.chosen.get("parent")
        if parent is None or not parent.they:
            raise NoFit
        return _PRONOUNS["F" if parent.they == "she" else "M"][slot.removeprefix("p")]

    def _adult(self, slot: str, named: set[str]) -> str:
        if slot not in self.chosen:
            self.chosen[slot] = self._who(slot)
        adult = self.chosen[slot]
        if slot in {"mother", "father", "other"}:
            self.chosen["parent"] = adult
        if adult.name == self.writer.name:
            raise NoFit
        if adult.name in named:
            return adult.name
        named.add(adult.name)
        return adult.said

    def _who(self, slot: str) -> Adult:
        if slot in self.cast or slot in KNOWN:
            return self.cast.get(slot) or KNOWN[slot]
        family = [one for one in self.subject.adults if one.they and one.role not in self.away]
        if slot == "parent":
            return _any_of(self.rng, family[:2], weights=(3, 1))
        if slot in {"mother", "father"}:
            return _any_of(self.rng, [one for one in self.subject.adults if one.role == slot])
        if slot == "other":
            first = self.chosen.get("parent")
            return _any_of(self.rng, [one for one in family if one != first])
        return staff_adult(someone(slot, self.subject, self.stage, self.writer, self.rng))


def _any_of(rng: Random, adults: list[Adult], weights: tuple[int, ...] = ()) -> Adult:
    if not adults:
        raise NoFit
    return rng.choices(adults, weights=(weights or (1,) * len(adults))[: len(adults)])[0]
