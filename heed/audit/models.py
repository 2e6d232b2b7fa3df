"""The tables of marks."""

from django.db import models

from heed.lib.holds import PERSONAL, PLAIN, SECRET
from heed.tenancy.keys import uuid7
from heed.tenancy.models import ShutModel, TenantForeignKey, TenantModel


class Mark(TenantModel):
    """One row says that one person did one thing to one thing at one moment. Ids and words, no links."""

    at = models.DateTimeField()
    event = models.CharField(max_length=40)
    staff_id = models.UUIDField(null=True)
    name = models.CharField(max_length=200)
    role = models.CharField(max_length=200)
    elevated = models.BooleanField()
    origin = models.CharField(max_length=60, blank=True)
    about = models.CharField(max_length=20)
    about_id = models.UUIDField(null=True)
    why = models.CharField(max_length=500, blank=True)
    digest = models.CharField(max_length=64, blank=True)

    holds = {
        "at": PLAIN,
        "event": PLAIN,
        "staff_id": PLAIN,
        "name": PERSONAL,
        "role": PERSONAL,
        "elevated": PLAIN,
        "origin": PERSONAL,
        "about": PLAIN,
        "about_id": PLAIN,
        "why": PERSONAL,
        "digest": PLAIN,
    }

    class Meta(TenantModel.Meta):
        indexes = [
            models.Index(fields=["school", "about_id", "at"], name="mark_about_ix"),
            models.Index(fields=["school", "staff_id", "at"], name="mark_staff_ix"),
            models.Index(fields=["school", "at"], name="mark_at_ix"),
        ]


class Detail(ShutModel):
    """One row holds what a mark says about a child. It can be destroyed with the file; the mark then stays.

    The mark keeps `digest = sha256(salt + words)`: without the salt nobody can guess the words from it.
    """

    mark = TenantForeignKey(Mark)
    salt = models.CharField(max_length=64)
    words = models.TextField()

    holds = {"mark": PLAIN, "salt": SECRET, "words": SECRET}

    class Meta(ShutModel.Meta):
        constraints = [models.UniqueConstraint(fields=["school", "mark"], name="detail_one_for_each_mark")]


class DoorMark(models.Model):
    """One row says that somebody tried the door, or that the whole was backed up or restored. It has no school."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    at = models.DateTimeField()
    event = models.CharField(max_length=40)
    user_id = models.UUIDField(null=True)
    origin = models.CharField(max_length=60, blank=True)

    holds = {"id": PLAIN, "at": PLAIN, "event": PLAIN, "user_id": PLAIN, "origin": PERSONAL}

    class Meta:
        indexes = [
            models.Index(fields=["at"], name="doormark_at_ix"),
            models.Index(fields=["user_id", "at"], name="doormark_user_ix"),
        ]
