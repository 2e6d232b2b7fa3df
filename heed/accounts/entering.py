"""Which schools a session may enter.

Whoever runs a school's sign-in service can say there that they are anybody. So a session that came through it
enters that school alone, whichever other schools the same user works in.
"""

from typing import Any
from uuid import UUID

from allauth.account.authentication import get_authentication_records
from allauth.account.internal.flows.login import record_authentication
from django.http import HttpRequest

from heed.accounts.queries import Workplace, workplaces_of

METHOD = "socialaccount"
"""What allauth calls another service in the records of how somebody signed in."""
BY_SERVICE = "service"
"""The kind of second step that a school's own service has asked for."""

BY_THE_SERVICE_ONLY = (
    "People at this school sign in with their school’s account only. Sign out, then choose “Sign in with your "
    "school’s account”."
)


def note_signed_on(request: HttpRequest, user: Any, school_id: UUID, *, second_step: bool) -> None:
    """Note in the session, as allauth does, how this user has proved who they are."""
    record_authentication(request, user, method=METHOD, provider="openid_connect", school=str(school_id))
    if second_step:
        record_authentication(request, user, method="mfa", type=BY_SERVICE)


def signed_on_for(request: HttpRequest, user: Any) -> UUID | None:
    """The school through whose own service this session came, if it did."""
    records = get_authentication_records(request, user)
    found = [one["school"] for one in records if one.get("method") == METHOD and "school" in one]
    return UUID(found[-1]) if found else None


def second_step_by_service(request: HttpRequest, user: Any) -> bool:
    """Whether the school's own service asked for the second step, and the school counts that."""
    records = get_authentication_records(request, user)
    return any(one.get("method") == "mfa" and one.get("type") == BY_SERVICE for one in records)


def schools_entered(request: HttpRequest, user: Any) -> tuple[Workplace, ...]:
    """The schools that this session may enter."""
    through = signed_on_for(request, user)
    return tuple(one for one in workplaces_of(user) if through in (None, one.school_id))


def may_change_how_to_sign_in(request: HttpRequest, user: Any) -> bool:
    """Whether this session may give the user another way in (a password, a passkey, an authenticator).

    Not one that came through the service of one school when the user works in others too: whoever runs that
    service could make a key to the others with it.
    """
    return signed_on_for(request, user) is None or len(workplaces_of(user)) == 1
