"""The groups and classes of one person."""

from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse

from heed.access.ruled import Member, member, proposals_waiting, rows_of
from heed.access.rules import joins_at_once
from heed.people.groups.forms import PlacePerson, seen_of
from heed.people.groups.pages.parts import Proposed, names_of, person_url, proposed
from heed.people.groups.rules import why_not_name_one_to_one
from heed.people.groups.words import capital, reads_within
from heed.pupils.queries import class_names, classes_of_staff
from heed.who.groups import Group
from heed.who.viewer import Viewer


@dataclass(frozen=True, slots=True)
class GroupChoice:
    """A group that somebody can be put into."""

    value: str
    name: str
    says: str
    """What it reads, and whether somebody has to approve."""


@dataclass(frozen=True, slots=True)
class PersonPage:
    """Somebody, and the groups they are in."""

    name: str
    role: str
    url: str
    account: bool
    choices: tuple[GroupChoice, ...]
    own: bool
    one_to_one_url: str | None
    """Where the children they work with are named, for those who may look children up."""
    waiting: tuple[Proposed, ...]
    now: str
    """What they are in now, when somebody else has changed it meanwhile."""


def person(viewer: Viewer, staff_id: UUID, *, changed: bool = False) -> PersonPage:
    """The page of somebody who works here.

    Raises:
        NotSeen: when nobody does by that id.
    """
    who, names = member(viewer.school_id, staff_id), names_of(viewer)
    return PersonPage(
        name=who.name,
        role=who.role,
        url=person_url(staff_id),
        account=who.can_sign_in,
        choices=_choices(viewer, who, names),
        own=staff_id == viewer.staff_id,
        one_to_one_url=None
        if why_not_name_one_to_one(viewer, staff_id)
        else reverse("people:one_to_one", args=[staff_id]),
        waiting=tuple(
            proposed(viewer, one, names)
            for one in proposals_waiting(viewer.school_id)
            if one.asked.staff_id == staff_id
        ),
        now=_now(viewer, who) if changed else "",
    )


def _choices(viewer: Viewer, who: Member, names: dict[int, str]) -> tuple[GroupChoice, ...]:
    found = []
    for group, row in rows_of(viewer.school_id).items():
        at_once = group in who.groups or joins_at_once(viewer, who.staff_id, group, row)
        reads = f"Reads {reads_within(row, names)}"
        of = f", of {row.scope.words}" if row.reads else ""
        waits = "" if at_once else ". The head or a DSL has to approve"
        found.append(GroupChoice(group.value, capital(group.words), f"{reads}{of}{waits}."))
    return tuple(found)


def _now(viewer: Viewer, who: Member) -> str:
    groups = [group.words for group in Group if group in who.groups]
    classes = sorted(classes_of_staff(viewer.school_id, who.staff_id))
    said = ", ".join(groups) or "in no group"
    return f"{said}; classes: {', '.join(classes)}" if classes else said


def begun(viewer: Viewer, staff_id: UUID, *, data: object = None) -> PlacePerson:
    """The form, filled with what is so now, or with what was chosen."""
    who = member(viewer.school_id, staff_id)
    classes = classes_of_staff(viewer.school_id, staff_id)
    initial = {
        "groups": sorted(who.groups),
        "classes": sorted(classes),
        "seen": seen_of(who.groups, classes),
    }
    own = staff_id == viewer.staff_id
    return PlacePerson(data, classes=class_names(viewer.school_id), own=own, initial=initial)
