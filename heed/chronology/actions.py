"""Looking a child up, opening a child's page, searching words in the school. Each leaves a mark."""

from datetime import datetime
from uuid import UUID

from django.db import transaction

from heed.audit.actions import record
from heed.audit.kinds import Event, Kind
from heed.chronology.queries import Asked, Search, Stretch, search, stretch
from heed.chronology.rules import why_not_look_up, why_not_search
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


@transaction.atomic
def search_words(viewer: Viewer, asked: Asked, *, before: tuple[datetime, UUID] | None = None) -> Search:
    """What in the school holds these words and may be read by this person. What was asked and shown is noted."""
    refuse(why_not_search(viewer))
    found = search(viewer, asked, before=before)
    if found.no_word:
        return found
    record(
        viewer,
        Event.SEARCHED_WORDS,
        Kind.SEARCH,
        words=asked.words,
        category=asked.category,
        since=asked.since,
        before=before[0] if before else None,
        shown=[one.id for one in found.rows],
    )
    return found
