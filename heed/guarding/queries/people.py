"""Colleagues to choose from: one by one, or those who are in a group now."""

from collections.abc import Iterable
from dataclasses import dataclass
from uuid import UUID

from heed.who.groups import Group
from heed.who.viewer import Viewer

GROUP = "group:"


@dataclass(frozen=True, slots=True)
class Reach:
    """Whom somebody chose: one colleague, or a group as it is now."""

    name: str
    group: str
    people: tuple[Viewer, ...]


def who_is_chosen(to: str, people: Iterable[Viewer]) -> Reach:
    """The people behind a choice: the id of a colleague, or `group:` and a group."""
    if to.startswith(GROUP):
        group = to.removeprefix(GROUP)
        found = tuple(one for one in people if group in one.groups)
        return Reach("Everybody in this group", group, found)
    found = tuple(one for one in people if str(one.staff_id) == to)
    return Reach(found[0].name if found else "", "", found)


def groups_among(people: Iterable[Viewer]) -> tuple[tuple[Group, int], ...]:
    """The groups that these people are in, with how many of them."""
    counted: dict[Group, int] = {}
    for one in people:
        for group in one.groups:
            counted[group] = counted.get(group, 0) + 1
    return tuple((group, counted[group]) for group in Group if group in counted)


def viewers_by_id(people: Iterable[Viewer]) -> dict[UUID, Viewer]:
    """The same people by their row on the staff."""
    return {one.staff_id: one for one in people if one.staff_id}
