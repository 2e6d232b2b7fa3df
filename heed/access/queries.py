"""Makes the Viewer: everything the rules ask about a person, in one query."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import Exists, OuterRef, QuerySet

from heed.access.matrix import MATRIX, Scope
from heed.access.models import Bar, Holding, Lock, Named, Opening
from heed.pupils.models import OneToOne, Pupil, Teaching
from heed.staff.models import Signature, Staff
from heed.tenancy.prepared import ask
from heed.who.categories import EVERY
from heed.who.groups import Group
from heed.who.viewer import OPENING, Opened, Reach, Viewer


def viewer_for(user_id: UUID, school_id: UUID, *, elevated: bool, at: datetime, origin: str) -> Viewer | None:
    """The person behind this user in this school, or None when they do not work here (any more)."""
    found = ask(_behind, None, {"school_id": school_id, "user_id": user_id, "at": at})
    return _viewer(found[0], elevated=elevated, at=at, origin=origin) if found else None


def everybody(school_id: UUID, pupil_id: UUID, *, at: datetime) -> tuple[Viewer, ...]:
    """Everybody with an account, elevated, with their ties to this one child only: for "who can read this"."""
    people = ask(_everybody, None, {"school_id": school_id, "pupil_id": pupil_id, "at": at})
    return tuple(_viewer(person, elevated=True, at=at, origin="") for person in people)


def _behind(school_id: Any, user_id: Any, at: Any) -> QuerySet[Any]:
    rows = Staff.objects.filter(school_id=school_id, user_id=user_id, left_on=None)
    return _with_ties(rows, at).order_by("id")


def _everybody(school_id: Any, pupil_id: Any, at: Any) -> QuerySet[Any]:
    rows = Staff.objects.filter(school_id=school_id, left_on=None, user__isnull=False, user__is_active=True)
    return _with_ties(rows, at, pupil_id).order_by("sort_key", "id")


def _with_ties(rows: QuerySet[Staff], at: Any, pupil_id: Any = None) -> QuerySet[Any]:
    opened = _only(_openings(at), pupil_id)
    return rows.annotate(
        opened=ArraySubquery(opened.values("pupil_id")),
        opened_until=ArraySubquery(opened.values("ends_at")),
        groups=ArraySubquery(_of_person(Holding.objects.all()).values("group")),
        signatures=ArraySubquery(
            _of_person(Signature.objects.all()).order_by("-since", "-id").values("id")[:1]
        ),
        barred=ArraySubquery(_only(_bars(), pupil_id).values("pupil_id")),
        locked_out=ArraySubquery(_only(_locks_without(), pupil_id).values("pupil_id")),
        in_own_classes=ArraySubquery(_only(_own_classes(), pupil_id, "id").values("id")),
        one_to_one=ArraySubquery(
            _only(_of_person(OneToOne.objects.to_build_viewers()), pupil_id).values("pupil_id")
        ),
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
    classes = Teaching.objects.filter(
        school_id=OuterRef("school_id"),
        staff_id=OuterRef(OuterRef("pk")),
        school_class_id=OuterRef("school_class_id"),
    )
    pupils = Pupil.objects.get_queryset().opened("to build viewers")
    return pupils.filter(school_id=OuterRef("school_id"), left_on=None).filter(Exists(classes))


def _viewer(person: Any, *, elevated: bool, at: datetime, origin: str) -> Viewer:
    groups = frozenset(Group(group) for group in person.groups)
    rows = [MATRIX[group] for group in sorted(groups)]
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
        powers=frozenset().union(*(row.powers for row in rows)),
        may_use=frozenset().union(*(row.uses for row in rows)),
        reaches=(
            *_reaches(person, groups),
            *(Reach(EVERY, frozenset({one}), OPENING) for one in person.opened),
        ),
        barred=frozenset(person.barred),
        locked_out=frozenset(person.locked_out),
        opened=Opened(person.opened[0], person.opened_until[0]) if person.opened else None,
    )


def _reaches(person: Any, groups: frozenset[Group]) -> tuple[Reach, ...]:
    """One reach for each scope the person has, its categories joined over the groups that share it."""
    pupils: dict[Scope, frozenset[UUID] | None] = {
        Scope.WHOLE_SCHOOL: None,
        Scope.OWN_CLASSES: frozenset(person.in_own_classes),
        Scope.ONE_TO_ONE: frozenset(person.one_to_one),
    }
    reads: dict[Scope, frozenset[int]] = {}
    for group in sorted(groups):
        row = MATRIX[group]
        reads[row.scope] = reads.get(row.scope, frozenset()) | row.reads
    return tuple(Reach(reads[scope], pupils[scope], scope) for scope in pupils if scope in reads)


def says_of(groups: frozenset[Group]) -> str:
    """Why somebody in these groups may read an entry: the widest of them, in words."""
    widest = max(sorted(groups), key=lambda group: len(MATRIX[group].reads))
    return f"{widest.words[:1].upper()}{widest.words[1:]}: {MATRIX[widest].says}"


def groups_reading(viewer: Viewer, pupil_id: UUID, category: int) -> tuple[Group, ...]:
    """Which of this person's groups read this category of this child, once they are elevated."""
    covering = {reach.scope for reach in viewer.reaches if reach.covers(pupil_id)}
    found = (group for group in sorted(viewer.groups) if MATRIX[group].scope in covering)
    return tuple(group for group in found if category in MATRIX[group].reads)


def reads_by_group(viewer: Viewer) -> tuple[tuple[Group, frozenset[int], Scope, str], ...]:
    """What each of this person's groups reads, of whom, and in words."""
    return tuple(
        (group, MATRIX[group].reads, MATRIX[group].scope, MATRIX[group].says)
        for group in sorted(viewer.groups)
    )


def leads_of(school_id: UUID) -> tuple[tuple[str, str], ...]:
    """Name and role of each designated safeguarding lead, the lead before the deputies."""
    rows = ask(_leads, None, {"school_id": school_id})
    ranked = sorted(rows, key=lambda row: row.group != Group.DSL)
    return tuple(dict.fromkeys((row.staff.name, row.staff.role) for row in ranked))


def _leads(school_id: Any) -> QuerySet[Any]:
    held = Holding.objects.filter(
        school_id=school_id, group__in=[Group.DSL, Group.DEPUTY], staff__left_on=None
    )
    return held.select_related("staff").order_by("staff__sort_key")
