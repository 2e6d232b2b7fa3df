"""What the templates of the chronology print."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from django.urls import reverse

from heed.chronology import patterns, queries
from heed.chronology.patterns import Pattern
from heed.chronology.queries import Asked, Happening, Stretch
from heed.incidents.pages.parts import Banner, banner, category_words, entry_url
from heed.incidents.searching import Found
from heed.lib.clock import day_words, from_london, london, moment_words, month_words
from heed.lib.names import folded
from heed.pupils.queries import Child, enough_letters
from heed.records.kinds import ItemKind
from heed.records.queries import CategoryChoice, categories_of
from heed.who.powers import Power
from heed.who.viewer import Viewer


@dataclass(frozen=True, slots=True)
class FoundChild:
    """A child whose page may be opened."""

    url: str
    name: str
    where: str
    born: str | None


@dataclass(frozen=True, slots=True)
class FindPage:
    """Finding a child by name."""

    asked: str
    matches: tuple[FoundChild, ...]
    note: str | None


@dataclass(frozen=True, slots=True)
class Row:
    """One thing in the chronology."""

    url: str
    title: str
    moment: str
    by: str
    words: str
    kind: str


@dataclass(frozen=True, slots=True)
class Month:
    """What happened in one month, newest first."""

    label: str
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChildPage:
    """A child's chronology."""

    child: Banner
    url: str
    pattern: Pattern | None
    months: tuple[Month, ...]
    showing: str
    older: str | None
    words: str
    category: str
    since: str
    categories: tuple[tuple[int, str], ...]
    filtered: bool
    faults: dict[str, str]
    guarding_url: str | None
    """Who can see this record, for those who look after that."""
    glass_url: str | None
    """Opening it without a DSL, for those who may."""


def finding(asked: str, children: tuple[Child, ...]) -> FindPage:
    """What the search found."""
    names = [folded(child.name) for child in children]
    matches = tuple(
        FoundChild(
            reverse("chronology:child", args=[child.id]),
            child.name,
            child.where,
            f"Born {day_words(child.born_on)}" if names.count(folded(child.name)) > 1 else None,
        )
        for child in children
    )
    return FindPage(asked, matches, _note(asked, len(children)))


def child_page(
    viewer: Viewer,
    child: Child,
    found: Stretch,
    asked: Asked,
    *,
    further: bool,
    typed: dict[str, str],
    faults: dict[str, str],
) -> ChildPage:
    """The chronology of a child this person may open, narrowed to what was asked."""
    categories = categories_of(viewer.school_id)
    return ChildPage(
        child=banner(viewer, child),
        url=reverse("chronology:child", args=[child.id]),
        pattern=_pattern(viewer, child, categories),
        months=_months(found, categories, viewer),
        showing=_showing(found, asked, further=further),
        older=str(found.rows[-1].id) if found.more else None,
        words=typed.get("words", ""),
        category=typed.get("category", ""),
        since=typed.get("since", ""),
        categories=tuple((choice.number, choice.name) for choice in categories.values()),
        filtered=asked.anything,
        faults=faults,
        guarding_url=_place("guarding:child", viewer, child, Power.BAR, Power.LOCK, Power.EXPLAIN),
        glass_url=None if viewer.opened else _place("guarding:glass", viewer, child, Power.BREAK_GLASS),
    )


def _place(name: str, viewer: Viewer, child: Child, *powers: Power) -> str | None:
    """A page about this child, for those with one of these powers."""
    return reverse(name, args=[child.id]) if any(viewer.can(power) for power in powers) else None


def _pattern(viewer: Viewer, child: Child, categories: dict[int, CategoryChoice]) -> Pattern | None:
    today = london(viewer.at).date()
    since = from_london(patterns.first_month(today), 0, 0)
    rows = queries.when_and_what(viewer, child.id, since=since)
    return patterns.by_month(rows, {number: one.name for number, one in categories.items()}, today)


def _months(found: Stretch, categories: dict[int, CategoryChoice], viewer: Viewer) -> tuple[Month, ...]:
    by_month = groupby(found.rows, key=lambda one: month_words(london(one.occurred_at).date()))
    return tuple(
        Month(label, tuple(_row(one, categories, viewer) for one in rows)) for label, rows in by_month
    )


def _row(one: Happening, categories: dict[int, CategoryChoice], viewer: Viewer) -> Row:
    return Row(
        url=url_of(one),
        title=title_of(one, categories),
        moment=moment_words(one.occurred_at, viewer.at, precision=one.precision),
        by=one.signed,
        words=one.words,
        kind=one.kind,
    )


def url_of(one: Happening | Found) -> str:
    """Where one thing is read: on its entry, an action at its own place there."""
    return entry_url(one.entry_id) + (f"#action-{one.id}" if one.kind is ItemKind.ACTION else "")


def title_of(one: Happening | Found, categories: dict[int, CategoryChoice]) -> str:
    """The number of an entry with its categories, or of the entry that an action is on."""
    if one.kind is ItemKind.ACTION:
        return f"Action on {one.number}"
    return f"{one.number}: {', '.join(category_words(one.categories, categories))}"


def _showing(found: Stretch, asked: Asked, *, further: bool) -> str:
    if not found.rows:
        return ""
    counted = counted_words(found.rows)
    if further:
        return f"{counted}, earlier"
    if found.more:
        return f"The latest {counted}"
    return f"{counted} {_narrowed(len(found.rows)) if asked.anything else 'that you may read'}"


def counted_words(rows: Sequence[Happening | Found]) -> str:
    """`3 entries and 1 action`."""
    actions = sum(one.kind is ItemKind.ACTION for one in rows)
    entries = len(rows) - actions
    parts = ((entries, "entry", "entries"), (actions, "action", "actions"))
    return " and ".join(f"{number} {one if number == 1 else many}" for number, one, many in parts if number)


def _narrowed(number: int) -> str:
    return "that matches" if number == 1 else "that match"


def _note(asked: str, number: int) -> str | None:
    if not asked:
        return None
    if not enough_letters(asked):
        return "Type at least three letters of the name."
    if not number:
        return "No child whose page you may open has a name that begins like this."
    return "These are the first eight. Type more of the name to see others." if number == 8 else None
