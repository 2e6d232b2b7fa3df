"""The service is down, lies, or answers nonsense: nobody comes in, nothing is lost, and it is said calmly."""

import threading
import time
from typing import Any

import pytest
from django.conf import settings as live
from django.core.cache import caches
from django.db import connection
from django.test import Client

from heed.accounts.models import SignOn
from heed.accounts.signon import provider as asking
from heed.config import settings as service
from heed.lib.outgoing import Asking
from tests.accounts.provider import new_key
from tests.accounts.signing_on import Provider, SomebodySigningOn, asked_of, set_up
from tests.cast import Town
from tests.incidents.page import Page
from tests.lib.waiting import until
from tests.records.behind import details, marks

SHORT = 0.6
"""Seconds for which a silent service is waited for in these tests; five in earnest."""


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(asking, "asking", lambda: Asking(allowed=live.SIGN_ON_NETWORKS, seconds=SHORT))


def reasons(town: Town, event: str = "single sign-on refused") -> list[str]:
    return [mark.why for mark in marks(town, event=event)]


def assert_turned_away(page: Page, somebody: SomebodySigningOn) -> None:
    assert page.status == 403
    assert "You were not signed in" in page.body
    assert not somebody.is_in()
    assert marks(somebody.town, event="signed in") == []
    assert marks(somebody.town, event="single sign-on bound") == []


def assert_broken(page: Page, somebody: SomebodySigningOn, why: str) -> None:
    assert page.status == 424
    assert "Your school’s sign-in service does not answer" in page.body
    assert "Nothing is lost" in page.body
    assert not somebody.is_in()
    assert reasons(somebody.town, "single sign-on broken") == [why]


LIES: dict[str, dict[str, Any]] = {
    "expired": {"times": {"exp": -900, "iat": -1500}},
    "from the future": {"times": {"iat": 900}},
    "not yet good": {"times": {"nbf": 900}},
    "without an end": {"claims": {"exp": None}},
    "of another issuer": {"claims": {"iss": "http://localhost:1"}},
    "of no issuer": {"claims": {"iss": None}},
    "for another client": {"claims": {"aud": "another"}},
    "for many, none of them named": {"claims": {"aud": ["heed-at-oakfield", "another"]}},
    "for another party": {"claims": {"azp": "another"}},
    "for nobody": {"claims": {"aud": None}},
    "with a nonce of before": {"claims": {"nonce": "used-before"}},
    "without a nonce": {"claims": {"nonce": None}},
    "without a subject": {"claims": {"sub": None}},
    "with a number for a subject": {"claims": {"sub": 7}},
    "with an endless subject": {"claims": {"sub": "x" * 300}},
    "not signed": {"header": {"alg": "none"}},
    "signed with the public key as a secret": {"header": {"alg": "HS256"}},
    "signed with another key of the same name": {"other_key": True},
    "signed with a key that is not shown": {"header": {"kid": "unknown"}},
    "for another access token": {"claims": {"at_hash": "AAAAAAAAAAAAAAAAAAAAAA"}},
    "with times in words": {"claims": {"exp": "soon", "iat": "now"}},
    "with methods that are no list": {"claims": {"amr": "mfa"}},
    "no token at all": {"given": {"id_token": "not.a.token"}},
    "garbage": {"given": {"id_token": "\u0000é" * 40}},
    "nested deep": {"given": {"id_token": "e30." + "W1tb" * 4000 + ".x"}},
}


@pytest.mark.parametrize("lie", LIES)
def test_a_token_that_cannot_be_trusted_lets_nobody_in(lie: str, somebody: SomebodySigningOn) -> None:
    somebody.provider.is_(**LIES[lie])
    assert_turned_away(somebody.signs_on("katie"), somebody)
    assert reasons(somebody.town) == ["the service’s word could not be trusted"]


def test_a_clock_that_is_four_minutes_off_keeps_nobody_out(somebody: SomebodySigningOn) -> None:
    somebody.provider.is_(times={"iat": 240, "nbf": 240})
    somebody.signs_on("katie")
    assert somebody.is_in()


def test_a_new_key_is_asked_for_and_taken(somebody: SomebodySigningOn) -> None:
    somebody.signs_on("katie")
    somebody.provider.is_(new_key=True)
    again = SomebodySigningOn(somebody.town, somebody.provider)
    again.signs_on("katie")
    assert again.is_in()


def test_keys_of_kinds_we_do_not_know_are_passed_over(somebody: SomebodySigningOn) -> None:
    odd = [{"kty": "oct", "k": "AAAA", "kid": "secret"}, {"kty": "XYZ"}, {"kty": "RSA"}, 7, None]
    key = new_key()
    somebody.provider.is_(keys=[*odd, key.as_dict(private=False)])
    assert_turned_away(somebody.signs_on("katie"), somebody)
    somebody.provider.is_(keys=odd)
    caches["here"].clear()
    assert_broken(somebody.signs_on("katie"), somebody, "shows no keys that Heed can use")


def test_a_code_works_once(somebody: SomebodySigningOn) -> None:
    back = somebody.provider.chosen(somebody.leaves(), "katie")
    assert somebody.comes_back(back).status == 302
    somebody.client.post("/sign-out/")
    page = somebody.comes_back(back)
    assert (page.status, "This sign-in was not finished" in page.body) == (409, True)
    assert not somebody.is_in()


def test_an_answer_for_another_browser_is_refused(somebody: SomebodySigningOn) -> None:
    """Somebody is sent a link with the answer for another's account, to be signed in as that other."""
    back = somebody.provider.chosen(somebody.leaves(), "helen")
    victim = SomebodySigningOn(somebody.town, somebody.provider)
    assert victim.comes_back(back).status == 409
    assert not victim.is_in()
    assert reasons(somebody.town) == ["begun elsewhere, too long ago, or used already"]


def test_a_code_slipped_into_another_try_is_refused(somebody: SomebodySigningOn) -> None:
    """The service holds the code against the try it was made for (PKCE)."""
    stolen = asked_of(somebody.provider.chosen(somebody.leaves(), "helen"))["code"]
    thief = SomebodySigningOn(somebody.town, somebody.provider)
    state = asked_of(thief.leaves())["state"]
    page = thief.comes_back(f"/sign-in/school/{somebody.town.oakfield}/back/?code={stolen}&state={state}")
    assert page.status == 409
    assert not thief.is_in()


def test_a_try_lasts_a_quarter_of_an_hour(somebody: SomebodySigningOn, clock: Any) -> None:
    back = somebody.provider.chosen(somebody.leaves(), "katie")
    clock.later(minutes=16)
    assert somebody.comes_back(back).status == 409


def test_five_windows_may_be_under_way_at_once(somebody: SomebodySigningOn) -> None:
    tries = [somebody.provider.chosen(somebody.leaves(), "katie") for _ in range(6)]
    assert somebody.comes_back(tries[0]).status == 409
    assert somebody.comes_back(tries[1]).status == 302


def test_an_answer_from_another_service_is_refused(somebody: SomebodySigningOn) -> None:
    somebody.provider.is_(back={"iss": "https://other.example"})
    assert_turned_away(somebody.signs_on("katie"), somebody)
    assert reasons(somebody.town) == ["the answer came from another service"]


def test_a_service_that_names_itself_must_do_so(somebody: SomebodySigningOn) -> None:
    says = {"authorization_response_iss_parameter_supported": True}
    somebody.provider.is_(says=says)
    caches["here"].clear()
    assert_turned_away(somebody.signs_on("katie"), somebody)
    somebody.provider.is_(says=says, back={"iss": somebody.provider.issuer})
    somebody.signs_on("katie")
    assert somebody.is_in()


def test_giving_up_at_the_service_is_no_fault_of_anybody(somebody: SomebodySigningOn) -> None:
    page = somebody.signs_on("nobody", next="/incidents/add/")
    assert page.status == 409
    assert "Nothing is lost: begin again." in page.body
    [again] = [href for href, words in page.links if words == "Begin again"]
    assert again.endswith("/?next=%2Fincidents%2Fadd%2F")


DISCOVERY = "/.well-known/openid-configuration"
DOWN: dict[str, tuple[dict[str, Any], str]] = {
    "an error": ({DISCOVERY: {"status": 503}}, "answered with an error"),
    "a page": ({DISCOVERY: {"body": "<html>"}}, "sent an answer that makes no sense"),
    "a list": ({DISCOVERY: {"body": "[]"}}, "sent an answer that makes no sense"),
    "too deep": ({DISCOVERY: {"body": "[" * 100_000}}, "sent an answer that makes no sense"),
    "far too much": ({DISCOVERY: "huge"}, "sent more than an answer can be"),
    "elsewhere": ({DISCOVERY: "moved"}, "sent us on to another address; Heed does not follow"),
    "another name": (
        {"says": {"issuer": "https://other.example"}},
        "calls itself by another issuer than the one entered",
    ),
    "no keys": ({"says": {"jwks_uri": None}}, "does not say where to sign in, or where its keys are"),
    "a number": ({"says": {"token_endpoint": 7}}, "does not say where to sign in, or where its keys are"),
    "http": (
        {"says": {"token_endpoint": "http://192.0.2.1/token"}},
        "has an address that does not begin with https://",
    ),
    "script": (
        {"says": {"authorization_endpoint": "javascript:alert(1)"}},
        "has no proper address",
    ),
    "implicit only": (
        {"says": {"response_types_supported": ["id_token"]}},
        "does not offer the authorisation code flow",
    ),
}


@pytest.mark.parametrize("what", DOWN)
def test_a_service_that_says_nonsense_of_itself_is_not_gone_to(
    what: str, somebody: SomebodySigningOn
) -> None:
    mood, why = DOWN[what]
    somebody.provider.is_(**mood)
    page = Page(somebody.client.get(f"/sign-in/school/{somebody.town.oakfield}/"))
    assert_broken(page, somebody, why)


AT_THE_CODE: dict[str, tuple[dict[str, Any], str]] = {
    "an error": ({"/token": {"status": 500, "body": "{}"}}, "answered with an error"),
    "a page": ({"/token": {"body": "<html>"}}, "sent an answer that makes no sense"),
    "no token": ({"given": {"id_token": None}}, "gave no ID token"),
    "not us": (
        {"/token": {"status": 401, "body": '{"error": "invalid_client"}'}},
        "does not take Heed’s client id and secret; the secret may have run out",
    ),
    "far too much": ({"/token": "huge"}, "sent more than an answer can be"),
    "keys are gone": ({"/keys": {"status": 404}}, "answered with an error"),
}


@pytest.mark.parametrize("what", AT_THE_CODE)
def test_a_service_that_breaks_half_way_is_said_calmly(what: str, somebody: SomebodySigningOn) -> None:
    mood, why = AT_THE_CODE[what]
    back = somebody.provider.chosen(somebody.leaves(), "katie")
    somebody.provider.is_(**mood)
    assert_broken(somebody.comes_back(back), somebody, why)


@pytest.mark.parametrize("how", ["silent", "drips"])
@pytest.mark.parametrize("where", [DISCOVERY, "/token"])
def test_a_slow_service_is_waited_for_only_so_long(
    how: str, where: str, somebody: SomebodySigningOn, quick: None
) -> None:
    if where == "/token":
        back = somebody.provider.chosen(somebody.leaves(), "katie")
    somebody.provider.is_(**{where: how})
    began = time.monotonic()
    page = (
        somebody.comes_back(back)
        if where == "/token"
        else Page(somebody.client.get(f"/sign-in/school/{somebody.town.oakfield}/"))
    )
    assert time.monotonic() - began < SHORT + 2
    assert_broken(page, somebody, "did not answer in time")


def test_a_service_that_is_silent_is_not_asked_again_by_everybody_in_line(
    somebody: SomebodySigningOn, quick: None
) -> None:
    somebody.provider.is_(**{DISCOVERY: "silent"})
    address = f"/sign-in/school/{somebody.town.oakfield}/"
    assert somebody.client.get(address).status_code == 424
    began = time.monotonic()
    assert all(somebody.client.get(address).status_code == 424 for _ in range(5))
    assert time.monotonic() - began < SHORT


def test_in_earnest_it_is_waited_for_five_seconds() -> None:
    assert asking.asking().seconds == 5


def test_a_service_that_is_killed_half_way_and_comes_back(town: Town, db: None) -> None:
    caches["here"].clear()
    provider = Provider().start()
    provider.knows(katie={"email": "teacher@oakfield.example", "email_verified": True})
    set_up(town, provider)
    katie = SomebodySigningOn(town, provider)
    back = provider.chosen(katie.leaves(next="/incidents/add/"), "katie")
    provider.stop()
    page = katie.comes_back(back)
    assert_broken(page, katie, "could not be reached")
    [again] = [href for href, words in page.links if words == "Try again"]
    [password] = [href for href, words in page.links if words == "Sign in with your password"]
    assert again.endswith("?next=%2Fincidents%2Fadd%2F")
    assert password == "/sign-in/?next=%2Fincidents%2Fadd%2F"
    provider.start()
    provider.knows(katie={"email": "teacher@oakfield.example", "email_verified": True})
    assert katie.client.get(again).status_code == 424, "it is left alone for ten seconds"
    caches["here"].clear()
    assert katie.client.get(again).status_code == 302
    assert katie.signs_on("katie").status == 302
    provider.stop()


def test_where_no_password_is_allowed_none_is_offered(somebody: SomebodySigningOn) -> None:
    set_up(somebody.town, somebody.provider, only=True)
    somebody.provider.is_(**{DISCOVERY: {"status": 503}})
    page = Page(somebody.client.get(f"/sign-in/school/{somebody.town.oakfield}/"))
    assert page.status == 424
    assert "password" not in page.body


def test_a_secret_that_was_sealed_under_another_key_is_said_and_nobody_comes_in(
    somebody: SomebodySigningOn, settings: Any
) -> None:
    SignOn.objects.update(secret="changed")
    page = somebody.signs_on("katie")
    assert_broken(
        page, somebody, "cannot be asked: the secret kept for it cannot be opened any more. Enter it again"
    )


def test_a_service_that_wants_the_secret_in_the_header_gets_it_there(somebody: SomebodySigningOn) -> None:
    somebody.provider.is_(auth=["client_secret_basic"])
    caches["here"].clear()
    somebody.signs_on("katie")
    assert somebody.is_in()


THIN = {"claims": {"email": None, "email_verified": None}}


def test_a_service_that_says_the_address_only_when_asked_is_asked(somebody: SomebodySigningOn) -> None:
    somebody.provider.is_(**THIN)
    somebody.signs_on("katie")
    assert somebody.is_in()


@pytest.mark.parametrize(
    ("told", "why"),
    [
        ({"told": {"sub": "helen"}}, "sent an answer that makes no sense"),
        ({"/userinfo": {"status": 500}}, "answered with an error"),
        ({"/userinfo": {"body": "ey.a.token"}}, "sent an answer that makes no sense"),
    ],
)
def test_one_that_answers_of_somebody_else_or_not_at_all_lets_nobody_in(
    told: dict[str, Any], why: str, somebody: SomebodySigningOn
) -> None:
    somebody.provider.is_(**THIN, **told)
    assert_broken(somebody.signs_on("katie"), somebody, why)


@pytest.mark.parametrize(
    "more",
    [
        {"told": {"email_verified": False}},
        {"given": {"access_token": None}},
        {"given": {"access_token": "\r\nX: y"}},
    ],
)
def test_an_address_that_is_not_vouched_for_there_either_is_none(
    more: dict[str, Any], somebody: SomebodySigningOn
) -> None:
    somebody.provider.is_(**THIN, **more)
    assert_turned_away(somebody.signs_on("katie"), somebody)
    assert reasons(somebody.town) == ["the service vouches for no address"]


def test_what_it_says_of_itself_is_asked_once_for_many(somebody: SomebodySigningOn) -> None:
    before = len(somebody.provider.asked)
    for _ in range(3):
        SomebodySigningOn(somebody.town, somebody.provider).signs_on("katie")
    asked = somebody.provider.asked[before:]
    assert (asked.count(DISCOVERY), asked.count("/keys"), asked.count("/token")) == (1, 1, 3)


def test_nothing_of_a_token_or_a_secret_is_kept(somebody: SomebodySigningOn) -> None:
    somebody.signs_on("katie")
    with connection.cursor() as cursor:
        cursor.execute("select row_to_json(a)::text from accounts_signon a")
        [(row,)] = cursor.fetchall()
    assert "a-secret-of-the-tests" not in row
    assert "a-secret-of-the-tests" not in details(somebody.town)
    kept = str(dict(somebody.client.session))
    assert "eyJ" not in kept
    assert "sign_on_tries': []" in kept


LIMITS = service.ACCOUNT_RATE_LIMITS


def test_nobody_who_signs_in_waits_behind_a_silent_service(
    own_town: Town, provider: Provider, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A whole school comes through one network address: its count must not be held while a service is asked."""
    settings.ACCOUNT_RATE_LIMITS = LIMITS
    monkeypatch.setattr(asking, "asking", lambda: Asking(allowed=live.SIGN_ON_NETWORKS, seconds=3))
    set_up(own_town, provider)
    provider.is_(**{DISCOVERY: "silent"})
    answers: list[int] = []

    def waits() -> None:
        katie = SomebodySigningOn(own_town, provider)
        answers.append(katie.client.get(f"/sign-in/school/{own_town.oakfield}/").status_code)
        connection.close()

    before = len(provider.asked)
    thread = threading.Thread(target=waits)
    thread.start()
    until(lambda: DISCOVERY in provider.asked[before:])
    began = time.monotonic()
    other = Client(REMOTE_ADDR="10.4.0.7")
    assert other.post("/sign-in/", {"login": "x@oakfield.example", "password": "x"}).status_code == 200
    assert other.get("/sign-in/school/").status_code == 302
    assert not answers, "the service was still being waited for"
    assert time.monotonic() - began < 2
    thread.join()
    assert answers == [424]


@pytest.mark.parametrize(
    "address", ["/sign-in/school/", "/sign-in/school/{}/", "/sign-in/school/{}/back/?state=x"]
)
def test_the_door_is_counted_as_sign_in_is(address: str, somebody: SomebodySigningOn, settings: Any) -> None:
    settings.ACCOUNT_RATE_LIMITS = {**LIMITS, "sign_on": "3/m/ip"}
    got = [Page(somebody.client.get(address.format(somebody.town.oakfield))) for _ in range(4)]
    assert [page.status == 429 for page in got] == [False, False, False, True]
    assert "Wait a minute, then try again." in got[-1].body
