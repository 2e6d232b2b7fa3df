"""Categories, and who may read one thing."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, Q, QuerySet

from heed.records.doorways import ties
from heed.records.models import Category, Item
from heed.tenancy.prepared import ask
from heed.who.need_to_know import Facts, Through, readable_through
from heed.who.viewer import Viewer

Rows = TypeVar("Rows", bound=QuerySet[Any])


@dataclass(frozen=True, slots=True)
class CategoryChoice:
    """A category as it is offered and printed."""

    number: int
    name: str
    meaning: str


def categories_of(school_id: UUID) -> dict[int, CategoryChoice]:
    """Every category the school ever had, by number: old entries keep theirs."""
    rows = ask(_categories, None, {"school_id": school_id})
    return {row.number: CategoryChoice(row.number, row.name, row.meaning) for row in rows}


def categories_to_choose(viewer: Viewer) -> tuple[CategoryChoice, ...]:
    """Those in use that this person may choose, in the school's order."""
    rows = ask(_categories, None, {"school_id": viewer.school_id})
    return tuple(
        CategoryChoice(row.number, row.name, row.meaning)
        for row in rows
        if row.active and row.number in viewer.may_use
    )


def _categories(school_id: Any) -> QuerySet[Any]:
    return Category.objects.filter(school_id=school_id).order_by("position", "number")


@dataclass(frozen=True, slots=True)
class Reader:
    """Somebody who can read one entry, and why."""

    staff_id: UUID
    name: str
    why: str


def readers_of(
    everybody: Iterable[Viewer], facts: Facts, *, writer: UUID | None = None
) -> tuple[Reader, ...]:
    """Everybody among these people who can read what the facts describe."""
    found = ((person, readable_through(person, facts)) for person in everybody)
    return tuple(
        Reader(person.staff_id, person.name, _why(person, through, facts, writer))
        for person, through in found
        if through and person.staff_id
    )


def with_ties(rows: Rows, *, at: datetime, key: str) -> Rows:
    """The same rows, each with who holds a live grant to it and who is barred from it, for `facts_of`.

    `key` is the column of the rows that holds the spine's id.
    """
    of_item = {"school_id": OuterRef("school_id"), "item_id": OuterRef(key)}
    live = Q(ends_at__isnull=True) | Q(ends_at__gt=at)
    return rows.annotate(
        granted_to=ArraySubquery(ties().grants.filter(live, **of_item).values("staff_id")),
        shared_with=ArraySubquery(ties().grants.filter(live, why="shared", **of_item).values("staff_id")),
        barred_from=ArraySubquery(ties().bars.filter(**of_item).values("staff_id")),
    )


def facts_of(item: Item, row: Any) -> Facts:
    """The facts of an entry that somebody already holds; `row` is what `with_ties` gave its ties to."""
    return Facts(
        school_id=item.school_id,
        pupil_id=item.pupil_id,
        categories=frozenset(item.categories),
        granted=frozenset(row.granted_to),
        barred=frozenset(row.barred_from),
        shared=frozenset(row.shared_with),
    )


def _why(person: Viewer, through: Through, facts: Facts, writer: UUID | None) -> str:
    if through is Through.OPENING:
        return "because they opened this child’s record for an hour, without a DSL"
    if through is Through.GROUPS:
        return person.says
    if person.staff_id == writer:
        return "because they wrote it"
    if person.staff_id in facts.shared:
        return "because it is shared with them. This entry only, until a set day"
    return "because they are told. This entry only, until 30 days after reading it"
