"""The pages on which an entry is read."""

from dataclasses import dataclass

from django.urls import reverse

from heed.access.queries import everybody
from heed.alerts import queries as alerts
from heed.incidents.pages import parts
from heed.incidents.pages.parts import Banner, NextAlert, Reader, Told
from heed.incidents.queries import Entry
from heed.lib.clock import full_moment_words, london, moment_words, short_day, within_sentence
from heed.records.queries import categories_of, readers_of
from heed.who.viewer import Viewer


@dataclass(frozen=True, slots=True)
class SentPage:
    """What the writer sees of their own entry: their words, its number, who was told."""

    number: int
    child: str
    where: str
    told: tuple[Told, ...]
    nobody: str | None
    sent: str
    account: str
    child_words: str
    already_done: str


@dataclass(frozen=True, slots=True)
class ToldRow:
    """Somebody who was told, and whether they have read it."""

    name: str
    why: str
    read: str | None


@dataclass(frozen=True, slots=True)
class AlertState:
    """The reader's own alert to this entry."""

    read_url: str
    read: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryPage:
    """An entry, whole."""

    number: int
    heading: str
    child: Banner
    happened: str
    place: str
    written: str
    writer: str
    late_reason: str | None
    categories: tuple[str, ...]
    account: str
    child_words: str
    already_done: str
    told: tuple[ToldRow, ...]
    readers: tuple[Reader, ...]
    alert: AlertState | None
    next: NextAlert | None
    back_url: str
    back_label: str


NOBODY_TOLD = (
    "Nobody could be told by the school’s rules. Tell the head in person, today, and say the number."
)


def sent(viewer: Viewer, entry: Entry) -> SentPage:
    """The confirmation, which stays readable for its writer."""
    people = alerts.told_of_own(viewer, entry.id)
    by_rule: dict[str, list[str]] = {}
    for one in people:
        by_rule.setdefault(one.why.words, []).append(one.name)
    return SentPage(
        number=entry.number,
        child=entry.child.name,
        where=entry.child.where,
        told=tuple(Told(tuple(names), why) for why, names in by_rule.items()),
        nobody=None if people else NOBODY_TOLD,
        sent=moment_words(entry.recorded_at, viewer.at),
        account=entry.account,
        child_words=entry.child_words,
        already_done=entry.already_done,
    )


def entry_page(viewer: Viewer, entry: Entry) -> EntryPage:
    """The entry with who was told, who can read it, and the reader's own alert."""
    child = parts.banner(viewer, entry.child)
    own = alerts.alert_of(viewer, entry.id)
    categories = parts.category_words(entry.categories, categories_of(viewer.school_id))
    assert entry.facts is not None, "loaded for reading"
    people = everybody(viewer.school_id, entry.child.id, at=viewer.at)
    return EntryPage(
        number=entry.number,
        heading=f"{categories[0]}, {_day(entry, viewer)}",
        child=child,
        happened=full_moment_words(entry.occurred_at, precision=entry.precision),
        place=entry.place,
        written=full_moment_words(entry.recorded_at),
        writer=entry.signed,
        late_reason=entry.late_reason or None,
        categories=categories,
        account=entry.account,
        child_words=entry.child_words,
        already_done=entry.already_done,
        told=tuple(_told_row(one, viewer) for one in alerts.told_of(viewer, entry.id)),
        readers=parts.readers(readers_of(people, entry.facts, writer=entry.writer_id)),
        alert=_alert(own, viewer) if own else None,
        next=next_alert(viewer, but=entry),
        back_url=child.chronology_url or reverse("home:show"),
        back_label=child.name if child.chronology_url else "Home",
    )


def next_alert(viewer: Viewer, *, but: Entry | None = None) -> NextAlert | None:
    """The alert that has waited longest, other than the one in hand."""
    for one in alerts.waiting_for(viewer):
        if but is None or one.item_id != but.id:
            return NextAlert(parts.entry_url(one.item_id), one.child.name)
    return None


def _day(entry: Entry, viewer: Viewer) -> str:
    return within_sentence(short_day(london(entry.occurred_at).date(), london(viewer.at).date()))


def _told_row(one: alerts.Told, viewer: Viewer) -> ToldRow:
    read = f"Read {within_sentence(moment_words(one.read_at, viewer.at))}" if one.read_at else None
    return ToldRow(one.name, one.why.words, read)


def _alert(own: alerts.OwnAlert, viewer: Viewer) -> AlertState:
    read_at = within_sentence(moment_words(own.read_at, viewer.at)) if own.read_at else None
    read = f"You marked this as read {read_at}" if read_at else None
    return AlertState(reverse("alerts:read", args=[own.alert_id]), read)
