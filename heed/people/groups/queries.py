"""What a change of a group would open and close, counted before it is made."""

from collections import Counter, defaultdict
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
from heed.who.powers import Power
from heed.who.viewer import Viewer


@dataclass(frozen=True, slots=True)
class Counted:
    """How many people and entries one side of a change concerns. Numbers, and nothing of any entry."""

    entries: dict[int, int]
    """By category, the entries that somebody comes to read, or reads no more."""
    in_all: int
    people: dict[int, int]
    """By category, the people who come to read it of more children, or read it of fewer."""
    pages: int
    """People for whom more children's pages open, or fewer."""
    uses: dict[int, int]
    powers: dict[Power, int]


@dataclass(frozen=True, slots=True)
class Both:
    """What a change of a group opens, and what it closes."""

    people: int
    """In the group, with an account."""
    opened: Counted
    closed: Counted


def counted(by: Viewer, group: Group, row: Row) -> Both:
    """Count as the one filter will decide: grants, bars and locks of each person are asked. Leaves one mark."""
    pairs = under(by.school_id, group, row, at=by.at)
    entries = Item.objects.for_job(by, why="count what a change of a group opens and closes")
    entries = entries.filter(school_id=by.school_id, kind=ItemKind.ENTRY)
    turned = tuple((after, now) for now, after in pairs)
    return Both(len(pairs), _one_side(entries, pairs), _one_side(entries, turned))


Pairs = tuple[tuple[Viewer, Viewer], ...]


def _one_side(entries: Any, pairs: Pairs) -> Counted:
    differing = _differing(entries, pairs)
    return Counted(
        entries=dict(Counter(number for categories in differing.values() for number in set(categories))),
        in_all=len(differing),
        people=_covering(pairs),
        pages=sum(_is_more(less.covers, more.covers) for less, more in pairs),
        uses=dict(Counter(one for less, more in pairs for one in more.may_use - less.may_use)),
        powers=dict(Counter(one for less, more in pairs for one in more.powers - less.powers)),
    )


def _differing(entries: Any, pairs: Pairs) -> dict[UUID, tuple[int, ...]]:
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


def _covering(pairs: Pairs) -> dict[int, int]:
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
