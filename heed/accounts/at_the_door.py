"""Requests of people who are not signed in: a forgotten password, the link that answers it, and which school."""

from typing import Any
from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_GET, require_http_methods

from heed.accounts import forgotten, limits, queries
from heed.accounts.adapters import origin_of
from heed.accounts.choosing import choose
from heed.accounts.kinds import LetterKind, NotGood
from heed.accounts.models import Letter
from heed.accounts.own_pages import schools_page
from heed.accounts.password_forms import Forgotten, NewPassword
from heed.accounts.passwords import rules_words, set_forgotten_password
from heed.audit.actions import record, record_at_the_door
from heed.audit.kinds import DoorEvent, Event, Kind
from heed.tenancy.scope import schools
from heed.ui.audience import Audience, audience
from heed.who.viewer import Viewer

IN_HAND = "letter in hand"


@audience(Audience.ANYONE)
@require_http_methods(["GET", "HEAD", "POST"])
def forgot(request: HttpRequest) -> HttpResponse:
    """A forgotten password, or a first visit. The answer is the same for every address."""
    form = Forgotten(request.POST or None)
    if request.method == "POST" and form.is_valid():
        email, origin = form.cleaned_data["email"], origin_of(request)
        if limits.may_ask_for_password(request, email, origin):
            forgotten.ask(email=email, origin=origin, now=timezone.now())
            return render(request, "accounts/asked.html", {"hours": "hour"})
        form.add_error("email", "You have asked several times already. Wait an hour, then ask again.")
    status = 422 if request.method == "POST" else 200
    return render(request, "accounts/forgotten.html", {"form": form}, status=status)


@audience(Audience.ANYONE)
@require_GET
def open_new_password(request: HttpRequest, token: str) -> HttpResponse:
    """The link in the mail. Its token goes no further than here."""
    return open_link(request, token, LetterKind.NEW_PASSWORD, "account_new_password")


@audience(Audience.ANYONE)
@require_http_methods(["GET", "HEAD", "POST"])
def new_password(request: HttpRequest) -> HttpResponse:
    """Choose a new password, with the link in hand. Signing in comes after it, with the second step as always."""
    letter = letter_in_hand(request, LetterKind.NEW_PASSWORD)
    if isinstance(letter, NotGood):
        return not_good(request, letter)
    user: Any = letter.user
    form = NewPassword(request.POST or None, email=user.email, name=user.name)
    if request.method == "POST" and form.is_valid():
        password = form.cleaned_data["password"]
        set_forgotten_password(letter, password, now=timezone.now(), origin=origin_of(request))
        request.session.flush()
        return quietly(redirect(f"{reverse('account_login')}?new-password"))
    status = 422 if request.method == "POST" else 200
    page = {"form": form, "rules": rules_words()}
    return quietly(render(request, "accounts/new_password.html", page, status=status))


@audience(Audience.ANYONE)
@require_GET
def which_school(request: HttpRequest) -> HttpResponse:
    """Which of their schools somebody wants to be in."""
    if not request.user.is_authenticated:
        return _to_sign_in(request)
    back = request.GET.get("next", "/")
    safe = url_has_allowed_host_and_scheme(back, allowed_hosts=None) and back.startswith("/")
    return render(request, "accounts/schools.html", {"page": schools_page(request, back if safe else "/")})


@audience(Audience.ANYONE)
@require_GET
def enter_school(request: HttpRequest, slug: str, rest: str = "") -> HttpResponse:
    """A school by its path: for links in mail, and where schools have no host of their own."""
    if not request.user.is_authenticated:
        return _to_sign_in(request)
    choose(request, slug)
    asked = request.META.get("QUERY_STRING", "")
    there = f"/{rest}?{asked}" if asked else f"/{rest}"
    safe = url_has_allowed_host_and_scheme(there, allowed_hosts=None)
    return redirect(there if safe else "/")


def _to_sign_in(request: HttpRequest) -> HttpResponse:
    """To sign-in, and back here afterwards."""
    return redirect(f"{reverse('account_login')}?{urlencode({'next': request.get_full_path()})}")


def open_link(request: HttpRequest, token: str, kind: LetterKind, leads_to: str) -> HttpResponse:
    """Take the letter of a link in hand, in this browser, and go on without the token in the address.

    Nothing is used up by opening it: scanners of mail follow links.
    """
    if not limits.may_try_link(request):
        return not_good(request, NotGood.UNKNOWN)
    found = queries.link_opened(token, kind, now=timezone.now())
    if found.letter is None or found.why_not:
        _note_not_good(request, found)
        return not_good(request, found.why_not or NotGood.UNKNOWN)
    request.session[IN_HAND] = str(found.letter.pk)
    return quietly(redirect(leads_to))


def letter_in_hand(request: HttpRequest, kind: LetterKind) -> Letter | NotGood:
    """The letter whose link was opened in this browser, or why it is good for nothing."""
    kept = request.session.get(IN_HAND)
    if kept is None:
        return NotGood.NOT_IN_HAND
    lock = request.method == "POST"
    found = queries.letter_in_hand(UUID(kept), kind, now=timezone.now(), lock=lock)
    if found.letter is None or found.why_not:
        return found.why_not or NotGood.UNKNOWN
    if found.letter.user is not None and not queries.can_be_used(found.letter.user):
        return NotGood.UNKNOWN
    return found.letter


def not_good(request: HttpRequest, why: NotGood) -> HttpResponse:
    """What to do when a link opens nothing. 410 where it once did, 404 where nobody knows it."""
    status = 404 if why in {NotGood.UNKNOWN, NotGood.NOT_IN_HAND} else 410
    return quietly(render(request, "accounts/link.html", {"why": why.value}, status=status))


def _note_not_good(request: HttpRequest, found: queries.Opened) -> None:
    now, origin = timezone.now(), origin_of(request)
    if found.letter is None:
        record_at_the_door(DoorEvent.UNKNOWN_LINK, at=now, origin=origin)
        return
    school_id = found.letter.school_id
    by = Viewer(
        school_id=school_id, staff_id=None, name="Whoever has the link", role="unknown", at=now, origin=origin
    )
    with schools(school_id):
        record(by, Event.LINK_NOT_GOOD, Kind.LETTER, found.letter.pk, why=str(found.why_not))


def quietly(response: HttpResponse) -> HttpResponse:
    """No page that follows is told where one came from."""
    response.headers["Referrer-Policy"] = "no-referrer"
    return response
