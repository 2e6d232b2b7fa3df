"""Requests of somebody who was invited: the link in the mail, a first password, or joining with an account they have."""

from typing import Any

from allauth.account.internal.flows.login import perform_login, record_authentication
from allauth.account.models import Login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET, require_http_methods

from heed.accounts.adapters import origin_of
from heed.accounts.at_the_door import IN_HAND, letter_in_hand, not_good, open_link, quietly
from heed.accounts.choosing import CHOSEN
from heed.accounts.kinds import LetterKind, NotGood
from heed.accounts.models import Letter, User
from heed.accounts.password_forms import NewPassword
from heed.accounts.passwords import rules_words
from heed.lib.outcomes import Refused
from heed.people.staff.inviting import Invited, invited_by, take_up
from heed.ui.audience import Audience, audience
from heed.ui.links import if_there


@audience(Audience.ANYONE)
@require_GET
def open_invitation(request: HttpRequest, token: str) -> HttpResponse:
    """The link in the mail. Its token goes no further than here."""
    return open_link(request, token, LetterKind.INVITATION, "people:welcome")


@audience(Audience.ANYONE)
@require_http_methods(["GET", "HEAD", "POST"])
def welcome(request: HttpRequest) -> HttpResponse:
    """Begin at a school: with a password of one's own, or with the account one has from another school."""
    letter = letter_in_hand(request, LetterKind.INVITATION)
    if isinstance(letter, NotGood):
        return not_good(request, letter)
    invited = invited_by(letter, now=timezone.now())
    if invited is None:
        return not_good(request, NotGood.ENDED)
    if invited.joins:
        return _join(request, letter, invited)
    return _begin(request, letter, invited)


def _begin(request: HttpRequest, letter: Letter, invited: Invited) -> HttpResponse:
    form = NewPassword(request.POST or None, email=invited.email, name=invited.name)
    if request.method == "POST" and form.is_valid():
        password = form.cleaned_data["password"]
        user = take_up(
            letter, password=password, signed_in=None, now=timezone.now(), origin=origin_of(request)
        )
        return _sign_in(request, letter, user, invited) if user else not_good(request, NotGood.ENDED)
    status = 422 if request.method == "POST" else 200
    page = {
        "form": form,
        "invited": invited,
        "rules": rules_words(),
        "somebody": _somebody_else(request, None),
    }
    return quietly(render(request, "people/staff/welcome.html", page, status=status))


def _sign_in(request: HttpRequest, letter: Letter, user: User, invited: Invited) -> HttpResponse:
    """In at once, leaders on to their second step; whoever has one already is asked for it."""
    onward = (if_there("second_steps") if invited.leads else None) or "/"
    request.session.flush()
    request.session[CHOSEN] = str(letter.school_id)
    record_authentication(request, user, method="password")
    return quietly(perform_login(request, Login(user=user, redirect_url=onward, email_verification="none")))


def _join(request: HttpRequest, letter: Letter, invited: Invited) -> HttpResponse:
    user: Any = request.user
    mine = user.is_authenticated and user.pk == invited.user_id
    if request.method == "POST":
        if not mine:
            raise Refused("Sign in with your own account first, then open the invitation again.")
        take_up(letter, password=None, signed_in=user.pk, now=timezone.now(), origin=origin_of(request))
        request.session.pop(IN_HAND, None)
        request.session[CHOSEN] = str(letter.school_id)
        return redirect("home:show")
    page = {"invited": invited, "mine": mine, "somebody": _somebody_else(request, invited.user_id)}
    return quietly(render(request, "people/staff/join.html", page))


def _somebody_else(request: HttpRequest, wanted: object) -> str | None:
    """The name of whoever is signed in at this browser, when it is not the person invited."""
    user: Any = request.user
    return user.name if user.is_authenticated and user.pk != wanted else None
