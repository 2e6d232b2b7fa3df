"""Who a page is for. Each view says it; an address without it fails a wall test."""

from collections.abc import Callable
from enum import StrEnum
from functools import wraps
from typing import Any, TypeVar
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, HttpResponseBase, HttpResponseRedirect
from django.urls import reverse

from heed.lib.outcomes import Refused

View = TypeVar("View", bound=Callable[..., HttpResponseBase])
AtTheDoor = Callable[[HttpRequest], str | None]
"""Keeps what somebody sent whose session has ended; returns where they should come back to."""


class Audience(StrEnum):
    """The widest circle of people who may get anything but a turning-away from an address."""

    ANYONE = "anyone"
    STAFF = "staff"
    ELEVATED = "elevated staff"


ELEVATION_NEEDED = (
    "This page needs a second step at sign-in. Sign out, then sign in again with the code from your "
    "authenticator app. If you have none yet, ask your administrator."
)


def audience(who: Audience, *, at_the_door: AtTheDoor | None = None) -> Callable[[View], View]:
    """Declare who a view is for, and turn everybody else away before it runs."""

    def declare(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if who is not Audience.ANYONE:
                viewer = getattr(request, "viewer", None)
                if not request.user.is_authenticated:
                    return _to_the_door(request, at_the_door)
                if viewer is None:
                    raise Refused("You do not work in a school that uses Heed here, or no longer do.")
                if who is Audience.ELEVATED and not viewer.elevated:
                    raise Refused(ELEVATION_NEEDED)
            return view(request, *args, **kwargs)

        guarded.audience = who  # type: ignore[attr-defined]  # read by the wall test
        return guarded  # type: ignore[return-value]  # the same call, guarded

    return declare


def _to_the_door(request: HttpRequest, at_the_door: AtTheDoor | None) -> HttpResponse:
    """To sign-in, and back afterwards; a part of a page is told to go there as a whole."""
    kept = at_the_door(request) if at_the_door and request.method == "POST" else None
    back = kept or (request.get_full_path() if request.method == "GET" else reverse("home:show"))
    door = f"{reverse('account_login')}?{urlencode({'next': back})}"
    if request.headers.get("HX-Request"):
        return HttpResponse(headers={"HX-Redirect": door})
    return HttpResponseRedirect(door)
