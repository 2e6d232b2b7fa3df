"""Nothing about a child in a log line, an address or an error page."""

import logging
from typing import Any

import pytest
from django.test import Client

from heed.config.logs import Line
from heed.incidents import actions
from tests.cast import LEAD, TEACHER, Town

NAMES = ("Maisie", "Thornton", "coat")


class Listener(logging.Handler):
    """Keeps every line that would be written, as it would be written."""

    def __init__(self) -> None:
        super().__init__(logging.DEBUG)
        self.setFormatter(Line())
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(self.format(record))


@pytest.fixture
def log() -> Any:
    listener, root = Listener(), logging.getLogger()
    loggers = [
        root,
        logging.getLogger("heed"),
        logging.getLogger("django.request"),
        logging.getLogger("procrastinate"),
    ]
    for one in loggers:
        one.addHandler(listener)
    yield listener.lines
    for one in loggers:
        one.removeHandler(listener)


def broken(*_: Any, **__: Any) -> None:
    raise ValueError("Maisie Thornton came in without a coat")


def test_a_fault_shows_a_reference_and_nothing_about_a_child(
    town: Town, log: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    item = town.entry()
    monkeypatch.setattr(actions, "open_entry", broken)
    client = town.client(LEAD)
    client.raise_request_exception = False
    answer = client.get(f"/entries/{item}/")
    page, lines = answer.content.decode(), "\n".join(log)
    assert answer.status_code == 500
    assert not any(name in page + lines for name in NAMES)
    assert "ValueError" in lines
    reference = lines.split("fault ", 1)[1].split()[0]
    assert reference in page


def test_what_is_typed_stands_in_no_line(town: Town, log: list[str]) -> None:
    client = town.client(TEACHER)
    client.post("/incidents/children/", {"find": "Maisie"})
    client.post("/incidents/add/", {"do": "send", "account": "Maisie Thornton had no coat"})
    client.post("/nowhere/", {"account": "Maisie Thornton had no coat"})
    town.client(LEAD).post("/search/", {"words": "Maisie Thornton", "before": "Maisie Thornton"})
    Client().post("/sign-in/", {"login": "maisie@oakfield.example", "password": "Thornton"})
    assert not any(name in line for line in log for name in NAMES)


def test_no_page_leads_to_an_address_with_a_name_in_it(town: Town) -> None:
    item = town.entry()
    client = town.client(LEAD)
    for address in ("/", "/incidents/add/", f"/entries/{item}/", f"/children/{town.pupils['maisie']}/"):
        page = client.get(address).content.decode()
        links = [part.split('"', 1)[0] for part in page.split('href="')[1:] + page.split('action="')[1:]]
        assert not any(name.lower() in link.lower() for link in links for name in NAMES), address


def test_a_search_is_never_in_an_address(town: Town) -> None:
    client = town.client(LEAD)
    assert client.get("/incidents/children/?find=mai").status_code == 405
    assert b"Maisie" not in client.get("/children/?find=maisie").content
    assert b"Maisie" not in client.get("/search/?words=maisie").content
