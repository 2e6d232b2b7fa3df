"""Which looks are odd. Pure: numbers and links in, oddities out, the gravest first."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import IntEnum
from statistics import median
from uuid import UUID

from heed.who.groups import HEADS, LEADS, Group

LEADERS = LEADS | HEADS | {Group.SLT}
"""For them, looking at a colleague's child of whom they were told is their work."""

MANY = 10
"""Fewer children than this are never many."""

TIMES_AS_MANY = 3
"""So many times what the colleagues of the same groups looked at."""

MANY_NAMES = 100
"""So many look-ups of names in a month are worth a question, whoever makes them."""


class Odd(IntEnum):
    """Kinds of oddity, in the order in which they are shown."""

    COLLEAGUES_CHILD = 1
    OPENED = 2
    NO_LINK = 3
    MANY_CHILDREN = 4
    MANY_NAMES = 5
    COLLEAGUES_CHILD_LINKED = 6
    """With a link to the child, which may well be the reason."""


@dataclass(frozen=True, slots=True)
class Look:
    """How often one person looked at one child in a month, and what ties them together."""

    staff_id: UUID
    pupil_id: UUID
    entries: int
    pages: int
    last_at: datetime
    linked: bool
    """The child is in their class or works with them, or they were told, wrote, or look after something."""
    family_of: tuple[str, ...] = ()
    """Colleagues whose own child, or relative, this is."""


@dataclass(frozen=True, slots=True)
class Month:
    """What one person did in a month."""

    staff_id: UUID
    groups: frozenset[str]
    looks: tuple[Look, ...]
    searches: int
    names: int
    refusals: int
    openings: int


@dataclass(frozen=True, slots=True)
class Oddity:
    """Something to ask about. `children` are those it is about."""

    kind: Odd
    staff_id: UUID
    children: tuple[UUID, ...] = ()
    count: int = 0
    usual: int = 0


def oddities(months: Iterable[Month]) -> tuple[Oddity, ...]:
    """Everything worth a question, the gravest first; within a kind, the most first."""
    all_months = tuple(months)
    found = [one for month in all_months for one in _of(month, all_months)]
    return tuple(sorted(found, key=lambda one: (one.kind, -one.count, one.staff_id)))


def _of(month: Month, months: tuple[Month, ...]) -> list[Oddity]:
    family = tuple(one.pupil_id for one in month.looks if one.family_of and not one.linked)
    linked = tuple(one.pupil_id for one in month.looks if one.family_of and one.linked)
    unlinked = tuple(one.pupil_id for one in month.looks if not one.linked)
    usual = usual_for(month, months)
    looked = len(month.looks)
    kinds = (
        (
            Odd.COLLEAGUES_CHILD,
            bool(family),
            Oddity(Odd.COLLEAGUES_CHILD, month.staff_id, family, len(family)),
        ),
        (Odd.OPENED, month.openings > 0, Oddity(Odd.OPENED, month.staff_id, (), month.openings)),
        (Odd.NO_LINK, bool(unlinked), Oddity(Odd.NO_LINK, month.staff_id, unlinked, len(unlinked))),
        (
            Odd.MANY_CHILDREN,
            usual is not None and looked >= MANY and looked > TIMES_AS_MANY * usual,
            Oddity(Odd.MANY_CHILDREN, month.staff_id, (), looked, round(usual or 0)),
        ),
        (
            Odd.MANY_NAMES,
            month.names >= MANY_NAMES,
            Oddity(Odd.MANY_NAMES, month.staff_id, (), month.names),
        ),
        (
            Odd.COLLEAGUES_CHILD_LINKED,
            bool(linked) and not month.groups & LEADERS,
            Oddity(Odd.COLLEAGUES_CHILD_LINKED, month.staff_id, linked, len(linked)),
        ),
    )
    return [oddity for _, is_so, oddity in kinds if is_so]


def usual_for(month: Month, months: Iterable[Month]) -> float | None:
    """How many children their colleagues looked at, in the middle; None without anybody to compare with.

    A leader is compared with leaders, whatever else they are; everybody else with those in one of their groups.
    """
    leading = month.groups & LEADERS
    others = [
        len(one.looks)
        for one in months
        if one.staff_id != month.staff_id
        and (one.groups & LEADERS if leading else one.groups & month.groups and not one.groups & LEADERS)
    ]
    return median(others) if others else None


def gathered(
    looks: Iterable[Look], counts: Mapping[UUID, Mapping[str, int]], groups: Mapping[UUID, frozenset[str]]
) -> tuple[Month, ...]:
    """One month for each member of staff who is in a group or did anything."""
    by_person: dict[UUID, list[Look]] = {}
    for one in looks:
        by_person.setdefault(one.staff_id, []).append(one)
    people = by_person.keys() | counts.keys() | groups.keys()
    return tuple(
        Month(
            staff_id=staff_id,
            groups=groups.get(staff_id, frozenset()),
            looks=tuple(
                sorted(by_person.get(staff_id, ()), key=lambda one: (one.last_at, one.pupil_id), reverse=True)
            ),
            searches=counts.get(staff_id, {}).get("searches", 0),
            names=counts.get(staff_id, {}).get("names", 0),
            refusals=counts.get(staff_id, {}).get("refusals", 0),
            openings=counts.get(staff_id, {}).get("openings", 0),
        )
        for staff_id in sorted(people)
    )
