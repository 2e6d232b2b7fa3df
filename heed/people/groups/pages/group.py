"""One group: what it may do, who is in it, what changed; and what a change would open and close."""

from dataclasses import dataclass

from heed.access.matrix import MATRIX, Row, bounds_of
from heed.access.ruled import changes_of, line_of, members_of, proposals_waiting
from heed.access.rules import needs_approval
from heed.people.groups.forms import ChangeGroup, fixed_fields
from heed.people.groups.pages.parts import (
    Happened,
    Proposed,
    group_url,
    happened,
    names_of,
    person_url,
    proposed,
)
from heed.people.groups.queries import counted
from heed.people.groups.words import closes, opens, powers_in_order, title
from heed.who.groups import Group
from heed.who.viewer import Viewer


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in the group."""

    name: str
    role: str
    url: str
    account: bool


@dataclass(frozen=True, slots=True)
class GroupPage:
    """A group, to be looked at and changed."""

    title: str
    url: str
    fixed: tuple[str, ...]
    """What no school can change, in sentences."""
    people: tuple[Person, ...]
    waiting: tuple[Proposed, ...]
    happened: tuple[Happened, ...]
    meanwhile: tuple[Happened, ...]
    """What others changed since this page was opened."""


def group(viewer: Viewer, which: Group, *, seen: int | None = None) -> GroupPage:
    """The page; `seen` is the version somebody began with when others have changed it since."""
    names = names_of(viewer)
    changes = changes_of(viewer.school_id, which)
    told = happened(viewer, changes, MATRIX[which], names)
    newer = sum(1 for one in changes if seen is not None and one.version > seen)
    return GroupPage(
        title=title(which),
        url=group_url(which),
        fixed=_fixed(which),
        people=tuple(
            Person(one.name, one.role, person_url(one.staff_id), one.can_sign_in)
            for one in members_of(viewer.school_id)
            if which in one.groups
        ),
        waiting=tuple(
            proposed(viewer, one, names)
            for one in proposals_waiting(viewer.school_id)
            if one.asked.group is which
        ),
        happened=told,
        meanwhile=told[:newer],
    )


def begun(viewer: Viewer, which: Group, *, sure: bool = False, data: object = None) -> ChangeGroup:
    """The form, filled with what the group may do now, or with what was typed."""
    line, names = line_of(viewer.school_id, which), names_of(viewer)
    initial = {
        "reads": sorted(line.row.reads),
        "scope": line.row.scope.value,
        "uses": sorted(line.row.uses),
        "powers": sorted(line.row.powers),
        "version": line.version,
    }
    return ChangeGroup(data, group=which, now=line.row, names=names, sure=sure, initial=initial)


def _fixed(which: Group) -> tuple[str, ...]:
    bounds, said = bounds_of(which), []
    if bounds.whole_record:
        said.append("Reads every category, of the whole school.")
    if bounds.no_record:
        said.append("Reads nothing about any child, and records nothing.")
    said += [f"May {one.words}." for one in powers_in_order(bounds.keeps)]
    said += [f"May never {one.words}." for one in powers_in_order(bounds.never - bounds.keeps)]
    return tuple(said)


@dataclass(frozen=True, slots=True)
class Preview:
    """What a change opens and closes, before it is made."""

    title: str
    url: str
    opens: tuple[str, ...]
    closes: tuple[str, ...]
    waits: bool
    """Whether it is proposed, because it opens what this person does not hold."""
    nobody: bool
    """Whether nobody in the group can sign in yet."""
    notes: tuple[str, ...]


def preview(viewer: Viewer, which: Group, wanted: Row) -> Preview:
    """Count, and say it in words. Counting leaves a mark."""
    names, before = names_of(viewer), line_of(viewer.school_id, which).row
    numbers = counted(viewer, which, wanted)
    return Preview(
        title=title(which),
        url=group_url(which),
        opens=opens(which, before, wanted, numbers.opened, names),
        closes=closes(which, before, wanted, numbers.closed, names),
        waits=needs_approval(viewer, before, wanted),
        nobody=numbers.people == 0,
        notes=_notes(which, before, wanted),
    )


def _notes(which: Group, before: Row, wanted: Row) -> tuple[str, ...]:
    if "reads" in fixed_fields(which) or (before.reads == wanted.reads and before.scope is wanted.scope):
        return ()
    return (
        "What somebody is alerted to they read in any case, for thirty days.",
        "Everything else is read with the second step, and never by somebody who is barred or locked out.",
    )
