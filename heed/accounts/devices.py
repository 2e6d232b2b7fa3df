"""Where somebody is signed in: noted when they come, ended when they or an administrator say so."""

import hashlib
import secrets
from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.db.models import F
from django.http import HttpRequest, HttpResponse

from heed.accounts import letters
from heed.accounts.browsers import browser_words
from heed.accounts.kinds import LetterKind
from heed.accounts.models import SignIn, User
from heed.accounts.queries import SEEN_BY, is_known_device
from heed.audit.actions import record
from heed.audit.kinds import Event, Kind
from heed.lib.outcomes import NotSeen
from heed.who.viewer import Viewer

COOKIE = "heed_device"
KEPT_FOR = 400 * 24 * 60 * 60
"""Seconds that a browser is known for; browsers keep nothing longer (RFC 6265bis, 5.5)."""

IN_SESSION = "sign_in"
SEEN_IN_SESSION = "seen_at"


@transaction.atomic
def note_sign_in(request: HttpRequest, by: Viewer, user: User) -> bool:
    """Note that somebody signed in at this browser; told by mail when it is new.

    Returns:
        Whether this browser is new to this account.
    """
    device = request.COOKIES.get(COOKIE, "")
    if not _could_be_ours(device):
        device = secrets.token_urlsafe(24)
    request.heed_device = device  # type: ignore[attr-defined]  # put into the answer by `remember_device`
    known = is_known_device(user.pk, _digest(device))
    row = SignIn.objects.create(
        user=user,
        device=_digest(device),
        browser=browser_words(request.META.get("HTTP_USER_AGENT", "")),
        origin=by.origin,
        at=by.at,
        seen_at=by.at,
    )
    request.session[IN_SESSION] = str(row.pk)
    if not known:
        record(by, Event.NEW_DEVICE, Kind.USER, user.pk)
        letters.write(by, LetterKind.NEW_DEVICE, email=user.email, user_id=user.pk)
    return not known


def remember_device(request: HttpRequest, response: HttpResponse) -> None:
    """The browser keeps by what it is known again. It opens nothing."""
    device = getattr(request, "heed_device", None)
    if device:
        response.set_cookie(
            COOKIE,
            device,
            max_age=KEPT_FOR,
            secure=settings.SESSION_COOKIE_SECURE,
            httponly=True,
            samesite="Lax",
        )


def sign_in_of(request: HttpRequest) -> UUID | None:
    """The sign-in that this session began with."""
    kept = request.session.get(IN_SESSION)
    return UUID(kept) if kept else None


def note_seen(request: HttpRequest, now: datetime) -> None:
    """Somebody was here. Written down every ten minutes at most."""
    sign_in, moment = sign_in_of(request), int(now.timestamp())
    if sign_in is None or moment - request.session.get(SEEN_IN_SESSION, 0) < SEEN_BY.seconds:
        return
    request.session[SEEN_IN_SESSION] = moment
    SignIn.objects.filter(pk=sign_in).update(seen_at=now)


@transaction.atomic
def end_one(viewer: Viewer, user_id: UUID, sign_in: UUID) -> None:
    """Sign somebody out at one browser, at its next request.

    Raises:
        NotSeen: when it is no sign-in of theirs, or has been ended.
    """
    if not SignIn.objects.filter(pk=sign_in, user_id=user_id, ended_at=None).update(ended_at=viewer.at):
        raise NotSeen
    record(viewer, Event.SIGN_IN_ENDED, Kind.USER, user_id)


@transaction.atomic
def end_all(by: Viewer, user_id: UUID, *, but: UUID | None = None) -> None:
    """Sign somebody out everywhere, at their next request there; `but` is the browser they do it from."""
    rows = SignIn.objects.filter(user_id=user_id, ended_at=None)
    (rows.exclude(pk=but) if but else rows).update(ended_at=by.at)
    User.objects.filter(pk=user_id).update(epoch=F("epoch") + 1)
    record(by, Event.SIGN_IN_ENDED, Kind.USER, user_id, why="everywhere")


def _could_be_ours(device: str) -> bool:
    return len(device) == 32 and device.replace("-", "a").replace("_", "a").isalnum()


def _digest(device: str) -> str:
    return hashlib.sha256(device.encode()).hexdigest()
