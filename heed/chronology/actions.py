"""Looking a child up, and opening a child's page. Both leave a mark."""

from uuid import UUID

from django.db import transaction

from heed.audit.actions import record
from heed.audit.kinds import Event, Kind
from heed.chronology.queries import Asked, Stretch, stretch
from heed.chronology.rules import why_not_look_up
from heed.lib.outcomes import refuse
from heed.pupils.queries import Child, child_open, open_children_called
from heed.who.viewer import Viewer


@transaction.atomic
def look_up(viewer: Viewer, asked: str) -> tuple[Child, ...]:
    """Children whose page this person may open, by name."""
    refuse(why_not_look_up(viewer))
    found = open_children_called(viewer, asked)
    if asked:
        shown = [child.id for child in found]
        record(viewer, Event.LOOKED_FOR_CHILD, Kind.SEARCH, asked=asked, shown=shown)
    return found


@transaction.atomic
def open_child(
    viewer: Viewer, pupil_id: UUID, asked: Asked, *, before: UUID | None = None
) -> tuple[Child, Stretch]:
    """A child's page: the child, and a stretch of the chronology. Which entries were shown is noted.

    Raises:
        NotSeen: when this person may not open it.
    """
    child = child_open(viewer, pupil_id)
    found = stretch(viewer, pupil_id, asked, before=before)
    record(
        viewer,
        Event.LOOKED_AT_CHILD,
        Kind.CHILD,
        pupil_id,
        words=asked.words,
        category=asked.category,
        since=asked.since,
        shown=[one.id for one in found.rows],
    )
    return child, found
