"""What can be asked of marks without looking at a child."""

from datetime import datetime
from uuid import UUID

from heed.audit.kinds import ServiceEvent
from heed.audit.models import DoorMark

MOST = 200


def when_last(event: ServiceEvent, *, since: datetime) -> datetime | None:
    """When this was last done to the service, if since that moment."""
    rows = DoorMark.objects.filter(event=event, at__gte=since).order_by("-at")
    return rows.values_list("at", flat=True).first()


def door_marks_of(user_id: UUID, *, since: datetime) -> tuple[DoorMark, ...]:
    """What was tried with this account since a moment, newest first."""
    return tuple(DoorMark.objects.filter(user_id=user_id, at__gt=since).order_by("-at")[:MOST])
