"""Who looked at whom in a month, counted by the database from the marks.

Looks at children whom the reader of the page may not open are not counted: the marks themselves stay.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Count, Exists, F, Max, OuterRef, Q, Subquery

from heed.access.kinds import OF_FAMILY
from heed.access.models import Bar, Holding
from heed.audit.kinds import Event
from heed.audit.models import Mark
from heed.guarding.rules.looks import Look, Month, gathered
from heed.incidents.models import FollowUp
from heed.pupils.models import OneToOne, Pupil, Teaching
from heed.pupils.queries import Child, child_of
from heed.records.models import Grant, Item
from heed.who.viewer import Viewer

LOOKS = (Event.LOOKED_AT_ENTRY, Event.LOOKED_AT_CHILD)
COUNTED = {
    Event.SEARCHED_WORDS: "searches",
    Event.LOOKED_FOR_CHILD: "names",
    Event.NAMED_CHILD: "names",
    Event.REFUSED: "refusals",
    Event.BROKE_GLASS: "openings",
}


@dataclass(frozen=True, slots=True)
class Span:
    """From a moment until just before another."""

    since: datetime
    until: datetime


def months_of_looks(viewer: Viewer, span: Span) -> tuple[Month, ...]:
    """What everybody did in this time, as far as this person may know of the children."""
    counted = _looks(viewer, span)
    groups: dict[UUID, set[str]] = {}
    for staff_id, group in Holding.objects.filter(school_id=viewer.school_id).values_list(
        "staff_id", "group"
    ):
        groups.setdefault(staff_id, set()).add(group)
    linked, family = _links(viewer, counted), _families(viewer)
    looks = (
        Look(
            staff_id=staff_id,
            pupil_id=pupil_id,
            entries=one["entries"],
            pages=one["pages"],
            last_at=one["last_at"],
            linked=(staff_id, pupil_id) in linked,
            family_of=tuple(name for who, name in family.get(pupil_id, ()) if who != staff_id),
        )
        for (staff_id, pupil_id), one in counted.items()
    )
    frozen = {staff_id: frozenset(some) for staff_id, some in groups.items()}
    return gathered(looks, _counts(viewer, span), frozen)


def names_of_children(viewer: Viewer, pupil_ids: set[UUID]) -> dict[UUID, Child]:
    """Those of these children whose page this person may open."""
    rows = Pupil.objects.open_to(viewer).filter(pk__in=pupil_ids).select_related("school_class")
    return {row.pk: child_of(row) for row in rows}


def first_look(viewer: Viewer) -> datetime | None:
    """When the first mark of the school was made: before that there is nothing to see."""
    rows = Mark.objects.filter(school_id=viewer.school_id).order_by("at")
    found: datetime | None = rows.values_list("at", flat=True).first()
    return found


def _marks(viewer: Viewer, span: Span) -> Any:
    return Mark.objects.filter(
        school_id=viewer.school_id, at__gte=span.since, at__lt=span.until, staff_id__isnull=False
    )


def _looks(viewer: Viewer, span: Span) -> dict[tuple[UUID, UUID], dict[str, Any]]:
    """Numbers for each person and child: of entries looked at, and of openings of the child's page."""
    found: dict[tuple[UUID, UUID], dict[str, Any]] = {}
    of_entry = _visible_items(viewer).values("pupil_id")[:1]
    marks = _marks(viewer, span)
    entries = marks.filter(event=Event.LOOKED_AT_ENTRY).annotate(pupil=Subquery(of_entry))
    pages = (
        marks.filter(event=Event.LOOKED_AT_CHILD).filter(_visible_child(viewer)).annotate(pupil=F("about_id"))
    )
    for name, rows in (("entries", entries), ("pages", pages)):
        counted = rows.filter(pupil__isnull=False).values("staff_id", "pupil")
        for row in counted.annotate(count=Count("id"), last=Max("at")).order_by():
            one = found.setdefault(
                (row["staff_id"], row["pupil"]), {"entries": 0, "pages": 0, "last_at": row["last"]}
            )
            one[name], one["last_at"] = row["count"], max(one["last_at"], row["last"])
    return found


def _counts(viewer: Viewer, span: Span) -> dict[UUID, dict[str, int]]:
    """Searches, look-ups of names, refusals and openings of each person."""
    visible = Q(about_id__isnull=True) | Q(Exists(_visible_items(viewer))) | _visible_child(viewer)
    rows = _marks(viewer, span).filter(event__in=list(COUNTED)).filter(~Q(event=Event.REFUSED) | visible)
    rows = rows.filter(~Q(event=Event.BROKE_GLASS) | _visible_child(viewer))
    found: dict[UUID, dict[str, int]] = {}
    for staff_id, event, count in (
        rows.values("staff_id", "event")
        .annotate(count=Count("id"))
        .order_by()
        .values_list("staff_id", "event", "count")
    ):
        one = found.setdefault(staff_id, {})
        one[COUNTED[Event(event)]] = one.get(COUNTED[Event(event)], 0) + count
    return found


def _visible_items(viewer: Viewer) -> Any:
    rows = Item.objects.seen_by(viewer)
    return rows.filter(school_id=OuterRef("school_id"), pk=OuterRef("about_id"))


def _visible_child(viewer: Viewer) -> Q:
    rows = Pupil.objects.open_to(viewer)
    return Q(Exists(rows.filter(school_id=OuterRef("school_id"), pk=OuterRef("about_id"))))


def _links(viewer: Viewer, looked: Any) -> frozenset[tuple[UUID, UUID]]:
    """Which of these people have something to do with which child, now or ever."""
    people, pupils = {staff for staff, _ in looked}, {pupil for _, pupil in looked}
    if not looked:
        return frozenset()
    about = {"item__pupil_id__in": pupils}
    told = Grant.objects.seen_by(viewer).filter(staff_id__in=people, **about)
    wrote = Item.objects.seen_by(viewer).filter(signature__staff_id__in=people, pupil_id__in=pupils)
    owned = FollowUp.objects.seen_by(viewer).filter(owner_id__in=people, **about)
    one_to_one = OneToOne.objects.to_build_viewers().filter(staff_id__in=people, pupil_id__in=pupils)
    return frozenset(
        {
            *told.values_list("staff_id", "item__pupil_id").distinct(),
            *wrote.values_list("signature__staff_id", "pupil_id").distinct(),
            *owned.values_list("owner_id", "item__pupil_id").distinct(),
            *one_to_one.values_list("staff_id", "pupil_id"),
            *_taught(viewer, people, pupils),
        }
    )


def _taught(viewer: Viewer, people: set[UUID], pupils: set[UUID]) -> set[tuple[UUID, UUID]]:
    class_of = dict(Pupil.objects.open_to(viewer).filter(pk__in=pupils).values_list("id", "school_class_id"))
    has: dict[UUID, list[UUID]] = {}
    for staff_id, klass in Teaching.objects.filter(staff_id__in=people).values_list(
        "staff_id", "school_class_id"
    ):
        has.setdefault(klass, []).append(staff_id)
    return {(staff_id, pupil) for pupil, klass in class_of.items() for staff_id in has.get(klass, ())}


def _families(viewer: Viewer) -> dict[UUID, list[tuple[UUID, str]]]:
    """Children with family on the staff: who."""
    rows = Bar.objects.about_open(viewer).filter(ended_at=None, why__in=[*OF_FAMILY])
    found: dict[UUID, list[tuple[UUID, str]]] = {}
    for pupil_id, staff_id, name in rows.values_list("pupil_id", "staff_id", "staff__name"):
        found.setdefault(pupil_id, []).append((staff_id, name))
    return found
