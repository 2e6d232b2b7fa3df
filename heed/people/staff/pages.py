"""What the pages about staff print."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from django.urls import reverse

from heed.accounts.queries import devices_of
from heed.incidents.handing_on import open_of
from heed.lib.clock import day_words, london, moment_words, number_words, within_sentence
from heed.lib.names import listed
from heed.people.staff import rules
from heed.people.staff.inviting import without_invitation
from heed.people.staff.kinds import WITHOUT_ACCOUNT, Account
from heed.people.staff.leaving import why_not_without
from heed.people.staff.pasted import Line
from heed.people.staff.queries import Person, called, everybody_here, one_person
from heed.staff.queries import departure_of
from heed.ui.links import if_there
from heed.who.groups import Group
from heed.who.powers import Power
from heed.who.viewer import Viewer

SHOWN = 100
"""People on one page; more come by a button."""


@dataclass(frozen=True, slots=True)
class Row:
    """One person in the list."""

    id: UUID
    name: str
    role: str
    email: str
    groups: str
    account: str
    colour: str
    beneath: str | None
    second_factor: str
    url: str


@dataclass(frozen=True, slots=True)
class Choice:
    """One way to narrow the list."""

    value: str
    words: str
    chosen: bool


@dataclass(frozen=True, slots=True)
class StaffPage:
    """The staff of a school."""

    rows: tuple[Row, ...]
    showing: str
    asked: str
    choices: tuple[Choice, ...]
    after: UUID | None
    """The last person shown, when there are more."""
    to_invite: int
    note: str | None
    beside: tuple[tuple[str, str], ...]
    """What else is looked after here: words and address."""


_FILTERS: dict[str, tuple[str, frozenset[Account]]] = {
    "here": ("Everybody who works here", frozenset(Account) - {Account.LEFT}),
    "active": ("With an account", frozenset({Account.ACTIVE})),
    "without": ("Without an account yet", WITHOUT_ACCOUNT),
    "left": ("Who has left", frozenset({Account.LEFT})),
}


def staff_page(
    viewer: Viewer, *, asked: str = "", which: str = "here", after: str = "", note: str | None = None
) -> StaffPage:
    """Those who fit, by family name, from after a person on."""
    which = which if which in _FILTERS else "here"
    people = everybody_here(viewer)
    found = called((one for one in people if one.account in _FILTERS[which][1]), asked)
    begins = next((number for number, one in enumerate(found, 1) if str(one.id) == after), 0)
    shown = found[begins : begins + SHOWN]
    return StaffPage(
        rows=tuple(_row(one, viewer) for one in shown),
        showing=number_words(len(found), "person", "people"),
        asked=asked,
        choices=tuple(Choice(value, words, value == which) for value, (words, _) in _FILTERS.items()),
        after=shown[-1].id if begins + SHOWN < len(found) else None,
        to_invite=sum(one.account in WITHOUT_ACCOUNT - {Account.INVITED} for one in people),
        note=note,
        beside=tuple((words, reverse(name)) for power, words, name in _BESIDE if viewer.can(power)),
    )


_BESIDE = (
    (Power.GROUPS, "Groups and what they may do", "people:groups"),
    (Power.SETTINGS, "Single sign-on", "people:sign_on_settings"),
)


def _row(one: Person, viewer: Viewer) -> Row:
    return Row(
        id=one.id,
        name=one.name,
        role=one.role,
        email=one.email,
        groups=_groups(one.groups),
        account=one.account.words,
        colour=_COLOURS[one.account],
        beneath=_beneath(one, viewer),
        second_factor="Yes" if one.second_factor else "No",
        url=reverse("people:person", args=[one.id]),
    )


_COLOURS = {
    Account.ACTIVE: "teal",
    Account.INVITED: "grey",
    Account.EXPIRED: "yellow",
    Account.NOT_DELIVERED: "yellow",
    Account.NOT_INVITED: "grey",
    Account.LEFT: "plain",
}


def _groups(groups: frozenset[Group]) -> str:
    words = listed([group.words for group in Group if group in groups]) or "no group"
    return words[:1].upper() + words[1:]


def _beneath(one: Person, viewer: Viewer) -> str | None:
    """What is to be known of an account besides its state."""
    if one.left_on and one.account is not Account.LEFT:
        return f"Last day {day_words(one.left_on - timedelta(days=1))}"
    if one.account is Account.LEFT and one.left_on:
        return f"No access since {day_words(one.left_on)}"
    if one.account in {Account.INVITED, Account.EXPIRED, Account.NOT_DELIVERED} and one.invited_at:
        return within_sentence(moment_words(one.invited_at, viewer.at))
    return None


@dataclass(frozen=True, slots=True)
class PersonPage:
    """One person on the staff."""

    id: UUID
    name: str
    role: str
    email: str
    groups: str
    account: str
    colour: str
    said: tuple[str, ...]
    """What stands about the account, in sentences."""
    second_factor: bool
    devices: int
    invite: str | None
    """What the button for an invitation says."""
    withdraw: bool
    cannot_leave: str | None
    leaves: bool
    """Whether they are going to."""
    takes_over: str
    left: bool
    groups_url: str | None
    note: str | None


def person_page(viewer: Viewer, staff_id: UUID, *, note: str | None = None) -> PersonPage:
    """What whoever looks after accounts is told of somebody.

    Raises:
        NotSeen: when there is no such person in this school.
    """
    one = one_person(viewer, staff_id)
    left, departure = one.account is Account.LEFT, departure_of(viewer.school_id, staff_id)
    devices = devices_of(one.user_id, here=None, now=viewer.at) if one.user_id and not left else ()
    return PersonPage(
        id=one.id,
        name=one.name,
        role=one.role,
        email=one.email,
        groups=_groups(one.groups),
        account=one.account.words,
        colour=_COLOURS[one.account],
        said=tuple(_said(one, viewer)),
        second_factor=one.second_factor,
        devices=len(devices),
        invite=_INVITE.get(one.account),
        withdraw=one.account in {Account.INVITED, Account.EXPIRED, Account.NOT_DELIVERED},
        cannot_leave=None if left else why_not_without(viewer, staff_id, on=london(viewer.at).date()),
        leaves=departure is not None,
        takes_over=_takes_over(departure) if departure else "",
        left=left,
        groups_url=if_there("people:person_groups", staff_id),
        note=note,
    )


def _takes_over(departure: Any) -> str:
    names = [one.name for one in (departure.hands_to, departure.rest_to) if one]
    return f"What is open then goes to {listed(names) or 'a DSL'}."


_INVITE = {
    Account.NOT_INVITED: "Send an invitation",
    Account.INVITED: "Send the invitation again",
    Account.EXPIRED: "Send a new invitation",
    Account.NOT_DELIVERED: "Send the invitation again",
}


def _said(one: Person, viewer: Viewer) -> list[str]:
    invited = within_sentence(moment_words(one.invited_at, viewer.at)) if one.invited_at else ""
    until = within_sentence(moment_words(one.invited_until, viewer.at)) if one.invited_until else ""
    lines = {
        Account.ACTIVE: [],
        Account.INVITED: [f"Invited {invited}. The link works until {until}."],
        Account.EXPIRED: [f"Invited {invited}. The link ended {until}, unused."],
        Account.NOT_DELIVERED: [f"Invited {invited}. No mail server takes mail for this address: check it."],
        Account.NOT_INVITED: ["Cannot sign in, and is not told of anything, until they have an account."],
        Account.LEFT: ["Cannot sign in. Name and role stay on what they wrote."],
    }[one.account]
    if one.left_on and one.account is not Account.LEFT:
        lines = [*lines, f"Leaves: access ends at the end of {day_words(one.left_on - timedelta(days=1))}."]
    elif one.left_on:
        lines = [f"No access since {day_words(one.left_on)}.", *lines]
    return lines


@dataclass(frozen=True, slots=True)
class LeavePage:
    """Somebody is going to leave."""

    id: UUID
    name: str
    open: str | None
    """What they have open, in numbers; None when there is nothing."""
    ask_rest: bool
    problem: str | None


def leave_page(viewer: Viewer, staff_id: UUID, *, ask_rest: bool, problem: str | None = None) -> LeavePage:
    """What they have open, by numbers alone: whoever looks after accounts may not read it."""
    one = one_person(viewer, staff_id)
    found = open_of(viewer, staff_id)
    waiting = number_words(len(found.alerts), "alert waits", "alerts wait")
    care = number_words(len(found.owned), "entry is", "entries are")
    return LeavePage(
        id=one.id,
        name=one.name,
        open=f"{waiting} for them, {care[:1].lower() + care[1:]} in their hands." if found.all else None,
        ask_rest=ask_rest,
        problem=problem,
    )


def people_to_choose(viewer: Viewer, *, but: UUID, today: date) -> list[tuple[str, str]]:
    """Colleagues who can take over: with an account, and not about to leave."""
    return [
        (str(one.id), f"{one.name}, {one.role}")
        for one in everybody_here(viewer)
        if one.id != but and one.account is Account.ACTIVE and (one.left_on is None or one.left_on > today)
    ]


@dataclass(frozen=True, slots=True)
class PastePage:
    """A pasted list, read."""

    lines: tuple[Line, ...]
    good: int
    faulty: int
    added: str | None


def paste_page(lines: tuple[Line, ...], *, added: int = 0) -> PastePage:
    """What each line says."""
    faulty = sum(one.new is None for one in lines)
    said = number_words(added, "person is added", "people are added") + "." if added else None
    return PastePage(lines, len(lines) - faulty, faulty, said)


@dataclass(frozen=True, slots=True)
class InvitePage:
    """Everybody who is not invited yet."""

    number: int
    button: str
    names: tuple[str, ...]


def invite_page(viewer: Viewer) -> InvitePage:
    """Whom the button would write to."""
    wanted = set(without_invitation(viewer))
    names = tuple(f"{one.name}, {one.role}" for one in everybody_here(viewer) if one.id in wanted)
    return InvitePage(len(names), f"Invite {len(names)} {'person' if len(names) == 1 else 'people'}", names)


def known_addresses(viewer: Viewer) -> tuple[str, ...]:
    """The addresses of everybody on the staff."""
    return tuple(one.email for one in everybody_here(viewer))


GROUP_MEANS = {
    group.value: says
    for group, says in {
        Group.TEACHER: "Reads some categories about the own class",
        Group.TEACHING_ASSISTANT: "Reads what they are alerted to",
        Group.OFFICE: "Reads what they are alerted to",
        Group.FAMILY_WORKER: "Reads what they are alerted to",
    }.items()
    if group in rules.GIVEN_HERE
}
