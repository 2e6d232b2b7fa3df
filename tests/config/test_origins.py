"""Where a request came from, behind proxies and without; and nobody is believed who is no proxy of ours."""

from ipaddress import ip_network
from typing import Any

import pytest
from django.test import Client

from heed.audit.models import DoorMark
from heed.config.origins import origin
from tests.cast import TEACHER, Town
from tests.records.behind import marks

OURS = (ip_network("10.0.0.0/8"), ip_network("127.0.0.1"), ip_network("fd00::/8"))


@pytest.mark.parametrize(
    ("peer", "forwarded", "found"),
    [
        ("203.0.113.9", "", "203.0.113.9"),
        ("203.0.113.9", "192.0.2.1", "203.0.113.9"),  # a stranger says something
        ("10.0.0.1", "", "10.0.0.1"),
        ("10.0.0.1", "203.0.113.9", "203.0.113.9"),
        ("10.0.0.1", "192.0.2.1, 203.0.113.9", "203.0.113.9"),  # what stood there before is invented
        ("10.0.0.1", "203.0.113.9, 10.0.0.2", "203.0.113.9"),  # two proxies of ours
        ("10.0.0.1", "203.0.113.9, 10.0.0.2, 127.0.0.1", "203.0.113.9"),
        ("10.0.0.1", "10.3.3.3, 10.0.0.2", "10.3.3.3"),  # somebody inside
        ("10.0.0.1", "203.0.113.9:4711", "203.0.113.9"),
        ("10.0.0.1", "[2001:db8::1]:4711", "2001:db8::1"),
        ("10.0.0.1", "2001:DB8::1", "2001:db8::1"),
        ("fd00::5", "2001:db8::1", "2001:db8::1"),
        ("::ffff:10.0.0.1", "203.0.113.9", "203.0.113.9"),  # both families on one socket
        ("10.0.0.1", "::ffff:203.0.113.9", "203.0.113.9"),
        ("10.0.0.1", "unknown", "10.0.0.1"),
        ("10.0.0.1", "203.0.113.9, <script>", "10.0.0.1"),
        ("10.0.0.1", "203.0.113.9, , 10.0.0.2", "10.0.0.2"),
        ("10.0.0.1", "999.1.1.1", "10.0.0.1"),
        ("10.0.0.1", "," * 5000, "10.0.0.1"),
        ("10.0.0.1", "203.0.113.9," + "10.0.0.2," * 3000 + "10.0.0.2", "10.0.0.2"),
        ("", "203.0.113.9", "203.0.113.9"),  # a socket file
        ("", "", ""),
        ("nonsense", "203.0.113.9", ""),
    ],
)
def test_the_origin_is_the_rightmost_address_that_is_not_ours(peer: str, forwarded: str, found: str) -> None:
    assert origin(peer, forwarded, OURS) == found


@pytest.mark.parametrize("peer", ["10.0.0.1", "127.0.0.1", "203.0.113.9"])
def test_without_proxies_nobody_is_believed(peer: str) -> None:
    assert origin(peer, "192.0.2.1", ()) == peer


@pytest.fixture
def behind_a_proxy(settings: Any) -> None:
    settings.PROXIES = OURS


def wrong_password(peer: str, forwarded: str) -> str:
    client = Client(REMOTE_ADDR=peer, HTTP_X_FORWARDED_FOR=forwarded)
    client.post("/sign-in/", {"login": "nobody@oakfield.example", "password": "wrong"})
    return DoorMark.objects.latest("at").origin


def test_a_mark_at_the_door_has_the_real_origin(behind_a_proxy: None, town: Town) -> None:
    assert wrong_password("10.0.0.1", "203.0.113.9") == "203.0.113.9"


def test_a_mark_at_the_door_has_no_forged_origin(behind_a_proxy: None, town: Town) -> None:
    assert wrong_password("198.51.100.7", "203.0.113.9") == "198.51.100.7"


def test_a_mark_of_somebody_signed_in_has_the_real_origin(behind_a_proxy: None, town: Town) -> None:
    client = town.client(TEACHER)
    for peer, found in (("10.0.0.1", "203.0.113.9"), ("198.51.100.7", "198.51.100.7")):
        client.get("/children/", REMOTE_ADDR=peer, HTTP_X_FORWARDED_FOR="203.0.113.9")
        assert marks(town, event="refused")[-1].origin == found


def test_https_is_believed_from_a_proxy_of_ours_only(behind_a_proxy: None, settings: Any, db: None) -> None:
    settings.SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    settings.SECURE_HSTS_SECONDS = 60
    for peer, secure in (("10.0.0.1", True), ("198.51.100.7", False)):
        answer = Client(REMOTE_ADDR=peer, HTTP_X_FORWARDED_PROTO="https").get("/sign-in/")
        assert answer.wsgi_request.is_secure() is secure
