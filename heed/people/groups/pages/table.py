"""The table of groups, and the people in them."""

from collections import Counter
from dataclasses import dataclass

from heed.access.matrix import bounds_of
from heed.access.ruled import Member, matrix_of, members_of, proposals_waiting
from heed.people.groups.forms import said_groups
from heed.people.groups.pages.parts import Proposed, group_url, names_of, person_url, proposed
from heed.people.groups.words import capital, powers_in_order, reads_words, title
from heed.who.groups import Group
from heed.who.viewer import Viewer


@dataclass(frozen=True, slots=True)
class GroupRow:
    """One group, as the table has it."""

    name: str
    url: str
    reads: str
    children: str
    people: int
    powers: tuple[str, ...]
    may: int
    changed: bool


@dataclass(frozen=True, slots=True)
class PersonRow:
    """Somebody who works here, and their groups."""

    name: str
    role: str
    groups: str
    url: str
    account: bool


@dataclass(frozen=True, slots=True)
class TablePage:
    """Who may do what in this school."""

    groups: tuple[GroupRow, ...]
    people: tuple[PersonRow, ...]
    waiting: tuple[Proposed, ...]


def table(viewer: Viewer) -> TablePage:
    """Every group in the order of the matrix, everybody by name."""
    names, people = names_of(viewer), members_of(viewer.school_id)
    count = Counter(group for one in people for group in one.groups)
    rows = tuple(
        GroupRow(
            name=title(group),
            url=group_url(group),
            reads="Nothing about children" if bounds_of(group).no_record else reads_words(line.row, names),
            children=capital(line.row.scope.words),
            people=count[group],
            powers=tuple(one.words for one in powers_in_order(line.row.powers)),
            may=len(line.row.powers),
            changed=line.version > 0,
        )
        for group, line in matrix_of(viewer.school_id).items()
    )
    waiting = tuple(proposed(viewer, one, names) for one in proposals_waiting(viewer.school_id))
    return TablePage(rows, tuple(_person(one) for one in people), waiting)


def _person(one: Member) -> PersonRow:
    return PersonRow(one.name, one.role, _groups(one.groups), person_url(one.staff_id), one.can_sign_in)


def _groups(groups: frozenset[Group]) -> str:
    return capital(said_groups(groups)) or "In no group"
