"""Reading entries, and finding what is kept."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib.postgres.search import SearchQuery

from heed.incidents.models import Incident, KeptWords
from heed.lib.outcomes import NotSeen
from heed.pupils.queries import Child, child_of
from heed.records.models import Item
from heed.records.queries import facts_of
from heed.who.need_to_know import Facts
from heed.who.viewer import Viewer


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One entry, whole, as plain values."""

    id: UUID
    number: int
    child: Child
    categories: tuple[int, ...]
    occurred_at: datetime
    precision: str
    recorded_at: datetime
    signed: str
    writer_id: UUID | None
    account: str
    child_words: str
    already_done: str
    place: str
    late_reason: str
    facts: Facts | None = None


def entry(viewer: Viewer, item_id: UUID) -> Entry:
    """An entry this person may read, with the facts that say who else can.

    Raises:
        NotSeen: when there is none they may read.
    """
    row = _shown(Incident.objects.seen_by(viewer)).filter(item_id=item_id).first()
    if row is None:
        raise NotSeen
    return _entry(row, facts_of(row.item, at=viewer.at))


def own_entry(viewer: Viewer, item_id: UUID) -> Entry:
    """An entry this person wrote, in their own words as first sent.

    Raises:
        NotSeen: when they wrote none such, or are barred from it since.
    """
    row = _shown(Incident.objects.written_by(viewer)).filter(item_id=item_id).first()
    if row is None:
        raise NotSeen
    return _entry(row)


def latest_own(viewer: Viewer, most: int) -> tuple[Item, ...]:
    """The newest entries this person wrote, for the list of what became of them."""
    rows = Item.objects.written_by(viewer).select_related("pupil").order_by("-recorded_at", "-id")
    return tuple(rows[:most])


def sent_with(viewer: Viewer, token: UUID) -> Entry | None:
    """What this person sent with a form, if they did.

    Raises:
        NotSeen: when they did, and are kept from it since.
    """
    row = _shown(Incident.objects.written_by(viewer)).filter(token=token).first()
    if row is None and Incident.objects.is_used(token):
        raise NotSeen
    return _entry(row) if row else None


def accounts_of(viewer: Viewer, item_ids: list[UUID]) -> dict[UUID, str]:
    """The accounts of those of these entries that this person may read."""
    rows = Incident.objects.seen_by(viewer).filter(item_id__in=item_ids)
    return dict(rows.values_list("item_id", "account"))


def with_words(viewer: Viewer, asked: str) -> Any:
    """Ids of the entries this person may read that hold all these words, as a query to narrow another with."""
    return (
        Incident.objects.seen_by(viewer)
        .filter(words=SearchQuery(asked, config="english", search_type="websearch"))
        .values("item_id")
    )


@dataclass(frozen=True, slots=True)
class Kept:
    """A form that is kept for its writer."""

    token: UUID
    typed: dict[str, list[str]]
    kept_at: datetime


def kept_words(viewer: Viewer) -> Kept | None:
    """The form last kept for this person, if one is waiting for them."""
    row = KeptWords.objects.kept_for(viewer).filter(done_at=None).order_by("-kept_at").first()
    return Kept(row.token, json.loads(row.typed), row.kept_at) if row else None


def _shown(rows: Any) -> Any:
    return rows.select_related("item__pupil__school_class", "item__signature").defer("words")


def _entry(row: Any, facts: Facts | None = None) -> Entry:
    item = row.item
    return Entry(
        id=item.pk,
        number=item.number,
        child=child_of(item.pupil),
        categories=tuple(item.categories),
        occurred_at=item.occurred_at,
        precision=item.precision,
        recorded_at=item.recorded_at,
        signed=f"{item.signature.name}, {item.signature.role}",
        writer_id=item.signature.staff_id,
        account=row.account,
        child_words=row.child_words,
        already_done=row.already_done,
        place=row.place,
        late_reason=row.late_reason,
        facts=facts,
    )
