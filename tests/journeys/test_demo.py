"""The one command: it starts, survives whatever is killed, and ends; what was written stays."""

import re
import signal
from collections.abc import Callable, Iterator
from os import kill

import pytest
from playwright.sync_api import Page, expect
from psycopg import connect

from heed.lib.embedded import Embedded
from tests.journeys.browsing import Doors, assert_no_barriers
from tests.journeys.people import OFFICE
from tests.journeys.steps import MAISIE, send_incident
from tests.lib.waiting import runs, until

WORDS = "Came to the desk at 9.20 by herself, in slippers."


def slay(pid: int) -> None:
    """Kill -9 of one process. Nought would mean our own group."""
    assert pid, "it does not run"
    kill(pid, signal.SIGKILL)


@pytest.fixture(autouse=True)
def _while_it_is_away(doors: Doors) -> None:
    """Pages that stand open ask on, and the browser notes that nobody answers."""
    doors.allow(
        "ERR_CONNECTION", "ERR_EMPTY_RESPONSE", "htmx:sendError", "htmx:afterRequest", "htmx:responseError"
    )


@pytest.fixture(scope="module")
def sent(_doors, maisie) -> str:
    """The address of what Sandra Bell has sent."""
    _, entry = send_incident(_doors.open(OFFICE), WORDS, maisie)
    _doors.close()
    return f"/incidents/{entry}/sent/"


def assert_kept(page: Page, sent: str) -> None:
    page.goto(sent)
    expect(page.get_by_text(WORDS)).to_be_visible()


def test_ctrl_c_ends_everything_and_the_next_start_takes_seconds(service, open_as, sent):
    # Given a demo that runs, with database, web server and worker below it
    everything = service.everything()
    assert all(service.part(words) for words in ("postgres", "gunicorn", "heed work"))

    # When it is stopped with Ctrl-C
    assert service.stop() == 0

    # Then nothing of it is left
    assert not [what for pid, what in everything.items() if runs(pid)]
    assert service.log.read_text().rstrip().endswith("Stopped. What you did is kept for the next start.")

    # And it is back, with the entry, and whoever had signed in still is
    service.start()
    until(lambda: f"Heed is on {service.url}" in service.log.read_text().rpartition("Stopped.")[2])
    assert_kept(open_as(OFFICE), sent)


def test_after_kill_9_of_all_of_it_nothing_is_left_and_the_next_start_works(service, open_as, sent):
    everything = service.everything()
    service.kill()
    until(
        lambda: not [pid for pid, what in everything.items() if runs(pid) and not what.endswith("heed work")]
    )
    service.start()
    assert_kept(open_as(OFFICE), sent)
    until(lambda: not [pid for pid in everything if runs(pid)])


def test_a_killed_web_server_comes_back(service, open_as, sent):
    page = open_as(OFFICE)
    before = service.part("gunicorn")
    slay(before)
    until(lambda: service.part("gunicorn") not in {0, before} and service.health()[0] == 200)
    assert_kept(page, sent)


def test_a_killed_worker_comes_back(service):
    before = service.part("heed work")
    slay(before)
    until(lambda: service.part("heed work") not in {0, before})
    until(lambda: service.health() == (200, {"database": "up", "worker": "up"}))


def test_a_killed_database_comes_back_while_somebody_waits(service, open_as, sent):
    page = open_as(OFFICE)
    before = service.part("postgres")
    slay(before)
    answer = page.goto(sent)
    assert answer.status == 200 or page.get_by_role("heading", name="Something went wrong here").count()
    until(lambda: service.part("postgres") not in {0, before} and service.health()[0] == 200)
    assert_kept(page, sent)


@pytest.fixture
def table_lost(service) -> Iterator[Callable[[], None]]:
    """What cannot happen: a table is away. Back at the end."""
    address = Embedded(service.home).address("postgres")

    def run(sql: str) -> None:
        with connect(
            user=address.user, dbname=address.database, host=address.host, port=address.port, autocommit=True
        ) as connection:
            connection.execute(sql)

    yield lambda: run("alter table incidents_incident rename to incidents_away")
    run("alter table if exists incidents_away rename to incidents_incident")


def test_a_fault_is_a_calm_page_with_a_reference_that_names_nobody(service, open_as, sent, table_lost):
    # Given a page about a child
    page = open_as(OFFICE, at=sent)
    expect(page.get_by_text(MAISIE).first).to_be_visible()

    # When it is asked for again, and something is broken in the server
    table_lost()
    answer = page.reload()

    # Then the page is calm, gives a reference and says nothing about a child
    assert answer.status == 500
    expect(page.get_by_role("heading", level=1)).to_have_text("Something went wrong here")
    reference = page.locator("code").inner_text()
    assert re.fullmatch("[0-9a-f]{8}", reference)
    assert not [word for word in ("Maisie", "Thornton", "slippers", "Traceback") if word in page.content()]
    assert_no_barriers(page)

    # And the log has the reference, and no name or word either
    log = service.log.read_text()
    assert f"fault {reference}" in log
    assert not [word for word in ("Maisie", "slippers") if word in log]


def test_health_notices_a_worker_that_stands_still(service):
    worker = service.part("heed work")
    assert worker
    kill(worker, signal.SIGSTOP)
    try:
        until(lambda: service.health() == (503, {"database": "up", "worker": "down"}))
    finally:
        kill(worker, signal.SIGCONT)
    until(lambda: service.health()[0] == 200)
