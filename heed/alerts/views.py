"""Requests in, pages out."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_GET, require_POST

from heed.alerts import actions, queries
from heed.lib.outcomes import NotSeen
from heed.ui.audience import Audience, audience
from heed.who.request import StaffRequest


@audience(Audience.STAFF)
@require_GET
def follow(request: StaffRequest, alert_id: UUID) -> HttpResponse:
    """The link in a mail: on to the entry, or to the action on it. Following it does not mark it as read."""
    leads = queries.where_it_leads(request.viewer, alert_id)
    there = reverse("incidents:entry", args=[leads.entry_id])
    return redirect(f"{there}#action-{leads.action_id}" if leads.action_id else there)


@audience(Audience.STAFF)
@require_POST
def read(request: StaffRequest, alert_id: UUID) -> HttpResponse:
    """Mark as read, then back to where the button was."""
    for one in dict.fromkeys([alert_id, *_ids(request.POST.getlist("also"))]):
        actions.mark_as_read(request.viewer, one)
    back = request.POST.get("back", "")
    safe = url_has_allowed_host_and_scheme(back, allowed_hosts=None) and back.startswith("/")
    return redirect(back if safe else "home:show")


def _ids(typed: list[str]) -> list[UUID]:
    """Ids as our own page wrote them; whatever else comes is no alert of anybody."""
    try:
        return [UUID(one) for one in typed]
    except ValueError:
        raise NotSeen from None
