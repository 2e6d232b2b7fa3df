"""Why somebody sees something, what somebody sees, and who looked at whom."""

from datetime import date
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET, require_http_methods

from heed.guarding import forms
from heed.guarding.actions import asking
from heed.guarding.pages import looks as looks_pages
from heed.guarding.pages import why as why_pages
from heed.guarding.pages.sees import sees_page
from heed.guarding.queries.looks import first_look
from heed.guarding.queries.sees import colleague
from heed.guarding.rules.asking import why_not_explain
from heed.lib.clock import london
from heed.lib.outcomes import NotSeen, Refused, refuse
from heed.pupils.queries import Child, child_open
from heed.ui.audience import Audience, audience
from heed.who.powers import Power
from heed.who.request import StaffRequest
from heed.who.viewer import Viewer


@audience(Audience.ELEVATED)
@require_http_methods(["GET", "POST"])
def why(request: StaffRequest) -> HttpResponse:
    """Why a colleague can, or cannot, see an entry or a child; or what their groups read."""
    refuse(why_not_explain(request.viewer))
    if request.method == "GET":
        return _blank(request)
    form = forms.AskWhy(request.POST, prefix_ids="why")
    answer = _answer(request.viewer, form) if form.is_valid() else None
    child = _child(request.viewer, request.POST.get("pupil_id", ""))
    page = why_pages.why_page(request.viewer, form, child=child, answer=answer)
    return render(request, "guarding/why.html", {"page": page}, status=200 if answer else 422)


def _blank(request: StaffRequest) -> HttpResponse:
    child = _child(request.viewer, request.GET.get("child", ""))
    number = request.GET.get("entry", "")
    form = forms.AskWhy(initial={"number": number if number.isdigit() else ""}, prefix_ids="why")
    page = why_pages.why_page(request.viewer, form, child=child)
    return render(request, "guarding/why.html", {"page": page})


def _answer(viewer: Viewer, form: forms.AskWhy) -> why_pages.Explained | None:
    asked = form.facts()
    try:
        if asked["number"] is not None:
            person, entry = asking.ask_about_entry(viewer, asked["staff_id"], asked["number"])
            return why_pages.about_entry(viewer, person, entry)
        if asked["pupil_id"] is not None:
            person, child = asking.ask_about_child(viewer, asked["staff_id"], asked["pupil_id"])
            return why_pages.about_child(viewer, person, child)
        person = asking.ask_about_person(viewer, asked["staff_id"])
        return why_pages.about_person(viewer, person)
    except NotSeen:
        form.add_error(
            "number", "There is no such entry or child for you to see, or nobody of that name works here."
        )
    except Refused as refused:
        form.add_error(None, refused.reason)
    return None


def _child(viewer: Viewer, typed: str) -> Child | None:
    """The child that the question is about, when the asking person may open their page."""
    try:
        return child_open(viewer, UUID(typed)) if typed and viewer.can(Power.EXPLAIN) else None
    except (ValueError, NotSeen):
        return None


@audience(Audience.ELEVATED, needs=Power.EXPLAIN)
@require_GET
def sees(request: StaffRequest, staff_id: UUID) -> HttpResponse:
    """What a colleague sees, of what the asking person may see."""
    person, found = asking.look_as(request.viewer, staff_id)
    return render(request, "guarding/sees.html", {"page": sees_page(request.viewer, person, found)})


@audience(Audience.ELEVATED, needs=Power.SEE_LOOKS)
@require_GET
def looks(request: StaffRequest) -> HttpResponse:
    """Who looked at whom in a month, oddities first."""
    month = _month(request, request.viewer)
    found = asking.look_at_looks(request.viewer, looks_pages.span_of(month), month=month)
    today = london(request.viewer.at).date()
    begun = first_look(request.viewer)
    first = london(begun).date().replace(day=1) if begun else month
    page = looks_pages.looks_page(request.viewer, month, found, first=first, today=today)
    return render(request, "guarding/looks.html", {"page": page})


@audience(Audience.ELEVATED, needs=Power.SEE_LOOKS)
@require_GET
def looks_of(request: StaffRequest, staff_id: UUID) -> HttpResponse:
    """What one colleague looked at in a month."""
    month = _month(request, request.viewer)
    person = colleague(request.viewer, staff_id)
    found = asking.look_at_looks(request.viewer, looks_pages.span_of(month), month=month, of=staff_id)
    own = next((one for one in found if one.staff_id == staff_id), None)
    page = looks_pages.person_page(request.viewer, month, own, person)
    return render(request, "guarding/looks_of.html", {"page": page})


def _month(request: HttpRequest, viewer: Viewer) -> date:
    """The month an address names, or this one."""
    this_month = london(viewer.at).date().replace(day=1)
    try:
        found = date.fromisoformat(f"{request.GET.get('month', '')}-01")
    except ValueError:
        return this_month
    return min(found, this_month)
