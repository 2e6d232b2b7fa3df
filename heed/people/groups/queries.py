"""What a change of a group would open and close, counted before it is made."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db.models import Q

from heed.access.matrix import Row
from heed.access.queries import under
from heed.records.doorways import ties
from heed.records.kinds import ItemKind
from heed.records.models import Item
from heed.who.groups import Group
from heed.who.need_to_know import seen_by
from heed.who.viewer import Viewer


@dataclass(frozen=True, slots=True)
class Counted:
    """How many people and entries a change concerns. Numbers, and nothing of any entry."""

    people: int
    """In the group, with an account."""
    opened: dict[int, int]
    """By category, the entries that somebody could not read before."""
    closed: dict[int, int]
    """By category, the entries that somebody can read no more."""
    opened_in_all: int
    closed_in_all: int
    gain: dict[int, int]
    """By category, the people who come to read it, or read it of more children."""
    lose: dict[int, int]


def counted(by: Viewer, group: Group, row: Row) -> Counted:
    """Count as the one filter will decide: grants, bars and locks of each person are asked. Leaves one mark."""
    pairs = under(by.school_id, group, row, at=by.at)
    entries = Item.objects.for_job(by, why="count what a change of a group opens and closes")
    entries = entries.filter(school_id=by.school_id, kind=ItemKind.ENTRY)
    opened = _differing(entries, ((now, after) for now, after in pairs))
    closed = _differing(entries, ((after, now) for now, after in pairs))
    return Counted(
        people=len(pairs),
        opened=_by_category(opened),
        closed=_by_category(closed),
        opened_in_all=len(opened),
        closed_in_all=len(closed),
        gain=_covering(pairs),
        lose=_covering((after, now) for now, after in pairs),
    )


def _differing(entries: Any, pairs: Iterable[tuple[Viewer, Viewer]]) -> dict[UUID, tuple[int, ...]]:
    """Entries that the second of a pair may read and the first may not, with their categories."""
    found: dict[UUID, tuple[int, ...]] = {}
    for less, more in pairs:
        if less.ways == more.ways:
            continue
        rows = entries.filter(_seen(more) & ~_seen(less)).values_list("id", "categories")
        found.update((key, tuple(categories)) for key, categories in rows)
    return found


def _seen(viewer: Viewer) -> Q:
    return seen_by(viewer, ties())


def _by_category(entries: dict[UUID, tuple[int, ...]]) -> dict[int, int]:
    found: dict[int, int] = defaultdict(int)
    for categories in entries.values():
        for number in set(categories):
            found[number] += 1
    return dict(found)


def _covering(pairs: Iterable[tuple[Viewer, Viewer]]) -> dict[int, int]:
    """By category, how many read it of more children as the second of their pair."""
    found: dict[int, int] = defaultdict(int)
    for less, more in pairs:
        for number in frozenset[int]().union(*(reach.categories for reach in more.reaches)):
            if _is_more(_covers(less, number), _covers(more, number)):
                found[number] += 1
    return dict(found)


def _covers(viewer: Viewer, number: int) -> frozenset[UUID] | None:
    """The children for whom somebody reads a category; None: the whole school."""
    reaches = [reach for reach in viewer.reaches if number in reach.categories]
    if any(reach.pupils is None for reach in reaches):
        return None
    return frozenset[UUID]().union(*(reach.pupils or frozenset() for reach in reaches))


def _is_more(less: frozenset[UUID] | None, more: frozenset[UUID] | None) -> bool:
    if more is None or less is None:
        return less is not None
    return not more <= less
