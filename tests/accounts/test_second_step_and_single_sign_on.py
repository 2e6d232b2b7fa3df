"""Single sign-on beside the second step, and beside passwords."""

import time
from typing import Any

import pytest
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, generate_totp_secret, hotp_value
from django.test import Client, RequestFactory

from heed.accounts.entering import may_change_how_to_sign_in
from heed.accounts.models import User
from tests.accounts.signing_on import SomebodySigningOn, set_up
from tests.accounts.test_single_sign_on import works_in_both
from tests.cast import ADMINISTRATOR, HEAD, LEAD, TEACHER, Town
from tests.incidents.page import Page

MFA = {"amr": ["pwd", "mfa"]}


@pytest.fixture
def secret(town: Town) -> str:
    """Of the authenticator app that Helen Marsh, DSL, has set up in Heed."""
    secret = str(generate_totp_secret())
    TOTP.activate(User.objects.get(pk=town.users["lead"]), secret)
    return secret


def is_elevated(client: Client) -> bool:
    return client.get("/children/").status_code == 200


def test_single_sign_on_is_no_second_step(somebody: SomebodySigningOn) -> None:
    somebody.provider.is_(claims=MFA)
    somebody.signs_on("helen")
    assert somebody.is_in()
    assert not is_elevated(somebody.client)


def test_who_has_a_second_step_in_heed_is_asked_for_it(somebody: SomebodySigningOn, secret: str) -> None:
    somebody.provider.is_(claims=MFA)
    page = somebody.signs_on("helen", next="/search/")
    assert page.answer["Location"] == "/sign-in/code/"
    assert not somebody.is_in()
    code = format_hotp_value(hotp_value(secret, int(time.time()) // 30))
    answer = somebody.client.post("/sign-in/code/", {"code": code})
    assert answer["Location"] == "/search/"
    assert is_elevated(somebody.client)


def test_where_the_school_counts_the_services_second_step_none_is_asked_beside_it(
    somebody: SomebodySigningOn, secret: str
) -> None:
    set_up(somebody.town, somebody.provider, counts_as_second_step=True)
    somebody.provider.is_(claims=MFA)
    assert somebody.signs_on("helen").answer["Location"] == "/"
    assert is_elevated(somebody.client)


@pytest.mark.parametrize("claims", [{}, {"amr": ["pwd"]}, {"acr": "0"}])
def test_where_it_counts_but_was_not_asked_heed_asks(
    claims: dict[str, Any], somebody: SomebodySigningOn, secret: str
) -> None:
    set_up(somebody.town, somebody.provider, counts_as_second_step=True)
    somebody.provider.is_(claims=claims)
    assert somebody.signs_on("helen").answer["Location"] == "/sign-in/code/"
    somebody.provider.is_(claims=claims)
    katie = SomebodySigningOn(somebody.town, somebody.provider)
    katie.signs_on("katie")
    assert katie.is_in()
    assert not is_elevated(katie.client)


def test_where_people_must_come_through_the_service_a_password_leads_to_its_reason(
    somebody: SomebodySigningOn,
) -> None:
    set_up(somebody.town, somebody.provider, only=True)
    for who in (TEACHER, LEAD):
        answer = somebody.town.client(who).get("/")
        assert answer.status_code == 403
        assert "sign in with their school’s account only" in answer.content.decode()
    somebody.signs_on("katie")
    assert somebody.is_in()


@pytest.mark.parametrize("who", [HEAD, ADMINISTRATOR])
def test_whoever_can_mend_the_settings_is_not_shut_out(who: Any, somebody: SomebodySigningOn) -> None:
    set_up(somebody.town, somebody.provider, only=True)
    assert somebody.town.client(who).get("/people/sign-on/").status_code == 200


@pytest.mark.parametrize("how", [{"active": False}, {"only": False}])
def test_once_it_is_off_passwords_do_again(how: dict[str, Any], somebody: SomebodySigningOn) -> None:
    set_up(somebody.town, somebody.provider, only=True)
    set_up(somebody.town, somebody.provider, **{"only": True, **how})
    assert somebody.town.client(TEACHER).get("/").status_code == 200


def test_nobody_is_shut_out_by_settings_that_no_leader_has_approved(somebody: SomebodySigningOn) -> None:
    by = somebody.town.viewer(ADMINISTRATOR)
    set_up(somebody.town, somebody.provider, by=by, issuer="https://evil.example", only=True)
    assert somebody.town.client(TEACHER).get("/").status_code == 200


def test_a_session_of_one_schools_service_makes_no_key_to_another_school(somebody: SomebodySigningOn) -> None:
    somebody.signs_on("katie")
    user = User.objects.get(pk=somebody.town.users["teacher"])
    request = RequestFactory().get("/")
    request.session = somebody.client.session
    assert may_change_how_to_sign_in(request, user)
    works_in_both(somebody.town)
    assert not may_change_how_to_sign_in(request, user)
    request.session = somebody.town.client(TEACHER).session
    assert may_change_how_to_sign_in(request, user)


def test_signing_out_is_noted_in_the_school_that_was_entered(somebody: SomebodySigningOn) -> None:
    somebody.signs_on("katie")
    assert Page(somebody.client.post("/sign-out/")).answer["Location"] == "/sign-in/"
    assert not somebody.is_in()
