"""Reading entries, and finding what is kept."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib.postgres.search import SearchQuery

from heed.access.queries import everybody
from heed.alerts.queries import first_read_of_own
from heed.incidents.kinds import Consent, Did, Standing, WhyNotAsked
from heed.incidents.models import Action, FollowUp, Incident, KeptWords, Step
from heed.lib.outcomes import NotSeen
from heed.pupils.queries import Child, child_of
from heed.records.kinds import ItemKind
from heed.records.models import Item
from heed.records.queries import facts_of, with_ties
from heed.tenancy.prepared import Uuids
from heed.who.asking import asked
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
    for row in _entry_row(viewer, item_id=item_id):
        return _entry(row, facts_of(row.item, row))
    raise NotSeen


def own_entry(viewer: Viewer, item_id: UUID) -> Entry:
    """An entry this person wrote, in their own words as first sent.

    Raises:
        NotSeen: when they wrote none such, or are barred from it since.
    """
    for row in _own_entry_row(viewer, item_id=item_id):
        return _entry(row)
    raise NotSeen


def latest_own(viewer: Viewer, most: int) -> tuple[Item, ...]:
    """The newest entries this person wrote, for the list of what became of them."""
    return tuple(_own_items(viewer)[:most])


@dataclass(frozen=True, slots=True)
class Became:
    """What became of an entry, as its writer is told: when, and nothing else."""

    read_at: datetime | None
    acted_at: datetime | None


def became_of(viewer: Viewer, item_ids: list[UUID]) -> dict[UUID, Became]:
    """When these entries that this person wrote were first read, and first acted on by somebody else."""
    if not item_ids:
        return {}
    read = first_read_of_own(viewer, item_ids)
    acted = dict(_acted(viewer, ids=Uuids(item_ids)))
    return {one: Became(read.get(one) or acted.get(one), acted.get(one)) for one in item_ids}


def sent_with(viewer: Viewer, token: UUID) -> Entry | None:
    """What this person sent with a form, if they did.

    Raises:
        NotSeen: when they did, and are kept from it since.
    """
    if not Incident.objects.is_used(token):
        return None
    row = _shown(Incident.objects.written_by(viewer)).filter(token=token).first()
    if row is None:
        raise NotSeen
    return _entry(row)


def accounts_of(viewer: Viewer, item_ids: list[UUID]) -> dict[UUID, str]:
    """The accounts of those of these entries that this person may read."""
    return dict(_accounts(viewer, ids=Uuids(item_ids)))


def with_words(viewer: Viewer, asked: str, pupil_id: UUID) -> Any:
    """Ids of the entries about a child that this person may read and that hold all these words, as a query."""
    return (
        Incident.objects.seen_by(viewer)
        .filter(item__pupil_id=pupil_id, words=SearchQuery(asked, config="english", search_type="websearch"))
        .values("item_id")
    )


def deeds_with_words(viewer: Viewer, asked: str, pupil_id: UUID) -> Any:
    """Ids of the actions about a child that this person may read and that hold all these words, as a query."""
    return (
        Action.objects.seen_by(viewer)
        .filter(item__pupil_id=pupil_id, words=SearchQuery(asked, config="english", search_type="websearch"))
        .values("item_id")
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Followed:
    """An entry that somebody may read, as far as following it up needs it."""

    id: UUID
    facts: Facts
    writer_id: UUID | None


def entry_to_follow(viewer: Viewer, entry_id: UUID) -> Followed:
    """An entry this person may read, for adding to it.

    Raises:
        NotSeen: when there is none they may read.
    """
    rows = Item.objects.seen_by(viewer).filter(pk=entry_id, kind=ItemKind.ENTRY).select_related("signature")
    item = with_ties(rows, at=viewer.at, key="id").first()
    if item is None:
        raise NotSeen
    return Followed(id=item.pk, facts=facts_of(item, item), writer_id=item.signature.staff_id)


def who_can_be_told(viewer: Viewer, facts: Facts) -> tuple[Viewer, ...]:
    """Everybody with an account who may be told of this entry: not oneself, nobody barred or locked out."""
    return who_among_can_be_told(everybody(facts.school_id, facts.pupil_id, at=viewer.at), viewer, facts)


def who_among_can_be_told(people: tuple[Viewer, ...], viewer: Viewer, facts: Facts) -> tuple[Viewer, ...]:
    """Those of these people who may be told of this entry."""
    return tuple(
        one
        for one in people
        if one.staff_id != viewer.staff_id
        and one.staff_id not in facts.barred
        and facts.pupil_id not in one.barred
        and facts.pupil_id not in one.locked_out
    )


def follow_up_to_change(viewer: Viewer, entry_id: UUID) -> FollowUp:
    """Where an entry stands, locked until the transaction ends.

    Raises:
        NotSeen: when there is none they may read.
    """
    rows = FollowUp.objects.seen_by(viewer).filter(item_id=entry_id)
    found: FollowUp | None = rows.select_for_update(of=("self",)).first()
    if found is None:
        raise NotSeen
    return found


@dataclass(frozen=True, slots=True)
class Stands:
    """Where an entry stands, and who looks after it."""

    standing: Standing
    owner_id: UUID | None
    owner: str | None
    changed_at: datetime
    acted_at: datetime | None


def stands(viewer: Viewer, entry_id: UUID) -> Stands:
    """Where an entry stands that this person may read.

    Raises:
        NotSeen: when there is none they may read.
    """
    for row in _stands(viewer, entry_id=entry_id):
        owner = row.owner.name if row.owner else None
        return Stands(Standing(row.state), row.owner_id, owner, row.changed_at, row.acted_at)
    raise NotSeen


@dataclass(frozen=True, slots=True)
class InCare:
    """An entry that somebody looks after, or that waits for somebody to."""

    item_id: UUID
    number: int
    child: Child
    standing: Standing
    changed_at: datetime


def in_care_of(viewer: Viewer, most: int) -> tuple[InCare, ...]:
    """The entries that this person looks after and that are not closed, the longest untouched first."""
    return _in_care(_own_care(viewer)[:most])


def in_nobodys_care(viewer: Viewer, most: int) -> tuple[InCare, ...]:
    """The entries that nobody has taken yet and that this person could take, the oldest first."""
    return _in_care(_nobodys_care(viewer)[:most])


def _in_care(rows: list[Any]) -> tuple[InCare, ...]:
    return tuple(
        InCare(row.item_id, row.item.number, child_of(row.item.pupil), Standing(row.state), row.changed_at)
        for row in rows
    )


@dataclass(frozen=True, slots=True)
class Deed:
    """One action on an entry."""

    id: UUID
    done: str
    at: datetime
    signed: str
    consent: Consent
    why_not_asked: WhyNotAsked


def deeds(viewer: Viewer, entry_id: UUID) -> tuple[Deed, ...]:
    """The actions on an entry that this person may read, oldest first: not always all there are."""
    return tuple(_deed(row) for row in _deeds(viewer, entry_id=entry_id))


def deeds_of(viewer: Viewer, item_ids: list[UUID]) -> dict[UUID, str]:
    """What was done, for those of these actions that this person may read."""
    if not item_ids:
        return {}
    return dict(_done(viewer, ids=Uuids(item_ids)))


def action_sent_with(viewer: Viewer, token: UUID) -> Deed | None:
    """The action that this person sent with a form, if they did.

    Raises:
        NotSeen: when they did, and are kept from it since.
    """
    if not Action.objects.is_used(token):
        return None
    rows = Action.objects.written_by(viewer).filter(token=token)
    row = rows.select_related("item__signature").defer("words").first()
    if row is None:
        raise NotSeen
    return _deed(row)


@dataclass(frozen=True, slots=True)
class Taken:
    """One step that an entry took."""

    did: Did
    at: datetime
    signed: str
    owner: str | None
    said: str


def steps(viewer: Viewer, entry_id: UUID) -> tuple[Taken, ...]:
    """The steps of an entry, oldest first."""
    return tuple(
        Taken(Did(row.did), row.at, _signed(row.signature), row.owner.name if row.owner else None, row.said)
        for row in _steps(viewer, entry_id=entry_id)
    )


def was_last_step(viewer: Viewer, entry_id: UUID, did: Did, said: str, *, to: UUID | None) -> bool:
    """Whether this very step was this person's, and the last: a second press of the same button."""
    rows = Step.objects.seen_by(viewer).filter(item_id=entry_id).select_related("signature")
    last = rows.order_by("-at", "-id").first()
    if last is None or (last.did, last.said) != (did, said):
        return False
    return last.signature.staff_id == viewer.staff_id and (did is not Did.HAND_OVER or last.owner_id == to)


@dataclass(frozen=True, slots=True)
class Kept:
    """A form that is not sent yet, kept for its writer."""

    token: UUID
    about: UUID | None
    """The entry it is an action on; None for a new entry."""
    typed: dict[str, list[str]]
    kept_at: datetime

    @property
    def pupil_id(self) -> UUID | None:
        """The child it names, as it was typed: whether the writer may still be shown them is another question."""
        try:
            return UUID(next(iter(self.typed.get("pupil", [])), ""))
        except ValueError:
            return None


MOST_DRAFTS = 20
"""Shown at once; the rest come up when some of these are sent or put away."""


def drafts(viewer: Viewer, **which: Any) -> tuple[Kept, ...]:
    """This person's forms that are neither sent nor put away, the one kept last first.

    `which` narrows them: `about=None` is those for a new entry, `token=…` is one.
    """
    of_new_entries = "about" in which and which["about"] is None
    rows = _drafts_of_new_entries(viewer) if of_new_entries else _drafts(viewer, **which)
    return tuple(Kept(row.token, row.about_id, json.loads(row.typed), row.kept_at) for row in rows)


def own_draft(viewer: Viewer, token: UUID) -> Kept:
    """One form of this person that is neither sent nor put away.

    Raises:
        NotSeen: when there is none.
    """
    found = drafts(viewer, token=token)
    if not found:
        raise NotSeen
    return found[0]


def numbers_of(viewer: Viewer, item_ids: Iterable[UUID]) -> dict[UUID, int]:
    """The numbers of those of these entries that this person may read."""
    rows = Item.objects.seen_by(viewer).filter(pk__in=list(item_ids))
    return dict(rows.values_list("id", "number"))


def kept_words(viewer: Viewer, about: UUID | None = None) -> Kept | None:
    """The form last kept for this person about this entry (None: a new one), if one is waiting for them."""
    return next(iter(drafts(viewer, about=about)), None)


def _shown(rows: Any) -> Any:
    return rows.select_related("item__pupil__school_class", "item__signature").defer("words")


def _deed(row: Any) -> Deed:
    return Deed(
        id=row.item_id,
        done=row.done,
        at=row.item.recorded_at,
        signed=_signed(row.item.signature),
        consent=Consent(row.consent),
        why_not_asked=WhyNotAsked(row.why_not_asked),
    )


def _signed(signature: Any) -> str:
    return f"{signature.name}, {signature.role}"


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
        signed=_signed(item.signature),
        writer_id=item.signature.staff_id,
        account=row.account,
        child_words=row.child_words,
        already_done=row.already_done,
        place=row.place,
        late_reason=row.late_reason,
        facts=facts,
    )


# Prepared: each is built once, and asked again with other values -----------------------------------

MOST_IN_A_LIST = 20


@asked
def _drafts(viewer: Any, **which: Any) -> Any:
    return _newest_drafts(KeptWords.objects.kept_for(viewer).filter(**which))


@asked
def _drafts_of_new_entries(viewer: Any) -> Any:
    return _newest_drafts(KeptWords.objects.kept_for(viewer).filter(about__isnull=True))


def _newest_drafts(rows: Any) -> Any:
    return rows.filter(done_at=None).order_by("-kept_at", "-id")[:MOST_DRAFTS]


@asked
def _entry_row(viewer: Any, *, item_id: Any) -> Any:
    rows = with_ties(_shown(Incident.objects.seen_by(viewer)), at=viewer.at, key="item_id")
    return rows.filter(item_id=item_id)


@asked
def _own_entry_row(viewer: Any, *, item_id: Any) -> Any:
    return _shown(Incident.objects.written_by(viewer)).filter(item_id=item_id)


@asked
def _own_items(viewer: Any) -> Any:
    newest = ("-recorded_at", "-id")
    own = Item.objects.written_by(viewer).filter(kind=ItemKind.ENTRY).order_by(*newest)[:MOST_IN_A_LIST]
    # Their children are joined when they are chosen: somebody may have written thousands.
    rows = Item.objects.written_by(viewer).filter(pk__in=own.values("pk"))
    return rows.select_related("pupil").order_by(*newest)


@asked
def _acted(viewer: Any, *, ids: Any) -> Any:
    return FollowUp.objects.written_by(viewer).filter(item_id__any=ids).values_list("item_id", "acted_at")


@asked
def _accounts(viewer: Any, *, ids: Any) -> Any:
    return Incident.objects.seen_by(viewer).filter(item_id__any=ids).values_list("item_id", "account")


@asked
def _done(viewer: Any, *, ids: Any) -> Any:
    return Action.objects.seen_by(viewer).filter(item_id__any=ids).values_list("item_id", "done")


@asked
def _deeds(viewer: Any, *, entry_id: Any) -> Any:
    rows = Action.objects.seen_by(viewer).filter(item__entry_id=entry_id).select_related("item__signature")
    return rows.defer("words").order_by("item__recorded_at", "item_id")


@asked
def _steps(viewer: Any, *, entry_id: Any) -> Any:
    rows = Step.objects.seen_by(viewer).filter(item_id=entry_id).select_related("signature", "owner")
    return rows.order_by("at", "id")


@asked
def _stands(viewer: Any, *, entry_id: Any) -> Any:
    return FollowUp.objects.seen_by(viewer).filter(item_id=entry_id).select_related("owner")


@asked
def _own_care(viewer: Any) -> Any:
    return _open_care(FollowUp.objects.seen_by(viewer).filter(owner_id=viewer.staff_id))


@asked
def _nobodys_care(viewer: Any) -> Any:
    return _open_care(FollowUp.objects.seen_by(viewer).filter(owner_id=None, state=Standing.NEW))


def _open_care(rows: Any) -> Any:
    rows = rows.exclude(state=Standing.CLOSED).select_related("item__pupil__school_class")
    return rows.order_by("changed_at", "id")[:MOST_IN_A_LIST]
