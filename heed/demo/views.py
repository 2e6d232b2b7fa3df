"""The demonstration's own pages. Their addresses exist in demo mode only."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from heed.demo import pages
from heed.ui.audience import Audience, audience


@audience(Audience.ANYONE)
@require_GET
def accounts(request: HttpRequest) -> HttpResponse:
    """How to sign in as each. The address exists in demo mode only."""
    return render(request, "demo/accounts.html", {"page": pages.accounts()})


@audience(Audience.ANYONE)
@require_GET
def post(request: HttpRequest) -> HttpResponse:
    """The mail that the demonstration has sent, to whoever looks: nobody in it is real."""
    return render(request, "demo/post.html", {"page": pages.post(timezone.now())})
