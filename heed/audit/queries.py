"""What was noted at the door about one account."""

from datetime import datetime
from uuid import UUID

from heed.audit.models import DoorMark

MOST = 200


def door_marks_of(user_id: UUID, *, since: datetime) -> tuple[DoorMark, ...]:
    """What was tried with this account since a moment, newest first."""
    return tuple(DoorMark.objects.filter(user_id=user_id, at__gt=since).order_by("-at")[:MOST])
