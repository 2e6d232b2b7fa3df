"""Requests in, pages out."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from heed.alerts import actions
from heed.ui.audience import Audience, audience
from heed.who.request import StaffRequest


@audience(Audience.STAFF)
@require_POST
def read(request: StaffRequest, alert_id: UUID) -> HttpResponse:
    """Mark as read, then back to where the button was."""
    actions.mark_as_read(request.viewer, alert_id)
    back = request.POST.get("back", "")
    safe = url_has_allowed_host_and_scheme(back, allowed_hosts=None) and back.startswith("/")
    return redirect(back if safe else "home:show")
