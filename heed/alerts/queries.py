"""Who will be told, who was, and what waits for whom."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Count, Min, Q

from heed.access.queries import everybody, viewer_for
from heed.alerts.kinds import Mail, State, Why
from heed.alerts.models import Alert
from heed.alerts.rules import ToTell, who_is_told
from heed.lib.clock import london
from heed.lib.outcomes import NotSeen, Refused
from heed.pupils.queries import Child, child_of, class_teachers_of
from heed.records.queries import Reader, readers_of
from heed.staff.queries import account_of
from heed.tenancy.prepared import Uuids
from heed.who.asking import asked
from heed.who.need_to_know import Facts
from heed.who.viewer import Viewer


@dataclass(frozen=True, slots=True)
class Audience:
    """Who will be told of an entry, and who will be able to read it."""

    told: tuple[ToTell, ...]
    readers: tuple[Reader, ...]


def audience_of(writer: Viewer, pupil_id: UUID, categories: frozenset[int]) -> Audience:
    """The people an entry about this child in these categories would reach, by the school's rules now."""
    people = everybody(writer.school_id, pupil_id, at=writer.at)
    told = _told_by_rule(people, writer, pupil_id, categories)
    facts = Facts(writer.school_id, pupil_id, categories, granted=frozenset(one.staff_id for one in told))
    others = (person for person in people if person.staff_id != writer.staff_id)
    return Audience(told, readers_of(others, facts))


def to_tell_of(writer: Viewer, pupil_id: UUID, categories: frozenset[int]) -> tuple[ToTell, ...]:
    """The people who are told of an entry about this child in these categories, by the school's rules now."""
    people = everybody(writer.school_id, pupil_id, at=writer.at)
    return _told_by_rule(people, writer, pupil_id, categories)


def _told_by_rule(
    people: tuple[Viewer, ...], writer: Viewer, pupil_id: UUID, categories: frozenset[int]
) -> tuple[ToTell, ...]:
    teachers = class_teachers_of(writer.school_id, pupil_id)
    return who_is_told(people, writer, pupil_id, categories, teachers)


@dataclass(frozen=True, slots=True)
class Waiting:
    """One alert on somebody's list: enough to choose it, not enough to overhear it."""

    alert_id: UUID
    item_id: UUID
    entry_id: UUID
    """The entry itself, or the one that the action belongs to."""
    number: int
    child: Child
    categories: tuple[int, ...]
    signed: str
    recorded_at: datetime
    why: Why
    of_action: bool


def waiting_for(viewer: Viewer) -> tuple[Waiting, ...]:
    """The alerts this person has not marked as read, oldest first."""
    return tuple(_waiting(row) for row in _unread(viewer))


def ids_waiting_for(viewer: Viewer) -> tuple[UUID, ...]:
    """The same alerts by their ids alone: one cheap query, asked every few seconds."""
    return tuple(_unread_ids(viewer))


def how_many_wait_elevated(viewer: Viewer, waiting: int) -> int:
    """How many alerts wait for this person that they will read once they have signed in with a second step.

    Besides those `waiting` that they may read now. They are told that something waits, and nothing of it: an
    alert nobody knows of harms a child.
    """
    if viewer.elevated:
        return 0
    return len(ids_waiting_for(replace(viewer, elevated=True))) - waiting


@dataclass(frozen=True, slots=True)
class OwnAlert:
    """The reader's own alert to an entry or an action."""

    alert_id: UUID
    read_at: datetime | None


def alert_of(viewer: Viewer, item_id: UUID) -> OwnAlert | None:
    """This person's own alert to one thing, if they were told of it."""
    row = Alert.objects.seen_by(viewer).filter(item_id=item_id, staff_id=viewer.staff_id).first()
    return OwnAlert(row.pk, row.read_at) if row else None


def next_for(viewer: Viewer, *, but: UUID | None = None) -> Waiting | None:
    """The alert that has waited longest, other than those about the entry in hand."""
    found = _first_unread_but(viewer, but=but) if but else _first_unread(viewer)
    return _waiting(found[0]) if found else None


def first_read_of_own(viewer: Viewer, item_ids: list[UUID]) -> dict[UUID, datetime]:
    """When each of these entries that this person wrote was first marked as read by somebody told of it."""
    return dict(_first_reads(viewer, ids=Uuids(item_ids)))


def own_alert_to_change(viewer: Viewer, alert_id: UUID) -> Alert:
    """This person's own alert, locked until the transaction ends.

    Raises:
        NotSeen: when it is not theirs to see.
    """
    rows = Alert.objects.seen_by(viewer).filter(staff_id=viewer.staff_id).select_related("item")
    found: Alert | None = rows.select_for_update(of=("self",)).filter(pk=alert_id).first()
    if found is None:
        raise NotSeen
    return found


@dataclass(frozen=True, slots=True)
class Told:
    """Somebody who was told, when they marked it as read, and whether their mail could not be delivered."""

    alert_id: UUID
    item_id: UUID
    staff_id: UUID
    name: str
    role: str
    why: Why
    read_at: datetime | None
    mail_refused: bool
    handed_on: bool
    """Whether they left before reading it, and somebody else was told."""


def told_of(viewer: Viewer, item_ids: Iterable[UUID]) -> tuple[Told, ...]:
    """Who was told of an entry and of actions on it, as far as this person may read them."""
    return _told(_told_rows(viewer, ids=Uuids(item_ids)))


def told_of_own(viewer: Viewer, item_id: UUID) -> tuple[Told, ...]:
    """Who was told of an entry that this person wrote."""
    return _told(_told_rows_of_own(viewer, ids=Uuids([item_id])))


@dataclass(frozen=True, slots=True)
class LeadsTo:
    """Where the link of an alert leads: an entry, and the action on it that the alert is about."""

    entry_id: UUID
    action_id: UUID | None


def where_it_leads(viewer: Viewer, alert_id: UUID) -> LeadsTo:
    """Where this person's own alert leads.

    Raises:
        Refused: when they read it only once they have signed in with a second step.
        NotSeen: when it is not theirs to see.
    """
    found = _leads_to(viewer, alert_id)
    if found is None and not viewer.elevated and _leads_to(replace(viewer, elevated=True), alert_id):
        raise Refused(SECOND_STEP)
    if found is None:
        raise NotSeen
    return found


SECOND_STEP = "This is read with your second step. Sign out, then in with your code."


def _leads_to(viewer: Viewer, alert_id: UUID) -> LeadsTo | None:
    own = Alert.objects.seen_by(viewer).filter(pk=alert_id, staff_id=viewer.staff_id)
    row = own.values_list("item_id", "item__entry_id").first()
    if row is None:
        return None
    item_id, entry_id = row
    return LeadsTo(entry_id, item_id) if entry_id else LeadsTo(item_id, None)


def to_mail(item_id: UUID) -> tuple[UUID, ...]:
    """The alerts to one thing whose mail is due or leaving, in the order in which people were told."""
    rows = Alert.objects.to_mail().filter(item_id=item_id).order_by("made_at", "id")
    return tuple(rows.values_list("pk", flat=True))


def left_behind(*, before: datetime) -> tuple[tuple[UUID, UUID], ...]:
    """School and item of mail that has been under way since before a moment."""
    rows = Alert.objects.left_behind(before=before).order_by("school_id", "item_id")
    return tuple(rows.values_list("school_id", "item_id").distinct())


def address_to_mail(alert: Alert, *, at: datetime) -> str | None:
    """Where the mail of an alert goes now; None when it should not go at all.

    It goes while the alert waits, to somebody who works here and can sign in, and who would be let read what
    it is about once they have: the same filter as everywhere.
    """
    account = account_of(alert.school_id, alert.staff_id, on=london(at).date())
    if account is None or alert.state != State.WAITING:
        return None
    person = viewer_for(account.user_id, alert.school_id, elevated=True, at=at, origin="")
    if person is None or not Alert.objects.seen_by(person).filter(pk=alert.pk).exists():
        return None
    return account.email or None


@dataclass(frozen=True, slots=True)
class MailFigures:
    """How many alerts wait, by where their mail stands; and since when the oldest mail is due."""

    waiting: dict[str, int]
    oldest_due: datetime | None


def figures_of_mail() -> MailFigures:
    """Of the schools in scope, together."""
    counted = Alert.objects.for_figures().values_list("mail").annotate(count=Count("id")).order_by()
    oldest = Alert.objects.to_mail().aggregate(oldest=Min("made_at"))["oldest"]
    return MailFigures(dict(counted), oldest)


_SHOWN = ("item__pupil__school_class", "item__signature", "item__entry")


def _to_read(viewer: Any) -> Any:
    own = Alert.objects.seen_by(viewer).filter(staff_id=viewer.staff_id, state="waiting")
    return own.order_by("made_at", "id")


@asked
def _unread(viewer: Any) -> Any:
    return _to_read(viewer).select_related(*_SHOWN)


@asked
def _unread_ids(viewer: Any) -> Any:
    return _to_read(viewer).values_list("id", flat=True)


@asked
def _first_unread(viewer: Any) -> Any:
    return _to_read(viewer).select_related(*_SHOWN)[:1]


@asked
def _first_unread_but(viewer: Any, *, but: Any) -> Any:
    rows = _to_read(viewer).exclude(item_id=but)
    return rows.filter(Q(item__entry_id__isnull=True) | ~Q(item__entry_id=but)).select_related(*_SHOWN)[:1]


@asked
def _first_reads(viewer: Any, *, ids: Any) -> Any:
    rows = Alert.objects.written_by(viewer).filter(item_id__any=ids, read_at__isnull=False)
    return rows.values("item_id").annotate(first=Min("read_at")).values_list("item_id", "first")


@asked
def _told_rows(viewer: Any, *, ids: Any) -> Any:
    return _with_names(Alert.objects.seen_by(viewer), ids)


@asked
def _told_rows_of_own(viewer: Any, *, ids: Any) -> Any:
    return _with_names(Alert.objects.written_by(viewer), ids)


def _with_names(alerts: Any, ids: Any) -> Any:
    return alerts.filter(item_id__any=ids).select_related("staff").order_by("staff__sort_key", "id")


def _told(rows: list[Any]) -> tuple[Told, ...]:
    return tuple(
        Told(
            alert_id=row.pk,
            item_id=row.item_id,
            staff_id=row.staff_id,
            name=row.staff.name,
            role=row.staff.role,
            why=Why(row.why),
            read_at=row.read_at,
            mail_refused=row.mail == Mail.REFUSED,
            handed_on=row.state == State.HANDED_ON,
        )
        for row in rows
    )


def _waiting(row: Any) -> Waiting:
    return Waiting(
        alert_id=row.pk,
        item_id=row.item_id,
        entry_id=row.item.entry_id or row.item_id,
        number=row.item.entry.number if row.item.entry else row.item.number,
        child=child_of(row.item.pupil),
        categories=tuple(row.item.categories),
        signed=f"{row.item.signature.name}, {row.item.signature.role}",
        recorded_at=row.item.recorded_at,
        why=Why(row.why),
        of_action=row.item.entry_id is not None,
    )
