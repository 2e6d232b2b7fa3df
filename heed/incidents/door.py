"""Keeps what somebody sent whose session had ended, for the same person only."""

from django.http import HttpRequest, QueryDict
from django.urls import reverse
from django.utils import timezone

from heed.incidents.keeping import keep_words
from heed.incidents.stamps import Stamp, read_stamp
from heed.lib.typed import is_visible
from heed.tenancy.scope import schools
from heed.who.viewer import Viewer

_NOT_WORDS = {"csrfmiddlewaretoken", "stamp", "do", "choose"}
_WORDS = {"account", "child_words", "already_done", "place", "late_reason"}


def keep_typed(request: HttpRequest) -> str | None:
    """Keep the form of a POST that cannot be taken now.

    The stamp says whose it is: whoever sends it, the words go to the person the form was made for.

    Returns:
        Where that person finds the words again; None when this is no form of ours.
    """
    stamp = read_stamp(request.POST.get("stamp", ""))
    if stamp is None:
        return None
    typed = words_of(request.POST)
    if typed:  # else it is a button of the page, not the form: there is nothing to keep
        with schools(stamp.school_id):
            keep_words(
                stamp.school_id,
                stamp.staff_id,
                stamp.token,
                typed,
                by=_by(stamp, request),
                about=stamp.about,
                sheet=stamp.sheet,
                seen=stamp.seen,
            )
    return where(stamp)


def words_to_send_again(request: HttpRequest) -> list[tuple[str, str, str]]:
    """Everything in a form of ours that met a fault: name, value, and its heading where somebody typed it.

    Asks nothing of anybody: the page that shows it must stand when the database does not.
    """
    if request.method != "POST" or read_stamp(request.POST.get("stamp", "")) is None:
        return []
    return [
        (name, value, _HEADINGS.get(name, ""))
        for name in request.POST
        for value in request.POST.getlist(name)
        if value
    ]


_HEADINGS = {
    "account": "What happened",
    "child_words": "The child’s own words",
    "already_done": "What you have already done",
    "done": "What was done",
}


def words_of(form: QueryDict) -> dict[str, list[str]]:
    """What was typed and chosen in a form, without what the page itself put there."""
    return {key: form.getlist(key) for key in form if key not in _NOT_WORDS}


def says_something(stamp: Stamp, typed: dict[str, list[str]]) -> bool:
    """Whether there is a word in it worth keeping while it is typed: a day that the page put there is none."""
    names = typed.keys() if stamp.about else typed.keys() & _WORDS
    return any(is_visible(value) for name in names for value in typed[name])


def where(stamp: Stamp) -> str:
    """The page on which the form stands."""
    return reverse("incidents:entry", args=[stamp.about]) if stamp.about else reverse("incidents:add")


def _by(stamp: Stamp, request: HttpRequest) -> Viewer:
    return Viewer(
        school_id=stamp.school_id,
        staff_id=stamp.staff_id,
        name="",
        role="not signed in",
        at=timezone.now(),
        origin=request.META.get("REMOTE_ADDR", ""),
    )
