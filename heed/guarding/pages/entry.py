"""Who reads one entry, by what and until when; shares, and those who are kept from it."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from django.urls import reverse

from heed.access.queries import everybody
from heed.guarding.forms import Doing
from heed.guarding.forms.doing import Page
from heed.guarding.pages.parts import Choice, choices, day_of
from heed.guarding.queries import entries
from heed.guarding.queries.people import GROUP, groups_among
from heed.guarding.rules.sharing import USUAL
from heed.incidents.pages import parts
from heed.incidents.pages.parts import Banner, Told
from heed.incidents.queries import Entry, who_among_can_be_told
from heed.lib.clock import day_words, london
from heed.records.queries import categories_of, readers_of
from heed.staff.queries import colleagues
from heed.who.categories import ELEVATED_ONLY
from heed.who.groups import Group
from heed.who.need_to_know import Through, readable_through
from heed.who.powers import Power
from heed.who.viewer import Viewer


@dataclass(frozen=True, slots=True)
class GrantRow:
    """Somebody who reads this one entry by a grant."""

    staff_id: UUID
    name: str
    role: str
    why: str
    can_end: bool


@dataclass(frozen=True, slots=True)
class ShareRow:
    """A share that is over."""

    name: str
    line: str


@dataclass(frozen=True, slots=True)
class KeptRow:
    """Somebody kept from this entry."""

    staff_id: UUID
    name: str
    role: str
    why: str
    said: str
    since: str
    ended: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryReaders:
    """Everything about who reads one entry."""

    child: Banner
    number: int
    heading: str
    url: str
    entry_url: str
    readers: tuple[Told, ...]
    count: int
    grants: tuple[GrantRow, ...]
    over: tuple[ShareRow, ...]
    kept: tuple[KeptRow, ...]
    may_share: bool
    may_bar: bool
    elevated_only: bool
    people: tuple[Choice, ...]
    groups: tuple[Choice, ...]
    colleagues: tuple[Choice, ...]
    forms: dict[str, Doing]
    pressed: Doing | None
    why_url: str


def entry_readers(viewer: Viewer, entry: Entry, page: Page) -> EntryReaders:
    """The page as it stands."""
    assert entry.facts is not None, "loaded for reading"
    people = everybody(viewer.school_id, entry.child.id, at=viewer.at)
    readers = readers_of(people, entry.facts, writer=entry.writer_id)
    through_groups = {one.staff_id for one in people if readable_through(one, entry.facts) is Through.GROUPS}
    new = [
        one
        for one in who_among_can_be_told(people, viewer, entry.facts)
        if one.staff_id not in through_groups
    ]
    kept = entries.bars_from_entry(viewer, entry.id)
    last_day = london(viewer.at).date() + USUAL
    names = parts.category_words(entry.categories, categories_of(viewer.school_id))
    forms = {do: page.form_of(do) for do in ("keep",)}
    forms["share"] = page.form_of("share", ends_on=day_words(last_day))
    for one in kept:
        if one.ended_at is None:
            forms[f"end-{one.staff_id}"] = page.form_of("end", one.staff_id)
    return EntryReaders(
        child=parts.banner(viewer, entry.child),
        number=entry.number,
        heading=", ".join(names),
        url=reverse("guarding:entry", args=[entry.id]),
        entry_url=reverse("incidents:entry", args=[entry.id]),
        readers=parts.readers(readers),
        count=len(readers),
        grants=_grants(viewer, entry, through_groups),
        over=_over(viewer, entry),
        kept=tuple(_kept(one, viewer) for one in kept),
        may_share=viewer.can(Power.SHARE),
        may_bar=viewer.can(Power.BAR),
        elevated_only=bool(set(entry.categories) & ELEVATED_ONLY),
        people=tuple(Choice(str(one.staff_id), f"{one.name}, {one.role}") for one in new),
        groups=tuple(_group(group, count) for group, count in groups_among(new)),
        colleagues=choices(colleagues(viewer.school_id, on=london(viewer.at).date()), but=viewer.staff_id),
        forms=forms,
        pressed=page.form,
        why_url=f"{reverse('guarding:why')}?entry={entry.number}",
    )


def _group(group: Group, count: int) -> Choice:
    people = "person" if count == 1 else "people"
    words = group.words[:1].upper() + group.words[1:]
    return Choice(f"{GROUP}{group}", f"{words}: {count} {people} who cannot read it yet")


def _grants(viewer: Viewer, entry: Entry, through_groups: set[UUID | None]) -> tuple[GrantRow, ...]:
    found: dict[UUID, list[entries.Held]] = {}
    for one in entries.grants_to(viewer, entry.id):
        found.setdefault(one.staff_id, []).append(one)
    shares = {one.staff_id: one for one in entries.shares_of(viewer, entry.id) if one.lasts(viewer.at)}
    return tuple(
        GrantRow(
            staff_id=staff_id,
            name=held[0].name,
            role=held[0].role,
            why=". ".join(grant_words(one, viewer, shares.get(staff_id)) for one in held),
            can_end=any(one.why != "written" for one in held),
        )
        for staff_id, held in found.items()
        if staff_id not in through_groups
    )


def grant_words(one: entries.Held, viewer: Viewer, share: entries.Shared | None = None) -> str:
    """One grant that lasts: what it came from, and until when."""
    if one.why == "written":
        return "They wrote it"
    if one.why == "shared":
        last = day_words(london(one.ends_at - timedelta(seconds=1)).date()) if one.ends_at else "ended"
        said = f", by {share.by}: {share.said}" if share else ""
        return f"Shared with them until the end of {last}{said}"
    if one.ends_at is None:
        return "Told of it, and not read yet. Ends 30 days after reading"
    return f"Told of it, until {day_of(one.ends_at, viewer)}"


def _over(viewer: Viewer, entry: Entry) -> tuple[ShareRow, ...]:
    return tuple(
        ShareRow(
            one.name,
            f"{day_of(one.since, viewer)} to {day_of(one.ended_at or one.ends_at, viewer)}, by {one.by}: {one.said}"
            + (f" Ended by {one.ended_by}." if one.ended_by else ""),
        )
        for one in entries.shares_of(viewer, entry.id)
        if not one.lasts(viewer.at)
    )


def _kept(one: entries.KeptFrom, viewer: Viewer) -> KeptRow:
    since = f"Since {day_of(one.since, viewer)}" if one.since else "Since before this was noted"
    by = f", set by {one.set_by}" if one.set_by else ""
    ended = f"Ended {day_of(one.ended_at, viewer)}. {one.end_said}".strip() if one.ended_at else None
    return KeptRow(one.staff_id, one.name, one.role, one.why.words, one.said, since + by, ended)
