"""Making accounts."""

from uuid import UUID

from allauth.account.models import EmailAddress
from allauth.mfa.totp.internal.auth import TOTP
from django.db import transaction

from heed.accounts.models import Membership, User
from heed.audit.actions import record
from heed.audit.kinds import Event, Kind
from heed.who.viewer import Viewer


@transaction.atomic
def make_account(
    by: Viewer, *, email: str, name: str, password: str | None, second_factor: str | None, demo: bool
) -> UUID:
    """Make a user who may enter the school of `by`, with a password and, if given, an authenticator's secret.

    Without a password nobody can sign in with it yet.

    `second_factor` is a Base32 secret as an authenticator app takes it (RFC 6238).
    """
    user = User(email=email, name=name, demo=demo)
    user.set_password(password)
    user.save()
    EmailAddress.objects.create(user=user, email=email, verified=True, primary=True)
    Membership.objects.create(user=user, school_id=by.school_id)
    if second_factor:
        TOTP.activate(user, second_factor)
    record(by, Event.ACCOUNT_MADE, Kind.SCHOOL, by.school_id, user=user.pk, second_factor=bool(second_factor))
    return user.pk
