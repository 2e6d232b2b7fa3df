"""The tables of access."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q

from heed.audit.actions import record
from heed.audit.kinds import Event, Kind
from heed.lib.holds import PERSONAL, PLAIN
from heed.pupils.models import ChildTieManager, Pupil
from heed.staff.models import Staff
from heed.tenancy.models import ShutModel, TenantForeignKey, TenantModel
from heed.tenancy.shut import ShutQuerySet
from heed.who.viewer import Viewer


class Holding(TenantModel):
    """One row says that a member of staff is in a group."""

    staff = TenantForeignKey(Staff)
    group = models.CharField(max_length=30)

    holds = {"staff": PLAIN, "group": PLAIN}

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(fields=["school", "staff", "group"], name="holding_once_in_each_group")
        ]


class TieManager(ChildTieManager):
    """Bars and locks: whoever has them is never shown them."""

    def to_change(self, by: Viewer, *, why: str) -> ShutQuerySet:
        """Rows for an action that ends one. Leaves a mark."""
        record(by, Event.READ_BY_JOB, Kind.CHILD, why=why)
        return self.get_queryset().opened("to_change")


class Bar(ShutModel):
    """One row keeps one member of staff from everything about one child, until it is ended."""

    staff = TenantForeignKey(Staff)
    pupil = TenantForeignKey(Pupil)
    why = models.CharField(max_length=30)
    since = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    objects: ClassVar[TieManager] = TieManager()

    holds: ClassVar[dict[str, Any]] = {
        "staff": PLAIN,
        "pupil": PLAIN,
        "why": PERSONAL,
        "since": PLAIN,
        "ended_at": PLAIN,
    }

    class Meta(ShutModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["school", "staff", "pupil"],
                condition=Q(ended_at__isnull=True),
                name="bar_once_while_it_stands",
            )
        ]


class Lock(ShutModel):
    """One row locks one child's record to the people named for it, until it is ended."""

    pupil = TenantForeignKey(Pupil)
    since = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    objects: ClassVar[TieManager] = TieManager()

    holds = {"pupil": PLAIN, "since": PLAIN, "ended_at": PLAIN}

    class Meta(ShutModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["school", "pupil"],
                condition=Q(ended_at__isnull=True),
                name="lock_once_while_it_stands",
            )
        ]


class Named(ShutModel):
    """One row names one member of staff for a locked record."""

    lock = TenantForeignKey(Lock)
    staff = TenantForeignKey(Staff)

    objects: ClassVar[TieManager] = TieManager()

    holds = {"lock": PLAIN, "staff": PLAIN}

    class Meta(ShutModel.Meta):
        constraints = [
            models.UniqueConstraint(fields=["school", "lock", "staff"], name="named_once_for_each_lock")
        ]
