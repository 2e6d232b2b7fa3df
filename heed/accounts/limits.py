"""How often a password may be tried, so that guessing ends and nobody is shut out by a stranger.

Eight wrong passwords in five minutes are counted for an account *at one network address*: whoever guesses
elsewhere does not stop the person who is typing here. Over all addresses a hundred an hour are counted for an
account, against guessing from many; where the account has been signed in to lately, that count is not asked.
"""

import hashlib

from allauth.core.internal import ratelimit
from django.core.cache import cache
from django.http import HttpRequest, HttpResponse

ANYWHERE = "login_failed_anywhere"
FORGOTTEN = "forgotten"
LINKS = "bad_links"
KNOWN_FOR = 30 * 24 * 60 * 60
"""Seconds for which an address counts as one that the account is used at."""


def too_often(request: HttpRequest) -> HttpResponse | None:
    """Count a request at the door as sign-in itself is counted, by network address; the answer when there were too many.

    The count stays locked until the request has ended, and everybody behind one address waits for it. So it is
    taken when nothing slow is to come: after a sign-in service was asked, not before.
    """
    return ratelimit.consume_or_429(request, app="allauth.account", action="sign_on", limit_get=True)


def key_at(login: str, origin: str) -> str:
    """What is counted together: one account at one address (a whole home or school, with IPv6)."""
    return f"{login.strip().lower()} at {ratelimit.truncate_ip(origin)}"


def try_anywhere(request: HttpRequest, login: str, origin: str) -> "ratelimit.RateLimitUsage | None":
    """Count a try over all addresses; None when there were too many and the account is not known here."""
    usage = ratelimit.consume(
        request, app="allauth.account", action=ANYWHERE, key=f"anywhere {login.strip().lower()}"
    )
    if usage is None and cache.get(_known(login, origin)):
        return ratelimit.RateLimitUsage(usage=[])
    return usage


def may_ask_for_password(request: HttpRequest, login: str, origin: str) -> bool:
    """Count somebody who asks for a new password: for an address at one network address, and for that alone.

    Whether anybody has the address changes nothing here. How many letters one account gets is for the job.
    """
    usage = ratelimit.consume(request, app="allauth.account", action=FORGOTTEN, key=key_at(login, origin))
    return usage is not None


def may_try_link(request: HttpRequest) -> bool:
    """Count somebody who opens links that are not good, at one network address."""
    return ratelimit.consume(request, app="allauth.account", action=LINKS, limit_get=True) is not None


def remember(login: str, origin: str) -> None:
    """This account was signed in to at this address."""
    cache.set(_known(login, origin), 1, KNOWN_FOR)


def _known(login: str, origin: str) -> str:
    """A digest: neither the account nor the address stands in the table of counts."""
    return "heed:known:" + hashlib.sha256(key_at(login, origin).encode()).hexdigest()
