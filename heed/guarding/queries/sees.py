"""What somebody sees, as far as the one who asks may see it too."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from heed.access.queries import viewer_for
from heed.lib.clock import london
from heed.lib.outcomes import NotSeen
from heed.pupils.models import Pupil
from heed.pupils.queries import Child, child_of
from heed.records.kinds import ItemKind
from heed.records.models import Item
from heed.records.queries import facts_of, with_ties
from heed.staff.queries import Colleague, account_of, colleagues
from heed.who.need_to_know import Through, readable_through
from heed.who.viewer import Viewer

MOST = 50


@dataclass(frozen=True, slots=True)
class Sees:
    """One entry they could read."""

    id: UUID
    number: int
    child: Child
    categories: tuple[int, ...]
    recorded_at: datetime
    through: Through
    only_elevated: bool


@dataclass(frozen=True, slots=True)
class Preview:
    """What one colleague could read, of what the asking person may read."""

    children: int
    elevated: int
    by_password: int
    rows: tuple[Sees, ...]


def colleague(viewer: Viewer, staff_id: UUID) -> Colleague:
    """Somebody who works here.

    Raises:
        NotSeen: when there is nobody of that id, or they have left.
    """
    for one in colleagues(viewer.school_id, on=london(viewer.at).date()):
        if one.id == staff_id and one.works_here:
            return one
    raise NotSeen


def as_they_are(viewer: Viewer, staff_id: UUID, *, elevated: bool) -> Viewer | None:
    """The colleague as a request would make them now; None while they cannot sign in."""
    account = account_of(viewer.school_id, staff_id, on=london(viewer.at).date())
    if account is None:
        return None
    return viewer_for(account.user_id, viewer.school_id, elevated=elevated, at=viewer.at, origin="")


def preview(viewer: Viewer, person: Viewer, by_password: Viewer) -> Preview:
    """The newest entries that this colleague could read and the asking person may read, and how many in all."""
    both = _both(viewer, person)
    rows = with_ties(both.select_related("pupil__school_class"), at=viewer.at, key="id")
    found = list(rows.order_by("-recorded_at", "-id")[:MOST])
    plain = frozenset(_both(viewer, by_password).values_list("id", flat=True))
    children = Pupil.objects.open_to(viewer).filter(left_on=None)
    return Preview(
        children=children.filter(pk__in=Pupil.objects.open_to(person).values("id")).count(),
        elevated=both.count(),
        by_password=len(plain),
        rows=tuple(
            Sees(
                id=row.pk,
                number=row.number,
                child=child_of(row.pupil),
                categories=tuple(row.categories),
                recorded_at=row.recorded_at,
                through=through,
                only_elevated=row.pk not in plain,
            )
            for row in found
            if (through := readable_through(person, facts_of(row, row)))
        ),
    )


def entry_by_number(viewer: Viewer, number: int) -> UUID:
    """The entry of this number, if this person may read it.

    Raises:
        NotSeen: when there is none they may read.
    """
    rows = Item.objects.seen_by(viewer).filter(kind=ItemKind.ENTRY, number=number)
    for found in rows.values_list("id", flat=True)[:1]:
        return UUID(str(found))
    raise NotSeen


def children_covered(viewer: Viewer, person: Viewer) -> int | None:
    """How many children of the roll this colleague's groups cover; a number only. None: the whole school."""
    covers = person.covers
    return None if covers is None else len(covers)


def _both(viewer: Viewer, person: Viewer) -> Any:
    theirs = Item.objects.seen_by(person).values("id")
    return Item.objects.seen_by(viewer).filter(kind=ItemKind.ENTRY, pk__in=theirs)
