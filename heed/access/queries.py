"""Makes the Viewer: everything the rules ask about a person, in one query."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, F, OuterRef, QuerySet

from heed.access.matrix import Row, Scope
from heed.access.models import Bar, Holding, Lock, Named, Opening
from heed.access.ruled import covers_years, row_of, rows_of, rules_of_person
from heed.lib.clock import london
from heed.pupils.models import OneToOne, Pupil, Teaching
from heed.staff.models import Signature, Staff
from heed.staff.queries import works_on
from heed.tenancy.prepared import ask
from heed.who.categories import EVERY
from heed.who.groups import Group
from heed.who.viewer import OPENING, Opened, Reach, Viewer

_AS_IT_IS: Mapping[Group, Row] = {}


def viewer_for(user_id: UUID, school_id: UUID, *, elevated: bool, at: datetime, origin: str) -> Viewer | None:
    """The person behind this user in this school, or None when they do not work here (any more)."""
    values = {"school_id": school_id, "user_id": user_id, "day": london(at).date(), "at": at}
    found = ask(_behind, None, values)
    return _viewer(found[0], elevated=elevated, at=at, origin=origin) if found else None


def everybody(school_id: UUID, pupil_id: UUID, *, at: datetime) -> tuple[Viewer, ...]:
    """Everybody with an account, elevated, with their ties to this one child only: for "who can read this"."""
    values = {"school_id": school_id, "pupil_id": pupil_id, "day": london(at).date(), "at": at}
    people = ask(_everybody, None, values)
    return tuple(_viewer(person, elevated=True, at=at, origin="") for person in people)


def under(school_id: UUID, group: Group, row: Row, *, at: datetime) -> tuple[tuple[Viewer, Viewer], ...]:
    """Everybody in a group who can sign in, elevated: as they are now, and as they would be if it could do this.

    For saying what a change opens and closes before it is made.
    """
    held = Holding.objects.filter(school_id=OuterRef("school_id"), staff_id=OuterRef("pk"), group=group)
    rows = Staff.objects.filter(
        works_on(london(at).date()), school_id=school_id, user__is_active=True
    ).filter(Exists(held))
    return tuple(
        (
            _viewer(person, elevated=True, at=at, origin=""),
            _viewer(person, elevated=True, at=at, origin="", instead={group: row}),
        )
        for person in _with_ties(rows, at, all_years=True).order_by("sort_key", "id")
    )


def _behind(school_id: Any, user_id: Any, day: Any, at: Any) -> QuerySet[Any]:
    rows = Staff.objects.filter(works_on(day), school_id=school_id, user_id=user_id)
    return _with_ties(rows, at).order_by("id")


def _everybody(school_id: Any, pupil_id: Any, day: Any, at: Any) -> QuerySet[Any]:
    rows = Staff.objects.filter(works_on(day), school_id=school_id, user__isnull=False, user__is_active=True)
    return _with_ties(rows, at, pupil_id).order_by("sort_key", "id")


def _with_ties(
    rows: QuerySet[Staff], at: Any, pupil_id: Any = None, *, all_years: bool = False
) -> QuerySet[Any]:
    """Plain values, no models: everybody's ties are asked for on each entry page."""
    opened = _only(_openings(at), pupil_id)
    tied = rows.annotate(
        opened=ArraySubquery(opened.values("pupil_id")),
        opened_until=ArraySubquery(opened.values("ends_at")),
        groups=ArraySubquery(_of_person(Holding.objects.all()).values("group")),
        ruled=rules_of_person(),
        signatures=ArraySubquery(
            _of_person(Signature.objects.all()).order_by("-since", "-id").values("id")[:1]
        ),
        barred=ArraySubquery(_only(_bars(), pupil_id).values("pupil_id")),
        locked_out=ArraySubquery(_only(_locks_without(), pupil_id).values("pupil_id")),
        in_own_classes=ArraySubquery(_only(_own_classes(), pupil_id, "id").values("id")),
        in_own_years=ArraySubquery(_only(_own_years(all_years), pupil_id, "id").values("id")),
        one_to_one=ArraySubquery(
            _only(_of_person(OneToOne.objects.to_build_viewers()), pupil_id).values("pupil_id")
        ),
    )
    return tied.values_list("pk", "school_id", "user_id", "name", "role", *_TIES, named=True)


_TIES = (
    "opened",
    "opened_until",
    "groups",
    "ruled",
    "signatures",
    "barred",
    "locked_out",
    "in_own_classes",
    "in_own_years",
    "one_to_one",
)


def _of_person(rows: QuerySet[Any]) -> QuerySet[Any]:
    return rows.filter(school_id=OuterRef("school_id"), staff_id=OuterRef("pk"))


def _only(rows: QuerySet[Any], pupil_id: Any, column: str = "pupil_id") -> QuerySet[Any]:
    return rows.filter(**{column: pupil_id}) if pupil_id else rows


def _bars() -> QuerySet[Any]:
    return _of_person(Bar.objects.to_build_viewers().filter(ended_at=None))


def _openings(at: Any) -> QuerySet[Any]:
    """The record this person has opened for an hour that is not over yet: one at most."""
    return _of_person(Opening.objects.to_build_viewers().filter(ended_at=None, ends_at__gt=at))


def _locks_without() -> QuerySet[Any]:
    """Locks that stand and do not name this person."""
    named = Named.objects.to_build_viewers().filter(
        school_id=OuterRef("school_id"), lock_id=OuterRef("pk"), staff_id=OuterRef(OuterRef("pk"))
    )
    locks = Lock.objects.to_build_viewers().filter(school_id=OuterRef("school_id"), ended_at=None)
    return locks.filter(~Exists(named))


def _own_classes() -> QuerySet[Any]:
    return _on_the_roll().filter(Exists(_taught_by(OuterRef(OuterRef("pk")))))


def _own_years(all_years: bool = False) -> QuerySet[Any]:  # noqa: FBT001, FBT002 - said by name above
    """Children in the years of one's own classes. Nothing is looked up for people whose groups never had that scope."""
    # The school of the person, not of each child, and an array: so that the years are found once.
    taught = _on_the_roll(OuterRef(OuterRef("school_id"))).filter(
        Exists(_taught_by(OuterRef(OuterRef(OuterRef("pk")))))
    )
    here = _on_the_roll() if all_years else _on_the_roll().filter(covers_years())
    years = ArraySubquery(taught.values("year").distinct())
    children: QuerySet[Any] = here.alias(years=years).filter(years__contains=[F("year")])
    return children


def _on_the_roll(school_id: Any = OuterRef("school_id")) -> QuerySet[Any]:  # noqa: B008 - never changed
    pupils = Pupil.objects.get_queryset().opened("to build viewers")
    return pupils.filter(school_id=school_id, left_on=None)


def _taught_by(staff_id: Any) -> QuerySet[Any]:
    return Teaching.objects.filter(
        school_id=OuterRef("school_id"), staff_id=staff_id, school_class_id=OuterRef("school_class_id")
    )


def _viewer(
    person: Any, *, elevated: bool, at: datetime, origin: str, instead: Mapping[Group, Row] = _AS_IT_IS
) -> Viewer:
    groups = frozenset(Group(group) for group in person.groups)
    ruled = {Group(one["group"]): one for one in person.ruled}
    rows = {group: instead.get(group) or row_of(group, ruled.get(group)) for group in sorted(groups)}
    return Viewer(
        school_id=person.school_id,
        staff_id=person.pk,
        user_id=person.user_id,
        signature_id=person.signatures[0] if person.signatures else None,
        name=person.name,
        role=person.role,
        at=at,
        origin=origin,
        elevated=elevated,
        groups=groups,
        powers=frozenset().union(*(row.powers for row in rows.values())),
        may_use=frozenset().union(*(row.uses for row in rows.values())),
        reaches=(
            *_reaches(person, rows.values()),
            *(Reach(EVERY, frozenset({one}), OPENING) for one in person.opened),
        ),
        says=_says(rows),
        barred=frozenset(person.barred),
        locked_out=frozenset(person.locked_out),
        opened=Opened(person.opened[0], person.opened_until[0]) if person.opened else None,
    )


def _reaches(person: Any, rows: Iterable[Row]) -> tuple[Reach, ...]:
    """One reach for each scope the person has, its categories joined over the groups that share it."""
    pupils: dict[Scope, frozenset[UUID] | None] = {
        Scope.WHOLE_SCHOOL: None,
        Scope.OWN_YEAR: frozenset(person.in_own_years),
        Scope.OWN_CLASSES: frozenset(person.in_own_classes),
        Scope.ONE_TO_ONE: frozenset(person.one_to_one),
    }
    reads: dict[Scope, frozenset[int]] = {}
    for row in rows:
        reads[row.scope] = reads.get(row.scope, frozenset()) | row.reads
    return tuple(Reach(reads[scope], pupils[scope], scope) for scope in pupils if scope in reads)


def _says(rows: dict[Group, Row]) -> str:
    """The widest of somebody's groups, in words."""
    if not rows:
        return ""
    widest = max(rows, key=lambda group: len(rows[group].reads))
    return f"{widest.words[:1].upper()}{widest.words[1:]}: {rows[widest].says}"


def groups_reading(viewer: Viewer, pupil_id: UUID, category: int) -> tuple[Group, ...]:
    """Which of this person's groups read this category of this child, once they are elevated."""
    matrix = rows_of(viewer.school_id)
    covering = {reach.scope for reach in viewer.reaches if reach.covers(pupil_id)}
    found = (group for group in sorted(viewer.groups) if matrix[group].scope in covering)
    return tuple(group for group in found if category in matrix[group].reads)


def reads_by_group(viewer: Viewer) -> tuple[tuple[Group, frozenset[int], Scope, str], ...]:
    """What each of this person's groups reads, of whom, and in words."""
    matrix = rows_of(viewer.school_id)
    return tuple(
        (group, matrix[group].reads, matrix[group].scope, matrix[group].says)
        for group in sorted(viewer.groups)
    )


def leads_of(school_id: UUID, *, on: date) -> tuple[tuple[str, str], ...]:
    """Name and role of each designated safeguarding lead, the lead before the deputies."""
    rows = ask(_leads, None, {"school_id": school_id, "day": on})
    ranked = sorted(rows, key=lambda row: row.group != Group.DSL)
    return tuple(dict.fromkeys((row.staff.name, row.staff.role) for row in ranked))


def _leads(school_id: Any, day: Any) -> QuerySet[Any]:
    held = Holding.objects.filter(
        works_on(day, "staff__"), school_id=school_id, group__in=[Group.DSL, Group.DEPUTY]
    )
    return held.select_related("staff").order_by("staff__sort_key")


@dataclass(frozen=True, slots=True)
class Successor:
    """Somebody who can take over from a colleague, as they are once signed in with a second step."""

    staff_id: UUID
    viewer: Viewer


def successor(school_id: UUID, staff_id: UUID, *, at: datetime) -> Successor | None:
    """This member of staff, if they work here and can sign in."""
    rows = Staff.objects.filter(works_on(london(at).date()), school_id=school_id, pk=staff_id)
    user_id = rows.filter(user__is_active=True).values_list("user_id", flat=True).first()
    viewer = viewer_for(user_id, school_id, elevated=True, at=at, origin="") if user_id else None
    return Successor(staff_id, viewer) if viewer else None


def leads_and_heads(school_id: UUID, *, at: datetime) -> tuple[Successor, ...]:
    """Who takes over when nobody named can: the leads, then their deputies, then the heads."""
    order = {Group.DSL: 0, Group.DEPUTY: 1, Group.HEAD: 2}
    held = Holding.objects.filter(school_id=school_id, group__in=list(order)).order_by("staff_id")
    first: dict[UUID, int] = {}
    for staff_id, group in held.values_list("staff_id", "group"):
        first[staff_id] = min(order[Group(group)], first.get(staff_id, 9))
    found = (successor(school_id, staff_id, at=at) for staff_id in sorted(first, key=lambda one: first[one]))
    return tuple(one for one in found if one)
