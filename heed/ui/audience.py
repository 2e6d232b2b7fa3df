"""Who a page is for. Each view says it; an address without it fails a wall test."""

from collections.abc import Callable
from enum import StrEnum
from functools import wraps
from typing import Any, TypeVar
from urllib.parse import urlencode

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.urls import reverse

from heed.lib.outcomes import Refused
from heed.who.powers import Power

View = TypeVar("View", bound=Callable[..., HttpResponseBase])
AtTheDoor = Callable[[HttpRequest], str | None]
"""Keeps what somebody sent whose session has ended; returns where they should come back to."""


class Audience(StrEnum):
    """The widest circle of people who may get anything but a turning-away from an address."""

    ANYONE = "anyone"
    STAFF = "staff"
    ELEVATED = "elevated staff"


NO_SCHOOL = "You do not work in a school that uses Heed here, or no longer do."
ELEVATION_NEEDED = (
    "This page needs a second step at sign-in. Sign out, then sign in again with the code from your "
    "authenticator app. If you have none yet, ask your administrator."
)


def audience(
    who: Audience,
    *,
    needs: Power | None = None,
    at_the_door: AtTheDoor | None = None,
    glance: Callable[[HttpRequest], str] | None = None,
) -> Callable[[View], View]:
    """Declare who a view is for, and turn everybody else away before it runs.

    `needs` narrows it to those whose groups give a power; a rule of the module may still say no to them.

    A `glance` is asked by a page that stands open, not by a person: it does not lengthen the session and is no
    use of the service. Whoever may not see the page any more has it taken away, and comes back where it says.
    """

    def declare(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if who is not Audience.ANYONE:
                viewer = getattr(request, "viewer", None)
                if glance:
                    return _glanced(request, view, glance(request), args, kwargs)
                if not request.user.is_authenticated:
                    return _to_the_door(request, at_the_door)
                if viewer is None and getattr(request, "must_choose_school", False):
                    return _to_choose(request)
                if viewer is None:
                    raise Refused(getattr(request, "turned_away", NO_SCHOOL))
                if who is Audience.ELEVATED and not viewer.elevated:
                    raise Refused(ELEVATION_NEEDED)
                if needs and not viewer.can(needs):
                    raise Refused(f"This page is for people who may {needs.words}.")
            return view(request, *args, **kwargs)

        guarded.audience = who  # type: ignore[attr-defined]  # read by the wall test
        guarded.needs = needs  # type: ignore[attr-defined]  # the same
        return guarded  # type: ignore[return-value]  # the same call, guarded

    return declare


def taken_away(address: str) -> HttpResponse:
    """Tell a page to leave, for another address."""
    return HttpResponse(headers={"HX-Redirect": address})


def _glanced(request: HttpRequest, view: View, back: str, args: Any, kwargs: Any) -> HttpResponseBase:
    request.is_glance = True  # type: ignore[attr-defined]  # the session's middleware lets it be
    if not request.user.is_authenticated:
        door = _door(back)
        return taken_away(door) if request.headers.get("HX-Request") else HttpResponseRedirect(door)
    if getattr(request, "viewer", None) is None:
        return taken_away(reverse("home:show"))
    answer = view(request, *args, **kwargs)
    if settings.CSRF_COOKIE_NAME in request.COOKIES:  # a form in the part needs it; it is there already
        request.META["CSRF_COOKIE_NEEDS_UPDATE"] = False
    return answer


def _to_the_door(request: HttpRequest, at_the_door: AtTheDoor | None) -> HttpResponse:
    """To sign-in, and back afterwards; a part of a page is told to go there as a whole."""
    kept = at_the_door(request) if at_the_door and request.method == "POST" else None
    back = kept or (request.get_full_path() if request.method == "GET" else reverse("home:show"))
    door = _door(back)
    if request.headers.get("HX-Request"):
        return taken_away(door)
    return HttpResponseRedirect(door)


def _to_choose(request: HttpRequest) -> HttpResponse:
    """To the page where somebody who works in several schools says which, and on from there."""
    back = request.get_full_path() if request.method == "GET" else reverse("home:show")
    choose = f"{reverse('account_schools')}?{urlencode({'next': back})}"
    return taken_away(choose) if request.headers.get("HX-Request") else HttpResponseRedirect(choose)


def _door(back: str) -> str:
    return f"{reverse('account_login')}?{urlencode({'next': back})}"
