"""Parts that several pages of guarding share."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.urls import reverse

from heed.guarding.queries.bars import Barred, Locked, OpenedRecord
from heed.lib.clock import london, moment_words, short_day, within_sentence
from heed.staff.queries import Colleague
from heed.who.viewer import Viewer


@dataclass(frozen=True, slots=True)
class Choice:
    """Somebody to choose."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class BarRow:
    """One bar, in words."""

    id: UUID
    name: str
    role: str
    child: str
    child_url: str
    why: str
    said: str
    since: str
    waits: bool
    ended: str | None
    owns: tuple[tuple[int, str], ...] = ()
    """Entries that are theirs to look after: number and address."""


@dataclass(frozen=True, slots=True)
class LockRow:
    """A lock, in words."""

    child: str
    child_url: str
    named: tuple[str, ...]
    said: str
    since: str


@dataclass(frozen=True, slots=True)
class OpeningRow:
    """A record opened without a DSL, in words."""

    id: UUID
    who: str
    child: str
    child_url: str
    said: str
    when: str
    runs: bool


def guarding_url(pupil_id: UUID) -> str:
    """Who can see a child's record."""
    return reverse("guarding:child", args=[pupil_id])


def choices(people: Iterable[Colleague], *, but: UUID | None) -> tuple[Choice, ...]:
    """Colleagues who work here, to choose one."""
    return tuple(
        Choice(str(one.id), f"{one.name}, {one.role}") for one in people if one.works_here and one.id != but
    )


def bar_row(one: Barred, viewer: Viewer, owned: dict[UUID, list[tuple[UUID, int]]] | None = None) -> BarRow:
    """One bar."""
    by = "declared by themselves" if one.declared else f"set by {one.set_by or 'the school’s set-up'}"
    confirmed = f", confirmed by {one.confirmed_by}" if one.declared and one.confirmed_by else ""
    ended = None
    if one.ended_at:
        who = f" by {one.ended_by}" if one.ended_by else ""
        ended = f"Ended {day_of(one.ended_at, viewer)}{who}. {one.end_said}".strip()
    owns = (owned or {}).get(one.staff_id, [])
    return BarRow(
        id=one.id,
        name=one.name,
        role=one.role,
        child=one.child.name,
        child_url=guarding_url(one.child.id),
        why=one.why.words,
        said=one.said,
        since=f"Since {day_of(one.since, viewer)}, {by}{confirmed}",
        waits=one.waits,
        ended=ended,
        owns=tuple((number, reverse("incidents:entry", args=[item])) for item, number in owns),
    )


def lock_row(one: Locked, viewer: Viewer) -> LockRow:
    """A lock."""
    return LockRow(
        child=one.child.name,
        child_url=guarding_url(one.child.id),
        named=tuple(f"{name}, {role}" for _, name, role in one.named),
        said=one.said,
        since=f"Since {day_of(one.since, viewer)}" + (f", by {one.set_by}" if one.set_by else ""),
    )


def opening_row(one: OpenedRecord, viewer: Viewer) -> OpeningRow:
    """A record opened without a DSL."""
    until = f"{london(one.until):%H:%M}"
    return OpeningRow(
        id=one.id,
        who=one.signed,
        child=one.child.name,
        child_url=guarding_url(one.child.id),
        said=one.said,
        when=f"{moment_words(one.since, viewer.at)}, until {until}",
        runs=one.runs,
    )


def day_of(at: datetime, viewer: Viewer) -> str:
    """A day within a sentence."""
    return within_sentence(short_day(london(at).date(), london(viewer.at).date()))
