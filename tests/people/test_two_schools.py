"""Somebody who works in two schools has one account, and says which school they are in."""

from dataclasses import replace

import pytest
from django.test import Client
from pytest_django.fixtures import Settings

from heed.accounts import letters
from heed.accounts.models import Membership, User
from heed.accounts.rules import slug_in
from heed.staff.actions import put_on_staff
from heed.tenancy.scope import schools
from heed.who.viewer import on_the_server
from tests.cast import LEAD, NOW, TEACHER, TEACHER_ELSEWHERE, Town
from tests.incidents.clock import Clock
from tests.incidents.page import Page
from tests.people.office import (
    NIA,
    PASSWORD,
    add,
    begins,
    is_in,
    link_of,
    newest_letter,
    opens,
    signs_in,
    with_account,
    works_in_both,
)


@pytest.fixture
def both(town: Town, clock: Clock) -> Town:
    with_account(town)
    works_in_both(town)
    return town


def test_after_signing_in_nia_chooses_and_goes_on_to_where_she_wanted_to_be(both: Town) -> None:
    nia = signs_in(NIA.email)
    answer = nia.get("/incidents/add/")
    assert (answer.status_code, answer["Location"]) == (302, "/schools/?next=%2Fincidents%2Fadd%2F")
    page = Page(nia.get(answer["Location"]))
    assert ("/at/oakfield/incidents/add/", "Oakfield Primary School") in page.links
    assert ("/at/riverside/incidents/add/", "Riverside Academy") in page.links
    page = Page(nia.get("/at/riverside/incidents/add/", follow=True))  # type: ignore[arg-type]
    assert page.status == 200
    assert "Riverside Academy" in page.body


def test_the_choice_stays_until_she_makes_another(both: Town) -> None:
    nia = signs_in(NIA.email)
    for slug, name in (("oakfield", "Oakfield Primary School"), ("riverside", "Riverside Academy")):
        nia.get(f"/at/{slug}/")
        for _ in range(2):
            page = Page(nia.get("/"))
            assert page.status == 200
            assert f"Heed · {name}" in page.body
            assert any(href == "/schools/" for href, _ in page.links), "and the bar leads to the other"


def test_in_each_school_she_is_what_she_is_there(both: Town) -> None:
    nia = signs_in(NIA.email)
    nia.get("/at/oakfield/")
    assert "Class teacher" in Page(nia.get("/me/")).body
    nia.get("/at/riverside/")
    assert "Visiting teacher" in Page(nia.get("/me/")).body


def test_one_who_works_in_one_school_is_asked_nothing(town: Town) -> None:
    page = Page(town.client(TEACHER).get("/"))
    assert page.status == 200
    assert all(href != "/schools/" for href, _ in page.links)


@pytest.mark.parametrize("slug", ["riverside", "nowhere"])
def test_a_school_of_others_and_none_are_the_same_answer(slug: str, town: Town) -> None:
    katie = town.client(TEACHER)
    for address in (f"/at/{slug}/", f"/at/{slug}/incidents/add/"):
        answer = katie.get(address)
        assert answer.status_code == 404
    assert Page(katie.get("/")).status == 200, "and she is where she was"


def test_a_choice_that_is_not_hers_any_more_counts_for_nothing(both: Town) -> None:
    nia = signs_in(NIA.email)
    nia.get("/at/riverside/")
    Membership.objects.filter(school_id=both.riverside, user__email=NIA.email).delete()
    assert "Heed · Oakfield Primary School" in Page(nia.get("/")).body


def test_the_way_to_a_school_leads_to_no_other_site(both: Town) -> None:
    nia = signs_in(NIA.email)
    for rest in ("/evil.example/", "//evil.example"):
        assert nia.get(f"/at/oakfield/{rest}")["Location"] == "/"
    page = Page(nia.get("/schools/?next=//evil.example"))
    assert ("/at/oakfield/", "Oakfield Primary School") in page.links


def test_a_host_of_the_school_says_which_school(both: Town, settings: Settings) -> None:
    settings.BASE_DOMAIN = "localhost"
    for slug, name in (("oakfield", "Oakfield Primary School"), ("riverside", "Riverside Academy")):
        nia = signs_in(NIA.email, HTTP_HOST=f"{slug}.localhost:8000")
        assert f"Heed · {name}" in Page(nia.get("/")).body


@pytest.mark.parametrize("slug", ["riverside", "nowhere"])
def test_at_the_host_of_another_school_there_is_nothing(slug: str, town: Town, settings: Settings) -> None:
    settings.BASE_DOMAIN = "localhost"
    answer = town.client(TEACHER).get("/", headers={"host": f"{slug}.localhost"})
    assert answer.status_code == 403
    assert b"You do not work in a school that uses Heed here" in answer.content


def test_at_the_host_of_another_school_sign_in_tells_nothing(town: Town, settings: Settings) -> None:
    settings.BASE_DOMAIN = "localhost"
    pages = [
        Client().get("/sign-in/", headers={"host": f"{slug}.localhost"}).content.split(b"csrfmiddlewaretoken")
        for slug in ("riverside", "nowhere")
    ]
    assert pages[0][0] == pages[1][0]


@pytest.mark.parametrize(
    ("host", "base", "slug"),
    [
        ("oakfield.heed.example", "heed.example", "oakfield"),
        ("OAKFIELD.heed.example.:8000", "heed.example", "oakfield"),
        ("heed.example", "heed.example", ""),
        ("a.oakfield.heed.example", "heed.example", ""),
        ("oakfield.evil-heed.example", "heed.example", ""),
        ("oakfield.heed.example", "", ""),
    ],
)
def test_the_word_before_the_base_domain(host: str, base: str, slug: str) -> None:
    assert slug_in(host, base) == slug


def invited_to_riverside(town: Town) -> str:
    """The DSL of the other school invites Nia, whose account is at Oakfield. Returns the link."""
    with schools(town.riverside):
        by = on_the_server(town.riverside, at=NOW)
        staff_id, _ = put_on_staff(by, email=NIA.email, name="Nia Frost", role="Visiting teacher")
        letters.invite(by, staff_id, email=NIA.email)
    return link_of(newest_letter(NIA.email))


def test_with_an_account_an_invitation_joins_and_sets_no_password(town: Town, clock: Clock) -> None:
    with_account(town)
    before = User.objects.get(email=NIA.email).password
    client, page = opens(invited_to_riverside(town))
    assert "Join Riverside Academy" in page.body
    assert 'type="password"' not in page.body
    begins(client, "an intruder's pass phrase")
    assert User.objects.get(email=NIA.email).password == before
    signs_in(NIA.email, client=client)
    page = Page(client.get("/welcome/"))
    assert page.status == 200
    assert client.post("/welcome/")["Location"] == "/"
    assert "Heed · Riverside Academy" in Page(client.get("/")).body
    assert Membership.objects.filter(user__email=NIA.email).count() == 2
    assert opens(link_of(newest_letter(NIA.email)))[1].status == 410


def test_somebody_else_at_this_browser_does_not_join_for_her(town: Town, clock: Clock) -> None:
    with_account(town)
    link = invited_to_riverside(town)
    katie = town.client(TEACHER)
    _, page = opens(link, katie)
    assert "Katie Lowther is signed in at this browser" in page.body
    assert katie.post("/welcome/").status_code == 403
    assert not Membership.objects.filter(user_id=town.users["teacher"], school_id=town.riverside).exists()


def test_an_account_that_was_closed_everywhere_opens_with_a_new_password(town: Town, clock: Clock) -> None:
    with_account(town)
    User.objects.filter(email=NIA.email).update(is_active=False)
    Membership.objects.filter(user__email=NIA.email).delete()
    client, page = opens(invited_to_riverside(town))
    assert "Choose a password" in page.body
    assert begins(client, "heron by the river bend").status == 302
    assert is_in(signs_in(NIA.email, "heron by the river bend"))
    assert not is_in(signs_in(NIA.email, PASSWORD))


def test_whoever_is_signed_in_at_the_browser_is_signed_out_by_a_first_visit(town: Town, clock: Clock) -> None:
    add(town, replace(NIA, email="ada@oakfield.example", name="Ada Reed"))
    client, page = opens(link_of(newest_letter("ada@oakfield.example")), town.client(LEAD))
    assert "Helen Marsh is signed in at this browser, and will be signed out" in page.body
    begins(client)
    page = Page(client.get("/me/"))
    assert "Ada Reed" in page.body
    assert client.get("/children/").status_code == 403, "nothing of Helen's second step is left"


def test_an_invitation_of_one_school_does_not_open_another(town: Town, clock: Clock) -> None:
    with_account(town)
    page = Page(town.client(TEACHER_ELSEWHERE).get("/people/"))
    assert page.status == 403
