"""Who may set a sign-in service, what it must be, and what it must say of a person. Pure."""

import re
from collections.abc import Collection, Mapping
from typing import Any
from urllib.parse import urlsplit

from heed.accounts.signon.kinds import Turned, Who, Why
from heed.who.powers import Power
from heed.who.viewer import Viewer

ENTRA_HOSTS = frozenset(
    {
        "login.microsoftonline.com",
        "login.microsoftonline.us",
        "login.partner.microsoftonline.cn",
        "sts.windows.net",
    }
)
GOOGLE = "https://accounts.google.com"

_GUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_DOMAIN = re.compile(r"(?=.{4,200}\Z)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]")
PUBLIC_DOMAINS = frozenset(
    {
        *("gmail.com", "googlemail.com", "outlook.com", "hotmail.com", "hotmail.co.uk", "live.com"),
        *("live.co.uk", "msn.com", "yahoo.com", "yahoo.co.uk", "icloud.com", "me.com", "aol.com"),
        *("btinternet.com", "sky.com", "proton.me", "protonmail.com"),
    }
)
"""Domains in which anybody may have an address."""

_MFA = "mfa"
"""RFC 8176: more than one kind of proof."""
_ACR = frozenset({"phr", "phrh", "https://refeds.org/profile/mfa"})
"""OpenID EAP ACR Values 1.0: resistant to phishing; and the REFEDS profile that universities use."""


def why_not_set(by: Viewer) -> str | None:
    """The reason this person cannot set single sign-on, if there is one."""
    return None if by.can(Power.SETTINGS) else f"This is for people who may {Power.SETTINGS.words}."


def why_not_approve(by: Viewer) -> str | None:
    """The reason this person cannot approve it, if there is one.

    Whoever holds the service can sign in as anybody in the school. So one who reads no child's record, as an
    administrator, does not open that door alone.
    """
    return None if by.can(Power.APPROVE) else f"This is for people who may {Power.APPROVE.words}."


def is_entra(issuer: str) -> bool:
    """Whether it is Microsoft's."""
    return urlsplit(issuer).hostname in ENTRA_HOSTS


def why_not_issuer(issuer: str) -> str | None:
    """What is wrong with an issuer as entered, apart from how its address is written."""
    if not is_entra(issuer):
        return None
    tenant = _tenant(issuer)
    if urlsplit(issuer).hostname == "sts.windows.net" or not issuer.endswith("/v2.0"):
        return "Microsoft’s issuer ends in /v2.0: https://login.microsoftonline.com/your tenant id/v2.0"
    if tenant is None:
        return (
            "This issuer stands for every organisation that Microsoft knows. Enter your own: "
            "https://login.microsoftonline.com/your tenant id/v2.0"
        )
    return None


def why_not_domain(domain: str) -> str | None:
    """Why addresses in this domain cannot be the school's."""
    if not _DOMAIN.fullmatch(domain):
        return f"“{domain}” is no domain. It looks like oakfield.sch.uk."
    if domain in PUBLIC_DOMAINS:
        return f"Anybody can have an address at {domain}. Enter the school’s own domains."
    return None


def domain_of(address: str) -> str:
    """What follows the @, in lower case; nothing when there is no one @."""
    before, at, domain = address.strip().lower().rpartition("@")
    return domain if at and before and "@" not in before else ""


def who_is_it(claims: Mapping[str, Any], *, issuer: str, domains: Collection[str]) -> Who:
    """Whom these checked claims of an ID token are about.

    Microsoft's `email` is what anybody with an own tenant can write there: it is never read. Within the school's
    own tenant the user name is given by its administrators. Google vouches for addresses of its own customers
    only where `hd` names their domain.

    Raises:
        Turned: when the account is another organisation's, or has no name of its own.
    """
    subject = _text(claims.get("sub"))
    if is_entra(issuer):
        if _text(claims.get("tid")) != _tenant(issuer):
            raise Turned(Why.OTHER_TENANT)
        subject = _text(claims.get("oid"))  # of the person; `sub` changes when Heed is registered anew
    if not subject or len(subject) > 255:
        raise Turned(Why.BAD_TOKEN)
    address, why = _address(claims, issuer, domains)
    return Who(subject=subject, address=address, why_no_address=why, second_step=second_step(claims))


def second_step(claims: Mapping[str, Any]) -> bool:
    """Whether the service says that more than one proof was asked."""
    methods = claims.get("amr")
    named = isinstance(methods, list) and _MFA in methods
    return named or _text(claims.get("acr")) in _ACR


def _address(
    claims: Mapping[str, Any], issuer: str, domains: Collection[str]
) -> tuple[str | None, Why | None]:
    entra = is_entra(issuer)
    address = _text(claims.get("preferred_username" if entra else "email")).strip().lower()
    if not address or not address.isascii() or not domain_of(address):
        return None, Why.NO_ADDRESS
    if not entra and claims.get("email_verified") is not True:
        return None, Why.NO_ADDRESS
    if domain_of(address) not in domains:
        return None, Why.OTHER_DOMAIN
    if issuer == GOOGLE and _text(claims.get("hd")).lower() not in domains:
        return None, Why.OTHER_DOMAIN
    return address, None


def _tenant(issuer: str) -> str | None:
    """The tenant's id in a Microsoft issuer; None where it stands for many."""
    first = urlsplit(issuer).path.strip("/").split("/", 1)[0].lower()
    return first if _GUID.fullmatch(first) and first != _PERSONAL_ACCOUNTS else None


_PERSONAL_ACCOUNTS = "9188040d-6c67-4c5b-b112-36a304b66dad"
"""The tenant of Microsoft's personal accounts: anybody's."""


def _text(value: Any) -> str:
    return value if isinstance(value, str) else ""
