"""The tables of incidents."""

from typing import Any, ClassVar
from uuid import UUID

from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import models

from heed.lib.holds import PERSONAL, PLAIN, SECRET
from heed.records.doorways import SpineManager
from heed.records.models import Item
from heed.staff.models import Staff
from heed.tenancy.models import ShutManager, ShutModel, TenantForeignKey
from heed.tenancy.shut import ShutQuerySet
from heed.who.viewer import Viewer


class IncidentManager(SpineManager):
    """The doorways of the spine, and one question more."""

    def is_used(self, token: UUID) -> bool:
        """Whether a form with this token was ever taken, by whomever and whoever may see it now."""
        return bool(self.get_queryset().opened("is used").filter(token=token).exists())


class Incident(ShutModel):
    """One row is the account of one entry, as first sent. Written once: what comes later is written beside it."""

    item = TenantForeignKey(Item)
    token = models.UUIDField()
    account = models.TextField()
    child_words = models.TextField(blank=True)
    already_done = models.TextField(blank=True)
    place = models.CharField(max_length=200, blank=True)
    late_reason = models.CharField(max_length=1000, blank=True)
    words = models.GeneratedField(
        expression=SearchVector("account", "child_words", "already_done", "place", config="english"),
        output_field=SearchVectorField(),
        db_persist=True,
    )

    objects: ClassVar[IncidentManager] = IncidentManager("item__")

    holds: ClassVar[dict[str, Any]] = {
        "item": PLAIN,
        "token": PLAIN,
        "account": SECRET,
        "child_words": SECRET,
        "already_done": SECRET,
        "place": PERSONAL,
        "late_reason": SECRET,
        "words": SECRET,
    }

    class Meta(ShutModel.Meta):
        constraints = [
            models.UniqueConstraint(fields=["school", "item"], name="incident_one_for_each_item"),
            models.UniqueConstraint(fields=["school", "token"], name="incident_sent_once"),
        ]


class KeptManager(ShutManager):
    """Kept words are for the person who typed them, and for nobody else."""

    def kept_for(self, viewer: Viewer) -> ShutQuerySet:
        """What is kept for this person."""
        return self._of(viewer.school_id, viewer.staff_id)

    def kept_at_the_door(self, school_id: UUID, staff_id: UUID) -> ShutQuerySet:
        """For keeping more of what the same person types, before they have signed in again."""
        return self._of(school_id, staff_id)

    def _of(self, school_id: UUID, staff_id: UUID | None) -> ShutQuerySet:
        rows = self.get_queryset().filter(school_id=school_id, staff_id=staff_id, staff_id__isnull=False)
        return rows.opened("own words")


class KeptWords(ShutModel):
    """One row is a form that could not be taken when it was sent, kept until its writer comes back for it."""

    staff = TenantForeignKey(Staff)
    token = models.UUIDField()
    typed = models.TextField()
    kept_at = models.DateTimeField()
    done_at = models.DateTimeField(null=True)

    objects: ClassVar[KeptManager] = KeptManager()

    holds: ClassVar[dict[str, Any]] = {
        "staff": PLAIN,
        "token": PLAIN,
        "typed": SECRET,
        "kept_at": PLAIN,
        "done_at": PLAIN,
    }

    class Meta(ShutModel.Meta):
        constraints = [
            models.UniqueConstraint(fields=["school", "staff", "token"], name="keptwords_once_for_each_form")
        ]
