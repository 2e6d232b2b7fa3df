"""The children somebody works with one to one."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse

from heed.access.ruled import member
from heed.lib.clock import day_words
from heed.lib.names import folded
from heed.people.groups.pages.parts import person_url
from heed.pupils.queries import Child, enough_letters, one_to_one_with
from heed.who.viewer import Viewer


@dataclass(frozen=True, slots=True)
class Named:
    """A child, to be chosen or taken off."""

    id: UUID
    name: str
    where: str
    born: str
    """Said only where two are called alike."""


@dataclass(frozen=True, slots=True)
class OneToOnePage:
    """Somebody, and their children."""

    name: str
    url: str
    person_url: str
    children: tuple[Named, ...]
    asked: str
    matches: tuple[Named, ...]
    note: str


def one_to_one(viewer: Viewer, staff_id: UUID, asked: str, found: tuple[Child, ...]) -> OneToOnePage:
    """The page; `found` are the children whose names begin with what was asked.

    Raises:
        NotSeen: when nobody works here by that id.
    """
    who, children = member(viewer.school_id, staff_id), one_to_one_with(viewer, staff_id)
    here = {child.id for child in children}
    return OneToOnePage(
        name=who.name,
        url=reverse("people:one_to_one", args=[staff_id]),
        person_url=person_url(staff_id),
        children=_named(children),
        asked=asked,
        matches=_named(child for child in found if child.id not in here),
        note=_note(asked, len(found)),
    )


def _named(children: Iterable[Child]) -> tuple[Named, ...]:
    every = tuple(children)
    names = [folded(child.name) for child in every]
    return tuple(
        Named(
            child.id,
            child.name,
            child.where,
            f"Born {day_words(child.born_on)}" if names.count(folded(child.name)) > 1 else "",
        )
        for child in every
    )


def _note(asked: str, found: int) -> str:
    if not asked or found:
        return ""
    if not enough_letters(asked):
        return "Type three letters of a name."
    return "Nobody on the roll has a name that begins like this."
