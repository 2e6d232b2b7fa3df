"""One request, one transaction, one school, one viewer."""

import logging
from collections.abc import Callable
from typing import Any
from uuid import UUID

from allauth.account.authentication import get_authentication_records
from django.conf import settings
from django.contrib.auth import logout
from django.contrib.sessions.middleware import SessionMiddleware
from django.db import DatabaseError, transaction
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from heed.access.queries import viewer_for
from heed.accounts.choosing import CHOSEN
from heed.accounts.devices import note_seen, sign_in_of
from heed.accounts.entering import BY_THE_SERVICE_ONLY, schools_entered, signed_on_for
from heed.accounts.queries import Workplace, is_ended
from heed.accounts.rules import place_of, slug_in
from heed.audit.actions import record, record_at_the_door
from heed.audit.kinds import DoorEvent, Event, Kind
from heed.config.outcomes import OUTCOMES, answer_to, fault_with_words
from heed.incidents.door import keep_typed
from heed.lib.outcomes import NotSeen, Refused
from heed.tenancy.scope import schools
from heed.who.powers import Power
from heed.who.viewer import Viewer

Next = Callable[[HttpRequest], HttpResponse]

log = logging.getLogger("heed.web")

HEALTH = "/healthz"
"""Answers without a transaction: it must speak when there is no database to open one in."""


class NeverKept:
    """Pages are not kept by browsers and proxies: Back after sign-out shows nothing."""

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Say so on every answer that does not say otherwise itself."""
        response = self.get_response(request)
        response.headers.setdefault("Cache-Control", "no-store")
        return response


class Sessions(SessionMiddleware):
    """What a person does lengthens their session, by the minute; a glance of a page that stands open does not."""

    BY = 60
    """Seconds: a session is written again at most so often, so that reading a page writes nothing but its mark."""

    def process_response(self, request: HttpRequest, response: HttpResponse) -> HttpResponse:
        """Note that somebody was here, unless it was a glance."""
        if getattr(request, "is_glance", False) and not request.session.modified:
            return response
        if request.session.accessed and request.user.is_authenticated:
            now = int(timezone.now().timestamp())
            if now - request.session.get("here_at", 0) >= self.BY:
                request.session["here_at"] = now
                note_seen(request, timezone.now())
        return super().process_response(request, response)


class OneTransaction:
    """Opens the request's transaction and scope, and makes the Viewer.

    A failed or refused request is undone whole; the mark of a refusal is written after that, on its own.
    """

    def __init__(self, get_response: Next) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer within the scope of the one school this person is in."""
        if request.path == HEALTH or getattr(request, "may_read_figures", False):
            return self.get_response(request)
        request.undo = None  # type: ignore[attr-defined]
        entry = _school_of(request)
        response = self._within(entry, request) if entry else self._outside(request)
        _note_refusal(request)
        if not _keep_what_was_typed(request):
            return fault_with_words(request)
        return response

    def process_exception(self, request: HttpRequest, error: Exception) -> HttpResponse | None:
        """The page for an outcome; everything else becomes the calm page with a reference."""
        request.undo = error  # type: ignore[attr-defined]
        return answer_to(request, error)

    def _within(self, entry: Workplace, request: HttpRequest) -> HttpResponse:
        """The scope is the transaction: no savepoint within another, and nothing to put back at its end."""
        with schools(entry.school_id):
            request.viewer = _let_in(request, entry)  # type: ignore[attr-defined]
            request.school = entry.school  # type: ignore[attr-defined]
            return self._answered(request)

    def _outside(self, request: HttpRequest) -> HttpResponse:
        request.viewer = None  # type: ignore[attr-defined]
        with transaction.atomic():
            return self._answered(request)

    def _answered(self, request: HttpRequest) -> HttpResponse:
        """Django has turned a view's exception into an answer by now, so undoing must be said."""
        response = self.get_response(request)
        if request.undo or response.status_code >= 500:  # type: ignore[attr-defined]
            transaction.set_rollback(True)
        return response


def _school_of(request: HttpRequest) -> Workplace | None:
    """The school this request is in. Whoever may choose between several and has not is sent to do so.

    Asked before there is a scope: sessions, users and memberships have no wall.
    """
    request.workplaces = ()  # type: ignore[attr-defined]
    request.must_choose_school = False  # type: ignore[attr-defined]
    if not request.user.is_authenticated:
        return None
    if is_ended(sign_in_of(request)):
        logout(request)
        return None
    found = schools_entered(request, request.user)
    slug = slug_in(request.get_host(), settings.BASE_DOMAIN)
    entry = place_of(found, slug=slug, chosen=request.session.get(CHOSEN, ""))
    request.workplaces = found  # type: ignore[attr-defined]
    request.must_choose_school = entry is None and not slug and len(found) > 1  # type: ignore[attr-defined]
    return entry


def _let_in(request: HttpRequest, entry: Workplace) -> Viewer | None:
    """The viewer, unless the school's people must come through its own service and this one did not.

    Whoever may change the settings comes in all the same: else a broken service would shut the school out for good.
    """
    viewer = _viewer(request, entry.school_id)
    if viewer is None or not entry.only_signed_on or viewer.can(Power.SETTINGS):
        return viewer
    if signed_on_for(request, request.user):
        return viewer
    request.turned_away = BY_THE_SERVICE_ONLY  # type: ignore[attr-defined]
    return None


def _viewer(request: HttpRequest, school_id: UUID) -> Viewer | None:
    user: Any = request.user
    elevated = any(one.get("method") == "mfa" for one in get_authentication_records(request, user))
    return viewer_for(
        user.pk,
        school_id,
        elevated=elevated,
        at=timezone.now(),
        origin=request.META.get("REMOTE_ADDR", ""),
    )


def _note_refusal(request: HttpRequest) -> None:
    """Who was turned away from what: outside the transaction that was undone."""
    error: Exception | None = request.undo  # type: ignore[attr-defined]
    viewer: Viewer | None = request.viewer  # type: ignore[attr-defined]
    if not isinstance(error, (NotSeen, Refused)):
        return
    if viewer is None:
        _note_without_school(request)
        return
    match = request.resolver_match
    about = next(
        (value for value in (match.kwargs.values() if match else ()) if isinstance(value, UUID)), None
    )
    with schools(viewer.school_id):
        record(viewer, Event.REFUSED, Kind.PAGE, about, why=match.view_name if match else "")


def _keep_what_was_typed(request: HttpRequest) -> bool:
    """A fault has undone the request: the words of its form are kept for their writer, if the database can.

    Returns:
        False when it could not.
    """
    error: Exception | None = request.undo  # type: ignore[attr-defined]
    if request.method != "POST" or error is None or isinstance(error, OUTCOMES):
        return True
    try:
        with transaction.atomic():
            keep_typed(request)
    except DatabaseError:
        log.exception("words could not be kept")
        return False
    return True


def _note_without_school(request: HttpRequest) -> None:
    """Somebody signed in who works in no school here, or no longer does."""
    if request.user.is_authenticated:
        origin = request.META.get("REMOTE_ADDR", "")
        record_at_the_door(DoorEvent.NO_SCHOOL, at=timezone.now(), origin=origin, user_id=request.user.pk)
