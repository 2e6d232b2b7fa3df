"""Helen Marsh's morning in the full sample: what waits, what is hers, and a child with a thousand entries."""

import re
import time
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.journeys.browsing import Doors, assert_no_barriers
from tests.journeys.people import LEAD
from tests.journeys.service import HOME, Service

LONG_TO_MAKE = 420
"""Seconds that the full sample may take on a busy computer; alone it takes some twenty."""


@pytest.fixture(scope="module")
def full() -> Iterator[Service]:
    """A service of its own, with everything that is told of the sample trust."""
    service = Service(HOME.with_name(f"{HOME.name}-full"), sample="full")
    service.wipe()
    service.begin()
    ends = time.monotonic() + LONG_TO_MAKE
    while not service.is_ready():
        assert time.monotonic() < ends, service.log.read_text()
        time.sleep(0.5)
    yield service
    service.stop()


@pytest.fixture(scope="module")
def full_doors(browser: Browser, full: Service) -> Doors:
    return Doors(browser, full.url)


@pytest.fixture
def lead(full_doors: Doors) -> Iterator[Page]:
    yield full_doors.open(LEAD)
    full_doors.close()


def test_her_morning_is_one_that_a_lead_can_get_through(lead):
    alerts = lead.locator(".heed-alert")
    assert 12 <= alerts.count() <= 16
    untaken = lead.locator("section", has=lead.get_by_role("heading", name="Nobody has taken these yet"))
    expect(untaken).to_contain_text("New")
    assert "2025" not in untaken.inner_text(), "nothing of last year"
    expect(lead.get_by_role("heading", name="Yours to look after")).to_be_visible()
    assert_no_barriers(lead)


def test_a_child_with_a_thousand_entries(lead):
    # Given the longest file of the school
    lead.goto("/children/")
    lead.get_by_label("Name").fill("leon sadler")
    lead.get_by_role("button", name="Find").click()

    # When it is opened, then the first page is there at once, with its patterns
    lead.locator(".heed-matches a").first.click()
    expect(lead.get_by_role("heading", level=1)).to_contain_text("Chronology")
    expect(lead.get_by_text(re.compile(r"^\d{3} since \w+ \d{4}"))).to_be_visible()
    by_day = lead.get_by_role("table", name="Number of entries in each category and on each day of the week")
    days = [int(cell) for cell in by_day.locator("tr").nth(1).locator("td").all_inner_texts()]
    assert days[0] == max(days), "Mondays stand out"
    assert_no_barriers(lead)

    # And all of it can be walked through to the first day in Nursery
    titles, file = lead.locator(".moj-timeline__title"), lead.locator("main")
    seen, pages, by_nursery = titles.all_inner_texts(), 1, False
    while lead.get_by_role("button", name="Show earlier").count():
        lead.get_by_role("button", name="Show earlier").click()
        expect(titles.filter(has_text=seen[-1])).to_have_count(0)
        seen += titles.all_inner_texts()
        by_nursery = by_nursery or "Paula Denby, nursery teacher" in file.inner_text()
        pages += 1
    assert pages > 10
    assert sum(not title.startswith("Action") for title in seen) > 950
    assert len(set(seen)) > 950
    assert by_nursery


def test_words_in_a_long_file_are_found(lead):
    lead.goto("/search/")
    lead.get_by_label("Words to look for").fill("pigeons")
    lead.keyboard.press("Enter")
    expect(lead.locator("mark").first).to_have_text(re.compile("pigeon", re.IGNORECASE))
    expect(lead.get_by_role("link", name="Leon Sadler").first).to_be_visible()
    assert lead.url.endswith("/search/")
