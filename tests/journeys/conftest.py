"""One service and one browser for all journeys, and a window for each person."""

from collections.abc import Callable, Iterator
from uuid import uuid4

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from tests.journeys.browsing import PATIENCE, Doors
from tests.journeys.people import LEAD, LEAD_ELSEWHERE
from tests.journeys.service import Service
from tests.lib.waiting import until

FLAGS = [
    "--no-sandbox",
    "--disable-dev-shm-usage",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
]
expect.set_options(timeout=PATIENCE)


@pytest.fixture(scope="package")
def service() -> Iterator[Service]:
    service = Service()
    service.wipe()
    service.begin()
    service.gather_page_files()  # in good time: the sample trust is being made
    until(service.is_ready)
    yield service
    service.stop()


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    """For this package only: while it is there, Django takes this thread for an asynchronous one."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="package")
def _doors(service: Service, browser: Browser) -> Doors:
    return Doors(browser, service.url)


@pytest.fixture
def doors(_doors: Doors) -> Iterator[Doors]:
    yield _doors
    _doors.close()


@pytest.fixture
def open_as(doors: Doors) -> Callable[..., Page]:
    """Opens a window: `open_as(TEACHER)`, `open_as(LEAD, **PHONE)`, `open_as()` for nobody."""
    return doors.open


@pytest.fixture
def peg() -> str:
    """A word that stands in no other entry."""
    return f"peg{uuid4().hex[:8]}"


@pytest.fixture(scope="package")
def maisie(_doors: Doors) -> str:
    """The id of Maisie Thornton of Year 4."""
    return _id_of(_doors, LEAD, "maisie thornton")


@pytest.fixture(scope="package")
def child_elsewhere(_doors: Doors) -> str:
    """The id of a child of the other school."""
    return _id_of(_doors, LEAD_ELSEWHERE, "harun mirza")


def _id_of(doors: Doors, who: str, name: str) -> str:
    page = doors.open(who)
    page.goto("/children/")
    page.get_by_label("Name").fill(name)
    page.get_by_role("button", name="Find").click()
    address = page.locator(".heed-matches a").first.get_attribute("href")
    doors.close()
    assert address
    return address.strip("/").rsplit("/", 1)[-1]
