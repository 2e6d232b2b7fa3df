"""Who sees a child's record and an entry; opening a record without a DSL."""

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from heed.guarding import forms
from heed.guarding.actions import asking, notices, sharing
from heed.guarding.forms.doing import ON_A_CHILD, ON_AN_ENTRY, Page
from heed.guarding.kinds import NoticeKind
from heed.guarding.pages.child import child_guarding
from heed.guarding.pages.entry import entry_readers
from heed.guarding.pages.glass import glass_page
from heed.guarding.pages.overview import overview as overview_page
from heed.guarding.queries.bars import child_to_open
from heed.guarding.queries.notices import where_a_notice_leads
from heed.guarding.rules.asking import why_not_look_after
from heed.lib.outcomes import Refused, refuse
from heed.ui.audience import ELEVATION_NEEDED, Audience, audience
from heed.who.powers import Power
from heed.who.request import StaffRequest

BOTH = ["GET", "POST"]


@audience(Audience.ELEVATED)
@require_GET
def overview(request: StaffRequest) -> HttpResponse:
    """Who sees what: what waits, what stands, what was opened."""
    refuse(why_not_look_after(request.viewer))
    return render(request, "guarding/overview.html", {"page": overview_page(request.viewer)})


@audience(Audience.ELEVATED)
@require_http_methods(BOTH)
def child(request: StaffRequest, pupil_id: UUID) -> HttpResponse:
    """Who can see one child's record, and who is kept from it."""
    found = asking.open_guarding(request.viewer, pupil_id)
    page = Page(request.viewer, pupil_id, ON_A_CHILD)
    if request.method == "POST":
        page.take(request.POST)
        if page.done:
            return redirect(_after(request, page, "guarding:child", pupil_id))
    told = {"page": child_guarding(request.viewer, found, page)}
    return render(request, "guarding/child.html", told, status=422 if page.form else 200)


def _after(request: StaffRequest, page: Page, name: str, about: UUID) -> str:
    """Back to the page; to the list when it was done there, or when one has shut oneself out."""
    if request.POST.get("back") == "overview" or (page.pressed == "lock" and request.POST.get("leaves")):
        return "guarding:overview"
    return str(redirect(name, about).url)


@audience(Audience.ELEVATED)
@require_http_methods(BOTH)
def entry(request: StaffRequest, item_id: UUID) -> HttpResponse:
    """Who reads one entry, and by what."""
    found = sharing.open_readers(request.viewer, item_id)
    page = Page(request.viewer, item_id, ON_AN_ENTRY)
    if request.method == "POST":
        page.take(request.POST)
        if page.done:
            return redirect("guarding:entry", item_id)
    told = {"page": entry_readers(request.viewer, found, page)}
    return render(request, "guarding/entry.html", told, status=422 if page.form else 200)


@audience(Audience.ELEVATED, needs=Power.BREAK_GLASS)
@require_http_methods(BOTH)
def glass(request: StaffRequest, pupil_id: UUID) -> HttpResponse:
    """Open a child's record for an hour, when no DSL can be reached."""
    found = child_to_open(request.viewer, pupil_id)
    form = forms.BreakGlass(request.POST or None, prefix_ids="glass")
    if request.method == "POST" and form.is_valid():
        try:
            sharing.break_glass(request.viewer, pupil_id, said=form.facts()["said"])
        except Refused as refused:
            form.add_error("said", refused.reason)
        else:
            return redirect("chronology:child", pupil_id)
    told = {"page": glass_page(request.viewer, found, form)}
    return render(request, "guarding/glass.html", told, status=422 if form.is_bound else 200)


@audience(Audience.ELEVATED)
@require_POST
def end_opening(request: StaffRequest, opening_id: UUID) -> HttpResponse:
    """End an hour before it is over."""
    found = sharing.end_opening(request.viewer, opening_id)
    own = found.staff_id == request.viewer.staff_id
    return redirect("home:show" if own else "guarding:overview")


@audience(Audience.ELEVATED, needs=Power.BREAK_GLASS)
@require_POST
def end_own_opening(request: StaffRequest) -> HttpResponse:
    """The same from the strip on every page, which knows of one's own only."""
    sharing.end_own_opening(request.viewer)
    return redirect("home:show")


@audience(Audience.STAFF)
@require_GET
def follow(request: StaffRequest, notice_id: UUID) -> HttpResponse:
    """The link in a mail: on to what it is about. Following it does not mark it as read."""
    kind, pupil_id = where_a_notice_leads(request.viewer, notice_id)
    if kind is NoticeKind.DECIDED:
        return redirect("guarding:own")
    if not request.viewer.elevated:
        raise Refused(ELEVATION_NEEDED)
    return redirect("guarding:child", pupil_id) if pupil_id else redirect("guarding:overview")


@audience(Audience.STAFF)
@require_POST
def read(request: StaffRequest, notice_id: UUID) -> HttpResponse:
    """Mark a notice as read."""
    where_a_notice_leads(request.viewer, notice_id)
    notices.read_notice(request.viewer, notice_id)
    return redirect("home:show")
