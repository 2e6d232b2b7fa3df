"""Numbers, the spine's rows, and grants: opened, set to end, ended."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import F

from heed.audit.actions import record
from heed.audit.kinds import Event, Kind
from heed.records.kinds import WORDS, ItemKind, Precision
from heed.records.models import Category, Counter, EntryBar, Grant, Item, Share
from heed.tenancy.prepared import ask
from heed.who.viewer import Viewer

NUMBERED = frozenset({ItemKind.ENTRY})
"""Kinds that get a number of their own in the school."""

_KINDS = {ItemKind.ENTRY: Kind.ENTRY, ItemKind.ACTION: Kind.ACTION}

READABLE_AFTER_READING = timedelta(days=30)
"""How long an alert keeps its entry readable after it was read (PRODUCT.md, section 4)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewItem:
    """What a module that adds to a child's file says of it."""

    pupil_id: UUID
    kind: ItemKind
    occurred_at: datetime
    precision: Precision
    categories: frozenset[int]
    event_id: UUID | None = None
    entry_id: UUID | None = None
    """The entry it belongs to, when it is not an entry itself."""


def wait_for_turn(school_id: UUID) -> Counter:
    """Queue behind whoever is recording in this school now, so that a double submit finds the first one.

    Returns:
        The school's counter, held until the transaction ends: the turn, for `next_number`.
    """
    found: list[Counter] = ask(_counter_to_change, None, {"school_id": school_id})
    return found[0]


def _counter_to_change(school_id: Any) -> Any:
    return Counter.objects.filter(school_id=school_id).select_for_update()


def next_number(turn: Counter) -> int:
    """The next entry number of the school. No number is given twice; one that is rolled back is given again."""
    turn.last += 1
    turn.save(update_fields=["last"])
    return turn.last


@transaction.atomic(savepoint=False)  # a part of other actions: they are undone as a whole
def put_in_file(by: Viewer, new: NewItem, *, turn: Counter | None = None) -> Item:
    """Add a row to the spine, signed by this person, with a number when it is an entry.

    `turn` is the school's counter, when the caller holds it already.
    """
    assert by.signature_id is not None, "only people sign"
    item: Item = Item.objects.create(
        school_id=by.school_id,
        pupil_id=new.pupil_id,
        signature_id=by.signature_id,
        kind=new.kind,
        number=next_number(turn or wait_for_turn(by.school_id)) if new.kind in NUMBERED else None,
        occurred_at=new.occurred_at,
        precision=new.precision,
        recorded_at=by.at,
        categories=sorted(new.categories),
        event_id=new.event_id,
        entry_id=new.entry_id,
    )
    record(by, Event.RECORDED, _KINDS[new.kind], item.pk, number=item.number, child=new.pupil_id)
    return item


@transaction.atomic(savepoint=False)
def grant(by: Viewer, item_id: UUID, staff_ids: Iterable[UUID], *, why: str, anew: bool = False) -> None:
    """Let these people read it, for this reason. Without an end yet: that is set when they have read it.

    Whoever has been let read it for this reason before can read it without an end again. `anew` says that the
    thing was written in this very transaction, so that nobody can have been.
    """
    to = tuple(staff_ids)
    if not anew:
        before = Grant.objects.get_queryset().opened("own grant")
        before.filter(item_id=item_id, staff_id__in=to, why=why).update(ends_at=None)
    Grant.objects.bulk_create(
        (
            Grant(school_id=by.school_id, item_id=item_id, staff_id=staff_id, why=why, since=by.at)
            for staff_id in to
        ),
        ignore_conflicts=True,
    )
    record(by, Event.SHARED, Kind.ENTRY, item_id, to=to, because=why)


@transaction.atomic
def end_own_grant_later(by: Viewer, item_id: UUID) -> None:
    """Having read it, this person keeps the entry for thirty days. A permanent grant stays as it is."""
    own = Grant.objects.get_queryset().opened("own grant")
    own.filter(item_id=item_id, staff_id=by.staff_id, why="alerted", ends_at=None).update(
        ends_at=by.at + READABLE_AFTER_READING
    )
    record(by, Event.SHARE_ENDED, Kind.ENTRY, item_id, ends_at=by.at + READABLE_AFTER_READING)


@transaction.atomic
def end_grants(by: Viewer, item_id: UUID, staff_id: UUID) -> None:
    """End what lets somebody read this by being told of it or by a share. What they wrote stays theirs."""
    live = Grant.objects.seen_by(by).filter(item_id=item_id, staff_id=staff_id).exclude(why="written")
    live.exclude(ends_at__lte=by.at).update(ends_at=by.at)
    shares = Share.objects.seen_by(by).filter(item_id=item_id, staff_id=staff_id, ended_at=None)
    shares.update(ended_at=by.at, ended_by_id=by.signature_id)
    record(by, Event.SHARE_ENDED, Kind.ENTRY, item_id, staff_id=staff_id, ends_at=by.at)


@transaction.atomic
def share(
    by: Viewer, item_id: UUID, staff_ids: Iterable[UUID], *, said: str, ends_at: datetime, group: str = ""
) -> None:
    """Let these people read this one thing until a set moment. An earlier share with one of them gives way."""
    assert by.signature_id is not None, "a share is signed"
    to = tuple(staff_ids)
    before = Share.objects.seen_by(by).filter(item_id=item_id, staff_id__in=to, ended_at=None)
    before.filter(ends_at__lte=by.at).update(ended_at=F("ends_at"))
    before.update(ended_at=by.at, ended_by_id=by.signature_id)
    Share.objects.bulk_create(
        Share(
            school_id=by.school_id,
            item_id=item_id,
            staff_id=staff_id,
            group=group,
            said=said,
            signature_id=by.signature_id,
            since=by.at,
            ends_at=ends_at,
        )
        for staff_id in to
    )
    Grant.objects.bulk_create(
        (
            Grant(
                school_id=by.school_id,
                item_id=item_id,
                staff_id=staff_id,
                why="shared",
                since=by.at,
                ends_at=ends_at,
            )
            for staff_id in to
        ),
        update_conflicts=True,
        unique_fields=["school", "item", "staff", "why"],
        update_fields=["since", "ends_at"],
    )
    record(by, Event.SHARED, Kind.ENTRY, item_id, to=to, because="shared", said=said, ends_at=ends_at)


@transaction.atomic
def bar_from_entry(by: Viewer, item_id: UUID, staff_id: UUID, *, why: str, said: str = "") -> None:
    """Keep a member of staff from this one thing, and from what was done about it, from now on."""
    EntryBar.objects.create(
        school_id=by.school_id,
        item_id=item_id,
        staff_id=staff_id,
        why=why,
        said=said,
        set_by_id=by.signature_id,
        since=by.at,
    )
    record(by, Event.BARRED, Kind.ENTRY, item_id, staff_id=staff_id, kept_for=why, said=said)


@transaction.atomic
def end_bar_from_entry(by: Viewer, item_id: UUID, staff_id: UUID, *, said: str = "") -> None:
    """Let them read this one thing again, as far as their groups and grants go."""
    rows = EntryBar.objects.seen_by(by).filter(item_id=item_id, staff_id=staff_id, ended_at=None)
    rows.update(ended_at=by.at, ended_by_id=by.signature_id, end_said=said)
    record(by, Event.BAR_ENDED, Kind.ENTRY, item_id, staff_id=staff_id, said=said)


@transaction.atomic
def open_files(by: Viewer) -> None:
    """Give a new school its counter and the categories every school begins with."""
    Counter.objects.create(school_id=by.school_id)
    Category.objects.bulk_create(
        Category(
            school_id=by.school_id, number=number, name=words.name, meaning=words.meaning, position=position
        )
        for position, (number, words) in enumerate(WORDS.items())
    )
    record(by, Event.CATEGORIES_SET, Kind.SCHOOL, by.school_id)
