"""The tables of the spine."""

from typing import Any, ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from heed.lib.holds import PERSONAL, PLAIN, SECRET
from heed.pupils.models import Pupil
from heed.records.doorways import SpineManager
from heed.staff.models import Signature, Staff
from heed.tenancy.models import ShutModel, TenantForeignKey, TenantModel


class Category(TenantModel):
    """One row is a category of this school. Never deleted, its number never used again."""

    number = models.SmallIntegerField()
    name = models.CharField(max_length=100)
    meaning = models.CharField(max_length=300)
    position = models.SmallIntegerField()
    active = models.BooleanField(default=True)

    holds = {"number": PLAIN, "name": PLAIN, "meaning": PLAIN, "position": PLAIN, "active": PLAIN}

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(fields=["school", "number"], name="category_number_once_in_a_school")
        ]


class Counter(TenantModel):
    """One row is the last number given to an entry of the school. Locked until the entry is committed."""

    last = models.IntegerField(default=0)

    holds = {"last": PLAIN}

    class Meta(TenantModel.Meta):
        constraints = [models.UniqueConstraint(fields=["school"], name="counter_one_for_each_school")]


class Item(ShutModel):
    """One row is one thing in one child's file: an entry or an action now; decisions and documents later.

    An action names the entry it belongs to, and whoever is barred from that entry is barred from the action.

    What it says lies in a table of its module that hangs on it. Here is what every list, filter and
    chronology asks.
    """

    pupil = TenantForeignKey(Pupil)
    signature = TenantForeignKey(Signature)
    entry = TenantForeignKey("self", null=True)
    kind = models.CharField(max_length=20)
    number = models.IntegerField(null=True)
    occurred_at = models.DateTimeField()
    precision = models.CharField(max_length=10)
    recorded_at = models.DateTimeField()
    categories = ArrayField(models.SmallIntegerField())
    event_id = models.UUIDField(null=True)
    origin = models.CharField(max_length=200, blank=True)

    objects: ClassVar[SpineManager] = SpineManager()

    holds: ClassVar[dict[str, Any]] = {
        "pupil": PLAIN,
        "signature": PLAIN,
        "entry": PLAIN,
        "kind": PLAIN,
        "number": PLAIN,
        "occurred_at": PERSONAL,
        "precision": PLAIN,
        "recorded_at": PERSONAL,
        "categories": SECRET,
        "event_id": PLAIN,
        "origin": PERSONAL,
    }

    class Meta(ShutModel.Meta):
        constraints = [
            models.UniqueConstraint(fields=["school", "number"], name="item_number_once_in_a_school"),
            models.CheckConstraint(condition=Q(categories__len__gt=0), name="item_in_at_least_one_category"),
            models.CheckConstraint(
                condition=Q(kind="entry", number__isnull=False) | ~Q(kind="entry"),
                name="item_entry_has_a_number",
            ),
            models.CheckConstraint(
                condition=Q(kind="action", entry__isnull=False) | (~Q(kind="action") & Q(entry__isnull=True)),
                name="item_action_belongs_to_an_entry",
            ),
        ]
        indexes = [
            models.Index(fields=["school", "pupil", "-occurred_at", "-id"], name="item_chronology_ix"),
            models.Index(fields=["school", "-recorded_at"], name="item_recorded_ix"),
        ]


class Grant(ShutModel):
    """One row lets one member of staff read one thing for one reason: they were alerted, it was shared, they wrote it.

    Each reason has an end of its own; while any of them lasts, they read it. Met only inside the need-to-know
    filter and the actions that open and end one.
    """

    item = TenantForeignKey(Item)
    staff = TenantForeignKey(Staff)
    why = models.CharField(max_length=30)
    since = models.DateTimeField()
    ends_at = models.DateTimeField(null=True)

    objects: ClassVar[SpineManager] = SpineManager("item__")

    holds: ClassVar[dict[str, Any]] = {
        "item": PLAIN,
        "staff": PLAIN,
        "why": PERSONAL,
        "since": PLAIN,
        "ends_at": PLAIN,
    }

    class Meta(ShutModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["school", "item", "staff", "why"], name="grant_once_to_each_person_for_each_reason"
            )
        ]


class EntryBar(ShutModel):
    """One row keeps one member of staff from one thing, until it is ended: named in it, or a conflict of interest."""

    item = TenantForeignKey(Item)
    staff = TenantForeignKey(Staff)
    why = models.CharField(max_length=30)
    said = models.CharField(max_length=500, blank=True, db_default="")
    set_by = TenantForeignKey(Signature, null=True)
    since = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    ended_by = TenantForeignKey(Signature, null=True)
    end_said = models.CharField(max_length=500, blank=True, db_default="")

    objects: ClassVar[SpineManager] = SpineManager("item__")

    holds: ClassVar[dict[str, Any]] = {
        "item": PLAIN,
        "staff": PLAIN,
        "why": PERSONAL,
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
                fields=["school", "item", "staff"],
                condition=Q(ended_at__isnull=True),
                name="entrybar_once_while_it_stands",
            )
        ]


class Share(ShutModel):
    """One row says that somebody shared one thing with one colleague until a set moment, and why.

    The grant beside it is what lets them read; this is what it came from.
    """

    item = TenantForeignKey(Item)
    staff = TenantForeignKey(Staff)
    group = models.CharField(max_length=30, blank=True)
    """The group it was shared with, when it was not shared with one person: whoever was in it then."""
    said = models.CharField(max_length=500)
    signature = TenantForeignKey(Signature)
    since = models.DateTimeField()
    ends_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    ended_by = TenantForeignKey(Signature, null=True)

    objects: ClassVar[SpineManager] = SpineManager("item__")

    holds: ClassVar[dict[str, Any]] = {
        "item": PLAIN,
        "staff": PLAIN,
        "group": PLAIN,
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
                fields=["school", "item", "staff"],
                condition=Q(ended_at__isnull=True),
                name="share_once_while_it_stands",
            ),
            models.CheckConstraint(
                condition=Q(ends_at__gt=models.F("since")), name="share_ends_after_it_began"
            ),
        ]
