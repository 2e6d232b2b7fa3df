"""Requests in, pages out: the staff of a school, for whoever looks after accounts."""

from datetime import timedelta
from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from heed.accounts import devices, letters
from heed.lib.clock import london
from heed.lib.outcomes import Refused
from heed.lib.typed import clean_line
from heed.people.staff import inviting, leaving, pages
from heed.people.staff.forms import AddPerson, Leaving, Pasted, Person
from heed.people.staff.pasted import read_list
from heed.people.staff.queries import one_person
from heed.ui.audience import Audience, audience
from heed.who.powers import Power
from heed.who.request import StaffRequest

for_accounts = audience(Audience.ELEVATED, needs=Power.ACCOUNTS)
either = require_http_methods(["GET", "HEAD", "POST"])


@for_accounts
@either
def staff(request: StaffRequest) -> HttpResponse:
    """Everybody on the staff. What is looked for comes by POST, so that no address holds a name."""
    typed = request.POST
    page = pages.staff_page(
        request.viewer,
        asked=clean_line(typed.get("find", ""))[:100],
        which=typed.get("which", "here"),
        after=typed.get("after", ""),
        note=_note(request),
    )
    return render(request, "people/staff/staff.html", {"page": page})


@for_accounts
@either
def add(request: StaffRequest) -> HttpResponse:
    """Add one person."""
    known = pages.known_addresses(request.viewer)
    form = AddPerson(request.POST or None, known=known, initial={"invite": True})
    if request.method == "POST" and form.is_valid():
        try:
            invite = form.cleaned_data["invite"]
            staff_id = inviting.add_person(request.viewer, form.said(), invite=invite)
        except Refused as refused:
            form.add_error("email", refused.reason)
        else:
            return _to_person(staff_id, "invited" if invite else "added")
    page = {"form": form, "means": pages.GROUP_MEANS}
    return render(request, "people/staff/add.html", page, status=_status(request))


@for_accounts
@either
def paste(request: StaffRequest) -> HttpResponse:
    """Add a list: read first, and every line that cannot be read is named. What is added leaves the box."""
    form = Pasted(request.POST or None, initial={"invite": True})
    if request.method != "POST" or not form.is_valid():
        return render(
            request, "people/staff/paste.html", {"form": form, "page": None}, status=_status(request)
        )
    known = pages.known_addresses(request.viewer)
    lines = read_list(form.cleaned_data["people"], here=known)
    page = pages.paste_page(lines)
    if request.POST.get("do") == "add" and page.good:
        good = [one.new for one in lines if one.new]
        added = inviting.add_people(request.viewer, good, invite=form.cleaned_data["invite"])
        if not page.faulty:
            return redirect(f"{reverse('people:staff')}?added")
        faulty = tuple(one for one in lines if not one.new)
        form = Pasted({**request.POST.dict(), "people": "\n".join(one.text for one in faulty)})
        page = pages.paste_page(faulty, added=added)
    return render(request, "people/staff/paste.html", {"form": form, "page": page})


@for_accounts
@either
def invite_all(request: StaffRequest) -> HttpResponse:
    """Invite everybody from the roll who has no account, after a look at how many that are."""
    if request.method == "POST":
        inviting.invite_everybody(request.viewer)
        return redirect(f"{reverse('people:staff')}?invited")
    return render(request, "people/staff/invite.html", {"page": pages.invite_page(request.viewer)})


@for_accounts
@require_http_methods(["GET", "HEAD"])
def person(request: StaffRequest, staff_id: UUID) -> HttpResponse:
    """One person."""
    page = pages.person_page(request.viewer, staff_id, note=_note(request))
    return render(request, "people/staff/person.html", {"page": page})


@for_accounts
@either
def change(request: StaffRequest, staff_id: UUID) -> HttpResponse:
    """Correct somebody's name, role or address."""
    one = one_person(request.viewer, staff_id)
    known = tuple(email for email in pages.known_addresses(request.viewer) if email != one.email)
    before = {"name": one.name, "role": one.role, "email": one.email}
    form = Person(request.POST or None, initial=before, known=(*known, one.email))
    if request.method == "POST" and form.is_valid():
        said = {name: form.cleaned_data[name] for name in before}
        try:
            inviting.change_person(request.viewer, staff_id, **said)
        except Refused as refused:
            form.add_error("email", refused.reason)
        else:
            return _to_person(staff_id, "changed")
    page = {"form": form, "one": one}
    return render(request, "people/staff/change.html", page, status=_status(request))


@for_accounts
@require_POST
def invite(request: StaffRequest, staff_id: UUID) -> HttpResponse:
    """Send somebody an invitation, or a new one."""
    inviting.invite_person(request.viewer, staff_id)
    return _to_person(staff_id, "invited")


@for_accounts
@require_POST
def withdraw(request: StaffRequest, staff_id: UUID) -> HttpResponse:
    """The invitation works no more."""
    one_person(request.viewer, staff_id)
    letters.withdraw_invitation(request.viewer, staff_id)
    return _to_person(staff_id, "withdrawn")


@for_accounts
@either
def leave(request: StaffRequest, staff_id: UUID) -> HttpResponse:
    """Somebody leaves: when, and who takes over."""
    viewer, ask_rest, problem = request.viewer, bool(request.POST.get("rest_to")), None
    today = london(viewer.at).date()
    one_person(viewer, staff_id)
    people = pages.people_to_choose(viewer, but=staff_id, today=today)
    form = Leaving(request.POST or None, people=people, today=today)
    if request.method == "POST" and form.is_valid():
        last_day = form.cleaned_data.get("last_day")
        try:
            leaving.set_leaving(
                viewer,
                staff_id,
                left_on=last_day + timedelta(days=1) if last_day else today,
                hands_to=form.chosen("hands_to"),
                rest_to=form.chosen("rest_to"),
            )
        except leaving.NotTaken as rest:
            form.add_error("rest_to" if form.chosen("hands_to") else "hands_to", rest.reason)
            ask_rest = True
        except leaving.NobodyNamed as missing:
            form.add_error("hands_to", missing.reason)
        except Refused as refused:
            problem = refused.reason
        else:
            return _to_person(staff_id, "leaves" if last_day else "left")
    page = pages.leave_page(viewer, staff_id, ask_rest=ask_rest, problem=problem)
    return render(request, "people/staff/leave.html", {"form": form, "page": page}, status=_status(request))


@for_accounts
@require_POST
def keep(request: StaffRequest, staff_id: UUID) -> HttpResponse:
    """Somebody who was going to leave stays."""
    leaving.keep(request.viewer, staff_id)
    return _to_person(staff_id, "stays")


@for_accounts
@require_POST
def come_back(request: StaffRequest, staff_id: UUID) -> HttpResponse:
    """Somebody who has left works here again."""
    leaving.come_back(request.viewer, staff_id)
    return _to_person(staff_id, "back")


@for_accounts
@require_POST
def end_devices(request: StaffRequest, staff_id: UUID) -> HttpResponse:
    """Sign somebody out everywhere."""
    one = one_person(request.viewer, staff_id)
    if one.user_id is None:
        raise Refused(f"{one.name} has no account.")
    devices.end_all(request.viewer, one.user_id)
    return _to_person(staff_id, "ended")


_NOTES = {
    "added": "Added.",
    "invited": "The invitation is on its way.",
    "changed": "Changed.",
    "withdrawn": "The invitation works no more.",
    "leaves": "Noted. Until then nothing changes.",
    "left": "Access has ended, everywhere, and what was open is handed on.",
    "stays": "They stay. Nothing was handed on.",
    "back": "They work here again, in no group yet. Send an invitation, and say under Groups what they are.",
    "ended": "Signed out everywhere.",
}


def _note(request: StaffRequest) -> str | None:
    return next((words for key, words in _NOTES.items() if key in request.GET), None)


def _to_person(staff_id: UUID, note: str) -> HttpResponse:
    return redirect(f"{reverse('people:person', args=[staff_id])}?{note}")


def _status(request: StaffRequest) -> int:
    return 422 if request.method == "POST" else 200
