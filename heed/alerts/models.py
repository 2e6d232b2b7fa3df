"""The table of alerts."""

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q

from heed.alerts.doorways import AlertManager
from heed.lib.holds import PERSONAL, PLAIN
from heed.records.models import Item
from heed.staff.models import Staff
from heed.tenancy.models import ShutModel, TenantForeignKey


class Alert(ShutModel):
    """One row tells one member of staff of one entry, and says why they were told and when they read it."""

    item = TenantForeignKey(Item)
    staff = TenantForeignKey(Staff)
    why = models.CharField(max_length=30)
    made_at = models.DateTimeField()
    state = models.CharField(max_length=10)
    read_at = models.DateTimeField(null=True)
    mail = models.CharField(max_length=12, db_default="not needed")
    mail_tries = models.SmallIntegerField(db_default=0)
    mail_at = models.DateTimeField(null=True)

    objects: ClassVar[AlertManager] = AlertManager()

    holds: ClassVar[dict[str, Any]] = {
        "item": PLAIN,
        "staff": PLAIN,
        "why": PERSONAL,
        "made_at": PLAIN,
        "state": PLAIN,
        "read_at": PERSONAL,
        "mail": PLAIN,
        "mail_tries": PLAIN,
        "mail_at": PLAIN,
    }

    class Meta(ShutModel.Meta):
        constraints = [
            models.UniqueConstraint(fields=["school", "item", "staff"], name="alert_once_to_each_person"),
            models.CheckConstraint(
                condition=Q(state="read", read_at__isnull=False)
                | Q(state__in=["waiting", "handed on"], read_at__isnull=True),
                name="alert_read_at_some_time",
            ),
        ]
        indexes = [
            models.Index(
                fields=["school", "staff", "made_at"], name="alert_waiting_ix", condition=Q(state="waiting")
            ),
            models.Index(
                fields=["school", "made_at"],
                name="alert_mail_due_ix",
                condition=Q(mail__in=["due", "leaving"]),
            ),
        ]
