"""How often a password may be tried."""

from ipaddress import ip_network
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client

from heed.config import settings as service
from tests.accounts.test_signing_in import EMAIL, PASSWORD, Newcomer, newcomer
from tests.cast import Town
from tests.incidents.page import Page

TOO_MANY = "Too many tries. Wait five minutes, then try again."
WRONG = "This address and password do not belong together."
HERE, ELSEWHERE, STRANGER = "10.4.0.7", "10.9.0.1", "203.0.113.9"


@pytest.fixture(autouse=True)
def _limits_as_served(settings: Any, db: None) -> None:
    settings.ACCOUNT_RATE_LIMITS = service.ACCOUNT_RATE_LIMITS
    cache.clear()


@pytest.fixture
def nia(town: Town) -> Newcomer:
    return newcomer(town, second_factor=False)


def tries(password: str, at: str, *, email: str = EMAIL, **headers: str) -> Page:
    return Page(Client(REMOTE_ADDR=at, **headers).post("/sign-in/", {"login": email, "password": password}))


def guess(times: int, at: str) -> None:
    for _ in range(times):
        assert WRONG in tries("wrong", at).body


def test_the_ninth_wrong_password_is_refused_and_then_the_right_one_too(nia: Newcomer) -> None:
    guess(8, HERE)
    for password in ("wrong", PASSWORD):
        page = tries(password, HERE)
        assert page.status == 200
        assert TOO_MANY in page.body


def test_another_account_at_the_same_address_is_not_held_up(nia: Newcomer) -> None:
    guess(8, HERE)
    assert WRONG in tries("wrong", HERE, email="katie@oakfield.example").body


def test_a_stranger_elsewhere_does_not_shut_nia_out(nia: Newcomer) -> None:
    guess(8, STRANGER)
    assert TOO_MANY in tries("wrong", STRANGER).body
    assert tries(PASSWORD, ELSEWHERE).status == 302


def test_right_passwords_do_not_count(nia: Newcomer) -> None:
    guess(7, HERE)
    for _ in range(3):
        assert tries(PASSWORD, HERE).status == 302
    guess(1, HERE)
    assert TOO_MANY in tries("wrong", HERE).body


def test_guessing_from_many_addresses_ends_and_nia_still_gets_in_where_she_was_before(
    nia: Newcomer, settings: Any
) -> None:
    settings.ACCOUNT_RATE_LIMITS = {**service.ACCOUNT_RATE_LIMITS, "login_failed_anywhere": "20/h/key"}
    assert tries(PASSWORD, HERE).status == 302
    for number in range(20):
        assert WRONG in tries("wrong", f"203.0.113.{number}").body
    assert TOO_MANY in tries("wrong", "198.51.100.1").body
    assert TOO_MANY in tries(PASSWORD, ELSEWHERE).body, (
        "in a place she never was: said plainly in watchers.md"
    )
    assert tries(PASSWORD, HERE).status == 302


def test_another_host_name_does_not_begin_a_new_count(nia: Newcomer) -> None:
    guess(8, HERE)
    assert TOO_MANY in tries("wrong", HERE, HTTP_HOST="localhost:81").body


def test_a_forged_header_does_not_begin_a_new_count(nia: Newcomer) -> None:
    guess(8, HERE)
    assert TOO_MANY in tries("wrong", HERE, HTTP_X_FORWARDED_FOR="203.0.113.77").body


def test_an_ipv6_guesser_does_not_get_a_count_for_each_of_their_addresses(nia: Newcomer) -> None:
    for number in range(8):
        assert WRONG in tries("wrong", f"2001:db8:1:2::{number + 1:x}").body
    assert TOO_MANY in tries("wrong", "2001:db8:1:2::ffff").body


def test_behind_our_proxy_each_person_has_a_count_of_their_own(nia: Newcomer, settings: Any) -> None:
    settings.PROXIES = (ip_network("10.0.0.0/8"),)
    for _ in range(8):
        assert WRONG in tries("wrong", "10.0.0.1", HTTP_X_FORWARDED_FOR=STRANGER).body
    assert TOO_MANY in tries("wrong", "10.0.0.1", HTTP_X_FORWARDED_FOR=f"1.2.3.4, {STRANGER}").body
    assert tries(PASSWORD, "10.0.0.1", HTTP_X_FORWARDED_FOR="198.51.100.4").status == 302
