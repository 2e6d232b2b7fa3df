"""What the pages of single sign-on print."""

from dataclasses import dataclass

from django.urls import reverse
from django.utils.http import urlencode

from heed.accounts.signon.kinds import Service


@dataclass(frozen=True, slots=True)
class Link:
    """A school, what its service is called, and the way there."""

    school: str
    label: str
    href: str


@dataclass(frozen=True, slots=True)
class TurnedPage:
    """For somebody who was not signed in."""

    title: str
    label: str
    astray: bool
    """Whether it was the try that went wrong, not the person."""
    again: str
    another: str
    """The same way, but the service asks which account."""


@dataclass(frozen=True, slots=True)
class BrokenPage:
    """For somebody whose school's service cannot be asked."""

    label: str
    school: str
    again: str
    password: str | None
    """The way in without it, where the school has left it open."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at in a service."""

    what: str
    fine: bool
    words: str


@dataclass(frozen=True, slots=True)
class SettingsPage:
    """The settings, apart from the form."""

    state: str
    state_words: str
    back: str
    """The address to enter at the service."""
    door: str
    """The address for bookmarks."""
    secret_hint: str
    typed: str
    """A secret that was typed and not saved, sealed."""
    waits: bool
    may_approve: bool
    findings: tuple[Finding, ...] = ()
    said: str = ""


@dataclass(frozen=True, slots=True)
class ApprovePage:
    """What is approved, in plain words."""

    label: str
    issuer: str
    domains: tuple[str, ...]
    counts_as_second_step: bool
    only: bool
    active: bool
    approved: bool
    seen: str


def turned_away(service: Service, *, astray: bool, again: str) -> TurnedPage:
    """For somebody who was not signed in, whoever they are."""
    title = "This sign-in was not finished" if astray else "You were not signed in"
    return TurnedPage(title, service.label, astray, again, f"{again}&another=1")


def broken(service: Service, *, again: str, onward: str) -> BrokenPage:
    """For somebody whose school's service cannot be asked."""
    password = f"{reverse('account_login')}?{urlencode({'next': onward})}"
    return BrokenPage(service.label, service.school, again, None if service.only else password)


def settings_page(
    stored: Service | None,
    *,
    back: str,
    door: str,
    may_approve: bool,
    typed: str,
    findings: tuple[Finding, ...] = (),
    said: str = "",
) -> SettingsPage:
    """Where it stands."""
    state, words = _state(stored)
    return SettingsPage(
        state=state,
        state_words=words,
        back=back,
        door=door,
        secret_hint=_secret_hint(stored, typed),
        typed=typed,
        waits=stored is not None and stored.active and not stored.approved,
        may_approve=may_approve,
        findings=findings,
        said=said,
    )


def _secret_hint(stored: Service | None, typed: str) -> str:
    if typed:
        return "You have typed one. It is not shown again; leave this empty to go on with it."
    if stored:
        return "Kept sealed, and never shown again. Leave it empty to keep the one there is."
    return "Kept sealed, and never shown again."


def approve_page(stored: Service) -> ApprovePage:
    """What is approved."""
    return ApprovePage(
        label=stored.label,
        issuer=stored.issuer,
        domains=tuple(stored.domains),
        counts_as_second_step=stored.counts_as_second_step,
        only=stored.only,
        active=stored.active,
        approved=stored.approved,
        seen=stored.changed_at.isoformat(),
    )


def _state(stored: Service | None) -> tuple[str, str]:
    if stored is None:
        return "Not set up", "People sign in with their password."
    if not stored.active:
        return "Off", "It is set up, and people sign in with their password all the same."
    if not stored.approved:
        return "Waiting for approval", "Nobody can sign in with it yet."
    return "On", f"People can sign in with {stored.label}."
