"""One's own children and relatives in this school."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from heed.access.kinds import BarWhy
from heed.guarding import forms
from heed.guarding.actions import bars
from heed.guarding.pages.own import found as finding
from heed.guarding.pages.own import own_page
from heed.guarding.rules.bars import why_not_declare
from heed.incidents.pages.adding import NOTHING_ASKED
from heed.lib.outcomes import NotSeen, Refused, refuse
from heed.lib.typed import clean_line
from heed.pupils.queries import Child, child_named
from heed.ui.audience import Audience, audience
from heed.who.request import StaffRequest


@audience(Audience.STAFF)
@require_http_methods(["GET", "POST"])
def own(request: StaffRequest) -> HttpResponse:
    """Say that a child is one's own or a relative. What is typed comes by POST; no address holds a name."""
    refuse(why_not_declare(request.viewer, BarWhy.OWN_CHILD))
    do = request.POST.get("do", "")
    form = forms.Declare(request.POST if do == "declare" else None, prefix_ids="declare")
    if form.is_bound and _declared(request, form):
        return redirect("guarding:own")
    shown = NOTHING_ASKED
    if request.method == "POST" and "find" in request.POST and do != "declare":
        asked = clean_line(request.POST.get("find", ""))[:200]
        shown = finding(asked, bars.look_for_relative(request.viewer, asked))
    page = own_page(request.viewer, form, finding=shown, child=_chosen(request))
    part = bool(request.headers.get("HX-Request"))
    template = "guarding/own_found.html" if part else "guarding/own.html"
    return render(request, template, {"page": page}, status=422 if form.is_bound else 200)


def _declared(request: StaffRequest, form: forms.Declare) -> bool:
    if not form.is_valid():
        return False
    try:
        bars.declare(request.viewer, **form.facts())
    except NotSeen:
        form.add_error("pupil_id", "This child cannot be chosen. Look for the child again.")
    except Refused as refused:
        form.add_error(None, refused.reason)
    return not form.errors


def _chosen(request: StaffRequest) -> Child | None:
    """The child that was chosen from the list, as the form carries them."""
    typed = request.POST.get("pupil_id") or request.POST.get("choose") or ""
    field = forms.Declare({"pupil_id": typed})
    field.is_valid()
    wanted = field.cleaned_data.get("pupil_id")
    try:
        return child_named(request.viewer, wanted) if wanted else None
    except NotSeen:
        return None
