"""Requests in, pages out."""

from urllib.parse import urlencode
from uuid import UUID

from django.http import HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from heed.chronology import actions, pages, searching
from heed.chronology.forms import NO_WORD, read_asked, read_place, read_search
from heed.chronology.rules import why_not_search
from heed.lib.clock import london
from heed.lib.outcomes import NotSeen, refuse
from heed.lib.typed import clean_line
from heed.ui.audience import Audience, audience
from heed.who.request import StaffRequest


@audience(Audience.ELEVATED)
@require_http_methods(["GET", "POST"])
def find(request: StaffRequest) -> HttpResponse:
    """Find a child by name. What is typed comes by POST, so that no address holds a name."""
    asked = clean_line(request.POST.get("find", ""))[:200]
    page = pages.finding(asked, actions.look_up(request.viewer, asked))
    template = "chronology/found.html" if request.headers.get("HX-Request") else "chronology/find.html"
    return render(request, template, {"page": page})


@audience(Audience.STAFF)
@require_http_methods(["GET", "POST"])
def child(request: StaffRequest, pupil_id: UUID) -> HttpResponse:
    """A child's chronology. Words looked for come by POST; the rest may stand in an address."""
    typed = request.POST if request.method == "POST" else _without_words(request.GET)
    asked, said, faults = read_asked(typed, today=london(request.viewer.at).date())
    if request.method == "POST" and not asked.words and not faults:
        return HttpResponseRedirect(f"?{urlencode(_addressable(typed))}")
    before = _before(typed)
    found, rows = actions.open_child(request.viewer, pupil_id, asked, before=before)
    page = pages.child_page(
        request.viewer, found, rows, asked, further=before is not None, typed=said, faults=faults
    )
    return render(request, "chronology/child.html", {"page": page}, status=422 if faults else 200)


@audience(Audience.ELEVATED)
@require_http_methods(["GET", "POST"])
def search(request: StaffRequest) -> HttpResponse:
    """Search words in the whole school. All that is asked comes by POST; an address asks nothing."""
    refuse(why_not_search(request.viewer))
    if request.method == "GET":
        return render(request, "chronology/search.html", {"page": searching.blank(request.viewer)})
    asked, said, faults = read_search(request.POST, today=london(request.viewer.at).date())
    before = read_place(request.POST.get("before", ""))
    found = None if faults else actions.search_words(request.viewer, asked, before=before)
    if found is None or found.no_word:
        page = searching.not_asked(request.viewer, said, faults or {"words": NO_WORD})
        return render(request, "chronology/search.html", {"page": page}, status=422)
    page = searching.answer(request.viewer, found, said, further=before is not None)
    return render(request, "chronology/search.html", {"page": page})


def _without_words(typed: QueryDict) -> QueryDict:
    """An address that somebody made by hand looks for no words: they would stay in histories and logs."""
    rest = typed.copy()
    rest.pop("words", None)
    return rest


def _addressable(typed: QueryDict) -> dict[str, str]:
    return {name: value for name in ("category", "since", "before") if (value := typed.get(name, ""))}


def _before(typed: QueryDict) -> UUID | None:
    try:
        return UUID(before) if (before := typed.get("before", "")) else None
    except ValueError:
        raise NotSeen from None
