"""Every address is tried by the whole cast. A new address fails here until it says who it is for."""

import re
from collections.abc import Iterator
from itertools import product
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, path
from django.utils import timezone

from heed.access.matrix import MATRIX
from heed.access.ruling import propose
from heed.accounts.models import SignIn
from heed.alerts.models import Alert
from heed.guarding.actions.sharing import break_glass
from heed.guarding.queries.bars import openings
from heed.guarding.queries.notices import notices_for
from heed.incidents.keeping import keep_draft
from heed.incidents.stamps import new_stamp, read_stamp
from heed.staff.actions import put_on_staff
from heed.tenancy.scope import schools
from heed.ui.audience import Audience
from heed.who.groups import Group
from heed.who.powers import Power
from heed.who.viewer import on_the_server
from tests.cast import (
    ADMINISTRATOR,
    CAST,
    HEAD,
    LEAD,
    LEAD_BY_PASSWORD,
    LEAD_ELSEWHERE,
    LEAD_WHO_IS_THE_PARENT,
    NOW,
    SENCO,
    SENIOR_LEADER,
    TEACHER,
    Person,
    Town,
)

LEADERS = {HEAD, LEAD, SENIOR_LEADER, SENCO}

LOOK_AFTER_GROUPS = {HEAD, LEAD, ADMINISTRATOR}

# Who gets the page of one entry: a concern that Katie Lowther recorded about Maisie. Everybody else gets the
# page that says nothing. Addresses without an object are open to the audience they declare.
OBJECTS: dict[str, set[Person]] = {
    "incidents:entry": {*LEADERS, LEAD_BY_PASSWORD},
    "incidents:sent": {TEACHER},
    "incidents:draft": {TEACHER},  # what Katie has typed and not sent
    "incidents:act": {*LEADERS, LEAD_BY_PASSWORD},  # by POST, with nothing filled in
    "incidents:step": {*LEADERS, LEAD_BY_PASSWORD},
    "alerts:follow": {LEAD},  # the link in Helen's mail
    "alerts:read": {LEAD},  # Helen's own alert, by POST
    "chronology:child": LEADERS,
    "people:group": {*LOOK_AFTER_GROUPS, LEAD_ELSEWHERE},  # of each school its own
    "people:person_groups": LOOK_AFTER_GROUPS,
    "people:one_to_one": {HEAD, LEAD},
    "people:decide": {HEAD, LEAD},  # by POST, without a reason
    "people:take_back": {ADMINISTRATOR},  # by POST, what they proposed themselves
    **{
        name: {HEAD, ADMINISTRATOR}
        for name in (
            "people:person",
            "people:change",
            "people:leave",
            "people:invite",  # the rest by POST, of somebody who has no account yet
            "people:withdraw",
            "people:stays",
            "people:back",
            "people:end_devices",
        )
    },
    "account_end_device": {TEACHER},  # where Katie is signed in, by POST
    "account_enter_school": {who for who in CAST if who.school == "oakfield"},
    "account_enter_school_at": {who for who in CAST if who.school == "oakfield"},
    "guarding:child": {HEAD, LEAD},  # who can see Maisie's record
    "guarding:entry": {HEAD, LEAD},
    "guarding:glass": {SENIOR_LEADER},
    "guarding:sees": {HEAD, LEAD, LEAD_WHO_IS_THE_PARENT},  # what Katie Lowther sees
    "guarding:looks_of": {HEAD},
    "guarding:end_opening": {HEAD, LEAD, SENIOR_LEADER},  # what Grace Adeyemi opened, by POST
    "guarding:follow": {LEAD},  # Helen's own notice of that
    "guarding:read": {LEAD},
}
LOOK_AFTER = {HEAD, LEAD, LEAD_WHO_IS_THE_PARENT, LEAD_ELSEWHERE, ADMINISTRATOR}
"""Elevated, and with something to look after in who sees what."""
GUARD = LOOK_AFTER - {ADMINISTRATOR}
FOR_SOME = {
    "guarding:overview": LOOK_AFTER,
    "guarding:why": LOOK_AFTER,
    "guarding:child": GUARD,
    "guarding:entry": GUARD,
}
"""Whoever is not among these is told so, whether there is anything there or not."""
TOLD_WHY = {
    ("people:take_back", HEAD),
    ("people:take_back", LEAD),
    ("people:one_to_one", ADMINISTRATOR),
}
"""Those who look after groups may know that the thing is there, and are told why it is not theirs to change."""
BY_POST = {
    *("alerts:read", "incidents:children", "incidents:act", "incidents:step", "incidents:keep"),
    *("people:invite", "people:withdraw", "people:stays", "people:back", "people:end_devices"),
    *("account_end_device", "account_end_others", "people:decide", "people:take_back"),
    *("guarding:end_opening", "guarding:end_own", "guarding:read"),
}
LEADS_ON = {
    *("alerts:read", "alerts:follow", "people:invite", "people:withdraw", "account_end_device"),
    *("account_enter_school", "account_enter_school_at", "account_end_others", "people:take_back"),
    *("guarding:end_opening", "guarding:follow", "guarding:read"),
}
NOT_NOW = {"people:stays", "people:back", "people:end_devices"}
"""Refused for a reason: they are not leaving, have not left, are signed in nowhere."""
BY_TOKEN = {"account_open_new_password", "people:open_invitation"}
"""Opened by a token out of a mail; tried here with one that nobody has: the same answer for all."""
WITH_A_LETTER = {"account_new_password", "people:welcome"}
"""There for whoever has opened such a link in this browser."""
NOT_FOR_ADMINISTRATORS = {
    *("guarding:own", "incidents:add", "incidents:children", "chronology:find", "chronology:search"),
}
# The school's own sign-in service: before anybody is known. Whoever is signed in already is led Home, and a school
# without such a service is one that does not exist.
DOORS = {"people:sign_on", "people:sign_on_back"}
NOWHERE = {"account_signup", "account_reauthenticate", "account_inactive"}


def addresses(patterns: list[URLPattern | URLResolver], names: str = "") -> Iterator[tuple[str, URLPattern]]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            inner = f"{pattern.namespace}:" if pattern.namespace else names
            yield from addresses(pattern.url_patterns, inner)
        else:
            yield f"{names}{pattern.name}", pattern


def undeclared(patterns: list[URLPattern | URLResolver]) -> list[str]:
    """Addresses that do not say who they are for, or that open one thing and are not in the table above."""
    return [
        name
        for name, pattern in addresses(patterns)
        if not isinstance(getattr(pattern.callback, "audience", None), Audience)
        or (pattern.pattern.converters and name not in {*OBJECTS, *BY_TOKEN, *DOORS})
    ]


EVERY = dict(
    sorted(
        addresses(get_resolver().url_patterns),
        key=lambda one: one[0] == "account_end_others",  # the last: it ends what another one ends
    )
)


def test_every_address_says_who_it_is_for() -> None:
    assert undeclared(get_resolver().url_patterns) == []


def test_an_address_that_says_nothing_is_noticed() -> None:
    def forgotten(request: object) -> None: ...

    assert undeclared([path("forgotten/", forgotten, name="forgotten")]) == ["forgotten"]


def test_an_address_of_one_thing_that_is_not_in_the_table_is_noticed() -> None:
    def declared(request: object, item_id: UUID) -> None: ...

    declared.audience = Audience.STAFF
    assert undeclared([path("things/<uuid:item_id>/", declared, name="thing")]) == ["thing"]


@pytest.fixture
def things(town: Town) -> dict[str, Any]:
    """The one thing each address of one thing is tried with."""
    item = town.entry(TEACHER, "maisie")
    with schools(town.oakfield):
        alerts = Alert.objects.seen_by(town.viewer(LEAD)).filter(item_id=item, staff_id=town.staff["lead"])
        alert = alerts.get().pk
        katie = town.viewer(TEACHER)
        stamp = read_stamp(new_stamp(katie))
        assert stamp
        draft = keep_draft(katie, stamp, {"account": ["Not sent."]})
        proposal = propose(town.viewer(ADMINISTRATOR), town.staff["ta"], Group.SENCO, why="New work")
        by = on_the_server(town.oakfield, at=NOW)
        newcomer, _ = put_on_staff(by, email="nia@oakfield.example", name="Nia Frost", role="Teacher")
        grace = town.viewer(SENIOR_LEADER, at=timezone.now())
        break_glass(grace, town.pupils["maisie"], said="Nobody answers the telephone.")
        opening = openings(town.viewer(LEAD))[0].id
        notice = notices_for(town.viewer(LEAD))[0].id
    katie_is_in = SignIn.objects.create(
        user_id=town.users["teacher"], device="x", browser="Firefox on Windows", at=NOW, seen_at=NOW
    )
    return {
        "guarding:child": town.pupils["maisie"],
        "guarding:entry": item,
        "guarding:glass": town.pupils["maisie"],
        "guarding:sees": town.staff["teacher"],
        "guarding:looks_of": town.staff["teacher"],
        "guarding:end_opening": opening,
        "guarding:follow": notice,
        "guarding:read": notice,
        "incidents:entry": item,
        "incidents:sent": item,
        "incidents:draft": draft,
        "incidents:act": item,
        "incidents:step": item,
        "alerts:follow": alert,
        "alerts:read": alert,
        "chronology:child": town.pupils["maisie"],
        **{name: newcomer for name in OBJECTS if name.startswith("people:")},
        "people:group": "teacher",
        "people:person_groups": town.staff["ta"],
        "people:one_to_one": town.staff["ta"],
        "people:decide": proposal,
        "people:take_back": proposal,
        "account_end_device": katie_is_in.pk,
        "account_enter_school": "oakfield",
        "account_enter_school_at": "oakfield",
        **dict.fromkeys(BY_TOKEN, "0" * 43),
        **dict.fromkeys(DOORS, town.oakfield),
    }


def ask(client: Client, name: str, thing: Any) -> tuple[int, bytes]:
    route = "/" + str(EVERY[name].pattern)
    prefix = {"demo": "/demo"}.get(name.split(":", maxsplit=1)[0], "")
    address = prefix + re.sub(r"<[^>]+>", str(thing), route)
    response = client.post(address) if name in BY_POST else client.get(address)
    return response.status_code, without_tokens(response.content)


def without_tokens(body: bytes) -> bytes:
    return re.sub(rb'name="csrfmiddlewaretoken" value="[^"]+"', b"", body)


def turned_away(who: Person, name: str) -> bool:
    """By the audience, or by a reason."""
    view = EVERY[name].callback
    if view.audience is Audience.ELEVATED and not who.elevated:
        return True
    if view.needs and not any(view.needs in MATRIX[group].powers for group in who.groups):
        return True
    if name in FOR_SOME and who not in FOR_SOME[name]:
        return True
    return name in NOT_NOW or (name in NOT_FOR_ADMINISTRATORS and who is ADMINISTRATOR)


def expected(who: Person, name: str) -> int:
    if name in NOWHERE:
        return 404
    if turned_away(who, name):
        return 403
    if name in BY_TOKEN | WITH_A_LETTER:
        return 404
    if name == "account_end_others":
        return 302
    if name in OBJECTS:
        if (name, who) in TOLD_WHY:
            return 403
        found = 302 if name in LEADS_ON else 422 if name in BY_POST else 200
        return found if who in OBJECTS[name] else 404
    if name == "incidents:keep":
        return 409  # a form without a stamp
    if name == "health":
        return 503  # no worker runs beside the tests
    if name in {"account_login", "mfa_authenticate", "people:sign_on_school", *DOORS}:
        return 302  # signed in already
    return 302 if name == "guarding:end_own" else 200


def has_power(who: Person, power: Power) -> bool:
    return who.elevated and any(power in MATRIX[group].powers for group in who.groups)


@pytest.mark.parametrize("who", CAST, ids=lambda who: who.key)
def test_everybody_gets_what_is_theirs_and_nothing_else(
    who: Person, town: Town, things: dict[str, Any]
) -> None:
    client = town.client(who)
    got = {name: ask(client, name, things.get(name))[0] for name in EVERY if name != "account_logout"}
    assert got == {name: expected(who, name) for name in got}


def test_a_stranger_gets_to_the_door_and_no_further(town: Town, things: dict[str, Any]) -> None:
    got = {name: ask(Client(), name, things.get(name))[0] for name in EVERY if name != "account_logout"}
    open_to_all = {
        "account_login": 200,
        "health": 503,
        "metrics": 200,  # asked from this machine; from anywhere else there is no such page: config/test_metrics
        "mfa_authenticate": 302,
        "account_reset_password": 200,
        **dict.fromkeys(BY_TOKEN | WITH_A_LETTER, 404),
        "people:sign_on_school": 200,
        **dict.fromkeys(DOORS, 404),
        **dict.fromkeys(NOWHERE, 404),
    }
    assert got == {name: open_to_all.get(name, 302) for name in got}


@pytest.mark.parametrize("name", OBJECTS)
@pytest.mark.parametrize("who", CAST, ids=lambda who: who.key)
def test_hidden_and_missing_are_the_same_answer(
    who: Person, name: str, town: Town, things: dict[str, Any]
) -> None:
    if who in OBJECTS[name] or (name, who) in TOLD_WHY:
        return
    client = town.client(who)
    assert ask(client, name, things[name]) == ask(client, name, uuid4())


@pytest.mark.parametrize(
    ("who", "elevated"), list(product([LEAD, LEAD_WHO_IS_THE_PARENT, TEACHER], [True, False])), ids=str
)
def test_an_entry_of_the_other_school_is_missing_for_everybody(
    who: Person, elevated: bool, town: Town
) -> None:
    item = town.entry(LEAD_ELSEWHERE, "elsewhere")
    client = town.client(who, elevated=elevated)
    assert ask(client, "incidents:entry", item) == ask(client, "incidents:entry", uuid4())
