"""Signing in with the school's own account: set up, approved, used, broken."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page, expect

from tests.accounts.provider import CLIENT, SECRET
from tests.accounts.signing_on import Provider
from tests.journeys.browsing import DESK, ON_A_PHONE, WITHOUT_SCRIPT, assert_no_barriers
from tests.journeys.people import LEAD, TEACHER, sign_in
from tests.journeys.steps import start_incident, typed, write

ADMINISTRATOR = "admin@oakfield.example"  # Martin Fell; reads no child's record
PEOPLE = {
    "katie": {"email": TEACHER, "email_verified": True},
    "emily": {"email": "Emily.Sutcliffe@oakfield.example", "email_verified": True},
    "stranger": {"email": "nobody@oakfield.example", "email_verified": True},
}


@pytest.fixture(scope="module")
def provider() -> Iterator[Provider]:
    provider = Provider().start()
    provider.knows(**PEOPLE)
    yield provider
    provider.stop()


@pytest.fixture(scope="module")
def set_up(_doors, provider) -> Iterator[None]:
    """Martin Fell sets it up, Helen Marsh approves it; at the end it is off again."""
    martin = _doors.open(ADMINISTRATOR)
    fill_in(martin, provider)
    martin.get_by_role("button", name="Save").click()
    expect(martin.get_by_text("It waits for a head or DSL")).to_be_visible()
    helen = _doors.open(LEAD, at="/people/sign-on/approve/")
    helen.get_by_role("button", name="Approve it").click()
    expect(helen.locator("main")).to_contain_text("Approved.")
    _doors.close()
    yield
    martin = _doors.open(ADMINISTRATOR, at="/people/sign-on/")
    martin.get_by_label("People may sign in with it").uncheck()
    martin.get_by_role("button", name="Save").click()
    expect(martin.get_by_text("Saved. It is off.")).to_be_visible()
    _doors.close()


def fill_in(page: Page, provider: Provider) -> None:
    page.goto("/people/sign-on/")
    page.get_by_label("What people call it").fill("Kestrel ID")
    page.get_by_label("Issuer").fill(provider.issuer)
    page.get_by_label("Client id").fill(CLIENT)
    page.get_by_label("Client secret").fill(SECRET)
    page.get_by_label("Domains").fill("oakfield.example")
    page.get_by_label("People may sign in with it").check()


def to_the_service(page: Page) -> None:
    page.get_by_role("link", name="Sign in with your school’s account").click()
    expect(page.get_by_role("heading", name="Kestrel ID: who are you?")).to_be_visible()


def as_(page: Page, who: str) -> None:
    to_the_service(page)
    page.get_by_role("link", name=who).click()


def test_the_administrator_tries_it_before_anybody_relies_on_it(open_as, provider):
    page = open_as(ADMINISTRATOR)
    page.get_by_role("link", name="People").click()
    page.get_by_role("link", name="Single sign-on").click()
    assert_no_barriers(page)
    fill_in(page, provider)
    page.get_by_label("Client secret").fill("an old one")
    page.get_by_role("button", name="Try it").click()
    expect(page.get_by_text("the secret may have run out.")).to_be_visible()
    assert_no_barriers(page)
    page.get_by_label("Client secret").fill(SECRET)
    page.get_by_label("Domains").fill("gmail.com")
    page.get_by_role("button", name="Try it").click()
    expect(page.locator(".govuk-error-summary")).to_contain_text("Anybody can have an address at gmail.com.")
    assert_no_barriers(page)
    page.get_by_label("Domains").fill("oakfield.example")
    page.get_by_role("button", name="Try it").click()
    expect(page.get_by_text("It knows Heed’s client id, and takes the secret.")).to_be_visible()


@pytest.mark.parametrize(
    "options", [{"viewport": DESK}, ON_A_PHONE, WITHOUT_SCRIPT], ids=["desk", "phone", "plain"]
)
def test_a_teacher_signs_in_and_out_and_in_again(options, open_as, set_up):
    page = open_as(**options)
    if "viewport" in options:
        assert_no_barriers(page)
    for _ in range(2):
        as_(page, "katie")
        expect(page.get_by_text("Katie Lowther, class teacher")).to_be_visible()
        page.get_by_role("button", name="Sign out").click()
        expect(page.get_by_role("heading", name="Sign in")).to_be_visible()


def test_somebody_who_never_had_a_password_comes_in(open_as, set_up):
    page = open_as(viewport=DESK)
    as_(page, "emily")
    expect(page.get_by_text("Emily Sutcliffe, class teacher")).to_be_visible()


def test_the_address_leads_to_the_school(open_as, set_up):
    page = open_as(viewport=DESK)
    page.goto("/sign-in/school/")  # one school alone has a service, so it leads straight there
    expect(page.get_by_role("heading", name="Kestrel ID: who are you?")).to_be_visible()


def test_a_stranger_is_turned_away_calmly(open_as, set_up):
    page = open_as(viewport=DESK)
    as_(page, "stranger")
    expect(page.get_by_role("heading", name="You were not signed in")).to_be_visible()
    assert "nobody@" not in page.content()
    assert_no_barriers(page)
    page.get_by_role("link", name="Use another account").click()
    page.get_by_role("link", name="katie").click()
    expect(page.get_by_text("Katie Lowther, class teacher")).to_be_visible()


def test_giving_up_half_way(open_as, set_up):
    page = open_as(viewport=DESK)
    as_(page, "nobody")
    expect(page.get_by_role("heading", name="This sign-in was not finished")).to_be_visible()
    assert_no_barriers(page)
    page.get_by_role("link", name="Begin again").click()
    page.get_by_role("link", name="katie").click()
    expect(page.get_by_text("Katie Lowther, class teacher")).to_be_visible()


def test_words_of_a_session_that_ended_are_there_after_signing_on(open_as, set_up, peg):
    page = open_as(viewport=DESK)
    as_(page, "katie")
    start_incident(page)
    write(page, account=f"Came in without a coat, {peg}.")
    page.context.clear_cookies(name="heed_session")
    page.get_by_role("button", name="Send").click()
    as_(page, "katie")
    expect(page.get_by_text("Only you see them. They are not sent yet.")).to_be_visible()
    assert peg in typed(page)["account"]
    page.get_by_role("button", name="Put them away").click()


def test_the_service_dies_and_comes_back(open_as, set_up, provider):
    page = open_as(viewport=DESK)
    page.goto("/sign-in/?next=/incidents/add/")
    to_the_service(page)
    link = page.get_by_role("link", name="katie").get_attribute("href")
    back = provider.chosen(f"{provider.issuer}{link.removesuffix('&as=katie')}", "katie")

    # Given that it dies while Katie Lowther is there
    provider.stop()
    page.goto(back)

    # Then it is said calmly, and the password is there
    expect(page.get_by_role("heading", name="Your school’s sign-in service does not answer")).to_be_visible()
    assert_no_barriers(page)
    page.get_by_role("link", name="Sign in with your password").click()
    sign_in(page, TEACHER)
    expect(page.get_by_role("heading", name="Add incident")).to_be_visible()

    # And when it is back, it goes on as before
    provider.start()
    provider.knows(**PEOPLE)
    page.get_by_role("button", name="Sign out").click()
    page.get_by_role("link", name="Sign in with your school’s account").click()
    while page.get_by_role("link", name="Try again").count():  # it is left alone for ten seconds
        page.wait_for_timeout(1000)
        page.get_by_role("link", name="Try again").click()
    page.get_by_role("link", name="katie").click()
    expect(page.get_by_text("Katie Lowther, class teacher")).to_be_visible()
