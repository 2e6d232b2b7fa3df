"""What today's page prints."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.urls import reverse

from heed.access.queries import leads_of
from heed.access.ruled import what_waits
from heed.alerts.queries import Waiting, how_many_wait_elevated, ids_waiting_for, waiting_for
from heed.alerts.rules import version_of
from heed.guarding.pages.notices import NoticeRow, notices
from heed.guarding.rules.asking import why_not_look_after
from heed.incidents.pages.parts import Lead, NextAlert, alert_url, category_words, entry_url, leads
from heed.incidents.pages.unsent import Unsent, unsent
from heed.incidents.queries import Became, InCare, became_of, in_care_of, in_nobodys_care, latest_own
from heed.incidents.rules import why_not_follow_up
from heed.lib.clock import (
    greeting,
    london,
    moment_words,
    number_words,
    short_day,
    weekday_words,
    within_sentence,
)
from heed.records.queries import CategoryChoice, categories_of
from heed.who.powers import Power
from heed.who.viewer import Viewer

OWN_SHOWN = 10
CARE_SHOWN = 5


@dataclass(frozen=True, slots=True)
class AlertRow:
    """One alert: enough to choose, not enough to overhear."""

    id: UUID
    url: str
    child: str
    where: str
    line: str
    moment: str
    why: str
    read_url: str


@dataclass(frozen=True, slots=True)
class WrittenRow:
    """One entry this person wrote."""

    url: str
    number: int
    line: str
    became: str
    """The last of received, read and acted on, with its time."""


@dataclass(frozen=True, slots=True)
class Now:
    """What waits at this moment: the parts of Home that stay current by themselves."""

    version: str
    today: str
    waiting: int
    summary: str
    elevate: str | None
    next: NextAlert | None
    alerts: tuple[AlertRow, ...]
    can_add: bool


@dataclass(frozen=True, slots=True)
class Count:
    """How many alerts wait at this moment, for the bar of every other page."""

    version: str
    waiting: int


@dataclass(frozen=True, slots=True)
class CareRow:
    """One entry to look after."""

    url: str
    child: str
    where: str
    line: str
    standing: str


@dataclass(frozen=True, slots=True)
class Care:
    """Entries to look after, the longest untouched first."""

    title: str
    note: str
    rows: tuple[CareRow, ...]
    more: bool


@dataclass(frozen=True, slots=True)
class ToDecide:
    """What waits for the head or a DSL to approve."""

    words: str
    url: str


@dataclass(frozen=True, slots=True)
class HomePage:
    """Today."""

    greeting: str
    now: Now
    to_decide: tuple[ToDecide, ...]
    notices: tuple[NoticeRow, ...]
    care: tuple[Care, ...]
    unsent: tuple[Unsent, ...]
    leads: tuple[Lead, ...]
    written: tuple[WrittenRow, ...]
    has_family_page: bool
    looks_after: bool
    """Who sees what is theirs to look after."""


def home(viewer: Viewer) -> HomePage:
    """What waits for this person, and what they wrote."""
    return HomePage(
        greeting=f"{greeting(viewer.at)}, {viewer.name.split()[0]}",
        now=now(viewer),
        to_decide=_to_decide(viewer),
        notices=notices(viewer),
        care=_care(viewer),
        unsent=unsent(viewer),
        leads=leads(leads_of(viewer.school_id, on=london(viewer.at).date())),
        written=_all_written(viewer),
        has_family_page=viewer.can(Power.RECORD),
        looks_after=viewer.elevated and why_not_look_after(viewer) is None,
    )


def _to_decide(viewer: Viewer) -> tuple[ToDecide, ...]:
    """For those who may approve; said before the second step too, since it is not what it is about."""
    if not viewer.can(Power.APPROVE) or viewer.staff_id is None:
        return ()
    found = []
    waiting = what_waits(viewer.school_id, but=viewer.staff_id)
    if waiting.proposals:
        verb = "waits" if waiting.proposals == 1 else "wait"
        words = f"{number_words(waiting.proposals, 'proposal', 'proposals')} {verb} for your decision"
        found.append(ToDecide(words, reverse("people:proposals")))
    if waiting.sign_on:
        found.append(ToDecide("Single sign-on waits for your decision", reverse("people:sign_on_approve")))
    return tuple(found)


def _care(viewer: Viewer) -> tuple[Care, ...]:
    """What this person looks after; for leaders also what nobody does yet. A card without rows is not shown."""
    cards = [
        _card("Yours to look after", "Longest untouched first", in_care_of(viewer, CARE_SHOWN + 1), viewer)
    ]
    if why_not_follow_up(viewer) is None:
        untaken = in_nobodys_care(viewer, CARE_SHOWN + 1)
        cards.append(_card("Nobody has taken these yet", "Oldest first", untaken, viewer))
    return tuple(card for card in cards if card.rows)


def _card(title: str, note: str, found: tuple[InCare, ...], viewer: Viewer) -> Care:
    rows = tuple(
        CareRow(
            url=entry_url(one.item_id),
            child=one.child.name,
            where=one.child.where,
            line=f"Entry {one.number}, since {within_sentence(moment_words(one.changed_at, viewer.at))}",
            standing=one.standing.words,
        )
        for one in found[:CARE_SHOWN]
    )
    return Care(title, note, rows, len(found) > CARE_SHOWN)


def now(viewer: Viewer, *, elevated: int | None = None) -> Now:
    """The list as it is now. Its version is made from the very rows it shows, so that none can be missed.

    `elevated` is how many more wait for a second step, for whoever has counted them already.
    """
    waiting = waiting_for(viewer)
    if elevated is None:
        elevated = how_many_wait_elevated(viewer, len(waiting))
    categories = categories_of(viewer.school_id) if waiting else {}
    first = waiting[0] if waiting else None
    return Now(
        version=_version(viewer, tuple(one.alert_id for one in waiting), elevated),
        today=weekday_words(london(viewer.at).date()),
        waiting=len(waiting) + elevated,
        summary=_summary(len(waiting)),
        elevate=_elevate(elevated),
        next=NextAlert(alert_url(first), first.child.name) if first else None,
        alerts=tuple(_alert(one, categories, viewer) for one in waiting),
        can_add=viewer.can(Power.RECORD),
    )


def version_now(viewer: Viewer) -> tuple[str, int]:
    """The version that `now` would have, without making the list; and how many more wait for a second step."""
    ids = ids_waiting_for(viewer)
    elevated = how_many_wait_elevated(viewer, len(ids))
    return _version(viewer, ids, elevated), elevated


def count(viewer: Viewer) -> Count:
    """How many wait."""
    ids = ids_waiting_for(viewer)
    return Count(version_of(viewer, ids), len(ids))


def _version(viewer: Viewer, ids: tuple[UUID, ...], elevated: int) -> str:
    """The day belongs to it: what is *today* before midnight is *yesterday* after."""
    return version_of(viewer, ids, elevated, london(viewer.at).date())


def _summary(waiting: int) -> str:
    verb = "waits" if waiting == 1 else "wait"
    return (
        f"{number_words(waiting, 'alert', 'alerts')} {verb} for you." if waiting else "Nothing waits for you."
    )


def _elevate(waiting: int) -> str | None:
    if not waiting:
        return None
    verb, it = ("waits", "it") if waiting == 1 else ("wait", "them")
    alerts = number_words(waiting, "alert", "alerts")
    return f"{alerts} {verb} that you read with a second step. Sign out, then in with your code, to see {it}."


def _alert(one: Waiting, categories: dict[int, CategoryChoice], viewer: Viewer) -> AlertRow:
    named = ", ".join(category_words(one.categories, categories))
    return AlertRow(
        id=one.alert_id,
        url=alert_url(one),
        child=one.child.name,
        where=one.child.where,
        line=f"{named}. {'Action on entry' if one.of_action else 'Entry'} {one.number}, from {one.signed}",
        moment=moment_words(one.recorded_at, viewer.at),
        why=one.why.to_you,
        read_url=reverse("alerts:read", args=[one.alert_id]),
    )


def _all_written(viewer: Viewer) -> tuple[WrittenRow, ...]:
    items = latest_own(viewer, OWN_SHOWN)
    became = became_of(viewer, [item.pk for item in items])
    return tuple(_written(item, became[item.pk], viewer) for item in items)


def _became(item: Any, became: Became, viewer: Viewer) -> str:
    for said, at in (("Acted on", became.acted_at), ("Read", became.read_at)):
        if at:
            return f"{said} {within_sentence(moment_words(at, viewer.at))}"
    return f"Received {within_sentence(moment_words(item.recorded_at, viewer.at))}"


def _written(item: Any, became: Became, viewer: Viewer) -> WrittenRow:
    today = london(viewer.at).date()
    return WrittenRow(
        url=reverse("incidents:sent", args=[item.pk]),
        number=item.number,
        line=f"{item.pupil.name}, {within_sentence(short_day(london(item.occurred_at).date(), today))}",
        became=_became(item, became, viewer),
    )
