"""Asking why somebody can or cannot see something, what somebody sees, and who looked. Each leaves a mark."""

from datetime import date
from uuid import UUID

from django.db import transaction

from heed.audit.actions import record
from heed.audit.kinds import Event, Kind
from heed.guarding.queries import looks, sees
from heed.guarding.queries.looks import Span
from heed.guarding.rules.asking import why_not_explain, why_not_preview
from heed.guarding.rules.bars import why_not_guard
from heed.guarding.rules.looks import Month
from heed.incidents.queries import Entry, entry
from heed.lib.outcomes import refuse
from heed.pupils.queries import Child, child_open
from heed.staff.queries import Colleague
from heed.who.viewer import Viewer


@transaction.atomic
def open_guarding(viewer: Viewer, pupil_id: UUID) -> Child:
    """Who can see a child's record, who is kept out, and why. The look is noted.

    Raises:
        NotSeen: when this person may not open the child's page.
    """
    refuse(why_not_guard(viewer))
    found = child_open(viewer, pupil_id)
    record(viewer, Event.LOOKED_AT_GUARDING, Kind.CHILD, pupil_id)
    return found


@transaction.atomic
def ask_about_entry(viewer: Viewer, staff_id: UUID, number: int) -> tuple[Colleague, Entry]:
    """A colleague and an entry this person may read, to be told why the one can or cannot read the other.

    Raises:
        NotSeen: when there is no such entry that they may read.
    """
    refuse(why_not_preview(viewer))
    person = sees.colleague(viewer, staff_id)
    found = entry(viewer, sees.entry_by_number(viewer, number))
    record(viewer, Event.EXPLAINED, Kind.ENTRY, found.id, staff_id=staff_id)
    return person, found


@transaction.atomic
def ask_about_child(viewer: Viewer, staff_id: UUID, pupil_id: UUID) -> tuple[Colleague, Child]:
    """The same for a child's page.

    Raises:
        NotSeen: when this person may not open it.
    """
    refuse(why_not_preview(viewer))
    person = sees.colleague(viewer, staff_id)
    found = child_open(viewer, pupil_id)
    record(viewer, Event.EXPLAINED, Kind.CHILD, pupil_id, staff_id=staff_id)
    return person, found


@transaction.atomic
def ask_about_person(viewer: Viewer, staff_id: UUID) -> Colleague:
    """A colleague, to be told what their groups read. Names no child and no entry."""
    refuse(why_not_explain(viewer))
    person = sees.colleague(viewer, staff_id)
    record(viewer, Event.EXPLAINED, Kind.STAFF, staff_id)
    return person


@transaction.atomic
def look_as(viewer: Viewer, staff_id: UUID) -> tuple[Colleague, sees.Preview | None]:
    """What a colleague could read, of what this person may read. What was shown is noted as their look."""
    refuse(why_not_preview(viewer))
    found = sees.colleague(viewer, staff_id)
    person = sees.as_they_are(viewer, staff_id, elevated=True)
    plain = sees.as_they_are(viewer, staff_id, elevated=False)
    shown = sees.preview(viewer, person, plain) if person and plain else None
    record(
        viewer, Event.LOOKED_AS, Kind.STAFF, staff_id, shown=[one.id for one in shown.rows] if shown else []
    )
    return found, shown


@transaction.atomic
def look_at_looks(viewer: Viewer, span: Span, *, month: date, of: UUID | None = None) -> tuple[Month, ...]:
    """Who looked at whom in a month. That this was looked at is noted as well."""
    found = looks.months_of_looks(viewer, span)
    record(viewer, Event.LOOKED_AT_LOOKS, Kind.STAFF, of, why=f"{month:%Y-%m}")
    return found
