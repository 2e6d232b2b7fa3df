"""Finding a child."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q

from heed.lib.names import folded, words
from heed.lib.outcomes import NotSeen
from heed.pupils.models import NameKey, OneToOne, Pupil, SchoolClass, Teaching
from heed.tenancy.prepared import ask
from heed.tenancy.shut import ShutQuerySet
from heed.who.asking import Asked, asked
from heed.who.viewer import Viewer

MOST_PREPARED = 4
LAST = "\U0010ffff"
"""Comes after every letter: the end of the range of what begins with a word."""
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
    return _one(_named(viewer, pupil_id=pupil_id))


def children_named(viewer: Viewer, pupil_ids: Iterable[UUID]) -> dict[UUID, Child]:
    """Those of these children on the roll that this person may name while recording."""
    rows = Pupil.objects.named_to(viewer).filter(left_on=None, pk__in=list(pupil_ids))
    return {row.pk: child_of(row) for row in rows.select_related("school_class")}


def child_open(viewer: Viewer, pupil_id: UUID) -> Child:
    """A child whose page this person may open; leavers too.

    Raises:
        NotSeen: when there is none they may open.
    """
    return _one(_open(viewer, pupil_id=pupil_id))


def children_called(viewer: Viewer, asked: str) -> tuple[Child, ...]:
    """Children on the roll with names that begin with what was typed, word by word; at most eight.

    Fewer than three letters find nobody.
    """
    return _called(viewer, asked, _named_beginning, Pupil.objects.named_to)


def open_children_called(viewer: Viewer, asked: str) -> tuple[Child, ...]:
    """The same, of children whose page this person may open."""
    return _called(viewer, asked, _open_beginning, Pupil.objects.open_to)


def enough_letters(asked: str) -> bool:
    """Whether the words hold the letters a search needs."""
    return sum(len(joined) for joined in {joined for joined, *_ in words(asked)}) >= FEWEST_LETTERS


def children_like(viewer: Viewer, child: Child) -> tuple[Child, ...]:
    """Other children on the roll who could be taken for this one: a given and a family name that begin alike."""
    given, family = folded(child.name).split()[0], folded(child.name).split()[-1]
    found = _called(viewer, f"{given[:4]} {family[:4]}", _named_beginning, Pupil.objects.named_to)
    return tuple(other for other in found if other.id != child.id)


def class_teachers_of(school_id: UUID, pupil_id: UUID) -> frozenset[UUID]:
    """Members of staff who have the class this child is registered in."""
    return frozenset(ask(_class_teachers, None, {"school_id": school_id, "pupil_id": pupil_id}))


def class_names(school_id: UUID) -> tuple[str, ...]:
    """Every class of the school, by name."""
    rows = SchoolClass.objects.filter(school_id=school_id).order_by("sort_key", "id")
    return tuple(rows.values_list("name", flat=True))


def classes_of_staff(school_id: UUID, staff_id: UUID) -> frozenset[str]:
    """The names of the classes that somebody has."""
    rows = Teaching.objects.filter(school_id=school_id, staff_id=staff_id)
    return frozenset(rows.values_list("school_class__name", flat=True))


def one_to_one_with(viewer: Viewer, staff_id: UUID) -> tuple[Child, ...]:
    """The children somebody works with one to one, as far as this person may open their pages."""
    ties = OneToOne.objects.to_narrow().filter(
        school_id=OuterRef("school_id"), pupil_id=OuterRef("pk"), staff_id=staff_id
    )
    rows = Pupil.objects.open_to(viewer).filter(Exists(ties)).select_related("school_class")
    return tuple(child_of(row) for row in rows.order_by("sort_key", "id"))


def _class_teachers(school_id: Any, pupil_id: Any) -> Any:
    child = Pupil.objects.get_queryset().opened("class of one child").filter(pk=pupil_id)
    rows = Teaching.objects.filter(school_id=school_id, school_class_id__in=child.values("school_class_id"))
    return rows.values_list("staff_id", flat=True)


def _called(
    viewer: Viewer, asked: str, prepared: Asked, doorway: Callable[[Viewer], ShutQuerySet]
) -> tuple[Child, ...]:
    """Children of a doorway by name. Plain words, which most are, go through its prepared query."""
    if not enough_letters(asked):
        return ()
    ways = words(asked)
    if len(ways) <= MOST_PREPARED and all(len(apart) == 1 for _, *apart in ways):
        plain = [joined for joined, *_ in ways]
        begins = {f"word{number}": word for number, word in enumerate(plain)}
        ends = {f"end{number}": word + LAST for number, word in enumerate(plain)}
        rows = prepared(viewer, **begins, **ends)
    else:
        rows = list(_first_shown(_narrowed(doorway(viewer), ways)))
    return tuple(child_of(row) for row in rows)


@asked
def _named_beginning(viewer: Any, **slots: Any) -> Any:
    return _first_shown(_beginning(Pupil.objects.named_to(viewer), slots))


@asked
def _open_beginning(viewer: Any, **slots: Any) -> Any:
    return _first_shown(_beginning(Pupil.objects.open_to(viewer), slots))


def _beginning(children: Any, slots: dict[str, Any]) -> Any:
    children = children.filter(left_on=None)
    for number in range(len(slots) // 2):
        keys = _keys_between(slots[f"word{number}"], slots[f"end{number}"])
        children = children.filter(Exists(keys))
    return children


def _narrowed(children: Any, ways: Iterable[tuple[str, ...]]) -> Any:
    children = children.filter(left_on=None)
    for joined, *apart in ways:
        one_by_one = Q()
        for part in apart:
            one_by_one &= Q(Exists(_keys_between(part, part + LAST)))
        together = Q(Exists(_keys_between(joined, joined + LAST)))
        children = children.filter(together | one_by_one if len(apart) > 1 else one_by_one)
    return children


def _first_shown(children: Any) -> Any:
    return children.select_related("school_class").order_by("sort_key", "id")[:MOST_SHOWN]


def _keys_between(begin: Any, end: Any) -> ShutQuerySet:
    """A range, not LIKE: behind row security only the range can use its index."""
    return NameKey.objects.to_narrow().filter(
        school_id=OuterRef("school_id"), pupil_id=OuterRef("pk"), key__gte=begin, key__lt=end
    )


@asked
def _named(viewer: Any, *, pupil_id: Any) -> Any:
    return Pupil.objects.named_to(viewer).filter(left_on=None, pk=pupil_id).select_related("school_class")


@asked
def _open(viewer: Any, *, pupil_id: Any) -> Any:
    return Pupil.objects.open_to(viewer).filter(pk=pupil_id).select_related("school_class")


def _one(rows: list[Any]) -> Child:
    for row in rows:
        return child_of(row)
    raise NotSeen


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
