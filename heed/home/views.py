"""Requests in, pages out."""

from django.http import HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from heed.home import pages
from heed.ui.audience import Audience, audience
from heed.who.request import StaffRequest


@audience(Audience.STAFF)
@require_GET
def show(request: StaffRequest) -> HttpResponse:
    """Today's page."""
    return render(request, "home/home.html", {"page": pages.home(request.viewer)})
