"""What today's page prints."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.urls import reverse

from heed.access.queries import leads_of
from heed.alerts.queries import Waiting, how_many_wait_elevated, waiting_for
from heed.incidents.pages.parts import Lead, NextAlert, category_words, entry_url, leads
from heed.incidents.queries import latest_own
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
from heed.who.viewer import Viewer

OWN_SHOWN = 10


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
    sent: str


@dataclass(frozen=True, slots=True)
class HomePage:
    """Today."""

    greeting: str
    today: str
    summary: str
    elevate: str | None
    next: NextAlert | None
    alerts: tuple[AlertRow, ...]
    leads: tuple[Lead, ...]
    written: tuple[WrittenRow, ...]


def home(viewer: Viewer) -> HomePage:
    """What waits for this person, and what they wrote."""
    waiting = waiting_for(viewer)
    categories = categories_of(viewer.school_id)
    first = waiting[0] if waiting else None
    return HomePage(
        greeting=f"{greeting(viewer.at)}, {viewer.name.split()[0]}",
        today=weekday_words(london(viewer.at).date()),
        summary=_summary(len(waiting)),
        elevate=_elevate(how_many_wait_elevated(viewer)),
        next=NextAlert(entry_url(first.item_id), first.child.name) if first else None,
        alerts=tuple(_alert(one, categories, viewer) for one in waiting),
        leads=leads(leads_of(viewer.school_id)),
        written=tuple(_written(item, viewer) for item in latest_own(viewer, OWN_SHOWN)),
    )


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
        url=entry_url(one.item_id),
        child=one.child.name,
        where=one.child.where,
        line=f"{named}. Entry {one.number}, from {one.signed}",
        moment=moment_words(one.recorded_at, viewer.at),
        why=one.why.to_you,
        read_url=reverse("alerts:read", args=[one.alert_id]),
    )


def _written(item: Any, viewer: Viewer) -> WrittenRow:
    today = london(viewer.at).date()
    return WrittenRow(
        url=reverse("incidents:sent", args=[item.pk]),
        number=item.number,
        line=f"{item.pupil.name}, {within_sentence(short_day(london(item.occurred_at).date(), today))}",
        sent=f"Received {within_sentence(moment_words(item.recorded_at, viewer.at))}",
    )
