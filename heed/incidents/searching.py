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
from heed.who.viewer import Viewer

BEGINS, ENDS = "\x02", "\x03"  # stand in no text: what people type is cleaned of them
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


def names_a_word(viewer: Viewer, asked: str) -> bool:
    """Whether there is a word to find in this: not only "the", signs, or words to leave out."""
    row = School.objects.filter(pk=viewer.school_id).values_list(_tree(asked)).first()
    return row is not None and row[0].strip() not in _ANYTHING


def entries_found(viewer: Viewer, asked: str, narrowed: Narrowed, most: int) -> tuple[Found, ...]:
    """The newest entries of the school that this person may read and that hold all these words."""
    rows = Incident.objects.seen_by(viewer)
    return _newest(rows, _IN_AN_ENTRY, asked, narrowed, most)


def actions_found(viewer: Viewer, asked: str, narrowed: Narrowed, most: int) -> tuple[Found, ...]:
    """The newest actions of the school that this person may read and that hold all these words."""
    rows = Action.objects.seen_by(viewer).select_related("item__entry")
    return _newest(rows, _IN_AN_ACTION, asked, narrowed, most)


def _newest(
    rows: Any, fields: tuple[str, ...], asked: str, narrowed: Narrowed, most: int
) -> tuple[Found, ...]:
    query = _query(asked)
    # Marked by the database, which knows best what it found; and only on the rows that are handed out.
    marked = SearchHeadline(
        _joined(fields), query, config="english", start_sel=BEGINS, stop_sel=ENDS, highlight_all=True
    )
    rows = rows.alias(tree=_tree(asked)).exclude(tree__in=_ANYTHING)
    rows = rows.filter(_narrow(narrowed), words=query).annotate(marked=marked).defer("words")
    rows = rows.select_related("item__pupil__school_class", "item__signature")
    rows = rows.order_by("-item__occurred_at", "-item_id")[:most]
    return tuple(_found(row, fields) for row in rows)


def _tree(asked: str) -> Func:
    """What an index could find this by; without a word to find, every entry would be an answer."""
    return Func(_query(asked), function="querytree", output_field=TextField())


def _query(asked: str) -> SearchQuery:
    return SearchQuery(asked, config="english", search_type="websearch")


def _joined(fields: tuple[str, ...]) -> Any:
    if len(fields) == 1:
        return F(fields[0])
    between = [part for name in fields for part in (F(name), Value(_NEXT_FIELD))][:-1]
    return Concat(*between, output_field=CharField())


def _narrow(narrowed: Narrowed) -> Q:
    only = Q()
    if narrowed.category:
        only &= Q(item__categories__contains=[narrowed.category])
    if narrowed.since:
        only &= Q(item__occurred_at__gte=narrowed.since)
    if narrowed.before:
        at, item_id = narrowed.before
        only &= Q(item__occurred_at__lt=at) | Q(item__occurred_at=at, item_id__lt=item_id)
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
