"""Where somebody is signed in: they see it, end it, and hear of a new one."""

from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client

from heed.accounts.browsers import browser_words
from heed.accounts.models import Letter, SignIn
from heed.config import settings as service
from tests.accounts.test_limits import TOO_MANY
from tests.accounts.test_signing_in import EMAIL, PASSWORD, newcomer
from tests.cast import ADMINISTRATOR, TEACHER, Town
from tests.incidents.clock import Clock
from tests.incidents.page import Page
from tests.people.office import NIA, is_in, signs_in, with_account
from tests.records.behind import marks

CHROME = "AppleWebKit/537.36 (KHTML, like Gecko) Chrome/131.0.0.0"
SAFARI = "AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.1 Mobile/15E148 Safari/604.1"
FIREFOX = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:133.0) Gecko/20100101 Firefox/133.0"
IPHONE = f"Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) {SAFARI}"
EDGE = f"Mozilla/5.0 (Windows NT 10.0; Win64; x64) {CHROME} Safari/537.36 Edg/131.0.0.0"
CHROMEBOOK = f"Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) {CHROME} Safari/537.36"
ANDROID = f"Mozilla/5.0 (Linux; Android 14; SM-A546B) {CHROME} Mobile Safari/537.36"


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (FIREFOX, "Firefox on Windows"),
        (IPHONE, "Safari on an iPhone"),
        (EDGE, "Edge on Windows"),
        (CHROMEBOOK, "Chrome on a Chromebook"),
        (ANDROID, "Chrome on Android"),
        ("", "A browser on an unknown device"),
        ("<script>alert(1)</script>" * 50, "A browser on an unknown device"),
    ],
)
def test_a_browser_in_two_words(said: str, words: str) -> None:
    assert browser_words(said) == words


@pytest.fixture
def nia(town: Town, clock: Clock) -> Town:
    with_account(town)
    return town


def at(agent: str) -> Client:
    return signs_in(NIA.email, HTTP_USER_AGENT=agent)


def devices(client: Client) -> str:
    return Page(client.get("/me/")).body


def new_device_letters() -> int:
    return Letter.objects.filter(email=NIA.email, kind="new device").count()


def test_each_browser_is_listed_in_words_and_nothing_else_of_it_is_kept(nia: Town) -> None:
    phone, desk = at(IPHONE), at(FIREFOX)
    for client in (phone, desk):
        assert "Safari on an iPhone" in devices(client)
        assert "Firefox on Windows" in devices(client)
    kept = str(list(SignIn.objects.values()))
    assert "Mozilla" not in kept
    assert "Gecko" not in kept


def test_one_is_ended_and_the_others_go_on(nia: Town) -> None:
    phone, desk = at(IPHONE), at(FIREFOX)
    lost = SignIn.objects.get(browser="Safari on an iPhone")
    assert desk.post(f"/me/devices/{lost.pk}/end/")["Location"] == "/me/?ended"
    assert phone.get("/")["Location"] == "/sign-in/?next=%2F"
    assert is_in(desk)
    assert "Safari on an iPhone" not in devices(desk)
    assert desk.post(f"/me/devices/{lost.pk}/end/").status_code == 404, "once"
    assert marks(nia, event="sign-in ended")


def test_everywhere_else_is_ended_with_one_press(nia: Town) -> None:
    phone, tablet, desk = at(IPHONE), at(ANDROID), at(FIREFOX)
    desk.post("/me/devices/end/")
    assert is_in(desk)
    assert not is_in(phone)
    assert not is_in(tablet)


def test_nobody_ends_somebody_elses(nia: Town) -> None:
    at(IPHONE)
    lost = SignIn.objects.get(browser="Safari on an iPhone")
    assert nia.client(TEACHER).post(f"/me/devices/{lost.pk}/end/").status_code == 404
    assert SignIn.objects.get(pk=lost.pk).ended_at is None


def test_an_administrator_ends_all_of_somebodys(nia: Town) -> None:
    phone = at(IPHONE)
    user = SignIn.objects.latest("pk").user_id
    page = Page(nia.client(ADMINISTRATOR).post("/people/", {"find": "frost"}))
    [address] = [href for href, _ in page.links if href.startswith("/people/0")]
    assert nia.client(ADMINISTRATOR).post(f"{address}sign-out/").status_code == 302
    assert not is_in(phone)
    assert not SignIn.objects.filter(user_id=user, ended_at=None).exists()


def test_a_session_that_no_row_knows_ends_with_the_rest(nia: Town) -> None:
    """Such as one from before there was a list."""
    old = at(IPHONE)
    session = old.session
    del session["sign_in"]
    session.save()
    assert is_in(old)
    at(FIREFOX).post("/me/devices/end/")
    assert not is_in(old)


def test_a_new_device_is_told_of_by_mail_and_marked(nia: Town) -> None:
    assert new_device_letters() == 0, "the first of all is no news"
    at(FIREFOX)
    assert new_device_letters() == 1
    assert len(marks(nia, event="new device")) == 1


def test_a_browser_that_was_there_before_is_not_new(nia: Town) -> None:
    desk = at(FIREFOX)
    desk.post("/sign-out/")
    signs_in(NIA.email, client=desk)
    assert new_device_letters() == 1, "of the first time"
    assert is_in(desk)


def test_by_what_a_browser_is_known_opens_nothing_and_is_not_taken_from_a_stranger(nia: Town) -> None:
    desk = at(FIREFOX)
    kept = desk.cookies["heed_device"]
    assert kept["httponly"]
    assert kept["samesite"] == "Lax"
    other = Client()
    other.cookies["heed_device"] = kept.value
    assert not is_in(other)
    made_up = Client()
    made_up.cookies["heed_device"] = "x" * 5000
    signs_in(NIA.email, client=made_up)
    assert is_in(made_up)
    assert made_up.cookies["heed_device"].value != "x" * 5000


def test_when_a_device_was_used_last_is_known_to_ten_minutes(nia: Town, clock: Clock) -> None:
    desk = at(FIREFOX)
    row = SignIn.objects.latest("pk")
    clock.later(minutes=5)
    is_in(desk)
    first = SignIn.objects.get(pk=row.pk).seen_at
    clock.later(minutes=6)
    is_in(desk)
    assert SignIn.objects.get(pk=row.pk).seen_at > first


def test_what_was_tried_is_shown_to_the_person_it_was_tried_on(town: Town, settings: Any) -> None:
    settings.ACCOUNT_RATE_LIMITS = service.ACCOUNT_RATE_LIMITS
    cache.clear()
    nia = newcomer(town, second_factor=False)
    stranger = Client(REMOTE_ADDR="203.0.113.9")
    for _ in range(8):
        stranger.post("/sign-in/", {"login": EMAIL, "password": "wrong"})
    page = Page(stranger.post("/sign-in/", {"login": EMAIL, "password": PASSWORD}))
    assert TOO_MANY in page.body
    nia.types()
    page = Page(nia.client.get("/me/"))
    assert "Eight wrong passwords: today" in page.body
    assert "One try that was refused after too many: today" in page.body


def test_nobody_sees_what_was_tried_with_others(town: Town) -> None:
    Client().post("/sign-in/", {"login": "nobody@oakfield.example", "password": "wrong"})
    assert "No wrong password or code in the last 30 days." in devices(town.client(TEACHER))
