"""Who may say what a group does and who is in it, and what a school cannot do without. Pure."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from uuid import UUID

from heed.access.kinds import State
from heed.access.matrix import Row, Scope, bounds_of, within_bounds
from heed.lib.names import listed
from heed.who.categories import ELEVATED_ONLY, EVERY
from heed.who.groups import GUARDED, LEADS, Group
from heed.who.powers import Power
from heed.who.viewer import Viewer

STATES: dict[State, dict[str, State]] = {
    State.WAITING: {
        "approve": State.APPROVED,
        "turn down": State.TURNED_DOWN,
        "take back": State.TAKEN_BACK,
        "done another way": State.OVERTAKEN,
    },
    State.APPROVED: {},
    State.TURNED_DOWN: {},
    State.TAKEN_BACK: {},
    State.OVERTAKEN: {},
}
"""From each state of a proposal, what may be done and where it leads. Drawn into docs/states.md."""

KEEPS_THE_RECORD = LEADS | {Group.HEAD}
"""One of these has to be left who may read about each child."""

_ORDINARY = frozenset({Power.RECORD, Power.OPEN_CHILD})


def is_guarded(group: Group, row: Row) -> bool:
    """Whether joining this group needs a leader's word: leaders' groups, and any that gives as much as one."""
    wide = row.scope is Scope.WHOLE_SCHOOL and bool(row.reads)
    return group in GUARDED or wide or bool(row.reads & ELEVATED_ONLY) or bool(row.powers - _ORDINARY)


@dataclass(frozen=True, slots=True)
class Opened:
    """What a change lets people do that they could not do before."""

    reads: frozenset[int]
    """Categories that are read, or read of more children."""
    children: bool
    """More children's pages open."""
    uses: frozenset[int]
    powers: frozenset[Power]

    def __bool__(self) -> bool:
        return bool(self.reads or self.children or self.uses or self.powers)


def opened(before: Row, after: Row) -> Opened:
    """What becomes possible. Turned round, it says what does not any more."""
    wider = not after.scope.is_within(before.scope)
    return Opened(
        reads=(after.reads if wider else after.reads - before.reads)
        if after.scope is not Scope.NOBODY
        else frozenset(),
        children=_opens_pages(after) and (wider or not _opens_pages(before)),
        uses=after.uses - before.uses,
        powers=after.powers - before.powers,
    )


def _opens_pages(row: Row) -> bool:
    """Whether a child's page opens to somebody through this line."""
    return row.scope is not Scope.NOBODY and Power.OPEN_CHILD in row.powers


NOTHING = Row(frozenset(), Scope.NOBODY, frozenset(), frozenset())


def holds(by: Viewer, wanted: Opened) -> bool:
    """Whether this person could do all of it already: only then do they give nothing that is not theirs."""
    reads = _reads_of_all(by)
    children = not wanted.children or (by.elevated and by.covers is None)
    return (
        children
        and wanted.reads <= reads
        and wanted.uses <= by.may_use
        and wanted.powers <= _powers_of(by, reads)
    )


def _reads_of_all(by: Viewer) -> frozenset[int]:
    """Categories this person reads of the whole school."""
    whole = (reach.categories for reach in by.reaches if by.elevated and reach.pupils is None)
    return frozenset[int]().union(*whole)


def _powers_of(by: Viewer, reads: frozenset[int]) -> frozenset[Power]:
    """Whoever reads everything has no glass to break."""
    return by.powers | {Power.BREAK_GLASS} if reads >= EVERY else by.powers


def why_not_set_rules(by: Viewer) -> str | None:
    """The reason this person cannot say what groups may do, if there is one."""
    if not by.can(Power.GROUPS):
        return f"Only people who may {Power.GROUPS.words} can change this."
    if by.signature_id is None:
        return "Heed does not know your name and role yet. Ask an administrator."
    return None


def why_not_be(group: Group, wanted: Row) -> str | None:
    """The reason no school can let this group do exactly this, if there is one."""
    bounds, possible = bounds_of(group), within_bounds(group, wanted)
    if possible.same_as(wanted):
        return None
    if bounds.no_record:
        return "System administrators read nothing about children and record nothing. That cannot be changed."
    if possible.reads != wanted.reads or possible.scope is not wanted.scope:
        return f"The {group.words} reads every category, of the whole school. That cannot be changed."
    if missing := bounds.keeps - wanted.powers:
        return f"The {group.words} has to be able to {_said(missing)}. Otherwise the school could lock itself out."
    return f"{group.many[:1].upper()}{group.many[1:]} cannot be let {_said(wanted.powers & bounds.never)}."


def _said(powers: Iterable[Power]) -> str:
    return listed([power.words for power in Power if power in set(powers)])


def needs_approval(by: Viewer, before: Row, after: Row) -> bool:
    """Whether this change opens something that this person does not hold, so that a leader has to approve it."""
    return not holds(by, opened(before, after))


def joins_at_once(by: Viewer, staff_id: UUID, group: Group, row: Row) -> bool:
    """Whether this person may put that one into a group without anybody's approval.

    Into a guarded group only who may approve and holds all it gives; nobody gives themselves what they do not hold.
    """
    if is_guarded(group, row):
        return by.can(Power.APPROVE) and holds(by, opened(NOTHING, row))
    return by.staff_id != staff_id or holds(by, opened(NOTHING, row))


def why_not_place(by: Viewer) -> str | None:
    """The reason this person cannot put anybody into a group, if there is one."""
    if by.powers & {Power.GROUPS, Power.ACCOUNTS}:
        return None
    return "Only an administrator, the head or a DSL puts people into groups."


def why_not_place_from_roll(by: Viewer) -> str | None:
    """The reason this person cannot put people into groups by a list, if there is one."""
    return (
        None if by.can(Power.IMPORT_ROLL) else f"Only people who may {Power.IMPORT_ROLL.words} can do this."
    )


def why_not_set_up(by: Viewer) -> str | None:
    """The reason this hand cannot set a school up, if there is one."""
    return None if by.on_the_server else "Groups are set up by a command on the server only."


@dataclass(frozen=True, slots=True)
class Asked:
    """A proposal as the rules ask about it."""

    group: Group
    staff_id: UUID | None
    proposer_id: UUID | None
    state: State
    opens: Opened
    proposer_holds: frozenset[Power]


def why_not_decide(by: Viewer, asked: Asked) -> str | None:
    """The reason this person cannot decide about a proposal, if there is one. It is always two different people."""
    if not by.can(Power.APPROVE) or not by.elevated:
        return "The head or a DSL decides about this."
    if by.signature_id is None:
        return "Heed does not know your name and role yet. Ask an administrator."
    if by.staff_id == asked.proposer_id:
        return "You proposed this yourself. Somebody else has to decide."
    if by.staff_id == asked.staff_id:
        return "This is about you. Somebody else has to decide."
    return None if asked.staff_id else _why_not_give(by, asked)


def _why_not_give(by: Viewer, asked: Asked) -> str | None:
    """A change of what a group may do gives what the two of them hold, and nothing else."""
    rest = replace(asked.opens, powers=asked.opens.powers - asked.proposer_holds)
    if holds(by, rest):
        return None
    return "This would give something that you do not hold yourself. The head has to decide."


def why_not_take_back(by: Viewer, asked: Asked) -> str | None:
    """The reason this person cannot take a proposal back, if there is one."""
    if by.staff_id is None or by.staff_id != asked.proposer_id:
        return "Only whoever proposed this can take it back."
    return None


@dataclass(frozen=True, slots=True)
class Keeper:
    """Somebody who works here and can sign in, with what the school may not be left without."""

    staff_id: UUID
    groups: frozenset[Group]
    powers: frozenset[Power]
    barred: frozenset[UUID]
    """Children they are kept from."""


def why_not_without(before: Iterable[Keeper], after: Iterable[Keeper]) -> str | None:
    """The reason these people cannot be all who are left, if there is one: what was there must not be gone.

    The same question for somebody who leaves, for a group somebody loses, and for a power a group loses.
    """
    then, now = tuple(before), tuple(after)
    for is_one, why_not in _NEEDED:
        if any(is_one(one) for one in then) and not any(is_one(one) for one in now):
            return why_not
    if _shut_to_all(now) - _shut_to_all(then):
        return (
            "Then no DSL or head would be left who may read about one of the children: all others are barred "
            "from it. Make somebody else a DSL first."
        )
    return None


def why_not_let_go(keepers: Iterable[Keeper], staff_id: UUID) -> str | None:
    """The reason somebody cannot leave or lose all their groups, if there is one."""
    here = tuple(keepers)
    return why_not_without(here, (one for one in here if one.staff_id != staff_id))


_NEEDED: tuple[tuple[Callable[[Keeper], bool], str], ...] = (
    (
        lambda one: Power.ACCOUNTS in one.powers,
        "Then nobody would be left who looks after accounts. Give that to somebody else first.",
    ),
    (
        lambda one: bool(one.groups & LEADS),
        "Then no DSL or deputy would be left. Make somebody else one first.",
    ),
    (
        lambda one: Group.HEAD in one.groups,
        "Then the school would have no head. Make somebody else head first.",
    ),
)


def _shut_to_all(keepers: tuple[Keeper, ...]) -> frozenset[UUID]:
    """Children that everybody who keeps the record is barred from."""
    barred = [one.barred for one in keepers if one.groups & KEEPS_THE_RECORD]
    return frozenset.intersection(*barred) if barred else frozenset()


def keeper_with(keeper: Keeper, groups: frozenset[Group], matrix: Mapping[Group, Row]) -> Keeper:
    """The same person in other groups, or in the same ones under other rules."""
    powers = frozenset[Power]().union(*(matrix[group].powers for group in groups))
    return replace(keeper, groups=groups, powers=powers)
