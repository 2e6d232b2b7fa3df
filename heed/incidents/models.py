"""The tables of incidents."""

from typing import Any, ClassVar
from uuid import UUID

from django.contrib.postgres.search import SearchVector, SearchVectorField
from django.db import models
from django.db.models import Q

from heed.lib.holds import PERSONAL, PLAIN, SECRET
from heed.records.doorways import SpineManager
from heed.records.models import Item
from heed.staff.models import Signature, Staff
from heed.tenancy.models import ShutManager, ShutModel, TenantForeignKey
from heed.tenancy.shut import ShutQuerySet
from heed.who.need_to_know import Looker


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


class Action(ShutModel):
    """One row is what somebody did about an entry. Written once, and read by those who may read its own item."""

    item = TenantForeignKey(Item)
    token = models.UUIDField()
    done = models.TextField()
    consent = models.CharField(max_length=20, blank=True)
    why_not_asked = models.CharField(max_length=30, blank=True)
    words = models.GeneratedField(
        expression=SearchVector("done", config="english"), output_field=SearchVectorField(), db_persist=True
    )

    objects: ClassVar[IncidentManager] = IncidentManager("item__")

    holds: ClassVar[dict[str, Any]] = {
        "item": PLAIN,
        "token": PLAIN,
        "done": SECRET,
        "consent": SECRET,
        "why_not_asked": SECRET,
        "words": SECRET,
    }

    class Meta(ShutModel.Meta):
        constraints = [
            models.UniqueConstraint(fields=["school", "item"], name="action_one_for_each_item"),
            models.UniqueConstraint(fields=["school", "token"], name="action_sent_once"),
        ]


class FollowUp(ShutModel):
    """One row says where one entry stands and who looks after it now."""

    item = TenantForeignKey(Item)
    state = models.CharField(max_length=10)
    owner = TenantForeignKey(Staff, null=True)
    changed_at = models.DateTimeField()
    acted_at = models.DateTimeField(null=True)

    objects: ClassVar[SpineManager] = SpineManager("item__")

    holds: ClassVar[dict[str, Any]] = {
        "item": PLAIN,
        "state": PERSONAL,
        "owner": PLAIN,
        "changed_at": PLAIN,
        "acted_at": PLAIN,
    }

    class Meta(ShutModel.Meta):
        constraints = [
            models.UniqueConstraint(fields=["school", "item"], name="followup_one_for_each_entry"),
        ]
        indexes = [
            models.Index(
                fields=["school", "owner", "changed_at"],
                name="followup_open_ix",
                condition=~Q(state="closed"),
            )
        ]


class Step(ShutModel):
    """One row is one change of where an entry stands: who did it, what came of it, who has it now. Written once."""

    item = TenantForeignKey(Item)
    signature = TenantForeignKey(Signature)
    at = models.DateTimeField()
    did = models.CharField(max_length=20)
    state = models.CharField(max_length=10)
    owner = TenantForeignKey(Staff, null=True)
    said = models.CharField(max_length=2000, blank=True)

    objects: ClassVar[SpineManager] = SpineManager("item__")

    holds: ClassVar[dict[str, Any]] = {
        "item": PLAIN,
        "signature": PLAIN,
        "at": PLAIN,
        "did": PERSONAL,
        "state": PERSONAL,
        "owner": PLAIN,
        "said": SECRET,
    }


class KeptManager(ShutManager):
    """Kept words are for the person who typed them, and for nobody else."""

    def kept_for(self, viewer: Looker) -> ShutQuerySet:
        """What is kept for this person."""
        return self._of(viewer.school_id, viewer.staff_id)

    def kept_at_the_door(self, school_id: UUID, staff_id: UUID) -> ShutQuerySet:
        """For keeping more of what the same person types, before they have signed in again."""
        return self._of(school_id, staff_id)

    def _of(self, school_id: Any, staff_id: Any) -> ShutQuerySet:
        rows = self.get_queryset().filter(school_id=school_id, staff_id=staff_id, staff_id__isnull=False)
        return rows.opened("own words")


class KeptWords(ShutModel):
    """One row is a form that is not sent yet, kept for its writer: while they type, or because it could not be taken.

    `about` is the entry that the form is an action on; empty for a new entry. `sheet` is the copy of the form, in
    one window of one browser, that was kept last.
    """

    staff = TenantForeignKey(Staff)
    about = TenantForeignKey(Item, null=True)
    token = models.UUIDField()
    sheet = models.UUIDField(null=True)
    typed = models.TextField()
    kept_at = models.DateTimeField()
    done_at = models.DateTimeField(null=True)

    objects: ClassVar[KeptManager] = KeptManager()

    holds: ClassVar[dict[str, Any]] = {
        "staff": PLAIN,
        "about": PLAIN,
        "token": PLAIN,
        "sheet": PLAIN,
        "typed": SECRET,
        "kept_at": PLAIN,
        "done_at": PLAIN,
    }

    class Meta(ShutModel.Meta):
        constraints = [
            models.UniqueConstraint(fields=["school", "staff", "token"], name="keptwords_once_for_each_form")
        ]
        indexes = [
            models.Index(
                fields=["school", "staff", "kept_at"],
                name="keptwords_not_sent_ix",
                condition=Q(done_at__isnull=True),
            )
        ]
