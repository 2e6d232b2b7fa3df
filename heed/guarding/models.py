"""The table of guarding: what people are told about who sees what."""

from typing import Any, ClassVar

from django.db import models

from heed.guarding.doorways import NoticeManager
from heed.lib.holds import PERSONAL, PLAIN
from heed.pupils.models import Pupil
from heed.staff.models import Staff
from heed.tenancy.models import ShutModel, TenantForeignKey


class Notice(ShutModel):
    """One row tells one member of staff of an opening, of a declared relative, or of what became of their own.

    It stands on Home until it is marked as read, and is mailed at once without a word of what it says.
    """

    staff = TenantForeignKey(Staff)
    pupil = TenantForeignKey(Pupil, null=True)
    kind = models.CharField(max_length=20)
    about_id = models.UUIDField()
    made_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True)
    mail = models.CharField(max_length=12)
    mail_tries = models.SmallIntegerField(default=0)
    mail_at = models.DateTimeField(null=True)

    objects: ClassVar[NoticeManager] = NoticeManager()

    holds: ClassVar[dict[str, Any]] = {
        "staff": PLAIN,
        "pupil": PLAIN,
        "kind": PERSONAL,
        "about_id": PLAIN,
        "made_at": PLAIN,
        "read_at": PERSONAL,
        "mail": PLAIN,
        "mail_tries": PLAIN,
        "mail_at": PLAIN,
    }

    class Meta(ShutModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["school", "about_id", "staff", "kind"], name="notice_once_to_each_person"
            )
        ]
        indexes = [
            models.Index(
                fields=["school", "staff", "made_at"],
                name="notice_waiting_ix",
                condition=models.Q(read_at__isnull=True),
            ),
        ]
