"""Keeps what somebody sent whose session had ended, for the same person only."""

from django.http import HttpRequest
from django.urls import reverse
from django.utils import timezone

from heed.incidents.actions import keep_words
from heed.incidents.stamps import read_stamp
from heed.tenancy.scope import schools
from heed.who.viewer import Viewer

_NOT_WORDS = {"csrfmiddlewaretoken", "stamp", "do", "choose"}


def keep_typed(request: HttpRequest) -> str | None:
    """Keep the form of a POST that cannot be taken now.

    The stamp says whose it is: whoever sends it, the words go to the person the form was made for.

    Returns:
        Where that person finds the words again; None when this is no form of ours.
    """
    stamp = read_stamp(request.POST.get("stamp", ""))
    if stamp is None:
        return None
    back = reverse("incidents:add")
    if "account" not in request.POST:  # a button of the page, not the form: there is nothing to keep
        return back
    typed = {key: request.POST.getlist(key) for key in request.POST if key not in _NOT_WORDS}
    by = Viewer(
        school_id=stamp.school_id,
        staff_id=stamp.staff_id,
        name="",
        role="not signed in",
        at=timezone.now(),
        origin=request.META.get("REMOTE_ADDR", ""),
    )
    with schools(stamp.school_id):
        keep_words(stamp.school_id, stamp.staff_id, stamp.token, typed, by=by)
    return back
