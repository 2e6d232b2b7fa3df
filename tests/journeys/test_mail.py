"""An entry is sent; the lead's mail arrives, and its link leads through password and code to the entry."""

from playwright.sync_api import Page, expect

from tests.journeys.browsing import assert_no_barriers
from tests.journeys.people import LEAD, TEACHER, sign_in
from tests.journeys.steps import MAISIE, send_incident
from tests.lib.waiting import until


def letters_to(page: Page, who: str) -> list[str]:
    """The links in the mails that have come for somebody, newest first."""
    page.goto("/demo/post/")
    letters = page.locator("article").filter(has=page.locator("dd", has_text=who))
    return [link.get_attribute("href") or "" for link in letters.get_by_role("link").all()]


def test_a_mail_arrives_at_once_and_its_link_leads_to_the_entry(open_as, maisie, peg):
    # Given what has come for Helen Marsh so far
    post = open_as()
    before = letters_to(post, LEAD)

    # When Katie Lowther sends an entry
    _, entry = send_incident(open_as(TEACHER), f"Came in without a coat, {peg}.", maisie)

    # Then Helen has a mail a moment later, and it says nothing of what happened
    until(lambda: letters_to(post, LEAD)[:1] != before[:1])
    newest = post.locator("article").filter(has=post.locator("dd", has_text=LEAD)).first
    expect(newest).to_contain_text("There is something to read in Heed at Oakfield Primary School.")
    for word in (peg, "Maisie", "Thornton", "Katie", "Lowther", "coat", "concern"):
        expect(newest).not_to_contain_text(word, ignore_case=True)
    assert_no_barriers(post)

    # When she follows the link, signed out, and signs in with password and code
    link = letters_to(post, LEAD)[0]
    helen = open_as()
    helen.goto(link)
    expect(helen.get_by_role("heading", name="Sign in")).to_be_visible()
    sign_in(helen, LEAD)

    # Then she stands on the entry, which is not marked as read by that
    expect(helen.get_by_text(peg)).to_be_visible()
    assert helen.url.endswith(f"/entries/{entry}/")
    expect(helen.get_by_role("button", name="Mark as read")).to_be_visible()
    expect(helen.get_by_text(MAISIE).first).to_be_visible()


def test_the_accounts_page_leads_to_the_post_and_a_newcomer_finds_some(open_as):
    page = open_as(at="/demo/")
    page.get_by_role("link", name="Mail that Heed has sent in this demo").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Post of the demo")
    expect(page.get_by_role("heading", name="Something to read in Heed").first).to_be_visible()
    assert_no_barriers(page)
