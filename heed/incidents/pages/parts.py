"""Parts that several pages share."""

from dataclasses import dataclass
from datetime import date
from itertools import groupby
from uuid import UUID

from django.urls import reverse

from heed.alerts.queries import Audience, Waiting
from heed.lib.clock import age, day_words, london
from heed.lib.names import initials
from heed.pupils.queries import Child
from heed.records.queries import CategoryChoice
from heed.records.queries import Reader as ReaderOf
from heed.who.need_to_know import opens_child
from heed.who.powers import Power
from heed.who.viewer import Viewer


@dataclass(frozen=True, slots=True)
class Lead:
    """A designated safeguarding lead to see in person."""

    initials: str
    name: str
    role: str


@dataclass(frozen=True, slots=True)
class Told:
    """People who are told by one rule."""

    names: tuple[str, ...]
    why: str


Reader = Told
"""People who can read it for one reason."""


@dataclass(frozen=True, slots=True)
class Banner:
    """The child at the top of every page about them."""

    name: str
    initials: str
    where: str
    born: str | None
    chronology_url: str | None
    add_url: str | None
    add_label: str


@dataclass(frozen=True, slots=True)
class NextAlert:
    """The alert to open next."""

    url: str
    child: str


def leads(rows: tuple[tuple[str, str], ...]) -> tuple[Lead, ...]:
    """Discs for names and roles."""
    return tuple(Lead(initials(name), name, role) for name, role in rows)


def told(audience: Audience) -> tuple[Told, ...]:
    """Those who will be told, gathered by rule."""
    grouped = groupby(sorted(audience.told, key=lambda one: one.why.words), key=lambda one: one.why.words)
    return tuple(Told(tuple(one.name for one in people), why) for why, people in grouped)


def readers(rows: tuple[ReaderOf, ...]) -> tuple[Reader, ...]:
    """Those who can read it, gathered by reason."""
    by_reason: dict[str, list[str]] = {}
    for row in rows:
        by_reason.setdefault(row.why, []).append(row.name)
    return tuple(Reader(tuple(names), why) for why, names in by_reason.items())


def banner(viewer: Viewer, child: Child) -> Banner:
    """Name, class and age; the way to the chronology for those who may open it."""
    may = opens_child(viewer, child.id)
    today = london(viewer.at).date()
    return Banner(
        name=child.name,
        initials=initials(child.name),
        where=child.where if child.left_on is None else f"Left {day_words(child.left_on)}",
        born=born_words(child.born_on, today) if may else None,
        chronology_url=reverse("chronology:child", args=[child.id]) if may else None,
        add_url=_add_url(viewer, child),
        add_label=f"Add incident for {child.name.split()[0]}",
    )


def _add_url(viewer: Viewer, child: Child) -> str | None:
    if child.left_on or not viewer.can(Power.RECORD):
        return None
    return f"{reverse('incidents:add')}?child={child.id}"


def born_words(born_on: date, today: date) -> str:
    """`Born 14 March 2017, aged 8`."""
    return f"Born {day_words(born_on)}, aged {age(born_on, today)}"


def category_words(numbers: tuple[int, ...], categories: dict[int, CategoryChoice]) -> tuple[str, ...]:
    """The names of these categories in the school's order."""
    return tuple(choice.name for number, choice in categories.items() if number in numbers)


def alert_url(one: Waiting) -> str:
    """Where an alert is read: on the entry, at the action when it is about one."""
    return entry_url(one.entry_id) + (f"#action-{one.item_id}" if one.of_action else "")


def entry_url(item_id: UUID) -> str:
    """Where an entry is read."""
    return reverse("incidents:entry", args=[item_id])
