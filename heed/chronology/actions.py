"""Looking a child up, and opening a child's page. Both leave a mark."""

from typing import Any
from uuid import UUID

from django.db import transaction

from heed.audit.actions import record
from heed.audit.kinds import Event, Kind
from heed.chronology.queries import Asked
from heed.pupils.queries import Child, child_open, open_children_called
from heed.who.viewer import Viewer


@transaction.atomic
def look_up(viewer: Viewer, asked: str) -> tuple[Child, ...]:
    """Children whose page this person may open, by name."""
    found = open_children_called(viewer, asked)
    if asked:
        shown = [child.id for child in found]
        record(viewer, Event.LOOKED_FOR_CHILD, Kind.SEARCH, asked=asked, shown=shown)
    return found


@transaction.atomic
def open_child(viewer: Viewer, pupil_id: UUID, asked: Asked) -> Child:
    """The child whose page is opened.

    Raises:
        NotSeen: when this person may not open it.
    """
    child = child_open(viewer, pupil_id)
    detail: dict[str, Any] = (
        {"words": asked.words, "category": asked.category, "since": asked.since} if asked.anything else {}
    )
    record(viewer, Event.LOOKED_AT_CHILD, Kind.CHILD, pupil_id, **detail)
    return child
