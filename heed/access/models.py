"""The tables of access."""

from typing import Any, ClassVar
from uuid import UUID

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from heed.audit.actions import record
from heed.audit.kinds import Event, Kind
from heed.lib.holds import PERSONAL, PLAIN
from heed.pupils.models import ChildTieManager, Pupil
from heed.staff.models import Signature, Staff
from heed.tenancy.models import ShutModel, TenantForeignKey, TenantModel
from heed.tenancy.shut import ShutQuerySet
from heed.who.need_to_know import Looker
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


class GroupRule(TenantModel):
    """One row says what one group may do from a moment on, as the school set it. Never changed; the newest counts."""

    group = models.CharField(max_length=30)
    version = models.SmallIntegerField()
    reads = ArrayField(models.SmallIntegerField())
    uses = ArrayField(models.SmallIntegerField())
    scope = models.CharField(max_length=30)
    powers = ArrayField(models.CharField(max_length=30))
    why = models.CharField(max_length=500)
    since = models.DateTimeField()
    signature = TenantForeignKey(Signature)
    approved = TenantForeignKey(Signature, null=True)

    holds: ClassVar[dict[str, Any]] = {
        "group": PLAIN,
        "version": PLAIN,
        "reads": PLAIN,
        "uses": PLAIN,
        "scope": PLAIN,
        "powers": PLAIN,
        "why": PERSONAL,
        "since": PLAIN,
        "signature": PLAIN,
        "approved": PLAIN,
    }

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["school", "group", "version"], name="grouprule_one_of_each_version"
            ),
            models.CheckConstraint(
                condition=~Q(group="admin") | Q(reads__len=0, uses__len=0, scope="no child"),
                name="grouprule_administrators_read_nothing",
            ),
        ]


class Proposal(TenantModel):
    """One row asks that a person joins a group, or that a group may do more, until somebody else decides."""

    group = models.CharField(max_length=30)
    staff = TenantForeignKey(Staff, null=True)
    wanted = models.JSONField(null=True)
    version = models.SmallIntegerField(null=True)
    why = models.CharField(max_length=500)
    at = models.DateTimeField()
    proposer = TenantForeignKey(Staff, null=True)
    signature = TenantForeignKey(Signature, null=True)
    state = models.CharField(max_length=12)
    decided_at = models.DateTimeField(null=True)
    decided_by = TenantForeignKey(Signature, null=True)
    said = models.CharField(max_length=500, blank=True)

    holds: ClassVar[dict[str, Any]] = {
        "group": PLAIN,
        "staff": PLAIN,
        "wanted": PLAIN,
        "version": PLAIN,
        "why": PERSONAL,
        "at": PLAIN,
        "proposer": PLAIN,
        "signature": PLAIN,
        "state": PLAIN,
        "decided_at": PLAIN,
        "decided_by": PLAIN,
        "said": PERSONAL,
    }

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["school", "group", "staff"],
                condition=Q(state="waiting", staff__isnull=False),
                name="proposal_of_a_person_waits_once",
            ),
            models.UniqueConstraint(
                fields=["school", "group"],
                condition=Q(state="waiting", staff__isnull=True),
                name="proposal_of_a_group_waits_once",
            ),
            models.CheckConstraint(
                condition=Q(staff__isnull=False, wanted__isnull=True, version__isnull=True)
                | Q(staff__isnull=True, wanted__isnull=False, version__isnull=False),
                name="proposal_of_a_person_or_of_a_group",
            ),
            models.CheckConstraint(
                condition=Q(state="waiting", decided_at__isnull=True)
                | (~Q(state="waiting") & Q(decided_at__isnull=False)),
                name="proposal_decided_at_some_time",
            ),
        ]


class TieManager(ChildTieManager):
    """Bars and locks: whoever has them is never shown them."""

    def to_change(self, by: Viewer, *, why: str) -> ShutQuerySet:
        """Rows for an action that ends one. Leaves a mark."""
        record(by, Event.READ_BY_JOB, Kind.CHILD, why=why)
        return self.get_queryset().opened("to_change")

    def about_open(self, viewer: Looker) -> ShutQuerySet:
        """Ties of children whose page this person may open: nobody is ever shown what keeps them out."""
        children = Pupil.objects.open_to(viewer).values("id")
        return self.get_queryset().filter(pupil_id__in=children).opened("about_open")

    def own(self, viewer: Viewer) -> ShutQuerySet:
        """One's own ties. What of them may be shown to whoever has them, the query that asks must say."""
        return self.get_queryset().filter(staff_id=viewer.staff_id).opened("own")


class Bar(ShutModel):
    """One row keeps one member of staff from everything about one child, until it is ended.

    One that they declared themselves counts at once and waits for a DSL to confirm it.
    """

    staff = TenantForeignKey(Staff)
    pupil = TenantForeignKey(Pupil)
    why = models.CharField(max_length=30)
    said = models.CharField(max_length=500, blank=True, db_default="")
    declared = models.BooleanField(db_default=False)
    set_by = TenantForeignKey(Signature, null=True)
    since = models.DateTimeField()
    confirmed_at = models.DateTimeField(null=True)
    confirmed_by = TenantForeignKey(Signature, null=True)
    ended_at = models.DateTimeField(null=True)
    ended_by = TenantForeignKey(Signature, null=True)
    end_said = models.CharField(max_length=500, blank=True, db_default="")

    objects: ClassVar[TieManager] = TieManager()

    holds: ClassVar[dict[str, Any]] = {
        "staff": PLAIN,
        "pupil": PLAIN,
        "why": PERSONAL,
        "said": PERSONAL,
        "declared": PLAIN,
        "set_by": PLAIN,
        "since": PLAIN,
        "confirmed_at": PLAIN,
        "confirmed_by": PLAIN,
        "ended_at": PLAIN,
        "ended_by": PLAIN,
        "end_said": PERSONAL,
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
    said = models.CharField(max_length=500, blank=True, db_default="")
    set_by = TenantForeignKey(Signature, null=True)
    since = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    ended_by = TenantForeignKey(Signature, null=True)
    end_said = models.CharField(max_length=500, blank=True, db_default="")

    objects: ClassVar[TieManager] = TieManager()

    holds: ClassVar[dict[str, Any]] = {
        "pupil": PLAIN,
        "said": PERSONAL,
        "set_by": PLAIN,
        "since": PLAIN,
        "ended_at": PLAIN,
        "ended_by": PLAIN,
        "end_said": PERSONAL,
    }

    class Meta(ShutModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["school", "pupil"],
                condition=Q(ended_at__isnull=True),
                name="lock_once_while_it_stands",
            )
        ]


class NamedManager(TieManager):
    """Whom a lock names."""

    def of_locks(self, lock_ids: list[UUID]) -> ShutQuerySet:
        """The people of locks somebody already holds: holding one is having passed its doorway."""
        return self.get_queryset().filter(lock_id__in=lock_ids).opened("of_locks")


class Named(ShutModel):
    """One row names one member of staff for a locked record."""

    lock = TenantForeignKey(Lock)
    staff = TenantForeignKey(Staff)

    objects: ClassVar[NamedManager] = NamedManager()

    holds = {"lock": PLAIN, "staff": PLAIN}

    class Meta(ShutModel.Meta):
        constraints = [
            models.UniqueConstraint(fields=["school", "lock", "staff"], name="named_once_for_each_lock")
        ]


class Opening(ShutModel):
    """One row opened one child's record to one leader for an hour, because no DSL could be reached."""

    staff = TenantForeignKey(Staff)
    pupil = TenantForeignKey(Pupil)
    said = models.CharField(max_length=500)
    signature = TenantForeignKey(Signature)
    since = models.DateTimeField()
    ends_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    ended_by = TenantForeignKey(Signature, null=True)

    objects: ClassVar[TieManager] = TieManager()

    holds: ClassVar[dict[str, Any]] = {
        "staff": PLAIN,
        "pupil": PLAIN,
        "said": PERSONAL,
        "signature": PLAIN,
        "since": PLAIN,
        "ends_at": PLAIN,
        "ended_at": PLAIN,
        "ended_by": PLAIN,
    }

    class Meta(ShutModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["school", "staff"],
                condition=Q(ended_at__isnull=True),
                name="opening_one_at_a_time_for_each_person",
            ),
            models.CheckConstraint(
                condition=Q(ends_at__gt=models.F("since")), name="opening_ends_after_it_began"
            ),
        ]
