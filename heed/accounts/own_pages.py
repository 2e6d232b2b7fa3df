"""What the pages of one's own account print."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from heed.accounts.devices import sign_in_of
from heed.accounts.queries import Device, Failed, devices_of, failures_of
from heed.audit.kinds import DoorEvent
from heed.lib.clock import london, moment_words, number_words, short_day
from heed.ui.links import if_there
from heed.who.viewer import Viewer

FAILURES_SHOWN_FOR = timedelta(days=30)


@dataclass(frozen=True, slots=True)
class SchoolLine:
    """A school to choose."""

    name: str
    href: str


@dataclass(frozen=True, slots=True)
class SchoolsPage:
    """The schools somebody may enter."""

    schools: tuple[SchoolLine, ...]


def schools_page(request: HttpRequest, back: str) -> SchoolsPage:
    """Each leads on to where one wanted to be."""
    mine: Any = getattr(request, "workplaces", ())
    return SchoolsPage(tuple(SchoolLine(one.school, f"/at/{one.slug}{back}") for one in mine))


@dataclass(frozen=True, slots=True)
class DeviceLine:
    """One browser where one is signed in."""

    browser: str
    signed_in: str
    used: str
    here: bool
    end_url: str


@dataclass(frozen=True, slots=True)
class OwnPage:
    """One's own account."""

    name: str
    role: str
    email: str
    devices: tuple[DeviceLine, ...]
    others: bool
    failures: tuple[str, ...]
    second_steps_url: str | None
    schools_url: str | None
    note: str | None


def own_page(request: HttpRequest, viewer: Viewer, *, email: str, note: str | None = None) -> OwnPage:
    """Who one is here, where one is signed in, and what somebody tried."""
    assert viewer.user_id is not None, "somebody is signed in"
    devices = devices_of(viewer.user_id, here=sign_in_of(request), now=viewer.at)
    failed = failures_of(viewer.user_id, since=viewer.at - FAILURES_SHOWN_FOR)
    several = len(getattr(request, "workplaces", ())) > 1
    return OwnPage(
        name=viewer.name,
        role=viewer.role,
        email=email,
        devices=tuple(_device(one, viewer.at) for one in devices),
        others=any(not one.here for one in devices),
        failures=failure_words(failed, viewer.at),
        second_steps_url=if_there("second_steps"),
        schools_url=reverse("account_schools") if several else None,
        note=note,
    )


def failure_words(failed: tuple[Failed, ...], now: datetime) -> tuple[str, ...]:
    """One line for each day and kind: `2 wrong passwords on Monday 23 November`."""
    counted: dict[tuple[str, str], int] = {}
    for one in failed:
        if one.event in _FAILURES:
            day = short_day(london(one.at).date(), london(now).date())
            counted[one.event, day] = counted.get((one.event, day), 0) + 1
    return tuple(
        f"{number_words(count, *_FAILURES[event])}: {day[:1].lower() + day[1:] if day[0] in 'TY' else day}"
        for (event, day), count in counted.items()
    )


_FAILURES: dict[str, tuple[str, str]] = {
    DoorEvent.WRONG_PASSWORD: ("wrong password", "wrong passwords"),
    DoorEvent.WRONG_CODE: ("wrong code", "wrong codes"),
    DoorEvent.LOCKED_OUT: ("try that was refused after too many", "tries that were refused after too many"),
    DoorEvent.ASKED_FOR_PASSWORD: ("asking for a new password", "askings for a new password"),
}


def _device(one: Device, now: datetime) -> DeviceLine:
    return DeviceLine(
        browser=one.browser,
        signed_in=moment_words(one.at, now),
        used="now" if one.here else moment_words(one.seen_at, now),
        here=one.here,
        end_url=reverse("account_end_device", args=[one.id]),
    )
