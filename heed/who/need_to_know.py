"""Need to know: the one filter. Lists, counts, search, suggestions, files, mail and exports all use it.

The rule (PRODUCT.md, section 4): a person may read an entry when it is in their school; and no bar stands;
and the child's record is not locked, or they are named; and either they hold a live grant to it, or they are
elevated and each of its categories is readable through at least one of their groups whose scope covers the
child.
"""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Protocol
from uuid import UUID

from django.db.models import Exists, OuterRef, Q, QuerySet, Subquery
from django.db.models.lookups import IsNull

from heed.who.categories import ELEVATED_ONLY
from heed.who.viewer import OPENING, Viewer

NOBODY = Q(pk__in=())
"""Matches no row, and needs no database to know it."""


class Looker(Protocol):
    """What the filter asks about whoever looks: a `Viewer`, or slots that stand for one (`who.asking`)."""

    @property
    def school_id(self) -> Any:
        """Their school."""

    @property
    def staff_id(self) -> Any:
        """Their row on the staff."""

    @property
    def at(self) -> Any:
        """The moment they look."""

    @property
    def elevated(self) -> bool:
        """Whether they signed in with a second step."""

    @property
    def barred(self) -> Any:
        """Children they are kept from."""

    @property
    def locked_out(self) -> Any:
        """Children whose record is locked to others."""

    @property
    def ways(self) -> tuple[Any, ...]:
        """The ways to read through their groups."""

    @property
    def covers(self) -> Any:
        """The children whose page their groups open; None: the whole school."""


@dataclass(frozen=True, slots=True)
class Ties:
    """Rows that tie a member of staff to one entry: grants open it, bars shut it."""

    grants: QuerySet[Any]
    bars: QuerySet[Any]


@dataclass(frozen=True, slots=True)
class Spine:
    """Where the columns of the spine lie, seen from the table that is asked: `item__` or nothing."""

    prefix: str = ""

    def __call__(self, lookup: str) -> str:
        """The lookup from here."""
        return self.prefix + lookup

    @property
    def key(self) -> str:
        """The column that holds the spine's id."""
        return f"{self.prefix.removesuffix('__')}_id" if self.prefix else "id"


def seen_by(viewer: Looker, ties: Ties, spine: Spine = Spine()) -> Q:
    """What this person may read, as one condition over the spine.

    Groups stand before grants: the database asks in this order, and a leader then has hardly a grant looked up.
    """
    return (
        _in_school(viewer)
        & _not_barred(viewer, ties, spine)
        & _not_locked(viewer, spine)
        & (_through_groups(viewer, spine) | _granted(viewer, ties, spine))
    )


def written_by(viewer: Looker, ties: Ties, spine: Spine = Spine()) -> Q:
    """What this person wrote: they see that it was received, and their own words as first sent. A bar ends it."""
    return (
        _in_school(viewer)
        & _not_barred(viewer, ties, spine)
        & Q(**{spine("signature__staff_id"): viewer.staff_id, spine("signature__staff_id__isnull"): False})
    )


def children_named_to(viewer: Looker) -> Q:
    """Children whose name may be shown to this person while they record: all of the school without a bar."""
    return _in_school(viewer) & ~Q(pk__any=viewer.barred)


def children_open_to(viewer: Looker) -> Q:
    """Children whose page this person may open: elevated, within reach, no bar, not locked."""
    if not viewer.elevated:
        return NOBODY
    within = Q() if viewer.covers is None else Q(pk__any=viewer.covers)
    return _in_school(viewer) & ~Q(pk__any=viewer.barred) & ~Q(pk__any=viewer.locked_out) & within


def opens_child(viewer: Viewer, pupil_id: UUID) -> bool:
    """The same as `children_open_to`, said of one child of the viewer's school in hand. A test holds both together."""
    within = viewer.covers is None or pupil_id in viewer.covers
    kept_out = pupil_id in viewer.barred or pupil_id in viewer.locked_out
    return viewer.elevated and within and not kept_out


def _in_school(viewer: Looker) -> Q:
    return Q(school_id=viewer.school_id)


def _not_barred(viewer: Looker, ties: Ties, spine: Spine) -> Q:
    """A bar from an entry also bars from what was done about it."""
    of_person = ties.bars.filter(school_id=OuterRef(spine("school_id")), staff_id=viewer.staff_id)
    barred_from_entry = Exists(
        of_person.filter(Q(item_id=OuterRef(spine.key)) | Q(item_id=OuterRef(spine("entry_id"))))
    )
    return ~Q(**{spine("pupil_id__any"): viewer.barred}) & ~Q(barred_from_entry)


def _not_locked(viewer: Looker, spine: Spine) -> Q:
    return ~Q(**{spine("pupil_id__any"): viewer.locked_out})


def _granted(viewer: Looker, ties: Ties, spine: Spine) -> Q:
    """A live grant; to the two most guarded categories it counts only elevated.

    Not an EXISTS: for that the database may gather every grant the person ever had, to ask about fifty rows.
    """
    live = _tied(ties.grants, viewer, spine).filter(Q(ends_at__isnull=True) | Q(ends_at__gt=viewer.at))
    granted = Q(IsNull(Subquery(live.values("id")[:1]), False))
    if viewer.elevated:
        return granted
    return granted & ~Q(**{spine("categories__overlap"): sorted(ELEVATED_ONLY)})


def _through_groups(viewer: Looker, spine: Spine) -> Q:
    """Each category readable through some group that covers the child; the groups may differ by category."""
    allowed = NOBODY
    for way in viewer.ways:
        covered = Q() if way.pupils is None else Q(**{spine("pupil_id__any"): way.pupils})
        allowed |= covered & _contained(spine, way.categories)
    return allowed


def _contained(spine: Spine, categories: Any) -> Q:
    numbers = sorted(categories) if isinstance(categories, frozenset) else categories
    return Q(**{spine("categories__contained_by"): numbers})


def _tied(rows: QuerySet[Any], viewer: Looker, spine: Spine) -> QuerySet[Any]:
    return rows.filter(
        school_id=OuterRef(spine("school_id")), item_id=OuterRef(spine.key), staff_id=viewer.staff_id
    )


@dataclass(frozen=True, slots=True)
class Facts:
    """What the rule asks of one entry, in hand: for saying who can read it, also before it is sent."""

    school_id: UUID
    pupil_id: UUID
    categories: frozenset[int]
    granted: frozenset[UUID] = frozenset()
    """Staff with a live grant."""
    barred: frozenset[UUID] = frozenset()
    """Staff kept from this one entry."""
    shared: frozenset[UUID] = frozenset()
    """Those of the granted with whom it was shared, until a set day."""


class Through(StrEnum):
    """How somebody may read an entry."""

    GROUPS = "groups"
    OPENING = "opening"
    """They opened the child's record for an hour, without a DSL."""
    GRANT = "grant"


@dataclass(frozen=True, slots=True, kw_only=True)
class Steps:
    """Each step of the rule, answered for one person and one entry: why they can, or cannot, read it."""

    in_school: bool
    barred_from_child: bool
    barred_from_entry: bool
    locked_out: bool
    elevated: bool
    granted: bool
    needs_elevation: bool
    """One of its categories is read elevated even by whoever was told."""
    missing: frozenset[int]
    """Categories that none of their groups reads of this child."""
    opened: bool
    categories: frozenset[int]

    @property
    def kept_out(self) -> bool:
        """A step that nothing after it can mend."""
        return not self.in_school or self.barred_from_child or self.barred_from_entry or self.locked_out

    @property
    def through(self) -> Through | None:
        """How they may read it, if they may."""
        if self.kept_out:
            return None
        if self.elevated and self.categories and not self.missing:
            return Through.GROUPS
        if self.elevated and self.categories and self.opened:
            return Through.OPENING
        return Through.GRANT if self.granted and (self.elevated or not self.needs_elevation) else None


def steps_of(viewer: Viewer, facts: Facts) -> Steps:
    """The same rule as `seen_by`, said of one entry in hand, step by step. A test holds the two together."""
    opened = viewer.opened is not None and viewer.opened.pupil_id == facts.pupil_id
    covering = (r.categories for r in viewer.reaches if r.scope != OPENING and r.covers(facts.pupil_id))
    return Steps(
        in_school=viewer.school_id == facts.school_id,
        barred_from_child=facts.pupil_id in viewer.barred,
        barred_from_entry=viewer.staff_id in facts.barred,
        locked_out=facts.pupil_id in viewer.locked_out,
        elevated=viewer.elevated,
        granted=viewer.staff_id in facts.granted,
        needs_elevation=bool(facts.categories & ELEVATED_ONLY),
        missing=facts.categories.difference(*covering),
        opened=opened,
        categories=facts.categories,
    )


def readable_through(viewer: Viewer, facts: Facts) -> Through | None:
    """How this person may read the entry in hand, if they may."""
    return steps_of(viewer, facts).through
