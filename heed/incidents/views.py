"""Requests in, pages out."""

from dataclasses import replace
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from heed.incidents import actions, keeping, queries
from heed.incidents.acting import Acting
from heed.incidents.adding import Adding
from heed.incidents.door import keep_typed, says_something, words_of
from heed.incidents.pages import adding, reading, unsent
from heed.incidents.stamps import is_for_somebody_else, read_stamp
from heed.lib.typed import clean_line
from heed.ui.audience import Audience, audience
from heed.who.request import StaffRequest

NOT_YOURS = (
    "This form was opened by somebody else at this computer. What was typed is kept for them and has not been "
    "sent. Open a form of your own to write."
)
TOO_OLD = (
    "This page has been open for too long, so what you type now is not kept while you type. "
    "Press Send, or copy your words and open the page again."
)


@audience(Audience.STAFF, at_the_door=keep_typed)
@require_http_methods(["GET", "POST"])
def add(request: StaffRequest) -> HttpResponse:
    """Add an incident. The button that was pressed says what is wanted of the form."""
    flow = Adding(request.viewer)
    if request.method == "GET":
        return _form(request, flow.begin(request.GET.get("child", ""), afresh="afresh" in request.GET))
    if is_for_somebody_else(request.POST.get("stamp", ""), request.viewer):
        keep_typed(request)
        return render(request, "ui/refused.html", {"reason": NOT_YOURS}, status=403)
    flow.take(request.POST)
    if flow.done is not None:
        return HttpResponseRedirect(flow.done)
    return _form(request, flow)


@audience(Audience.STAFF)
@require_GET
def draft(request: StaffRequest, token: UUID) -> HttpResponse:
    """Go on with a form that is not sent yet."""
    kept = queries.own_draft(request.viewer, token)
    if kept.about is None:
        return _form(request, Adding(request.viewer).go_on(token))
    if queries.numbers_of(request.viewer, [kept.about]):
        return redirect("incidents:entry", kept.about)
    left = unsent.left_words(request.viewer, keeping.take_words_up(request.viewer, token))
    return render(request, "incidents/unsent.html", {"page": left})


def _form(request: StaffRequest, flow: Adding) -> HttpResponse:
    part = request.headers.get("HX-Request") and not flow.sending
    template = "incidents/swapped.html" if part else "incidents/add.html"
    status = 422 if flow.sending else 200
    return render(request, template, {"page": flow.page(), "form": flow.form}, status=status)


@audience(Audience.STAFF, at_the_door=keep_typed)
@require_POST
def keep(request: StaffRequest) -> HttpResponse:
    """Keep what is being typed, into this form or into one about an entry. The page asks by itself."""
    stamp = read_stamp(request.POST.get("stamp", ""))
    if stamp is None:
        return JsonResponse({"problem": TOO_OLD}, status=409)
    if is_for_somebody_else(request.POST["stamp"], request.viewer):
        keep_typed(request)
        return HttpResponse(headers={"HX-Redirect": reverse("home:show")})
    typed = words_of(request.POST)
    if not says_something(stamp, typed):
        return HttpResponse(status=204)
    token = keeping.keep_draft(request.viewer, stamp, typed)
    return JsonResponse(adding.kept(request.viewer, replace(stamp, token=token)))


@audience(Audience.STAFF, at_the_door=keep_typed)
@require_POST
def children(request: StaffRequest) -> HttpResponse:
    """The children whose names begin with what is being typed. POST, so that no address holds a name."""
    asked = clean_line(request.POST.get("find", ""))[:200]
    found = adding.found(asked, actions.look_for_child(request.viewer, asked))
    return render(request, "incidents/matches.html", {"finding": found})


@audience(Audience.STAFF)
@require_GET
def sent(request: StaffRequest, item_id: UUID) -> HttpResponse:
    """The writer's own view of what they sent."""
    entry = actions.open_own_entry(request.viewer, item_id)
    return render(request, "incidents/sent.html", {"page": reading.sent(request.viewer, entry)})


@audience(Audience.STAFF)
@require_GET
def entry(request: StaffRequest, item_id: UUID) -> HttpResponse:
    """An entry, for those who need to know."""
    return _entry(request, Acting(request.viewer, actions.open_entry(request.viewer, item_id)).begin())


@audience(Audience.STAFF, at_the_door=keep_typed)
@require_http_methods(["GET", "POST"])
def act(request: StaffRequest, item_id: UUID) -> HttpResponse:
    """Write an action down. Loaded again by its address, it is the entry."""
    if request.method == "GET":
        return redirect("incidents:entry", item_id)
    flow = Acting(request.viewer, actions.open_entry(request.viewer, item_id))
    if is_for_somebody_else(request.POST.get("stamp", ""), request.viewer):
        keep_typed(request)
        return render(request, "ui/refused.html", {"reason": NOT_YOURS}, status=403)
    flow.act(request.POST)
    return _entry(request, flow)


@audience(Audience.STAFF)
@require_http_methods(["GET", "POST"])
def step(request: StaffRequest, item_id: UUID) -> HttpResponse:
    """Change where an entry stands. Loaded again by its address, it is the entry."""
    if request.method == "GET":
        return redirect("incidents:entry", item_id)
    flow = Acting(request.viewer, actions.open_entry(request.viewer, item_id))
    flow.take(request.POST)
    return _entry(request, flow)


def _entry(request: StaffRequest, flow: Acting) -> HttpResponse:
    if flow.done is not None:
        return HttpResponseRedirect(flow.done)
    told = {
        "page": flow.page(),
        "form": flow.form,
        "step": flow.step,
        "fault": flow.fault,
        "changed": flow.changed,
    }
    return render(request, "incidents/entry.html", told, status=422 if request.method == "POST" else 200)
