"""Who can see a child's record, who is kept out, and the lock on it."""

from dataclasses import dataclass

from django.urls import reverse

from heed.access.queries import everybody
from heed.guarding.forms import Doing
from heed.guarding.forms.doing import Page
from heed.guarding.pages.parts import (
    BarRow,
    Choice,
    LockRow,
    OpeningRow,
    bar_row,
    choices,
    lock_row,
    opening_row,
)
from heed.guarding.queries import bars
from heed.guarding.rules.bars import GUARDIANS, guardians_left
from heed.incidents.pages.parts import Banner, Told, banner
from heed.lib.clock import london
from heed.pupils.queries import Child
from heed.staff.queries import colleagues
from heed.who.need_to_know import opens_child
from heed.who.powers import Power
from heed.who.viewer import Viewer


@dataclass(frozen=True, slots=True, kw_only=True)
class ChildGuarding:
    """Everything about who can see one child's record."""

    child: Banner
    back_url: str
    url: str
    readers: tuple[Told, ...]
    number: int
    bars: tuple[BarRow, ...]
    past: tuple[BarRow, ...]
    lock: LockRow | None
    openings: tuple[OpeningRow, ...]
    may_bar: bool
    may_lock: bool
    only_head: bool
    """No DSL is left who can open it: the head is told instead."""
    people: tuple[Choice, ...]
    named: frozenset[str]
    """Ticked in the form of the lock."""
    lockers: tuple[Choice, ...]
    forms: dict[str, Doing]
    pressed: Doing | None
    why_url: str


def child_guarding(viewer: Viewer, child: Child, page: Page) -> ChildGuarding:
    """The page as it stands."""
    people = everybody(viewer.school_id, child.id, at=viewer.at)
    opens = [one for one in people if opens_child(one, child.id)]
    found = bars.bars_from_child(viewer, child.id)
    owned = bars.owned_about(viewer, child.id)
    lock = bars.lock_on(viewer, child.id)
    free = [one for one in people if child.id not in one.barred]
    guardians = guardians_left(people, child.id)
    heads_only = all(not (one.groups & (GUARDIANS - {"head"})) for one in opens if one.staff_id in guardians)
    standing = [one for one in found if one.ended_at is None]
    named = page.ticked("named") if page.pressed == "lock" else None
    return ChildGuarding(
        child=banner(viewer, child),
        back_url=reverse("chronology:child", args=[child.id]),
        url=reverse("guarding:child", args=[child.id]),
        readers=_by_reason(opens),
        number=len(opens),
        bars=tuple(bar_row(one, viewer, owned) for one in standing),
        past=tuple(bar_row(one, viewer) for one in found if one.ended_at is not None),
        lock=lock_row(lock, viewer) if lock else None,
        openings=tuple(opening_row(one, viewer) for one in bars.openings(viewer, pupil_id=child.id)),
        may_bar=viewer.can(Power.BAR),
        may_lock=viewer.can(Power.LOCK),
        only_head=bool(guardians) and heads_only,
        people=choices(colleagues(viewer.school_id, on=london(viewer.at).date()), but=viewer.staff_id),
        named=frozenset(named if named is not None else _named(viewer, lock)),
        lockers=_lockers(free),
        forms=_forms(page, standing),
        pressed=page.form,
        why_url=f"{reverse('guarding:why')}?child={child.id}",
    )


def _forms(page: Page, standing: list[bars.Barred]) -> dict[str, Doing]:
    forms = {do: page.form_of(do) for do in ("keep", "lock", "unlock")}
    for one in standing:
        forms[f"end-{one.id}"] = page.form_of("turn-down" if one.waits else "end", one.id)
    return forms


def _named(viewer: Viewer, lock: bars.Locked | None) -> set[str]:
    return {str(one) for one, *_ in lock.named} if lock else {str(viewer.staff_id)}


def _lockers(people: list[Viewer]) -> tuple[Choice, ...]:
    """Those who could be named: leaders first."""
    ranked = sorted(people, key=lambda one: (not one.groups & GUARDIANS, not one.can(Power.FOLLOW_UP)))
    return tuple(
        Choice(str(one.staff_id), f"{one.name}, {one.role}")
        for one in ranked
        if one.staff_id and one.can(Power.RECORD)
    )


def _by_reason(people: list[Viewer]) -> tuple[Told, ...]:
    found: dict[str, list[str]] = {}
    for one in people:
        opened = one.opened is not None
        why = "Opened this record for an hour, without a DSL" if opened else one.says
        found.setdefault(why, []).append(one.name)
    return tuple(Told(tuple(names), why) for why, names in found.items())
