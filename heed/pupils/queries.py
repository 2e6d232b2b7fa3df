"""Finding a child."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q

from heed.lib.names import folded, words
from heed.lib.outcomes import NotSeen
from heed.pupils.models import NameKey, Pupil, Teaching
from heed.tenancy.shut import ShutQuerySet
from heed.who.viewer import Viewer

MOST_SHOWN = 8
"""So that nobody reads the roll through the search box."""

FEWEST_LETTERS = 3


@dataclass(frozen=True, slots=True)
class Child:
    """A child as a list or a banner shows one."""

    id: UUID
    name: str
    year: int
    class_name: str
    born_on: date
    left_on: date | None
    upn: str

    @property
    def where(self) -> str:
        """`Year 4, Willow`, `Reception, Acorn`."""
        return ", ".join(filter(None, (year_words(self.year), self.class_name)))


def year_words(year: int) -> str:
    """A national curriculum year as schools in England say it; 0 is Reception."""
    return f"Year {year}" if year > 0 else "Reception" if year == 0 else "Nursery"


def child_named(viewer: Viewer, pupil_id: UUID) -> Child:
    """A child on the roll that this person may name while recording.

    Raises:
        NotSeen: when there is none they may name.
    """
    return _one(Pupil.objects.named_to(viewer).filter(left_on=None), pupil_id)


def children_named(viewer: Viewer, pupil_ids: Iterable[UUID]) -> dict[UUID, Child]:
    """Those of these children on the roll that this person may name while recording."""
    rows = Pupil.objects.named_to(viewer).filter(left_on=None, pk__in=list(pupil_ids))
    return {row.pk: child_of(row) for row in rows.select_related("school_class")}


def child_open(viewer: Viewer, pupil_id: UUID) -> Child:
    """A child whose page this person may open; leavers too.

    Raises:
        NotSeen: when there is none they may open.
    """
    return _one(Pupil.objects.open_to(viewer), pupil_id)


def children_called(viewer: Viewer, asked: str) -> tuple[Child, ...]:
    """Children on the roll with names that begin with what was typed, word by word; at most eight.

    Fewer than three letters find nobody.
    """
    return _called(Pupil.objects.named_to(viewer), asked)


def open_children_called(viewer: Viewer, asked: str) -> tuple[Child, ...]:
    """The same, of children whose page this person may open."""
    return _called(Pupil.objects.open_to(viewer), asked)


def enough_letters(asked: str) -> bool:
    """Whether the words hold the letters a search needs."""
    return sum(len(joined) for joined in {joined for joined, *_ in words(asked)}) >= FEWEST_LETTERS


def children_like(viewer: Viewer, child: Child) -> tuple[Child, ...]:
    """Other children on the roll who could be taken for this one: a given and a family name that begin alike."""
    given, family = folded(child.name).split()[0], folded(child.name).split()[-1]
    found = _called(Pupil.objects.named_to(viewer), f"{given[:4]} {family[:4]}")
    return tuple(other for other in found if other.id != child.id)


def class_teachers_of(school_id: UUID, pupil_id: UUID) -> frozenset[UUID]:
    """Members of staff who have the class this child is registered in."""
    classes = (
        Pupil.objects.get_queryset()
        .opened("class of one child")
        .filter(pk=pupil_id)
        .values("school_class_id")
    )
    rows = Teaching.objects.filter(school_id=school_id, school_class_id__in=classes)
    return frozenset(rows.values_list("staff_id", flat=True))


def _called(children: ShutQuerySet, asked: str) -> tuple[Child, ...]:
    if not enough_letters(asked):
        return ()
    children = children.filter(left_on=None)
    for joined, *apart in words(asked):
        one_by_one = Q()
        for part in apart:
            one_by_one &= Q(Exists(_keys_beginning(part)))
        children = children.filter(
            Q(Exists(_keys_beginning(joined))) | one_by_one if len(apart) > 1 else one_by_one
        )
    rows = children.select_related("school_class").order_by("sort_key", "id")[:MOST_SHOWN]
    return tuple(child_of(row) for row in rows)


def _keys_beginning(part: str) -> ShutQuerySet:
    """A range, not LIKE: behind row security only the range can use its index."""
    return NameKey.objects.to_narrow().filter(
        school_id=OuterRef("school_id"), pupil_id=OuterRef("pk"), key__gte=part, key__lt=part + "\U0010ffff"
    )


def _one(children: ShutQuerySet, pupil_id: UUID) -> Child:
    row = children.select_related("school_class").filter(pk=pupil_id).first()
    if row is None:
        raise NotSeen
    return child_of(row)


def child_of(row: Any) -> Child:
    """A loaded row as the plain value that leaves this module."""
    return Child(
        id=row.pk,
        name=row.name,
        year=row.year,
        class_name=row.school_class.name if row.school_class else "",
        born_on=row.born_on,
        left_on=row.left_on,
        upn=row.upn,
    )
