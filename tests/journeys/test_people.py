"""People come, are looked after and leave: an administrator's first day, a new teacher, a leaver, two schools."""

import re
from urllib.parse import urlsplit
from uuid import uuid4

from playwright.sync_api import Page, expect

from tests.journeys.browsing import ON_A_PHONE, WITHOUT_SCRIPT, assert_no_barriers
from tests.journeys.people import ADMIN, BOTH, LEAD, TEACHER, sign_in
from tests.journeys.steps import send_incident
from tests.journeys.test_mail import letters_to
from tests.lib.waiting import until

PASSWORD = "kingfisher in the reeds"


def newest_link(post: Page, who: str) -> str:
    """The link in the newest mail to somebody, once it has come."""
    until(lambda: any("welcome" in one or "new-password" in one for one in letters_to(post, who)))
    return next(one for one in letters_to(post, who) if "welcome" in one or "new-password" in one)


def somebody(name: str) -> str:
    """An address that nobody has yet."""
    return f"{name}.{uuid4().hex[:6]}@oakfield.example"


def add(page: Page, name: str, email: str, group: str = "Class teacher") -> None:
    page.goto("/people/")
    page.get_by_role("link", name="Add a person").click()
    page.get_by_label("Name", exact=True).fill(name)
    page.get_by_label("Work email address").fill(email)
    page.get_by_label("Role").fill(group)
    page.get_by_role("checkbox", name=group, exact=True).check()
    page.get_by_role("button", name="Add this person").click()
    expect(page.get_by_role("heading", level=1)).to_have_text(name)


def begin(page: Page, link: str, password: str = PASSWORD) -> None:
    page.goto(link)
    page.get_by_label("Choose a password", exact=True).fill(password)
    page.get_by_label("The same password again", exact=True).fill(password)
    page.get_by_role("button", name="Begin").click()
    expect(page.get_by_role("heading", name=re.compile("^Good"))).to_be_visible()


def test_a_new_teacher_begins_with_a_phone(open_as):
    # Given Martin Fell has added Nia Frost
    email = somebody("nia")
    martin = open_as(ADMIN)
    add(martin, "Nia Frost", email)
    expect(martin.get_by_text("The invitation is on its way.")).to_be_visible()
    assert_no_barriers(martin)

    # When she opens the link of her mail on a phone
    link = newest_link(open_as(), email)
    nia = open_as(**ON_A_PHONE)
    nia.goto(link)

    # Then the page says which school and who she is, and its address says nothing
    expect(nia.get_by_role("heading", level=1)).to_have_text("Welcome, Nia Frost")
    expect(nia.get_by_text("Oakfield Primary School has made you an account")).to_be_visible()
    assert urlsplit(nia.url).path == "/welcome/"
    assert_no_barriers(nia)

    # When she types one that is too short, she is told beside the field, and then chooses a longer one
    nia.get_by_label("Choose a password", exact=True).fill("short")
    nia.get_by_role("button", name="Begin").click()
    expect(nia.locator("#id_password-error")).to_contain_text("This password has 5 characters")
    assert_no_barriers(nia)
    nia.get_by_label("Choose a password", exact=True).fill(PASSWORD)
    nia.get_by_label("The same password again", exact=True).fill(PASSWORD)
    nia.get_by_role("button", name="Begin").click()

    # Then she is on Home, and Martin sees that she has begun
    expect(nia.get_by_role("heading", name=re.compile("^Good"))).to_contain_text("Nia")
    martin.reload()
    expect(martin.get_by_text("Active")).to_be_visible()

    # And the link works no more
    nia.goto(link)
    expect(nia.get_by_role("heading", level=1)).to_have_text("This link has been used")
    assert_no_barriers(nia)


def test_an_administrator_on_the_first_day(open_as):
    # Given Martin Fell on the page of people
    martin = open_as(ADMIN)
    martin.get_by_role("link", name="People").click()
    expect(martin.get_by_role("heading", level=1)).to_have_text("People")
    assert_no_barriers(martin)

    # When he adds three, one of them with a slip in the address
    for name in ("ann", "ben"):
        add(martin, f"{name.title()} Moss", somebody(name), "Office")
    martin.goto("/people/add/")
    martin.get_by_label("Name", exact=True).fill("Cat Moss")
    martin.get_by_label("Work email address").fill(somebody("cat").replace("oakfield", "oakfeild"))
    martin.get_by_label("Role").fill("Office")
    martin.get_by_role("button", name="Add this person").click()

    # Then he is asked, and nothing he typed is lost
    expect(martin.locator("#id_email-error")).to_contain_text("Colleagues have addresses that end in")
    expect(martin.get_by_label("Role")).to_have_value("Office")
    assert_no_barriers(martin)
    martin.get_by_label("Work email address").fill(somebody("cat"))
    martin.get_by_role("button", name="Add this person").click()
    expect(martin.get_by_role("heading", level=1)).to_have_text("Cat Moss")

    # When he pastes ten, two of which cannot be read
    good = [f"Person {number}, {somebody(f'p{number}')}, Teaching assistant" for number in range(8)]
    bad = ["No Address, Teaching assistant", "Half One, half@oakfield, Teaching assistant"]
    martin.goto("/people/paste/")
    assert_no_barriers(martin)
    martin.locator("#id_people").fill("\n".join([*good[:4], *bad, *good[4:]]))
    martin.get_by_role("button", name="Check the list").click()

    # Then both are named, and nobody is added before he says so
    expect(martin.get_by_role("heading", name="8 can be added, 2 cannot be read")).to_be_visible()
    expect(martin.get_by_role("row", name=re.compile("Line 5"))).to_contain_text("There is no email address")
    expect(martin.get_by_role("row", name=re.compile("Line 6"))).to_contain_text("not an e-mail address")
    assert_no_barriers(martin)
    martin.get_by_role("button", name="Add 8 people").click()
    expect(martin.get_by_text("Eight people are added.")).to_be_visible()
    expect(martin.locator("#id_people")).to_have_value("\n".join(bad))

    # And from the roll: whoever has no account is invited together
    martin.goto("/people/")
    martin.get_by_role("link", name="Invite them").click()
    assert_no_barriers(martin)
    martin.get_by_role("button", name=re.compile("^Invite")).click()
    expect(martin.get_by_role("link", name="Invite them")).not_to_be_visible()


def test_a_leaver_is_out_at_the_next_click(open_as):
    # Given Tess Gray, new as a class teacher, who has Heed open
    email = somebody("tess")
    martin = open_as(ADMIN)
    add(martin, "Tess Gray", email)
    address = martin.url
    tess = open_as()
    begin(tess, newest_link(open_as(), email))

    # When Martin ends Tess's access now
    martin.goto(address)
    martin.get_by_role("link", name="Tess Gray leaves").click()
    martin.get_by_label("Now").check()
    assert_no_barriers(martin)
    martin.get_by_role("button", name="Tess Gray leaves").click()
    expect(martin.get_by_text("Access has ended, everywhere")).to_be_visible()
    assert_no_barriers(martin)

    # Then her next click leads to the door, and she does not get in again
    tess.get_by_role("link", name="Add incident").first.click()
    expect(tess.get_by_role("heading", level=1)).to_have_text("Sign in")
    tess.get_by_label("School email address").fill(email)
    tess.get_by_label("Password", exact=True).fill(PASSWORD)
    tess.get_by_role("button", name="Sign in").click()
    expect(tess.get_by_text("do not belong together").first).to_be_visible()


def test_whoever_ends_access_sees_numbers_and_no_child(open_as):
    martin = open_as(ADMIN)
    martin.goto("/people/")
    martin.get_by_role("link", name="Grace Adeyemi").click()
    martin.get_by_role("link", name="Grace Adeyemi leaves").click()
    expect(martin.get_by_text(re.compile("alerts? waits? for them"))).to_be_visible()
    expect(martin.get_by_text("Maisie")).not_to_be_visible()
    martin.get_by_label("At the end of their last day").check()
    martin.get_by_role("textbox", name="Last day").fill("18 December 2099")
    martin.get_by_role("button", name="Grace Adeyemi leaves").click()
    expect(martin.locator("#id_day-error")).to_contain_text("more than two years ahead")
    assert_no_barriers(martin)


def test_what_a_leaver_had_open_lies_with_the_colleague(open_as, maisie, peg):
    # Given Lee Shaw, who is told with an action, and has not read it
    email = somebody("lee")
    martin = open_as(ADMIN)
    add(martin, "Lee Shaw", email, "Teaching assistant")
    address = martin.url
    begin(open_as(), newest_link(open_as(), email))
    _, entry = send_incident(open_as(TEACHER), f"Cried at the gate, {peg}.", maisie)
    helen = open_as(LEAD)
    helen.goto(f"/entries/{entry}/")
    helen.locator("summary", has_text="Add an action").click()
    helen.get_by_label("What was done").last.fill("Asked Lee to sit with her at lunch.")
    helen.locator("summary", has_text="Tell somebody else").click()
    helen.get_by_label("Find a name").fill("shaw")
    helen.get_by_label("Lee Shaw").check()
    helen.get_by_role("button", name=re.compile("^Add action")).click()
    expect(helen.get_by_text("Asked Lee to sit with her")).to_be_visible()

    # When Lee leaves, a class teacher of another class cannot take it over, and Helen can
    martin.goto(address)
    martin.get_by_role("link", name="Lee Shaw leaves").click()
    martin.get_by_label("Now").check()
    martin.get_by_label("Who takes over").select_option(label="Aisha Rahman, class teacher")
    martin.get_by_role("button", name="Lee Shaw leaves").click()
    expect(martin.locator("#id_rest_to-error")).to_contain_text("cannot be handed to them")
    assert_no_barriers(martin)
    martin.get_by_label("Who takes the rest").select_option(label="Helen Marsh, DSL")
    martin.get_by_role("button", name="Lee Shaw leaves").click()
    expect(martin.get_by_text("Access has ended, everywhere")).to_be_visible()

    # Then it waits for Helen, with the reason
    helen.goto("/")
    expect(helen.get_by_text("You are told instead of somebody who has left").first).to_be_visible()


def test_a_forgotten_password_on_the_first_visit(open_as):
    # Given Martin has invited Ida Brook, and the mail lies unread somewhere
    email = somebody("ida")
    add(open_as(ADMIN), "Ida Brook", email)
    post = open_as()
    newest_link(post, email)

    # When she comes to the door without script, and asks
    ida = open_as(**WITHOUT_SCRIPT)
    ida.get_by_role("link", name="Forgotten password, or first visit").click()
    ida.get_by_label("School email address").fill("nobody@oakfield.example")
    ida.get_by_role("button", name="Send me a link").click()
    told_nobody = ida.locator("main").inner_text()
    ida.goto("/sign-in/forgotten/")
    ida.get_by_label("School email address").fill(email)
    ida.get_by_role("button", name="Send me a link").click()

    # Then the answer is the same as for an address that nobody has
    assert ida.locator("main").inner_text() == told_nobody

    # And with the link she begins
    begin(ida, newest_link(post, email))

    # When she has forgotten it a week later, she asks again, and chooses another
    ida.goto("/me/")
    ida.get_by_role("button", name="Sign out", exact=True).first.click()
    door = open_as()
    door.get_by_role("link", name="Forgotten password, or first visit").click()
    assert_no_barriers(door)
    door.get_by_label("School email address").fill(email)
    door.get_by_role("button", name="Send me a link").click()
    assert_no_barriers(door)
    until(lambda: any("new-password" in one for one in letters_to(post, email)))
    door.goto(next(one for one in letters_to(post, email) if "new-password" in one))
    assert urlsplit(door.url).path == "/sign-in/new-password/"
    assert_no_barriers(door)
    door.get_by_label("New password", exact=True).fill("heron by the river bend")
    door.get_by_label("The same password again", exact=True).fill("heron by the river bend")
    door.get_by_role("button", name="Change password").click()
    expect(door.get_by_text("Your password is changed. Sign in with it.")).to_be_visible()
    door.get_by_label("School email address").fill(email)
    door.get_by_label("Password", exact=True).fill("heron by the river bend")
    door.get_by_role("button", name="Sign in").click()
    expect(door.get_by_role("heading", name=re.compile("^Good"))).to_contain_text("Ida")


def test_two_schools_one_account(open_as, service):
    # Given Nadia Haddad, who works in both schools
    nadia = open_as()
    sign_in(nadia, BOTH)

    # Then she is asked where she is working now
    expect(nadia.get_by_role("heading", level=1)).to_have_text("Where are you working now?")
    assert_no_barriers(nadia)
    nadia.get_by_role("link", name="Oakfield Primary School").click()
    expect(nadia.get_by_text("family worker").first).to_be_visible()

    # And goes to the other by the bar
    nadia.get_by_role("link", name=re.compile("go to another school")).click()
    nadia.get_by_role("link", name="Riverside Academy").click()
    expect(nadia.get_by_text("attendance officer").first).to_be_visible()
    assert_no_barriers(nadia)

    # And at the school's own host she is in that school, without being asked
    own = open_as(at=service.url.replace("localhost", "riverside.localhost"))
    sign_in(own, BOTH)
    expect(own.get_by_text("attendance officer").first).to_be_visible()

    # Where she is signed in stands on her page, and she ends the other
    nadia.goto("/me/")
    expect(nadia.get_by_role("row")).to_have_count(3)
    assert_no_barriers(nadia)
    nadia.locator("td").get_by_role("button", name="Sign out").click()
    expect(nadia.get_by_text("Signed out there.")).to_be_visible()
    own.reload()
    expect(own.get_by_role("heading", level=1)).to_have_text("Sign in")

    # And her password is changed from the same page
    nadia.goto("/me/password/")
    assert_no_barriers(nadia)
