"""The tables of staff."""

from django.contrib.postgres.fields import ArrayField
from django.db import models

from heed.accounts.models import User
from heed.lib.holds import PERSONAL, PLAIN
from heed.tenancy.models import TenantForeignKey, TenantModel


class Staff(TenantModel):
    """One row is one person working in one school. Kept when they leave: `left_on` is the first day without access."""

    user = models.ForeignKey(User, models.PROTECT, null=True, related_name="+", db_index=False)
    email = models.EmailField(max_length=254)
    name = models.CharField(max_length=200)
    role = models.CharField(max_length=200)
    sort_key = models.CharField(max_length=400)
    left_on = models.DateField(null=True)

    holds = {
        "user": PLAIN,
        "email": PERSONAL,
        "name": PERSONAL,
        "role": PERSONAL,
        "sort_key": PERSONAL,
        "left_on": PERSONAL,
    }

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(fields=["school", "email"], name="staff_email_once_in_a_school"),
            models.UniqueConstraint(fields=["school", "user"], name="staff_user_once_in_a_school"),
        ]


class Departure(TenantModel):
    """One row says that somebody leaves, from which day, and who takes over what is open; until it is carried out.

    `hands_to` takes what they can read already; `rest_to` what the first cannot. What neither can goes to the leads.
    """

    staff = TenantForeignKey(Staff)
    hands_to = TenantForeignKey(Staff, null=True)
    rest_to = TenantForeignKey(Staff, null=True)
    asked_by = TenantForeignKey(Staff, null=True)
    asked_at = models.DateTimeField()
    done_at = models.DateTimeField(null=True)

    holds = {
        "staff": PLAIN,
        "hands_to": PLAIN,
        "rest_to": PLAIN,
        "asked_by": PLAIN,
        "asked_at": PLAIN,
        "done_at": PLAIN,
    }

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["school", "staff"],
                condition=models.Q(done_at=None),
                name="departure_one_ahead_of_each_person",
            )
        ]


class Signature(TenantModel):
    """One row is a name, role and groups as they were from a moment on. Never changed: what was signed stays signed.

    Without a member of staff it is the signature of somebody elsewhere, on a file that arrived.
    """

    staff = TenantForeignKey(Staff, null=True)
    name = models.CharField(max_length=200)
    role = models.CharField(max_length=200)
    groups = ArrayField(models.CharField(max_length=30))
    since = models.DateTimeField()

    holds = {"staff": PLAIN, "name": PERSONAL, "role": PERSONAL, "groups": PLAIN, "since": PLAIN}
