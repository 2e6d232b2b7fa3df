"""The way in through a school's own sign-in service. No page here tells whether an address is known."""

import logging
from uuid import UUID

from allauth.account.utils import perform_login
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme, urlencode
from django.views.decorators.http import require_GET, require_http_methods

from heed.accounts.adapters import origin_of
from heed.accounts.entering import note_signed_on
from heed.accounts.forms import SignIn
from heed.accounts.limits import too_often
from heed.accounts.signon.actions import note_broken, note_turned_away
from heed.accounts.signon.flow import begin, taken_up, vouched_for
from heed.accounts.signon.kinds import Service, Turned, Who, Why
from heed.accounts.signon.queries import every_service, service_in_force, services_for
from heed.lib.outcomes import NotSeen
from heed.lib.outgoing import Trouble
from heed.people.signon import pages
from heed.people.signon.forms import Address
from heed.people.signon.letting_in import TurnedAway, let_in
from heed.tenancy.scope import schools
from heed.ui.audience import Audience, audience
from heed.who.viewer import Viewer

log = logging.getLogger("heed.signon")


@audience(Audience.ANYONE)
@require_http_methods(["GET", "POST"])
def which_school(request: HttpRequest) -> HttpResponse:
    """Which school's service to go to, by the domain of an address. An unknown domain leads to the password."""
    if request.user.is_authenticated:
        return redirect("home:show")
    return too_often(request) or _which_school(request, _onward(request))


@audience(Audience.ANYONE)
@require_GET
def leave(request: HttpRequest, school_id: UUID) -> HttpResponse:
    """To the school's service. This address may stand in a bookmark, or on the service's own page of programs."""
    if request.user.is_authenticated:
        return redirect("home:show")
    service, onward = _in_force(school_id), _onward(request)
    there = back_address(request, school_id)
    try:
        there = begin(request.session, service, back=there, onward=onward, now=timezone.now())
    except Trouble as trouble:
        return too_often(request) or _broken(request, service, trouble, onward)
    if "another" in request.GET:
        there += "&prompt=select_account"
    return too_often(request) or HttpResponseRedirect(there)


@audience(Audience.ANYONE)
@require_GET
def back(request: HttpRequest, school_id: UUID) -> HttpResponse:
    """Back from the school's service, with its word about somebody."""
    if request.user.is_authenticated:
        return redirect("home:show")
    service, onward, now = _in_force(school_id), reverse("home:show"), timezone.now()
    try:
        begun = taken_up(request.session, school_id, request.GET.get("state", ""), now)
        onward, here = begun.onward, back_address(request, school_id)
        who = vouched_for(service, begun, request.GET.dict(), back=here, now=now)
    except Turned as turned:
        return too_often(request) or _turned_away(request, service, turned, onward)
    except Trouble as trouble:
        return too_often(request) or _broken(request, service, trouble, onward)
    return too_often(request) or _come_in(request, service, who, onward)


def back_address(request: HttpRequest, school_id: UUID) -> str:
    """Where the service sends people back to. It must be entered there, letter by letter."""
    return request.build_absolute_uri(reverse("people:sign_on_back", args=[school_id]))


def _which_school(request: HttpRequest, onward: str) -> HttpResponse:
    if request.method == "GET":
        alone = every_service()
        if len(alone) == 1:
            return redirect(_begin_at(alone[0].school_id, onward))
        return _ask(request, Address(), onward)
    form = Address(request.POST)
    if not form.is_valid():
        return _ask(request, form, onward)
    address = form.cleaned_data["address"]
    found = services_for(address)
    return _doors(request, found, onward) if found else _password(request, address, onward)


def _come_in(request: HttpRequest, service: Service, who: Who, onward: str) -> HttpResponse:
    """As with a password: the second step, where this user has one and the school does not count the service's."""
    try:
        with schools(service.school_id):
            user = let_in(_at_the_door(request, service.school_id), service, who)
    except TurnedAway as turned:
        return _turned_away(request, service, turned, onward)
    counts = service.counts_as_second_step and who.second_step
    note_signed_on(request, user, service.school_id, second_step=counts)
    response: HttpResponse = perform_login(request, user, redirect_url=onward)
    return response


def _in_force(school_id: UUID) -> Service:
    found = service_in_force(school_id)
    if found is None:
        raise NotSeen
    return found


def _turned_away(request: HttpRequest, service: Service, turned: Turned, onward: str) -> HttpResponse:
    """One page, whatever the reason; the mark keeps it. A try that went astray may be begun again."""
    user_id = turned.user_id if isinstance(turned, TurnedAway) else None
    with schools(service.school_id):
        note_turned_away(_at_the_door(request, service.school_id), turned.why, user_id)
    astray = turned.why in {Why.OLD_TRY, Why.GAVE_UP}
    page = pages.turned_away(service, astray=astray, again=_begin_at(service.school_id, onward))
    return render(request, "people/signon/turned.html", {"page": page}, status=409 if astray else 403)


def _broken(request: HttpRequest, service: Service, trouble: Trouble, onward: str) -> HttpResponse:
    """The service's fault, not ours: so the status is none of ours either, and the mark stands."""
    log.warning("the sign-in service of school %s %s", service.school_id, trouble.why)
    with schools(service.school_id):
        note_broken(_at_the_door(request, service.school_id), trouble.why)
    page = pages.broken(service, again=_begin_at(service.school_id, onward), onward=onward)
    return render(request, "people/signon/broken.html", {"page": page}, status=424)


def _ask(request: HttpRequest, form: Address, onward: str) -> HttpResponse:
    status = 422 if form.errors else 200
    return render(request, "people/signon/which.html", {"form": form, "onward": onward}, status=status)


def _doors(request: HttpRequest, found: tuple[Service, ...], onward: str) -> HttpResponse:
    links = tuple(pages.Link(door.school, door.label, _begin_at(door.school_id, onward)) for door in found)
    return render(request, "people/signon/doors.html", {"links": links, "onward": onward})


def _password(request: HttpRequest, address: str, onward: str) -> HttpResponse:
    """The page for a password, with the address in it."""
    words = {
        "form": SignIn(request=request, initial={"login": address}),
        "redirect_field_name": "next",
        "redirect_field_value": onward,
        "note": "Nobody has set up single sign-on for addresses that end like yours. Sign in with your password.",
    }
    return render(request, "account/login.html", words)


def _begin_at(school_id: UUID, onward: str) -> str:
    return f"{reverse('people:sign_on', args=[school_id])}?{urlencode({'next': onward})}"


def _onward(request: HttpRequest) -> str:
    """Where to after sign-in: never out of Heed."""
    asked = request.POST.get("next") or request.GET.get("next") or ""
    fine = url_has_allowed_host_and_scheme(
        asked, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    return asked if fine else reverse("home:show")


def _at_the_door(request: HttpRequest, school_id: UUID) -> Viewer:
    return Viewer(
        school_id=school_id,
        staff_id=None,
        name="",
        role="at the door",
        at=timezone.now(),
        origin=origin_of(request),
    )
