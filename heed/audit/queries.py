"""What can be asked of marks without looking at a child."""

from datetime import datetime

from heed.audit.kinds import ServiceEvent
from heed.audit.models import DoorMark


def when_last(event: ServiceEvent, *, since: datetime) -> datetime | None:
    """When this was last done to the service, if since that moment."""
    rows = DoorMark.objects.filter(event=event, at__gte=since).order_by("-at")
    return rows.values_list("at", flat=True).first()
