"""The tables of accounts. Reference tables: a person may work in several schools with one account."""

from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models.functions import Lower

from heed.lib.holds import PERSONAL, PLAIN, SECRET
from heed.schools.models import School
from heed.tenancy.keys import uuid7
from heed.tenancy.models import TenantModel


class UserManager(BaseUserManager["User"]):
    """Finds users by e-mail address, whatever its case."""

    def get_by_natural_key(self, username: str | None) -> "User":
        """The user with this address."""
        return self.get(email__iexact=username)


class User(AbstractBaseUser):
    """One row is one person who can sign in. No superuser, no staff flag, no hot column such as last sign-in."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    email = models.EmailField(max_length=254, unique=True)
    name = models.CharField(max_length=200)
    is_active = models.BooleanField(default=True)
    demo = models.BooleanField(default=False)
    last_login = None

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name"]

    objects = UserManager()

    holds = {
        "id": PLAIN,
        "email": PERSONAL,
        "name": PERSONAL,
        "is_active": PLAIN,
        "demo": PLAIN,
        "password": SECRET,
    }

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(email=Lower("email")), name="user_email_in_lower_case")
        ]

    def __str__(self) -> str:
        """Never the address: this ends up in logs."""
        return f"user {self.pk}"

    def has_perm(self, *_: Any, **__: Any) -> bool:
        """Django's permissions are not used: powers come from groups in a school."""
        return False


class Membership(models.Model):
    """One row says that a user may enter a school. What they may do there stands under the school's wall."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    user = models.ForeignKey(User, models.CASCADE, related_name="+")
    school = models.ForeignKey(School, models.PROTECT, related_name="+")

    holds = {"id": PLAIN, "user": PLAIN, "school": PLAIN}

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["user", "school"], name="membership_once_in_each_school")
        ]


class SignOn(models.Model):
    """One row says through which service of its own a school's people may sign in.

    A reference table, since it is read before anybody is known: of nobody, and its secret is sealed.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    school = models.OneToOneField(School, models.PROTECT, related_name="+")
    label = models.CharField(max_length=40)
    issuer = models.CharField(max_length=300)
    client_id = models.CharField(max_length=200)
    secret = models.TextField()
    domains = ArrayField(models.CharField(max_length=200))
    counts_as_second_step = models.BooleanField(default=False)
    only = models.BooleanField(default=False)
    active = models.BooleanField(default=False)
    approved = models.BooleanField(default=False)
    changed_at = models.DateTimeField()

    holds = {
        "id": PLAIN,
        "school": PLAIN,
        "label": PLAIN,
        "issuer": PLAIN,
        "client_id": PLAIN,
        "secret": SECRET,
        "domains": PLAIN,
        "counts_as_second_step": PLAIN,
        "only": PLAIN,
        "active": PLAIN,
        "approved": PLAIN,
        "changed_at": PLAIN,
    }

    class Meta:
        indexes = [GinIndex(fields=["domains"], name="signon_domains_ix")]


class Binding(TenantModel):
    """One row says that an account at a school's sign-in service is one user's, and from its first use on that one alone."""

    user = models.ForeignKey(User, models.PROTECT, related_name="+", db_index=False)
    issuer = models.CharField(max_length=300)
    subject = models.CharField(max_length=255)
    since = models.DateTimeField()

    holds = {"user": PLAIN, "issuer": PLAIN, "subject": PERSONAL, "since": PLAIN}

    class Meta(TenantModel.Meta):
        constraints = [
            models.UniqueConstraint(
                fields=["school", "issuer", "subject"], name="binding_one_user_of_an_account"
            ),
            models.UniqueConstraint(
                fields=["school", "issuer", "user"], name="binding_one_account_of_a_user"
            ),
        ]
