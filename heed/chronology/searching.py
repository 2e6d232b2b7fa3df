"""What the page of the search in the school prints."""

from dataclasses import dataclass
from itertools import groupby

from heed.chronology.excerpts import Excerpt, excerpt, hits_in
from heed.chronology.forms import say_place
from heed.chronology.pages import counted_words, title_of, url_of
from heed.chronology.queries import Search
from heed.incidents.searching import BEGINS, ENDS, Found
from heed.lib.clock import london, moment_words, month_words
from heed.records.kinds import ItemKind
from heed.records.queries import CategoryChoice, categories_of
from heed.who.viewer import Viewer

WHERE = ("", "The child’s own words", "Already done", "Where")
"""What an excerpt is from, by the place of its text in an entry; of what happened nothing is said."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundRow:
    """One thing that was found, with enough to choose it."""

    url: str
    title: str
    child: str
    where: str
    moment: str
    by: str
    kind: str
    of: str
    excerpt: Excerpt


@dataclass(frozen=True, slots=True)
class FoundMonth:
    """What was found of one month, newest first."""

    label: str
    rows: tuple[FoundRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchPage:
    """The search: what was asked, and what was found when something was."""

    words: str = ""
    category: str = ""
    since: str = ""
    categories: tuple[tuple[int, str], ...]
    faults: dict[str, str]
    asked: bool = False
    showing: str = ""
    months: tuple[FoundMonth, ...] = ()
    older: str | None = None
    further: bool = False


def blank(viewer: Viewer) -> SearchPage:
    """The page before anything is asked."""
    return SearchPage(categories=_choices(categories_of(viewer.school_id)), faults={})


def not_asked(viewer: Viewer, typed: dict[str, str], faults: dict[str, str]) -> SearchPage:
    """The same with what was typed, and what is wrong with it."""
    categories = _choices(categories_of(viewer.school_id))
    return SearchPage(
        words=typed["words"],
        category=typed["category"],
        since=typed["since"],
        categories=categories,
        faults=faults,
    )


def answer(viewer: Viewer, found: Search, typed: dict[str, str], *, further: bool) -> SearchPage:
    """What was found."""
    categories = categories_of(viewer.school_id)
    by_month = groupby(found.rows, key=lambda one: month_words(london(one.occurred_at).date()))
    return SearchPage(
        words=typed["words"],
        category=typed["category"],
        since=typed["since"],
        categories=_choices(categories),
        faults={},
        asked=True,
        showing=_showing(found, further=further),
        months=tuple(
            FoundMonth(label, tuple(_row(one, categories, viewer) for one in rows))
            for label, rows in by_month
        ),
        older=say_place(found.rows[-1].occurred_at, found.rows[-1].id) if found.more else None,
        further=further,
    )


def _row(one: Found, categories: dict[int, CategoryChoice], viewer: Viewer) -> FoundRow:
    shown = excerpt(one.texts, hits_in(one.marked, BEGINS, ENDS))
    return FoundRow(
        url=url_of(one),
        title=title_of(one, categories),
        child=one.child.name,
        where=one.child.where,
        moment=moment_words(one.occurred_at, viewer.at, precision=one.precision),
        by=one.signed,
        kind=one.kind,
        of=WHERE[shown.place] if one.kind is ItemKind.ENTRY else "",
        excerpt=shown,
    )


def _showing(found: Search, *, further: bool) -> str:
    if not found.rows:
        return ""
    counted = counted_words(found.rows)
    if further:
        return f"{counted}, earlier"
    return f"The latest {counted}" if found.more else f"{counted} that you may read"


def _choices(categories: dict[int, CategoryChoice]) -> tuple[tuple[int, str], ...]:
    return tuple((choice.number, choice.name) for choice in categories.values())
