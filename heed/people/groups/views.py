"""Requests in, pages out."""

from uuid import UUID

from django.db import transaction
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from heed.access.actions import set_groups
from heed.access.matrix import Scope
from heed.access.ruled import member
from heed.access.ruling import approve, take_back, turn_down
from heed.chronology.actions import look_up
from heed.lib.outcomes import NotSeen, Refused, refuse
from heed.lib.typed import clean_line
from heed.people.groups.changing import Changing
from heed.people.groups.forms import Decide
from heed.people.groups.pages import one_to_one as one_to_one_pages
from heed.people.groups.pages import person as person_pages
from heed.people.groups.pages import proposals as proposal_pages
from heed.people.groups.pages import table as table_pages
from heed.people.groups.rules import why_not_name_one_to_one
from heed.pupils.actions import end_one_to_one, teach, work_one_to_one
from heed.pupils.queries import child_open
from heed.ui.audience import Audience, audience
from heed.who.groups import Group
from heed.who.powers import Power
from heed.who.request import StaffRequest

SCOPES = [{"value": one.value, "text": one.words[:1].upper() + one.words[1:]} for one in Scope]


@audience(Audience.ELEVATED, needs=Power.GROUPS)
@require_GET
def groups(request: StaffRequest) -> HttpResponse:
    """Who may do what in this school."""
    return render(request, "people/groups/table.html", {"page": table_pages.table(request.viewer)})


@audience(Audience.ELEVATED, needs=Power.GROUPS)
@require_http_methods(["GET", "POST"])
def group(request: StaffRequest, group: str) -> HttpResponse:
    """One group: look at it, change it, see first what that opens and closes."""
    flow = Changing(request.viewer, _group(group))
    if request.method == "POST":
        flow.take(request.POST)
    if flow.done:
        return redirect("people:group", flow.group.value)
    wrong = bool(flow.fault or flow.form.errors)
    status = 409 if flow.seen is not None else 422 if wrong else 200
    template = "people/groups/preview.html" if flow.preview else "people/groups/group.html"
    return render(
        request,
        template,
        {"flow": flow, "form": flow.form, "page": flow.page, "scopes": SCOPES},
        status=status,
    )


@audience(Audience.ELEVATED, needs=Power.GROUPS)
@require_http_methods(["GET", "POST"])
def person_groups(request: StaffRequest, staff_id: UUID) -> HttpResponse:
    """The groups and classes of one person."""
    viewer, fault, changed = request.viewer, "", False
    form = person_pages.begun(viewer, staff_id, data=request.POST if request.method == "POST" else None)
    if form.is_valid():
        changed = form.cleaned_data["seen"] != form.initial["seen"]
        fault = CHANGED if changed else _place(request, staff_id, form.cleaned_data)
        if not fault:
            return redirect("people:person_groups", staff_id)
    page = person_pages.person(viewer, staff_id, changed=changed)
    status = 409 if changed else 422 if request.method == "POST" else 200
    told = {"page": page, "form": form, "fault": fault, "seen": form.initial["seen"]}
    return render(request, "people/groups/person.html", told, status=status)


CHANGED = "Somebody else has changed this since you opened the page. Look at how it is now, then decide."


def _place(request: StaffRequest, staff_id: UUID, chosen: dict[str, object]) -> str:
    """Both at once, or neither; the reason why not, if there is one."""
    why = str(chosen["why"])
    try:
        with transaction.atomic():
            set_groups(request.viewer, staff_id, chosen["groups"], why=why)  # type: ignore[arg-type]
            if "classes" in chosen:
                teach(request.viewer, staff_id, chosen["classes"])  # type: ignore[arg-type]
    except Refused as refused:
        return refused.reason
    return ""


@audience(Audience.ELEVATED, needs=Power.GROUPS)
@require_http_methods(["GET", "POST"])
def one_to_one(request: StaffRequest, staff_id: UUID) -> HttpResponse:
    """The children somebody works with one to one. Names come by POST, so that no address holds one."""
    viewer = request.viewer
    refuse(why_not_name_one_to_one(viewer, staff_id))
    member(viewer.school_id, staff_id)
    doing, pupil_id = request.POST.get("do", "find"), _id(request.POST.get("child", ""))
    if pupil_id and doing in {"add", "end"}:
        child_open(viewer, pupil_id)
        (work_one_to_one if doing == "add" else end_one_to_one)(viewer, staff_id, pupil_id)
        return redirect("people:one_to_one", staff_id)
    asked = clean_line(request.POST.get("find", ""))[:200]
    page = one_to_one_pages.one_to_one(viewer, staff_id, asked, look_up(viewer, asked))
    return render(request, "people/groups/one_to_one.html", {"page": page})


@audience(Audience.ELEVATED, needs=Power.APPROVE)
@require_GET
def proposals(request: StaffRequest) -> HttpResponse:
    """What waits for a decision."""
    return render(request, "people/groups/proposals.html", {"page": proposal_pages.proposals(request.viewer)})


@audience(Audience.ELEVATED, needs=Power.APPROVE)
@require_POST
def decide(request: StaffRequest, proposal_id: UUID) -> HttpResponse:
    """Approve, or turn down with a reason."""
    no = request.POST.get("do") != "approve"
    form = Decide(request.POST, prefix=str(proposal_id), reason_needed=no)
    if not form.is_valid():
        page = proposal_pages.proposals(request.viewer, typed=(proposal_id, form))
        if not any(one.proposed.id == proposal_id for one in page.waiting):
            raise NotSeen
        return render(request, "people/groups/proposals.html", {"page": page}, status=422)
    if no:
        turn_down(request.viewer, proposal_id, said=form.cleaned_data["said"])
    else:
        approve(request.viewer, proposal_id, said=form.cleaned_data["said"])
    return redirect("people:proposals")


@audience(Audience.ELEVATED, needs=Power.GROUPS)
@require_POST
def take_it_back(request: StaffRequest, proposal_id: UUID) -> HttpResponse:
    """Take one's own proposal back."""
    take_back(request.viewer, proposal_id)
    return redirect("people:groups")


def _group(name: str) -> Group:
    try:
        return Group(name)
    except ValueError:
        raise NotSeen from None


def _id(text: str) -> UUID | None:
    try:
        return UUID(text) if text else None
    except ValueError:
        raise NotSeen from None
