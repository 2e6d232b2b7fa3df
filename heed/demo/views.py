"""The demonstration's own page."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from heed.demo import pages
from heed.ui.audience import Audience, audience


@audience(Audience.ANYONE)
@require_GET
def accounts(request: HttpRequest) -> HttpResponse:
    """How to sign in as each. The address exists in demo mode only."""
    return render(request, "demo/accounts.html", {"page": pages.accounts()})
