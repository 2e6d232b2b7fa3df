"""The DSL's morning: forty alerts, one after the other, and the power cut in the middle of it."""

import re
from os import kill
from signal import SIGKILL

from playwright.sync_api import Page, expect

from tests.journeys.browsing import PHONE, assert_no_barriers
from tests.journeys.people import LEAD, OFFICE, TEACHER
from tests.journeys.steps import just_now, send_incident
from tests.lib.waiting import until

FORTY = 40
STAMP = re.compile(r'name="stamp" value="([^"]+)"')
CSRF = re.compile(r'name="csrfmiddlewaretoken" value="([^"]+)"')


def records_many(page: Page, words: str, child: str, number: int) -> None:
    """A busy day's entries, sent as the form sends them."""
    for each in range(number):
        blank = page.request.get("/incidents/add/?child=" + child).text()
        stamp, csrf = STAMP.search(blank), CSRF.search(blank)
        assert stamp
        assert csrf
        form = {
            "stamp": stamp[1],
            "csrfmiddlewaretoken": csrf[1],
            "pupil": child,
            "account": f"{words} {each}",
            "categories": "2",
            "do": "send",
            **just_now(),
        }
        answer = page.request.post(
            "/incidents/add/", form=form, headers={"Referer": page.url}, max_redirects=0
        )
        assert answer.status == 302, answer.text()


def waiting(page: Page) -> int:
    """How many alerts stand on the page."""
    return page.locator(".heed-alert").count()


def test_forty_alerts_one_after_the_other(open_as, maisie, peg):
    # Given forty entries since yesterday, and whatever waited before
    records_many(open_as(TEACHER), peg, maisie, FORTY)
    lead = open_as(LEAD)
    before = waiting(lead)
    assert before >= FORTY
    expect(lead.get_by_role("link", name=f"Alerts ({before} waiting)").first).to_be_visible()
    assert_no_barriers(lead)

    # When Helen Marsh walks through the oldest of them, one press for each
    for seen in range(3):
        lead.get_by_role("link", name=re.compile("^Next alert")).first.click()
        lead.get_by_role("button", name="Mark as read").click()
        expect(lead.locator(".heed-alert")).to_have_count(before - seen - 1)

    # And one needs something done: she takes it, writes what she did, tells the office, and closes it later
    alert = lead.locator(".heed-alert").filter(has_text="Maisie Thornton").first
    alert.get_by_role("link", name="Maisie Thornton").click()
    address = lead.url
    lead.get_by_role("button", name="Take it in hand").click()
    expect(lead.locator("#stands ~ p")).to_contain_text("Helen Marsh")
    _acts_and_tells_the_office(lead, peg)
    lead.locator("summary", has_text="Close it").click()
    lead.get_by_role("textbox", name="What came of it").fill("The mother will bring a coat.")
    lead.get_by_role("button", name="Close it").click()
    expect(lead.locator("#stands ~ p")).to_contain_text("Closed")
    assert_no_barriers(lead)

    # Then the office has it as well, and reads the entry and the action, but not how it was closed
    office = open_as(OFFICE)
    office.locator(".heed-alert").filter(has_text="Action on entry").last.get_by_role("link").first.click()
    assert office.url.split("#")[0] == address.split("#")[0]
    expect(office.get_by_text(f"Rang the mother about {peg}.")).to_be_visible()
    expect(office.get_by_text("The mother will bring a coat.")).to_have_count(0)


def _acts_and_tells_the_office(lead: Page, peg: str) -> None:
    lead.locator("summary", has_text="Add an action").click()
    lead.get_by_role("button", name="Add action").click()
    expect(lead.get_by_role("link", name="Write what was done.")).to_be_visible()
    lead.get_by_label("What was done").last.fill(f"Rang the mother about {peg}.")
    lead.locator("summary", has_text="Tell somebody else").click()
    lead.get_by_label("Find a name").fill("sandra")
    lead.get_by_label("Sandra Bell").check()
    lead.get_by_role("button", name="Add action").click()
    expect(lead.locator(".heed-action").filter(has_text=f"Rang the mother about {peg}.")).to_be_visible()


def test_the_writer_sees_when_it_was_read_and_acted_on_and_none_of_the_words(open_as, maisie, peg):
    teacher, lead = open_as(TEACHER), open_as(LEAD)
    number, entry = send_incident(teacher, f"Came in late, {peg}.", maisie)
    strip = teacher.locator(".heed-strip")
    expect(strip.locator("li").nth(1)).to_contain_text("Not yet")
    lead.goto(f"/entries/{entry}/")
    lead.get_by_role("button", name="Mark as read").click()
    teacher.reload()
    expect(strip.locator("li").nth(1)).to_contain_text("Today")
    expect(strip.locator("li").nth(2)).to_contain_text("Not yet")
    lead.goto(f"/entries/{entry}/")
    _acts_and_tells_the_office(lead, peg)
    teacher.reload()
    expect(strip.locator("li").nth(2)).to_contain_text("Today")
    expect(teacher.get_by_text("Rang the mother")).to_have_count(0)
    assert_no_barriers(teacher)
    teacher.set_viewport_size(PHONE)
    teacher.goto("/")
    row = teacher.locator("li").filter(has_text=f"Entry {number}")
    expect(row).to_contain_text("Acted on today")


def test_everything_is_killed_while_she_writes_and_nothing_is_lost(service, open_as, doors, maisie, peg):
    # Given Helen Marsh in the middle of an action
    teacher, lead = open_as(TEACHER), open_as(LEAD)
    lead.context.set_default_timeout(60_000)
    _, entry = send_incident(teacher, f"Came in late, {peg}.", maisie)
    lead.goto(f"/entries/{entry}/")
    lead.locator("summary", has_text="Add an action").click()
    lead.get_by_label("What was done").last.fill(f"Rang the mother about {peg}.")

    # When web server, worker and database are killed, and she presses the button at once
    doors.allow(
        "ERR_CONNECTION", "ERR_EMPTY_RESPONSE", "htmx:sendError", "htmx:afterRequest", "htmx:responseError"
    )
    for part in ("gunicorn", "heed work", "postgres"):
        if pid := service.part(part):
            kill(pid, SIGKILL)
    lead.get_by_role("button", name="Add action").click()
    expect(lead.get_by_label("What was done").last).to_have_value(f"Rang the mother about {peg}.")

    # Then it is there again by itself, the same press works, and the action stands there once
    until(lambda: service.health()[0] == 200)
    lead.get_by_role("button", name="Add action").click()
    action = lead.locator(".heed-action").filter(has_text=f"Rang the mother about {peg}.")
    expect(action).to_have_count(1, timeout=60_000)
    lead.reload()
    expect(action).to_have_count(1)
