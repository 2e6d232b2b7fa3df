"""What is in a child's file, in order of when it happened."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Q

from heed.incidents.queries import accounts_of, deeds_of, deeds_with_words, with_words
from heed.incidents.searching import MOST_FOUND, Found, Narrowed, actions_found, entries_found, names_a_word
from heed.lib.clock import from_london
from heed.lib.outcomes import NotSeen
from heed.records.kinds import ItemKind
from heed.records.models import Item
from heed.tenancy.prepared import Numbers
from heed.who.asking import asked as asked_of_viewer
from heed.who.viewer import Viewer

AT_ONCE = 50


@dataclass(frozen=True, slots=True)
class Asked:
    """What the chronology is narrowed to; nothing means everything."""

    words: str = ""
    category: int | None = None
    since: date | None = None

    @property
    def anything(self) -> bool:
        """Whether it is narrowed at all."""
        return bool(self.words or self.category or self.since)


@dataclass(frozen=True, slots=True)
class Happening:
    """One thing in the file, as the chronology tells it."""

    id: UUID
    entry_id: UUID
    """The entry itself, or the one that the action belongs to."""
    kind: ItemKind
    number: int
    categories: tuple[int, ...]
    occurred_at: datetime
    precision: str
    signed: str
    words: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some of the chronology, newest first, and whether there is more before it."""

    rows: tuple[Happening, ...]
    more: bool


def stretch(viewer: Viewer, pupil_id: UUID, asked: Asked, *, before: UUID | None) -> Stretch:
    """The newest entries about a child that this person may read, or those older than a given one.

    Raises:
        NotSeen: when the one to begin before is not theirs to read.
    """
    values: dict[str, Any] = {"pupil_id": pupil_id}
    if asked.category:
        values["category"] = Numbers([asked.category])
    if asked.since:
        values["since"] = from_london(asked.since, 0, 0)
    if asked.words:
        values["words"] = asked.words
    if before:
        values["before_at"], values["before_id"] = _moment_of(viewer, pupil_id, before), before
    found = _items(viewer, **values)
    shown = found[:AT_ONCE]
    words = accounts_of(viewer, [item.pk for item in shown if item.kind == ItemKind.ENTRY])
    words |= deeds_of(viewer, [item.pk for item in shown if item.kind == ItemKind.ACTION])
    return Stretch(tuple(_told(item, words[item.pk]) for item in shown), len(found) > AT_ONCE)


def when_and_what(
    viewer: Viewer, pupil_id: UUID, *, since: datetime
) -> tuple[tuple[datetime, tuple[int, ...]], ...]:
    """Moment and categories of each entry since then that this person may read: what a pattern is seen in."""
    rows = _moments(viewer, pupil_id=pupil_id, since=since)
    return tuple((at, tuple(numbers)) for at, numbers in rows)


@asked_of_viewer
def _moments(viewer: Any, *, pupil_id: Any, since: Any) -> Any:
    rows = Item.objects.seen_by(viewer).filter(pupil_id=pupil_id, kind=ItemKind.ENTRY, occurred_at__gte=since)
    return rows.values_list("occurred_at", "categories")


@dataclass(frozen=True, slots=True)
class Search:
    """Some of what was found in the school, newest first, and whether there is more before it."""

    rows: tuple[Found, ...] = ()
    more: bool = False
    no_word: bool = False
    """Nothing was looked for, because what was typed names no word."""


def search(viewer: Viewer, asked: Asked, *, before: tuple[datetime, UUID] | None) -> Search:
    """The newest entries and actions of the school that this person may read and that hold all the words."""
    since = from_london(asked.since, 0, 0) if asked.since else None
    narrowed = Narrowed(asked.category, since, before)
    found = [
        *entries_found(viewer, asked.words, narrowed),
        *actions_found(viewer, asked.words, narrowed),
    ]
    if not found and not names_a_word(viewer, asked.words):
        return Search(no_word=True)
    found.sort(key=lambda one: (one.occurred_at, one.id), reverse=True)
    return Search(tuple(found[: MOST_FOUND - 1]), len(found) >= MOST_FOUND)


@asked_of_viewer
def _items(viewer: Any, *, pupil_id: Any, **narrowed: Any) -> Any:
    """Keyset paging: everything after a row in the order, however much was added meanwhile."""
    items = Item.objects.seen_by(viewer).filter(pupil_id=pupil_id)
    if "category" in narrowed:
        items = items.filter(categories__contains=narrowed["category"])
    if "since" in narrowed:
        items = items.filter(occurred_at__gte=narrowed["since"])
    if "words" in narrowed:
        words = narrowed["words"]
        # Said of the child in both as well: otherwise each would look through the whole school.
        items = items.filter(
            Q(pk__in=with_words(viewer, words, pupil_id))
            | Q(pk__in=deeds_with_words(viewer, words, pupil_id))
        )
    if "before_at" in narrowed:
        at, pk = narrowed["before_at"], narrowed["before_id"]
        items = items.filter(Q(occurred_at__lt=at) | Q(occurred_at=at, pk__lt=pk))
    items = items.select_related("signature", "entry").order_by("-occurred_at", "-id")
    return items[: AT_ONCE + 1]


def _moment_of(viewer: Viewer, pupil_id: UUID, item_id: UUID) -> datetime:
    rows = Item.objects.seen_by(viewer).filter(pupil_id=pupil_id, pk=item_id)
    found: tuple[datetime] | None = rows.values_list("occurred_at").first()
    if found is None:
        raise NotSeen
    return found[0]


def _told(item: Any, words: str) -> Happening:
    return Happening(
        id=item.pk,
        entry_id=item.entry_id or item.pk,
        kind=ItemKind(item.kind),
        number=item.entry.number if item.entry else item.number,
        categories=tuple(item.categories),
        occurred_at=item.occurred_at,
        precision=item.precision,
        signed=f"{item.signature.name}, {item.signature.role}",
        words=words,
    )
