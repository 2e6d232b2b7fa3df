"""Who looked at whom in a month, oddities first."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.urls import reverse

from heed.guarding.queries.looks import Span, names_of_children
from heed.guarding.rules.looks import Look, Month, Odd, Oddity, oddities
from heed.lib.clock import from_london, london, moment_words, month_words, number_words
from heed.pupils.queries import Child
from heed.staff.queries import Colleague, colleagues
from heed.who.viewer import Viewer

SHOWN = 4
"""Children named in an oddity; the person's own page lists the rest."""


@dataclass(frozen=True, slots=True)
class OddRow:
    """One oddity, in words."""

    label: str
    name: str
    role: str
    words: str
    url: str


@dataclass(frozen=True, slots=True)
class PersonRow:
    """What one person did in the month."""

    name: str
    role: str
    children: int
    looks: int
    searches: int
    names: int
    refusals: int
    url: str


@dataclass(frozen=True, slots=True)
class ChildRow:
    """What one person looked at of one child."""

    child: str
    where: str
    url: str
    looks: str
    last: str
    note: str | None
    link: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LooksPage:
    """A month."""

    title: str
    earlier: str | None
    later: str | None
    odd: tuple[OddRow, ...]
    people: tuple[PersonRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonPage:
    """A month of one person."""

    name: str
    role: str
    title: str
    back_url: str
    children: tuple[ChildRow, ...]
    line: str


def span_of(month: date) -> Span:
    """A month as moments."""
    return Span(from_london(month, 0, 0), from_london(_next(month), 0, 0))


def month_before(month: date) -> date:
    """The first day of the month before."""
    return date(month.year - (month.month == 1), (month.month - 2) % 12 + 1, 1)


def _next(month: date) -> date:
    return date(month.year + (month.month == 12), month.month % 12 + 1, 1)


def looks_page(
    viewer: Viewer, month: date, months: tuple[Month, ...], *, first: date, today: date
) -> LooksPage:
    """The page of a month. `first` is the first month there is anything of."""
    odd = oddities(months)
    named = {pupil for one in odd for pupil in one.children[:SHOWN]}
    children, people = names_of_children(viewer, named), _people(viewer)
    by_id = {one.staff_id: one for one in months}
    return LooksPage(
        title=month_words(month),
        earlier=_month_url(month_before(month)) if month > first else None,
        later=_month_url(_next(month)) if _next(month) <= today else None,
        odd=tuple(
            _odd(one, by_id[one.staff_id], people[one.staff_id], children, month)
            for one in odd
            if one.staff_id in people
        ),
        people=tuple(_person(one, people[one.staff_id], month) for one in _busiest(months, people)),
    )


def person_page(viewer: Viewer, month: date, found: Month | None, person: Colleague) -> PersonPage:
    """What one person looked at in a month."""
    looks = found.looks if found else ()
    children = names_of_children(viewer, {one.pupil_id for one in looks})
    return PersonPage(
        name=person.name,
        role=person.role,
        title=month_words(month),
        back_url=_month_url(month),
        children=tuple(
            _child(one, children[one.pupil_id], viewer) for one in looks if one.pupil_id in children
        ),
        line=_line(found),
    )


def _busiest(months: Iterable[Month], people: dict[UUID, Colleague]) -> list[Month]:
    here = [one for one in months if one.staff_id in people and _did_anything(one)]
    return sorted(here, key=lambda one: (-len(one.looks), people[one.staff_id].name))


def _did_anything(one: Month) -> bool:
    return bool(one.looks or one.searches or one.names or one.refusals or one.openings)


def _people(viewer: Viewer) -> dict[UUID, Colleague]:
    return {one.id: one for one in colleagues(viewer.school_id, on=london(viewer.at).date())}


def _person(one: Month, who: Colleague, month: date) -> PersonRow:
    return PersonRow(
        name=who.name,
        role=who.role,
        children=len(one.looks),
        looks=sum(look.entries + look.pages for look in one.looks),
        searches=one.searches,
        names=one.names,
        refusals=one.refusals,
        url=_person_url(one.staff_id, month),
    )


def _odd(one: Oddity, month: Month, who: Colleague, children: dict[UUID, Child], at: date) -> OddRow:
    return OddRow(
        _LABELS[one.kind], who.name, who.role, _words(one, month, children), _person_url(who.id, at)
    )


_LABELS = {
    Odd.COLLEAGUES_CHILD: "A colleague’s child, no link",
    Odd.COLLEAGUES_CHILD_LINKED: "A colleague’s child",
    Odd.OPENED: "Opened without a DSL",
    Odd.NO_LINK: "No link to the child",
    Odd.MANY_CHILDREN: "Many children",
    Odd.MANY_NAMES: "Many names",
}


def _words(one: Oddity, month: Month, children: dict[UUID, Child]) -> str:
    if one.kind in {Odd.COLLEAGUES_CHILD, Odd.COLLEAGUES_CHILD_LINKED}:
        looks = {look.pupil_id: look for look in month.looks}
        return "Looked at " + _listed(
            [
                f"{children[pupil].name} ({_family(looks[pupil])})"
                for pupil in one.children[:SHOWN]
                if pupil in children
            ],
            one.count,
        )
    if one.kind is Odd.NO_LINK:
        names = [children[pupil].name for pupil in one.children[:SHOWN] if pupil in children]
        return f"Looked at {_listed(names, one.count)}: not in their class, never told, nothing written"
    if one.kind is Odd.OPENED:
        return f"{number_words(one.count, 'record', 'records')} opened for an hour"
    if one.kind is Odd.MANY_CHILDREN:
        return f"Looked at {one.count} children. The usual number among their colleagues: {one.usual}"
    return f"Looked up names {one.count} times, while recording or to find a child"


def _family(look: Look) -> str:
    return f"family of {' and '.join(look.family_of)}"


def _listed(names: list[str], count: int) -> str:
    more = count - len(names)
    return ", ".join(names) + (f" and {more} more" if more > 0 else "")


def _child(one: Look, child: Child, viewer: Viewer) -> ChildRow:
    said = []
    if one.entries:
        said.append(f"{one.entries} {'entry' if one.entries == 1 else 'entries'} read")
    if one.pages:
        said.append(f"page opened {'once' if one.pages == 1 else f'{one.pages} times'}")
    return ChildRow(
        child=child.name,
        where=child.where,
        url=reverse("chronology:child", args=[child.id]),
        looks=", ".join(said),
        last=moment_words(one.last_at, viewer.at),
        note=f"F{_family(one)[1:]}" if one.family_of else None,
        link="Linked" if one.linked else "No link",
    )


def _line(found: Month | None) -> str:
    if found is None or not _did_anything(found):
        return "Nothing is noted of this person in this month that you may see."
    return (
        f"{number_words(len(found.looks), 'child', 'children')} looked at. "
        f"Words searched {_times(found.searches)}, names looked up {_times(found.names)}, "
        f"turned away {_times(found.refusals)}."
    )


def _times(count: int) -> str:
    return {0: "never", 1: "once", 2: "twice"}.get(count, f"{count} times")


def _month_url(month: date) -> str:
    return f"{reverse('guarding:looks')}?month={month:%Y-%m}"


def _person_url(staff_id: UUID, month: date) -> str:
    return f"{reverse('guarding:looks_of', args=[staff_id])}?month={month:%Y-%m}"
