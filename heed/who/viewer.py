"""The person who is looking, as plain values."""

from dataclasses import dataclass, field
from datetime import datetime
from itertools import combinations
from uuid import UUID

from heed.who.groups import Group
from heed.who.powers import Power

COMMAND = "command"
"""The origin of what no request brought."""
OPENING = "opening"
"""The scope of the reach that breaking the glass gives."""


@dataclass(frozen=True, slots=True)
class Reach:
    """Categories that one or more groups of a person cover, and the children they cover them for."""

    categories: frozenset[int]
    pupils: frozenset[UUID] | None
    """None: the whole school."""
    scope: str = ""
    """Which scope of their groups it is, for saying why."""

    def covers(self, pupil_id: UUID) -> bool:
        """Whether the child is within it."""
        return self.pupils is None or pupil_id in self.pupils


@dataclass(frozen=True, slots=True)
class Opened:
    """The one child whose record this person has opened for an hour, without a DSL."""

    pupil_id: UUID
    until: datetime


@dataclass(frozen=True, slots=True)
class Way:
    """One way to read through groups: all of these categories, of these children."""

    categories: frozenset[int]
    pupils: frozenset[UUID] | None
    """None: the whole school."""


def ways_through(reaches: tuple[Reach, ...]) -> tuple[Way, ...]:
    """Every way to read through these reaches: each category through some reach that covers the child.

    Reaches of the whole school always cover the child. Of the others, every combination that may cover a child
    together is one way; a person has at most a handful of scopes.
    """
    base = frozenset[int]().union(*(reach.categories for reach in reaches if reach.pupils is None))
    partial = [(reach.categories, reach.pupils) for reach in reaches if reach.pupils is not None]
    found = [Way(base, None)] if base else []
    for size in range(1, len(partial) + 1):
        for together in combinations(partial, size):
            pupils = frozenset.intersection(*(pupils for _, pupils in together))
            found.append(Way(base.union(*(categories for categories, _ in together)), pupils))
    return tuple(way for way in found if way.categories)


@dataclass(frozen=True, slots=True, kw_only=True)
class Viewer:
    """Everything the rules ask about a person, fetched once a request. Holds no connection and no model."""

    school_id: UUID
    staff_id: UUID | None
    """None for a command on the server, which reads nothing about children."""
    name: str
    role: str
    at: datetime
    """The moment of the request."""
    signature_id: UUID | None = None
    user_id: UUID | None = None
    origin: str = ""
    """The network address the request came from, or `command`."""
    elevated: bool = False
    groups: frozenset[Group] = frozenset()
    powers: frozenset[Power] = frozenset()
    may_use: frozenset[int] = frozenset()
    """Categories this person may choose while recording."""
    reaches: tuple[Reach, ...] = ()
    says: str = ""
    """Why they may read through their groups, as other readers are told: the widest of them."""
    barred: frozenset[UUID] = field(default=frozenset())
    """Children this person is kept from: relatives, conflicts of interest."""
    locked_out: frozenset[UUID] = frozenset()
    """Children whose record is locked to named people, this person not among them."""
    opened: Opened | None = None
    """What they opened for an hour; the reach it gives stands among `reaches`."""

    def can(self, power: Power) -> bool:
        """Whether one of this person's groups gives the power."""
        return power in self.powers

    @property
    def on_the_server(self) -> bool:
        """Whether this is no person but a command on the server."""
        return self.staff_id is None and self.origin == COMMAND

    def reads_about(self, pupil_id: UUID) -> frozenset[int]:
        """Categories that this person's groups let them read of one child, once elevated."""
        return frozenset[int]().union(*(one.categories for one in self.reaches if one.covers(pupil_id)))

    @property
    def ways(self) -> tuple[Way, ...]:
        """The ways to read through this person's groups: none before elevation."""
        return ways_through(self.reaches) if self.elevated else ()

    @property
    def covers(self) -> frozenset[UUID] | None:
        """The children whose page this person's groups open; None: the whole school.

        Nobody's, where no group of theirs gives the power to open one, whatever the groups cover.
        """
        if not self.can(Power.OPEN_CHILD):
            return frozenset()
        if any(reach.pupils is None for reach in self.reaches):
            return None
        return frozenset[UUID]().union(*(reach.pupils or frozenset() for reach in self.reaches))

    @property
    def called(self) -> str:
        """The people of this person's groups, where it is said what they do not do."""
        return "System administrators" if Group.ADMIN in self.groups else "People in your groups"

    @property
    def signed(self) -> str:
        """Name and role, as they stand beneath what this person writes."""
        return f"{self.name}, {self.role}"


def on_the_server(school_id: UUID, *, at: datetime, name: str = "Command on the server") -> Viewer:
    """The hand of an operator at the command line: may bring a roll in, sees no child's record."""
    return Viewer(
        school_id=school_id,
        staff_id=None,
        name=name,
        role="operator",
        at=at,
        origin=COMMAND,
        powers=frozenset({Power.IMPORT_ROLL}),
    )
