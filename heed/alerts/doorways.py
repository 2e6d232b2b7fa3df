"""The doorways to alerts, apart from those of the spine: to tell somebody again, and to mail."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from heed.alerts.kinds import State
from heed.jobs.letters import UNDER_WAY
from heed.records.doorways import SpineManager
from heed.tenancy.shut import ShutQuerySet


class AlertManager(SpineManager):
    """Rows of alerts by themselves: which person, which item, and where their mail stands. Nothing of a child."""

    def __init__(self) -> None:
        super().__init__("item__")

    def to_tell_again(self, item_id: UUID, staff_ids: Iterable[UUID]) -> ShutQuerySet:
        """Alerts that these people have to one thing already."""
        rows = self.get_queryset().filter(item_id=item_id, staff_id__in=list(staff_ids))
        return rows.opened("tell again")

    def to_hand_on(self, item_ids: Iterable[UUID]) -> ShutQuerySet:
        """Alerts to these things, for telling somebody else instead. What becomes of each leaves a mark."""
        return self.get_queryset().filter(item_id__in=list(item_ids)).opened("hand on")

    def waiting_of(self, staff_id: UUID) -> ShutQuerySet:
        """What waits for somebody who leaves: which things, and nothing of them."""
        rows = self.get_queryset().filter(staff_id=staff_id, state=State.WAITING)
        return rows.opened("hand on").values_list("item_id", flat=True)  # type: ignore[return-value]

    def to_mail(self) -> ShutQuerySet:
        """Alerts whose mail is due or leaving. What becomes of it leaves a mark each."""
        return self.get_queryset().filter(mail__in=UNDER_WAY).opened("mail")

    def left_behind(self, *, before: datetime) -> ShutQuerySet:
        """Alerts whose mail has been under way since before a moment."""
        return self.to_mail().filter(made_at__lt=before).exclude(mail_at__gte=before)

    def for_figures(self) -> ShutQuerySet:
        """Alerts that wait, to be counted. Numbers over the whole service leave through here, and nothing else."""
        return self.get_queryset().filter(state=State.WAITING).opened("figures")
