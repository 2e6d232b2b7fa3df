"""Outcomes and faults, turned into pages. The one place."""

import logging
import secrets
import sys
from collections.abc import Sequence

from django.core.exceptions import BadRequest, PermissionDenied, RequestDataTooBig, SuspiciousOperation
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.template.loader import render_to_string

from heed.config.figures import note_fault
from heed.config.logs import reference_of_request
from heed.incidents.door import keep_typed, words_to_send_again
from heed.lib.outcomes import NotSeen, OutOfDate, Refused

log = logging.getLogger("heed.web")

OUTCOMES = (NotSeen, Refused, OutOfDate, Http404, PermissionDenied, SuspiciousOperation, BadRequest)
"""What may be raised without anything being broken."""


def answer_to(request: HttpRequest, error: Exception) -> HttpResponse | None:
    """The page for what was raised, or None for what Django answers better."""
    if isinstance(error, (NotSeen, Http404)):
        return not_found(request)
    if isinstance(error, Refused):
        return render(request, "ui/refused.html", {"reason": error.reason}, status=403)
    if isinstance(error, OutOfDate):
        return render(request, "ui/out_of_date.html", {"reason": error.reason}, status=409)
    if isinstance(error, RequestDataTooBig):
        return render(request, "ui/too_large.html", status=413)
    if isinstance(error, (PermissionDenied, SuspiciousOperation, BadRequest)):
        return None
    return fault(request, error)


def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Hidden and missing are this one page."""
    return render(request, "ui/not_found.html", status=404)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """A request no page of ours makes; too much at once is told apart."""
    if isinstance(exception, RequestDataTooBig):
        return render(request, "ui/too_large.html", status=413)
    return render(
        request,
        "ui/out_of_date.html",
        {"reason": "Go back, load the page again and try once more."},
        status=400,
    )


def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Turned away by the framework."""
    return render(request, "ui/refused.html", {"reason": "This is not open to you."}, status=403)


def too_many(request: HttpRequest) -> HttpResponse:
    """Too much of one thing from one network address."""
    return render(request, "ui/too_many.html", status=429)


def fault(request: HttpRequest, error: BaseException | None = None) -> HttpResponse:
    """The calm page: a reference to quote, nothing about anybody, and no need of the database."""
    reference = reference_of_request.get() or secrets.token_hex(4)
    note_fault()
    log.error("fault %s", reference, exc_info=error)
    request.reference = reference  # type: ignore[attr-defined]
    return HttpResponse(_calm(reference), status=500)


def fault_with_words(request: HttpRequest) -> HttpResponse:
    """The same page once more, with the words of the form in it, because nothing else could keep them."""
    reference: str = request.reference  # type: ignore[attr-defined]
    return HttpResponse(_calm(reference, words_to_send_again(request), request.path), status=500)


def _calm(reference: str, again: Sequence[tuple[str, str, str]] = (), where: str = "") -> str:
    return render_to_string("ui/error.html", {"reference": reference, "again": again, "where": where})


def server_error(request: HttpRequest) -> HttpResponse:
    """For faults outside a view, where nothing can be relied on."""
    calm = fault(request, sys.exc_info()[1])
    try:
        return fault_with_words(request)
    except Exception:  # whatever is wrong with the form, the calm page stands
        log.exception("words could not be shown again")
        return calm


def stale_form(request: HttpRequest, reason: str = "") -> HttpResponse:
    """A form from before the last sign-in. Words that were typed into it are kept for their writer."""
    back = keep_typed(request)
    if back and request.headers.get("HX-Request"):
        return HttpResponse(headers={"HX-Redirect": back})
    if back:
        return HttpResponseRedirect(back)
    return render(request, "ui/csrf.html", status=403)
