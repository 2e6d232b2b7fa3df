"""Telling people, and marking as read."""

from collections.abc import Iterable
from uuid import UUID

from django.db import transaction

from heed.alerts import queries, rules
from heed.alerts.kinds import State
from heed.alerts.models import Alert
from heed.alerts.rules import ToTell
from heed.audit.actions import record
from heed.audit.kinds import Event, Kind
from heed.lib.outcomes import refuse
from heed.records.actions import end_own_grant_later, grant
from heed.who.viewer import Viewer


@transaction.atomic
def tell(by: Viewer, item_id: UUID, told: Iterable[ToTell]) -> None:
    """Alert these people to an entry and let them read it, at once."""
    people = tuple(told)
    Alert.objects.bulk_create(
        Alert(
            school_id=by.school_id,
            item_id=item_id,
            staff_id=one.staff_id,
            why=one.why,
            made_at=by.at,
            state=State.WAITING,
        )
        for one in people
    )
    grant(by, item_id, (one.staff_id for one in people), why="alerted")
    record(by, Event.ALERTED, Kind.ENTRY, item_id, told={str(one.staff_id): one.why for one in people})


@transaction.atomic
def mark_as_read(viewer: Viewer, alert_id: UUID) -> None:
    """Clear an alert from one's list; the entry stays readable for thirty days. Pressed twice, it is cleared once.

    Raises:
        NotSeen: when the alert is not theirs to see.
    """
    alert = queries.own_alert_to_change(viewer, alert_id)
    if alert.state == State.READ:
        return
    refuse(rules.why_not_mark_as_read(viewer, alert.staff_id, State(alert.state)))
    alert.state, alert.read_at = rules.STATES[State(alert.state)]["mark as read"], viewer.at
    alert.save(update_fields=["state", "read_at"])
    for item_id in filter(None, (alert.item_id, alert.item.entry_id)):
        end_own_grant_later(viewer, item_id)
    record(viewer, Event.READ_ALERT, Kind.ENTRY, alert.item_id)
