"""The tables of schools. Reference tables: small, without a school of their own, the same on every machine."""

from django.db import models

from heed.lib.holds import PLAIN
from heed.tenancy.keys import uuid7


class Trust(models.Model):
    """One row is a group of schools under one board."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    name = models.CharField(max_length=200, unique=True)

    holds = {"id": PLAIN, "name": PLAIN}


class School(models.Model):
    """One row is one school."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    name = models.CharField(max_length=200, unique=True)
    trust = models.ForeignKey(Trust, models.PROTECT, null=True, related_name="+")
    slug = models.CharField(max_length=40, unique=True)
    """The word in its address: `oakfield` of `oakfield.heed.example`."""

    holds = {"id": PLAIN, "name": PLAIN, "trust": PLAIN, "slug": PLAIN}
