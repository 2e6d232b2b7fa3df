"""Finding entries and actions in the whole school by the words they hold.

Two queries, each with its own end, instead of one with an OR of sub-selects: each begins at the words of its
table within the school, and PostgreSQL looks at grants and bars of the few rows that hold them.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib.postgres.search import SearchHeadline, SearchQuery
from django.db.models import CharField, F, Func, Q, TextField, Value
from django.db.models.functions import Concat

from heed.incidents.models import Action, Incident
from heed.pupils.queries import Child, child_of
from heed.records.kinds import ItemKind
from heed.schools.models import School
from heed.tenancy.prepared import Numbers
from heed.who.asking import asked
from heed.who.viewer import Viewer

BEGINS, ENDS = "\x02", "\x03"  # stand in no text: what people type is cleaned of them
MOST_FOUND = 51
"""One more than a page shows, so that it can say whether there are more."""
_NEXT_FIELD = "\n\n"
_IN_AN_ENTRY = ("account", "child_words", "already_done", "place")
_IN_AN_ACTION = ("done",)
_ANYTHING = ("", "T")  # what is left of a query that names no word, or only words to leave out


@dataclass(frozen=True, slots=True)
class Narrowed:
    """What a search by words is narrowed to besides."""

    category: int | None = None
    since: datetime | None = None
    before: tuple[datetime, UUID] | None = None
    """Only what stands after this moment and id, newest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """An entry or an action that holds the words."""

    id: UUID
    entry_id: UUID
    """The entry itself, or the one that the action belongs to."""
    kind: ItemKind
    number: int
    child: Child
    categories: tuple[int, ...]
    occurred_at: datetime
    precision: str
    signed: str
    texts: tuple[str, ...]
    """What was written, field by field, in the order of the page."""
    marked: str
    """The same in one, with what was hit between BEGINS and ENDS."""


def names_a_word(viewer: Viewer, words: str) -> bool:
    """Whether there is a word to find in this: not only "the", signs, or words to leave out."""
    row = School.objects.filter(pk=viewer.school_id).values_list(_tree(words)).first()
    return row is not None and row[0].strip() not in _ANYTHING


def entries_found(viewer: Viewer, words: str, narrowed: Narrowed) -> tuple[Found, ...]:
    """The newest entries of the school that this person may read and that hold all these words."""
    rows = _entries(viewer, words=words, **_slots(narrowed))
    return tuple(_found(row, _IN_AN_ENTRY) for row in rows)


def actions_found(viewer: Viewer, words: str, narrowed: Narrowed) -> tuple[Found, ...]:
    """The newest actions of the school that this person may read and that hold all these words."""
    rows = _actions(viewer, words=words, **_slots(narrowed))
    return tuple(_found(row, _IN_AN_ACTION) for row in rows)


@asked
def _entries(viewer: Any, *, words: Any, **narrowed: Any) -> Any:
    return _with_marks(viewer, Incident, _IN_AN_ENTRY, words, narrowed)


@asked
def _actions(viewer: Any, *, words: Any, **narrowed: Any) -> Any:
    return _with_marks(viewer, Action, _IN_AN_ACTION, words, narrowed).select_related("item__entry")


def _with_marks(
    viewer: Any, model: type[Incident | Action], fields: tuple[str, ...], words: Any, narrowed: dict[str, Any]
) -> Any:
    """The newest that hold the words, and only then their children, writers and marked texts."""
    query = _query(words)
    held = model.objects.seen_by(viewer).alias(tree=_tree(words)).exclude(tree__in=_ANYTHING)
    held = held.filter(_narrow(**narrowed), words=query).order_by(*_NEWEST)[:MOST_FOUND]
    # Marked by the database, which knows best what it found; and only on the rows that are handed out.
    marked = SearchHeadline(
        _joined(fields), query, config="english", start_sel=BEGINS, stop_sel=ENDS, highlight_all=True
    )
    rows = model.objects.seen_by(viewer).filter(pk__in=held.values("pk")).annotate(marked=marked)
    shown = rows.defer("words").select_related("item__pupil__school_class", "item__signature")
    return shown.order_by(*_NEWEST)


_NEWEST = ("-item__occurred_at", "-item_id")


def _tree(words: Any) -> Func:
    """What an index could find this by; without a word to find, every entry would be an answer."""
    return Func(_query(words), function="querytree", output_field=TextField())


def _query(words: Any) -> SearchQuery:
    return SearchQuery(words, config="english", search_type="websearch")


def _joined(fields: tuple[str, ...]) -> Any:
    if len(fields) == 1:
        return F(fields[0])
    between = [part for name in fields for part in (F(name), Value(_NEXT_FIELD))][:-1]
    return Concat(*between, output_field=CharField())


def _slots(narrowed: Narrowed) -> dict[str, Any]:
    """Only what is asked for: each combination is a query of its own, built once."""
    slots: dict[str, Any] = {}
    if narrowed.category:
        slots["category"] = Numbers([narrowed.category])
    if narrowed.since:
        slots["since"] = narrowed.since
    if narrowed.before:
        slots["before_at"], slots["before_id"] = narrowed.before
    return slots


def _narrow(category: Any = None, since: Any = None, before_at: Any = None, before_id: Any = None) -> Q:
    only = Q()
    if category is not None:
        only &= Q(item__categories__contains=category)
    if since is not None:
        only &= Q(item__occurred_at__gte=since)
    if before_at is not None:
        only &= Q(item__occurred_at__lt=before_at) | Q(item__occurred_at=before_at, item_id__lt=before_id)
    return only


def _found(row: Any, fields: tuple[str, ...]) -> Found:
    item = row.item
    return Found(
        id=item.pk,
        entry_id=item.entry_id or item.pk,
        kind=ItemKind(item.kind),
        number=item.entry.number if item.entry_id else item.number,
        child=child_of(item.pupil),
        categories=tuple(item.categories),
        occurred_at=item.occurred_at,
        precision=item.precision,
        signed=f"{item.signature.name}, {item.signature.role}",
        texts=tuple(getattr(row, name) for name in fields),
        marked=row.marked,
    )
