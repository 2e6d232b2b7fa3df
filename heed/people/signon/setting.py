"""The page on which a school sets its single sign-on, and the one on which a leader approves it."""

from datetime import datetime
from typing import Any

from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from heed.accounts.signon import actions
from heed.accounts.signon.flow import client_of
from heed.accounts.signon.kinds import Service
from heed.accounts.signon.provider import Client
from heed.accounts.signon.queries import service_of
from heed.lib.clock import london
from heed.lib.outcomes import OutOfDate
from heed.lib.outgoing import Trouble
from heed.people.signon import pages
from heed.people.signon.forms import Release, Settings
from heed.people.signon.trying import try_it
from heed.people.signon.views import back_address
from heed.staff.queries import on_the_list
from heed.ui.audience import Audience, audience
from heed.who.powers import Power
from heed.who.request import StaffRequest

SAVED = "Saved. People can sign in with it as it says here."
WAITS = "Saved. It waits for a head or DSL: until one has approved it, nobody can sign in with it."
OFF = "Saved. It is off."
NOT_KNOWN = "Nobody on the staff list has this address."
RELEASED = "Done. The next account that the service vouches for at this address is theirs."
NOTHING = "No account at the service was theirs. Nothing had to be done."


@audience(Audience.ELEVATED, needs=Power.SETTINGS)
@require_http_methods(["GET", "POST"])
def set_up(request: StaffRequest) -> HttpResponse:
    """Single sign-on: look at it, try it, save it."""
    stored = service_of(request.viewer.school_id)
    data = request.POST if request.method == "POST" else None
    form = Settings(data, stored, plain=bool(settings.SIGN_ON_NETWORKS))
    if data is None:
        return _page(request, stored, form, said=_SAID.get(request.GET.get("said", ""), ""))
    if not form.is_valid():
        return _page(request, stored, form, status=422)
    if data.get("do") == "try":
        return _page(request, stored, form, findings=_tried(request, stored, form.cleaned_data))
    return redirect(f"{reverse('people:sign_on_settings')}?said={_save(request, form.cleaned_data)}")


@audience(Audience.ELEVATED, needs=Power.APPROVE)
@require_http_methods(["GET", "POST"])
def approve(request: StaffRequest) -> HttpResponse:
    """Single sign-on as it would be, for a head or DSL to approve."""
    stored = service_of(request.viewer.school_id)
    if request.method == "POST" and request.POST.get("do") == "approve":
        actions.approve_sign_on(request.viewer, seen=_moment(request.POST.get("seen", "")))
        return redirect("people:sign_on_approve")
    form = Release(request.POST if request.POST.get("do") == "release" else None)
    said = _release(request, form) if form.is_bound and form.is_valid() else ""
    page = pages.approve_page(stored) if stored else None
    status = 422 if form.errors else 200
    words = {"page": page, "form": form, "said": said}
    return render(request, "people/signon/approve.html", words, status=status)


def _save(request: StaffRequest, said: dict[str, Any]) -> str:
    wanted = actions.Wanted(**{name: said[name] for name in actions.Wanted.__slots__})
    approved = actions.set_sign_on(request.viewer, wanted, secret=said["secret"], seen=said["seen"])
    return "off" if not wanted.active else "saved" if approved else "waits"


_SAID = {"saved": SAVED, "waits": WAITS, "off": OFF}


def _tried(request: StaffRequest, stored: Service | None, said: dict[str, Any]) -> tuple[pages.Finding, ...]:
    """The service as it is typed, with the secret that was kept for it where none is typed."""
    client = _client(stored, said)
    findings = try_it(said["issuer"], client, back_address(request, request.viewer.school_id))
    wrong = [one.words for one in findings if not one.fine]
    actions.note_tried(request.viewer, said["issuer"], wrong[0] if wrong else "fine")
    return findings


def _client(stored: Service | None, said: dict[str, Any]) -> Client | None:
    if said["secret"]:
        return Client(said["client_id"], said["secret"])
    try:
        return client_of(stored) if stored else None
    except Trouble:
        return None


def _page(request: StaffRequest, stored: Service | None, form: Settings, **more: Any) -> HttpResponse:
    status = more.pop("status", 200)
    school_id = request.viewer.school_id
    page = pages.settings_page(
        stored,
        back=back_address(request, school_id),
        door=request.build_absolute_uri(reverse("people:sign_on", args=[school_id])),
        may_approve=request.viewer.can(Power.APPROVE),
        typed=form.typed_secret,
        **more,
    )
    return render(request, "people/signon/settings.html", {"page": page, "form": form}, status=status)


def _release(request: StaffRequest, form: Release) -> str:
    person = on_the_list(
        request.viewer.school_id,
        on=london(request.viewer.at).date(),
        email=form.cleaned_data["email"].strip(),
    )
    if person is None or person.user_id is None:
        form.add_error("email", NOT_KNOWN)
        return ""
    return RELEASED if actions.release(request.viewer, person.user_id) else NOTHING


def _moment(words: str) -> datetime:
    try:
        return datetime.fromisoformat(words)
    except ValueError:
        raise OutOfDate(actions.CHANGED) from None
