"""Requests about one's own account: where one is signed in, and one's password."""

from typing import Any
from uuid import UUID

from allauth.account.adapter import get_adapter
from django.contrib.auth import update_session_auth_hash
from django.core.exceptions import ValidationError
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from heed.accounts import devices
from heed.accounts.entering import may_change_how_to_sign_in
from heed.accounts.own_pages import own_page
from heed.accounts.password_forms import ChangePassword
from heed.accounts.passwords import change_password, rules_words
from heed.lib.outcomes import Refused
from heed.ui.audience import Audience, audience
from heed.who.request import StaffRequest

_NOTES = {
    "ended": "Signed out there.",
    "password": "Your password is changed, and you are signed out everywhere else.",
}


@audience(Audience.STAFF)
@require_GET
def show(request: StaffRequest) -> HttpResponse:
    """Your account."""
    user: Any = request.user
    note = next((words for key, words in _NOTES.items() if key in request.GET), None)
    page = own_page(request, request.viewer, email=user.email, note=note)
    return render(request, "accounts/own.html", {"page": page})


@audience(Audience.STAFF)
@require_POST
def end_device(request: StaffRequest, sign_in: UUID) -> HttpResponse:
    """Sign out at one other browser."""
    devices.end_one(request.viewer, _user(request).pk, sign_in)
    return redirect("/me/?ended")


@audience(Audience.STAFF)
@require_POST
def end_others(request: StaffRequest) -> HttpResponse:
    """Sign out everywhere but here."""
    user = _user(request)
    devices.end_all(request.viewer, user.pk, but=devices.sign_in_of(request))
    user.refresh_from_db()
    update_session_auth_hash(request, user)
    return redirect("/me/?ended")


@audience(Audience.STAFF)
@require_http_methods(["GET", "HEAD", "POST"])
def password(request: StaffRequest) -> HttpResponse:
    """Change one's password."""
    user = _user(request)
    if not may_change_how_to_sign_in(request, user):
        raise Refused(
            "You came in through the account of one school and work in others too. Sign in with your password to change it."
        )
    form = ChangePassword(request.POST or None, email=user.email, name=user.name)
    if request.method == "POST" and form.is_valid() and _knows(request, form):
        new = form.cleaned_data["password"]
        change_password(request.viewer, user, new, sign_in=devices.sign_in_of(request))
        update_session_auth_hash(request, user)
        return redirect("/me/?password")
    status = 422 if request.method == "POST" else 200
    return render(request, "accounts/change.html", {"form": form, "rules": rules_words()}, status=status)


def _knows(request: StaffRequest, form: ChangePassword) -> bool:
    """Whether they know the password as it is now; tried too often counts as at sign-in."""
    try:
        given = {"email": _user(request).email, "password": form.cleaned_data["current"]}
        if get_adapter(request).authenticate(request, **given) is not None:
            return True
        form.add_error("current", "This is not your password. Check it and try again.")
    except ValidationError as problem:
        form.add_error("current", problem)
    return False


def _user(request: StaffRequest) -> Any:
    return request.user
