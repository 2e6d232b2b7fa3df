"""Pages stay current while nobody reloads them, and leave the screen when they must."""

from playwright.sync_api import Page, expect

from tests.journeys.browsing import DESK, PHONE, assert_no_barriers
from tests.journeys.people import LEAD, SENIOR_LEADER, TEACHER
from tests.journeys.steps import MAISIE, send_incident, tab_to

GLANCE = 12_000
"""Milliseconds after which a page asks."""


def stands_open(page: Page) -> None:
    """Let the time between two glances go by, on the page's own clock."""
    page.clock.run_for(GLANCE + 1000)


def open_with_a_clock(doors, who: str, at: str = "/", **options) -> Page:
    """A window in which the test holds the clock."""
    page = doors.open(who, at="/healthz", **{"viewport": DESK, **options})
    page.clock.install()
    page.goto(at)
    page.wait_for_function("'htmx' in window")
    return page


def test_an_alert_comes_to_an_open_dashboard(doors, open_as, maisie, peg):
    # Given Helen Marsh at her dashboard, her keyboard on the first alert
    helen = open_with_a_clock(doors, LEAD)
    waiting = helen.locator(".heed-alert").count()
    first = helen.locator(".heed-alert__child").first
    tab_to(helen, first)

    # When Katie Lowther sends
    send_incident(open_as(TEACHER), f"Came in without a coat, {peg}.", maisie)

    # Then it is there without a reload, said once, and the keyboard is where it was
    stands_open(helen)
    expect(helen.locator(".heed-alert")).to_have_count(waiting + 1)
    expect(helen.locator(".heed-alert").last).to_contain_text(MAISIE)
    expect(helen.locator("#heed-says")).to_have_text("1 new alert")
    expect(helen.get_by_role("link", name=f"Alerts ({waiting + 1} waiting)")).to_be_visible()
    expect(first).to_be_focused()
    assert_no_barriers(helen)
    helen.set_viewport_size(DESK)

    # And it can be marked as read from the list
    helen.locator(".heed-alert").last.get_by_role("button", name="Mark as read").click()
    expect(helen.locator(".heed-alert")).to_have_count(waiting)


def test_a_dashboard_nobody_looks_at_asks_nothing_until_it_is_shown(doors):
    helen = open_with_a_clock(doors, LEAD)
    asked: list[str] = []
    helen.on("request", lambda request: asked.append(request.url))
    helen.evaluate("Object.defineProperty(document, 'hidden', {get: () => window.away, configurable: true})")
    helen.evaluate("window.away = true")
    for _ in range(3):
        stands_open(helen)
    assert asked == []
    with helen.expect_response("**/now/*"):
        helen.evaluate("window.away = false; document.dispatchEvent(new Event('visibilitychange'))")


def test_the_count_in_the_bar_is_kept_current_on_other_pages(doors, open_as, maisie, peg):
    grace = open_with_a_clock(
        doors, SENIOR_LEADER, at="/children/", viewport=PHONE, has_touch=True, is_mobile=True
    )
    before = int(grace.locator("#bar-waiting").get_attribute("data-waiting") or 0)
    send_incident(open_as(TEACHER), f"Came in without a coat, {peg}.", maisie)
    stands_open(grace)
    expect(grace.locator(".heed-dock")).to_contain_text(f"{before + 1} alerts")
    expect(grace.locator("#heed-says")).to_have_text("1 new alert")


def test_names_leave_the_screen_when_the_session_has_ended(doors):
    helen = open_with_a_clock(doors, LEAD)
    expect(helen.locator(".heed-alert__child").first).to_be_visible()
    helen.context.clear_cookies(name="heed_session")
    stands_open(helen)
    expect(helen.get_by_role("heading", name="Sign in")).to_be_visible()
    assert "Maisie" not in helen.content()
    assert helen.url.endswith("/sign-in/?next=%2F")


def test_a_lost_connection_is_said_and_passes(doors):
    doors.allow("net::ERR_INTERNET_DISCONNECTED", "htmx:sendError", "htmx:afterRequest")
    helen = open_with_a_clock(doors, LEAD)
    lost = helen.get_by_text("Heed cannot be reached just now, so this page may be out of date.")
    helen.context.set_offline(True)
    stands_open(helen)
    expect(lost).to_be_in_viewport()
    assert_no_barriers(helen)
    helen.context.set_offline(False)
    stands_open(helen)
    expect(lost).to_be_hidden()
