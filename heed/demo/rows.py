"""Rows of many entries, gathered and then put into the database in a few statements."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

from heed.alerts.kinds import Mail, State, Why
from heed.alerts.models import Alert
from heed.audit.actions import marked
from heed.audit.kinds import Event, Kind
from heed.audit.models import Detail, Mark
from heed.incidents.models import Action, FollowUp, Incident, Step
from heed.records.actions import READABLE_AFTER_READING
from heed.records.models import Grant, Item
from heed.who.viewer import Viewer

AT_ONCE = 2000


@dataclass(slots=True)
class Rows:
    """What the product's actions would have written; each method says which of them it stands for."""

    items: list[Item] = field(default_factory=list)
    incidents: list[Incident] = field(default_factory=list)
    actions: list[Action] = field(default_factory=list)
    follow_ups: list[FollowUp] = field(default_factory=list)
    steps: list[Step] = field(default_factory=list)
    alerts: dict[tuple[UUID, UUID], Alert] = field(default_factory=dict)
    grants: dict[tuple[UUID, UUID, str], Grant] = field(default_factory=dict)
    marks: list[Mark] = field(default_factory=list)
    details: list[Detail] = field(default_factory=list)

    def note(self, by: Viewer, event: Event, about: Kind, about_id: UUID, **detail: Any) -> None:
        """`audit.actions.record`."""
        mark, beside = marked(by, event, about, about_id, **detail)
        self.marks.append(mark)
        if beside:
            self.details.append(beside)

    def grant(self, by: Viewer, item_id: UUID, staff_ids: Iterable[UUID], *, why: str) -> None:
        """`records.actions.grant`."""
        to = tuple(staff_ids)
        for staff_id in to:
            before = self.grants.get((item_id, staff_id, why))
            if before is None:
                self.grants[item_id, staff_id, why] = Grant(
                    school_id=by.school_id, item_id=item_id, staff_id=staff_id, why=why, since=by.at
                )
            else:
                before.ends_at = None
        self.note(by, Event.SHARED, Kind.ENTRY, item_id, to=to, because=why)

    def tell(self, by: Viewer, item_id: UUID, told: dict[UUID, Why]) -> None:
        """`alerts.actions.tell`, but no mail leaves."""
        again = {staff_id: told[staff_id] for staff_id in sorted(told) if (item_id, staff_id) in self.alerts}
        for staff_id, why in told.items():
            alert = self.alerts.setdefault(
                (item_id, staff_id), Alert(school_id=by.school_id, item_id=item_id, staff_id=staff_id)
            )
            alert.why, alert.made_at, alert.state, alert.read_at = why, by.at, State.WAITING, None
            alert.mail, alert.mail_tries = Mail.NOT_NEEDED, 0
        self.grant(by, item_id, told, why="alerted")
        new = {str(staff_id): why for staff_id, why in told.items() if staff_id not in again}
        if new or not again:
            self.note(by, Event.ALERTED, Kind.ENTRY, item_id, told=new)
        if again:
            told_again = {str(staff_id): why for staff_id, why in again.items()}
            self.note(by, Event.ALERTED_AGAIN, Kind.ENTRY, item_id, told=told_again)

    def read(self, viewer: Viewer, item_id: UUID, entry_id: UUID | None = None) -> None:
        """`alerts.actions.mark_as_read` of the alert to an entry, or to an action on one."""
        assert viewer.staff_id is not None, "only staff read"
        alert = self.alerts[item_id, viewer.staff_id]
        assert alert.state == State.WAITING, "read once"
        alert.state, alert.read_at = State.READ, viewer.at
        until = viewer.at + READABLE_AFTER_READING
        for one in filter(None, (item_id, entry_id)):
            grant = self.grants.get((one, viewer.staff_id, "alerted"))
            if grant and grant.ends_at is None:
                grant.ends_at = until
            self.note(viewer, Event.SHARE_ENDED, Kind.ENTRY, one, ends_at=until)
        self.note(viewer, Event.READ_ALERT, Kind.ENTRY, item_id)

    def holds_grant(self, viewer: Viewer, item_id: UUID) -> bool:
        """Whether this person could read it by a grant at that moment."""
        if viewer.staff_id is None:
            return False
        held = (self.grants.get((item_id, viewer.staff_id, why)) for why in ("alerted", "written"))
        return any(one is not None and (one.ends_at is None or one.ends_at > viewer.at) for one in held)

    def put(self) -> None:
        """Into the database, what others point at first."""
        Item.objects.bulk_create(self.items, AT_ONCE)
        Incident.objects.bulk_create(self.incidents, AT_ONCE)
        Action.objects.bulk_create(self.actions, AT_ONCE)
        FollowUp.objects.bulk_create(self.follow_ups, AT_ONCE)
        Step.objects.bulk_create(self.steps, AT_ONCE)
        Alert.objects.bulk_create(self.alerts.values(), AT_ONCE)
        Grant.objects.bulk_create(self.grants.values(), AT_ONCE)
        Mark.objects.bulk_create(self.marks, AT_ONCE)
        Detail.objects.bulk_create(self.details, AT_ONCE)
