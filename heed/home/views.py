"""Requests in, pages out."""

from urllib.parse import urlsplit

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import Resolver404, resolve, reverse
from django.views.decorators.http import require_GET

from heed.alerts.rules import is_page_of
from heed.home import pages
from heed.ui.audience import Audience, audience, taken_away
from heed.who.request import StaffRequest

_COME_BACK_TO = {"incidents:add", "incidents:entry"}
"""Pages with words in them, which are kept: somebody whose session has ended comes back to them."""


def back_to(request: HttpRequest) -> str:
    """Where somebody goes on after signing in again, when their page was taken away."""
    path = urlsplit(request.headers.get("HX-Current-URL", "")).path
    try:
        return path if resolve(path).view_name in _COME_BACK_TO else reverse("home:show")
    except Resolver404:
        return reverse("home:show")


@audience(Audience.STAFF)
@require_GET
def show(request: StaffRequest) -> HttpResponse:
    """Today's page."""
    page = pages.home(request.viewer)
    request.ids_waiting = tuple(alert.id for alert in page.now.alerts)  # the frame counts the same alerts
    return render(request, "home/home.html", {"page": page})


@audience(Audience.STAFF, glance=back_to)
@require_GET
def now(request: StaffRequest) -> HttpResponse:
    """What has changed on Home since the version that the page holds, if anything has."""
    seen = request.GET.get("seen", "")
    if not is_page_of(request.viewer, seen):
        return taken_away(reverse("home:show"))
    version, elevated = pages.version_now(request.viewer)
    if version == seen:
        return HttpResponse(status=204)
    return render(request, "home/now.html", {"now": pages.now(request.viewer, elevated=elevated)})


@audience(Audience.STAFF, glance=back_to)
@require_GET
def count(request: StaffRequest) -> HttpResponse:
    """How many alerts wait, for the bar of every other page, if that has changed."""
    seen, found = request.GET.get("seen", ""), pages.count(request.viewer)
    if not is_page_of(request.viewer, seen):
        return taken_away(reverse("home:show"))
    if found.version == seen:
        return HttpResponse(status=204)
    return render(request, "home/count.html", {"now": found, "dock": "dock" in request.GET})
