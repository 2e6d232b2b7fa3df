"""What came of an entry, and the ways to follow it up."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.urls import reverse

from heed.alerts.queries import Told
from heed.incidents import queries, rules
from heed.incidents.kinds import CONSENT_WORDS, WHY_NOT_ASKED_WORDS, Consent, Did, Standing
from heed.incidents.queries import Became, Deed, Entry, Stands, Taken
from heed.lib.clock import moment_words, within_sentence
from heed.who.powers import Power
from heed.who.viewer import Viewer


@dataclass(frozen=True, slots=True)
class ToldRow:
    """Somebody who was told, whether they have read it, and what is wrong with their mail."""

    name: str
    why: str
    read: str | None
    mail: str | None


@dataclass(frozen=True, slots=True)
class Mark:
    """One place of the strip: received, read, acted on, closed."""

    label: str
    detail: str
    done: bool


@dataclass(frozen=True, slots=True)
class Happened:
    """One thing that was done about the entry: an action, or a step."""

    anchor: str
    title: str | None
    words: str
    moment: str
    by: str
    consent: str | None
    told: tuple[ToldRow, ...]


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who can be told, or can look after the entry."""

    id: UUID
    name: str
    role: str


@dataclass(frozen=True, slots=True)
class Step:
    """A step that can be taken from here."""

    value: str
    label: str
    asks: str | None
    """What its box for words asks, if it has one."""
    needs_person: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowPage:
    """Everything about following the entry up."""

    strip: tuple[Mark, ...]
    standing: str
    is_closed: bool
    seen: str
    owner: str | None
    since: str
    happened: tuple[Happened, ...]
    act_url: str
    step_url: str
    steps: tuple[Step, ...]
    people: tuple[Person, ...]
    may_tell: bool
    cannot_tell: str | None
    kept: str | None


STEP_LABELS = {
    Did.TAKE: "Take it in hand",
    Did.HAND_OVER: "Hand it over",
    Did.WATCH: "Keep watching",
    Did.CLOSE: "Close it",
    Did.REOPEN: "Open it again",
}
STEP_ASKS = {
    Did.HAND_OVER: "Anything they should know (optional)",
    Did.WATCH: "What to look out for, and until when (optional)",
    Did.CLOSE: "What came of it",
    Did.REOPEN: "Why it is opened again",
}


def follow_page(
    viewer: Viewer,
    entry: Entry,
    *,
    stands: Stands,
    deeds: tuple[Deed, ...],
    taken: tuple[Taken, ...],
    told: tuple[Told, ...],
    people: tuple[Viewer, ...],
    kept: queries.Kept | None,
) -> FollowPage:
    """What came of this entry as far as this person may know, and what they can do about it."""
    assert entry.facts is not None, "loaded for reading"
    cannot_tell = rules.why_not_tell(viewer, entry.facts.categories)
    return FollowPage(
        strip=_strip(viewer, entry, stands, deeds, tuple(one for one in told if one.item_id == entry.id)),
        standing=stands.standing.words,
        is_closed=stands.standing is Standing.CLOSED,
        seen=stands.standing.value,
        owner=stands.owner,
        since=within_sentence(moment_words(stands.changed_at, viewer.at)),
        happened=_happened(viewer, deeds, taken, told),
        act_url=reverse("incidents:act", args=[entry.id]),
        step_url=reverse("incidents:step", args=[entry.id]),
        steps=_steps(viewer, stands),
        people=() if rules.why_not_act(viewer) else _people(people),
        may_tell=cannot_tell is None,
        cannot_tell=cannot_tell,
        kept=_kept_words(kept, viewer) if kept else None,
    )


def own_strip(entry: Entry, became: Became, *, now: datetime) -> tuple[Mark, ...]:
    """What its writer is told of an entry: times, and nothing else."""
    return (
        _mark("Received", entry.recorded_at, now),
        _mark("Read", became.read_at, now),
        _mark("Acted on", became.acted_at, now),
    )


def told_row(one: Told, now: datetime) -> ToldRow:
    """Somebody who was told, in words."""
    read = f"Read {within_sentence(moment_words(one.read_at, now))}" if one.read_at else None
    mail = "Mail could not be delivered" if one.mail_refused and not read else None
    if one.handed_on:
        mail = "Has left without reading it; somebody else was told"
    return ToldRow(one.name, one.why.words, read, mail)


def _mark(label: str, at: datetime | None, now: datetime, beside: str = "") -> Mark:
    words = moment_words(at, now) if at else "Not yet"
    return Mark(label, f"{words}{beside}", at is not None)


def _kept_words(kept: queries.Kept, viewer: Viewer) -> str:
    return (
        f"Your words from {within_sentence(moment_words(kept.kept_at, viewer.at))} are here. "
        "Only you see them. They are not added yet."
    )


def _strip(
    viewer: Viewer, entry: Entry, stands: Stands, deeds: tuple[Deed, ...], told: tuple[Told, ...]
) -> tuple[Mark, ...]:
    read = sorted(one.read_at for one in told if one.read_at)
    first_deed = deeds[0].at if deeds else None
    beside = f". {len(read)} of {len(told)} told have read it" if told else ""
    closed = stands.standing is Standing.CLOSED
    return (
        _mark("Received", entry.recorded_at, viewer.at),
        _mark("Read", read[0] if read else stands.acted_at, viewer.at, beside),
        _mark("Acted on", stands.acted_at or first_deed, viewer.at),
        _mark("Closed", stands.changed_at if closed else None, viewer.at),
    )


def _happened(
    viewer: Viewer, deeds: tuple[Deed, ...], taken: tuple[Taken, ...], told: tuple[Told, ...]
) -> tuple[Happened, ...]:
    acted = [(one.at, 0, _of_deed(one, told, viewer)) for one in deeds]
    stepped = [(one.at, 1, _of_step(one, number, viewer)) for number, one in enumerate(taken)]
    return tuple(row for *_, row in sorted([*acted, *stepped], key=lambda one: one[:2]))


def _of_deed(one: Deed, told: tuple[Told, ...], viewer: Viewer) -> Happened:
    rows = tuple(told_row(person, viewer.at) for person in told if person.item_id == one.id)
    return Happened(
        anchor=f"action-{one.id}",
        title=None,
        words=one.done,
        moment=moment_words(one.at, viewer.at),
        by=one.signed,
        consent=_consent(one),
        told=rows,
    )


def _of_step(one: Taken, number: int, viewer: Viewer) -> Happened:
    to = f" to {one.owner}" if one.did is Did.HAND_OVER and one.owner else ""
    return Happened(
        anchor=f"step-{number + 1}",
        title=f"{one.did.past}{to}",
        words=one.said,
        moment=moment_words(one.at, viewer.at),
        by=one.signed,
        consent=None,
        told=(),
    )


def _consent(one: Deed) -> str | None:
    if one.consent is Consent.NOTHING_SHARED:
        return None
    why = WHY_NOT_ASKED_WORDS.get(one.why_not_asked)
    return CONSENT_WORDS[one.consent] + (f": {why[:1].lower()}{why[1:]}" if why else "")


def _steps(viewer: Viewer, stands: Stands) -> tuple[Step, ...]:
    if rules.why_not_follow_up(viewer):
        return ()
    own = stands.owner_id == viewer.staff_id
    return tuple(
        Step(did, STEP_LABELS[did], STEP_ASKS.get(did), did is Did.HAND_OVER)
        for did in map(Did, rules.STATES[stands.standing])
        if not (did is Did.TAKE and own and stands.standing is Standing.IN_HAND)
    )


def _people(everybody: tuple[Viewer, ...]) -> tuple[Person, ...]:
    """Leaders first: they are told most."""
    ranked = sorted(everybody, key=lambda one: not one.can(Power.FOLLOW_UP))
    return tuple(Person(one.staff_id, one.name, one.role) for one in ranked if one.staff_id)
