"""One's own children and relatives in this school."""

from dataclasses import dataclass
from uuid import UUID

from heed.guarding.forms import Doing
from heed.guarding.pages.parts import day_of
from heed.guarding.queries.bars import Declared, own_declared
from heed.incidents.pages import adding
from heed.incidents.pages.adding import Finding
from heed.pupils.queries import Child
from heed.who.viewer import Viewer


@dataclass(frozen=True, slots=True)
class DeclaredRow:
    """What one declared, and what became of it."""

    name: str
    why: str
    state: str
    said: str
    stands: bool


@dataclass(frozen=True, slots=True)
class OwnPage:
    """The page as it stands."""

    rows: tuple[DeclaredRow, ...]
    finding: Finding
    child: Child | None
    child_id: UUID | None
    form: Doing


def own_page(viewer: Viewer, form: Doing, *, finding: Finding, child: Child | None) -> OwnPage:
    """What this person declared, and the form to declare another."""
    rows = tuple(_row(one, viewer) for one in own_declared(viewer))
    return OwnPage(rows, finding, child, child.id if child else None, form)


def found(asked: str, children: tuple[Child, ...]) -> Finding:
    """The children with that name, or why there are none."""
    return adding.found(asked, children)


def _row(one: Declared, viewer: Viewer) -> DeclaredRow:
    if one.turned_down_at and one.confirmed_at is None:
        state, stands = f"Looked at {day_of(one.turned_down_at, viewer)}: it does not stand", False
    elif one.turned_down_at:
        state, stands = f"Ended {day_of(one.turned_down_at, viewer)}", False
    elif one.confirmed_at:
        state, stands = f"Confirmed {day_of(one.confirmed_at, viewer)}", True
    else:
        state, stands = f"Counts since {day_of(one.since, viewer)}. A DSL will look at it", True
    return DeclaredRow(one.name, one.why.words.replace("Their", "Your"), state, one.end_said, stands)
