"""The tables of accounts. Reference tables: a person may work in several schools with one account."""

from typing import Any, ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.db import models
from django.db.models.functions import Lower
from django.utils.crypto import salted_hmac

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
    epoch = models.PositiveIntegerField(default=0, db_default=0)
    """Counted up, it ends every session of this person at its next request."""
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
        "epoch": PLAIN,
        "password": SECRET,
    }

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(email=Lower("email")), name="user_email_in_lower_case")
        ]

    def __str__(self) -> str:
        """Never the address: this ends up in logs."""
        return f"user {self.pk}"

    def _get_session_auth_hash(self, secret: str | None = None) -> str:
        """What a session must match: a new password or a new epoch ends it."""
        said = f"{self.password} {self.epoch}" if self.epoch else self.password
        return salted_hmac("heed session", said, secret=secret, algorithm="sha256").hexdigest()

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


class Letter(models.Model):
    """One row is one letter to one person about their account; an invitation and a new password carry a link.

    Service-level like users and memberships: a link is opened before anybody is known, in whatever school. Every
    query of a school's people says its school. `digest` is that of the link's token; `used_at` and `ended_at` are
    when it was used or replaced.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    school = models.ForeignKey(School, models.PROTECT, related_name="+")
    kind = models.CharField(max_length=20)
    email = models.EmailField(max_length=254)
    user = models.ForeignKey(User, models.CASCADE, null=True, related_name="+")
    staff_id = models.UUIDField(null=True)
    made_at = models.DateTimeField()
    ends_at = models.DateTimeField(null=True)
    digest = models.CharField(max_length=64, null=True, unique=True)  # noqa: DJ001 - many letters have no link
    used_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    mail = models.CharField(max_length=12)
    mail_tries = models.SmallIntegerField(default=0)
    mail_at = models.DateTimeField(null=True)
    sent_again = models.SmallIntegerField(default=0)

    holds = {
        "id": PLAIN,
        "school": PLAIN,
        "kind": PLAIN,
        "email": PERSONAL,
        "user": PLAIN,
        "staff_id": PLAIN,
        "made_at": PLAIN,
        "ends_at": PLAIN,
        "digest": PLAIN,
        "used_at": PERSONAL,
        "ended_at": PLAIN,
        "mail": PLAIN,
        "mail_tries": PLAIN,
        "mail_at": PLAIN,
        "sent_again": PLAIN,
    }

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["school", "staff_id"],
                condition=models.Q(kind="invitation", used_at=None, ended_at=None),
                name="letter_one_open_invitation_for_each_person",
            )
        ]
        indexes = [
            models.Index(fields=["school", "staff_id", "made_at"], name="letter_of_staff_ix"),
            models.Index(fields=["email", "made_at"], name="letter_to_address_ix"),
            models.Index(
                fields=["school", "made_at"],
                name="letter_mail_due_ix",
                condition=models.Q(mail__in=["due", "leaving"]),
            ),
        ]


class Asking(models.Model):
    """One row says that somebody asked at the door for a new password. It goes when it has been answered."""

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    email = models.CharField(max_length=254)
    origin = models.CharField(max_length=60, blank=True)
    at = models.DateTimeField()

    holds = {"id": PLAIN, "email": PERSONAL, "origin": PERSONAL, "at": PLAIN}


class SignIn(models.Model):
    """One row is one time a user signed in, at one browser, until it is ended.

    `device` is the digest of a value that the browser keeps, by which it is known again.
    """

    id = models.UUIDField(primary_key=True, default=uuid7, editable=False)
    user = models.ForeignKey(User, models.CASCADE, related_name="+")
    device = models.CharField(max_length=64)
    browser = models.CharField(max_length=60)
    origin = models.CharField(max_length=60, blank=True)
    at = models.DateTimeField()
    seen_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    holds = {
        "id": PLAIN,
        "user": PLAIN,
        "device": PLAIN,
        "browser": PERSONAL,
        "origin": PERSONAL,
        "at": PERSONAL,
        "seen_at": PERSONAL,
        "ended_at": PLAIN,
    }

    class Meta:
        indexes = [models.Index(fields=["user", "at"], name="signin_of_user_ix")]


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
