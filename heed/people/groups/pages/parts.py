"""Parts that more than one of these pages shows."""

from dataclasses import dataclass
from uuid import UUID

from django.urls import reverse

from heed.access.matrix import Row
from heed.access.ruled import Change, Waiting
from heed.access.rules import why_not_take_back
from heed.lib.clock import moment_words, within_sentence
from heed.people.groups.words import Names, differences, powers_in_order, reads_within, title
from heed.records.queries import categories_of
from heed.who.groups import Group
from heed.who.viewer import Viewer


@dataclass(frozen=True, slots=True)
class Proposed:
    """Something that waits for a decision."""

    id: UUID
    what: str
    lines: tuple[str, ...]
    why: str
    by: str
    decide_url: str
    take_back_url: str | None


def proposed(viewer: Viewer, one: Waiting, names: Names) -> Proposed:
    """One proposal, as it is read before it is decided."""
    return Proposed(
        id=one.proposal_id,
        what=_what(one),
        lines=differences(one.before, one.wanted, names)
        if not one.who
        else (_person_line(one, names), *(f"May {one.words}." for one in powers_in_order(one.wanted.powers))),
        why=one.why,
        by=f"{one.signed}, {within_sentence(moment_words(one.at, viewer.at))}",
        decide_url=reverse("people:decide", args=[one.proposal_id]),
        take_back_url=None
        if why_not_take_back(viewer, one.asked)
        else reverse("people:take_back", args=[one.proposal_id]),
    )


def _what(one: Waiting) -> str:
    if not one.who:
        return f"{title(one.asked.group)}: what they may do"
    return f"{one.who}, {one.role}, becomes {one.asked.group.words}"


def _person_line(one: Waiting, names: Names) -> str:
    return f"Reads {reads_within(one.wanted, names)}, of {one.wanted.scope.words}."


@dataclass(frozen=True, slots=True)
class Happened:
    """One change of a group, as its history tells it."""

    moment: str
    by: str
    why: str
    lines: tuple[str, ...]


def happened(viewer: Viewer, changes: tuple[Change, ...], first: Row, names: Names) -> tuple[Happened, ...]:
    """Each change beside the one before it, the newest first. `first` is how every school begins."""
    befores = (*(one.row for one in changes[1:]), first)[: len(changes)]
    return tuple(
        Happened(
            moment=moment_words(one.since, viewer.at),
            by=_signed(one),
            why=one.why,
            lines=differences(before, one.row, names),
        )
        for one, before in zip(changes, befores, strict=True)
    )


def _signed(one: Change) -> str:
    return f"{one.signed}. Approved by {one.approved}" if one.approved else one.signed


def names_of(viewer: Viewer) -> dict[int, str]:
    """The school's categories by number, in its order."""
    return {number: one.name for number, one in categories_of(viewer.school_id).items()}


def group_url(group: Group) -> str:
    """Where a group is changed."""
    return reverse("people:group", args=[group.value])


def person_url(staff_id: UUID) -> str:
    """Where the groups of a person are set."""
    return reverse("people:person_groups", args=[staff_id])
