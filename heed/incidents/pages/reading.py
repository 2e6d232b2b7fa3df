"""The pages on which an entry is read."""

from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse

from heed.access.queries import everybody
from heed.alerts import queries as alerts
from heed.incidents import queries
from heed.incidents.pages import parts
from heed.incidents.pages.following import FollowPage, Mark, ToldRow, follow_page, own_strip, told_row
from heed.incidents.pages.parts import Banner, NextAlert, Reader, Told
from heed.incidents.queries import Entry
from heed.lib.clock import full_moment_words, london, moment_words, short_day, within_sentence
from heed.records.queries import categories_of, readers_of
from heed.who.need_to_know import Through, readable_through
from heed.who.powers import Power
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
    strip: tuple[Mark, ...]
    account: str
    child_words: str
    already_done: str


@dataclass(frozen=True, slots=True)
class AlertState:
    """The reader's own alerts to this entry and to what was done about it."""

    read_url: str
    also: tuple[UUID, ...]
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
    readers_url: str | None
    """Where who reads it is looked after, for those who do."""
    follow: FollowPage
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
        strip=own_strip(entry, queries.became_of(viewer, [entry.id])[entry.id], now=viewer.at),
        account=entry.account,
        child_words=entry.child_words,
        already_done=entry.already_done,
    )


def entry_page(viewer: Viewer, entry: Entry, *, kept: queries.Kept | None = None) -> EntryPage:
    """The entry with who was told, who can read it, and the reader's own alert."""
    child = parts.banner(viewer, entry.child)
    categories = parts.category_words(entry.categories, categories_of(viewer.school_id))
    assert entry.facts is not None, "loaded for reading"
    people = everybody(viewer.school_id, entry.child.id, at=viewer.at)
    deeds = queries.deeds(viewer, entry.id)
    told = alerts.told_of(viewer, [entry.id, *(one.id for one in deeds)])
    stands = queries.stands(viewer, entry.id)
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
        told=tuple(told_row(one, viewer.at) for one in told if one.item_id == entry.id),
        readers=parts.readers(readers_of(people, entry.facts, writer=entry.writer_id)),
        readers_url=_readers_url(viewer, entry),
        follow=follow_page(
            viewer,
            entry,
            stands=stands,
            deeds=deeds,
            taken=queries.steps(viewer, entry.id) if _sees_steps(viewer, entry, stands) else (),
            told=told,
            kept=kept,
            people=queries.who_among_can_be_told(people, viewer, entry.facts),
        ),
        alert=_alert([one for one in told if one.staff_id == viewer.staff_id], viewer),
        next=next_alert(viewer, but=entry),
        back_url=child.chronology_url or reverse("home:show"),
        back_label=child.name if child.chronology_url else "Home",
    )


def next_alert(viewer: Viewer, *, but: Entry | None = None) -> NextAlert | None:
    """The alert that has waited longest, other than the one in hand."""
    one = alerts.next_for(viewer, but=but.id if but else None)
    return NextAlert(parts.alert_url(one), one.child.name) if one else None


def _readers_url(viewer: Viewer, entry: Entry) -> str | None:
    assert entry.facts is not None, "loaded for reading"
    looks_after = any(viewer.can(power) for power in (Power.SHARE, Power.BAR, Power.EXPLAIN))
    through_group = readable_through(viewer, entry.facts) is Through.GROUPS
    return reverse("guarding:entry", args=[entry.id]) if looks_after and through_group else None


def _day(entry: Entry, viewer: Viewer) -> str:
    return within_sentence(short_day(london(entry.occurred_at).date(), london(viewer.at).date()))


def _sees_steps(viewer: Viewer, entry: Entry, stands: queries.Stands) -> bool:
    """Steps carry words on what came of it: for those who read through a group, and for whoever has the entry."""
    assert entry.facts is not None, "loaded for reading"
    through_group = readable_through(viewer, entry.facts) in {Through.GROUPS, Through.OPENING}
    return through_group or (stands.owner_id is not None and stands.owner_id == viewer.staff_id)


def _alert(own: list[alerts.Told], viewer: Viewer) -> AlertState | None:
    """One button for all that waits on this page; nothing that comes after the page was made."""
    waiting = [one.alert_id for one in own if one.read_at is None]
    if waiting:
        return AlertState(reverse("alerts:read", args=[waiting[0]]), tuple(waiting[1:]), None)
    read_at = max((one.read_at for one in own if one.read_at), default=None)
    if read_at is None:
        return None
    return AlertState("", (), f"You marked this as read {within_sentence(moment_words(read_at, viewer.at))}")
