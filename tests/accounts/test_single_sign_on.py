"""Signing in through the school's own service: who comes in, and as whom."""

from dataclasses import replace
from urllib.parse import urlencode

import pytest
from django.test import Client

from heed.accounts.models import Binding, Membership, User
from heed.accounts.signon.actions import release
from heed.audit.models import Mark
from heed.staff.actions import put_on_staff
from heed.staff.models import Staff
from heed.tenancy.scope import schools
from heed.who.powers import Power
from heed.who.viewer import on_the_server
from tests.accounts.provider import CLIENT
from tests.accounts.signing_on import Provider, SomebodySigningOn, asked_of, set_up
from tests.cast import ADMINISTRATOR, HEAD, LEAD_ELSEWHERE, NOW, TEACHER, Town
from tests.incidents.page import Page
from tests.records.behind import details, marks


def reasons(town: Town) -> list[str]:
    """Why people were turned away, as the marks keep it."""
    return [mark.why for mark in marks(town, event="single sign-on refused")]


def hire(town: Town, email: str, name: str = "Nia Frost") -> None:
    with schools(town.oakfield):
        put_on_staff(on_the_server(town.oakfield, at=NOW), email=email, name=name, role="Class teacher")


def leave(town: Town, email: str) -> None:
    with schools(town.oakfield):
        assert Staff.objects.filter(email=email).update(left_on=NOW.date()) == 1


def test_katie_signs_on_and_is_where_she_wanted_to_be(somebody: SomebodySigningOn) -> None:
    page = somebody.signs_on("katie", next="/incidents/add/")
    assert (page.status, page.answer["Location"]) == (302, "/incidents/add/")
    assert somebody.is_in()
    assert somebody.name() == "Katie Lowther"
    assert [(mark.name, mark.why) for mark in marks(somebody.town, event="signed in")] == [
        ("Katie Lowther", "single sign-on")
    ]
    assert [mark.name for mark in marks(somebody.town, event="single sign-on bound")] == ["Katie Lowther"]


def test_the_second_time_only_her_account_there_counts_whatever_its_address_is_now(
    somebody: SomebodySigningOn,
) -> None:
    somebody.signs_on("katie")
    somebody.provider.knows(katie={"email": "katie.married@oakfield.example", "email_verified": False})
    again = SomebodySigningOn(somebody.town, somebody.provider)
    again.signs_on("katie")
    assert again.name() == "Katie Lowther"
    assert len(marks(somebody.town, event="single sign-on bound")) == 1


def test_somebody_new_on_the_staff_list_gets_an_account_without_a_password(
    somebody: SomebodySigningOn,
) -> None:
    hire(somebody.town, "nia@oakfield.example")
    somebody.provider.knows(nia={"email": "Nia@Oakfield.example", "email_verified": True})
    somebody.signs_on("nia")
    assert somebody.name() == "Nia Frost"
    user = User.objects.get(email="nia@oakfield.example")
    assert not user.has_usable_password()
    assert [one.school_id for one in Membership.objects.filter(user=user)] == [somebody.town.oakfield]
    with schools(somebody.town.oakfield):
        assert Staff.objects.get(email="nia@oakfield.example").user_id == user.pk
    again = SomebodySigningOn(somebody.town, somebody.provider)
    again.signs_on("nia")
    assert again.is_in()
    assert User.objects.filter(email="nia@oakfield.example").count() == 1


@pytest.mark.parametrize("who", ["stranger", "outsider", "leaver", "closed", "unverified", "nameless"])
def test_nobody_else_is_let_in_and_the_page_is_the_same_for_all(
    who: str, somebody: SomebodySigningOn
) -> None:
    hire(somebody.town, "leaver@oakfield.example")
    leave(somebody.town, "leaver@oakfield.example")
    User.objects.filter(email="other@oakfield.example").update(is_active=False)
    somebody.provider.knows(
        leaver={"email": "leaver@oakfield.example", "email_verified": True},
        closed={"email": "other@oakfield.example", "email_verified": True},
        unverified={"email": "teacher@oakfield.example", "email_verified": False},
        nameless={},
    )
    users = User.objects.count()
    page = somebody.signs_on(who)
    stranger = SomebodySigningOn(somebody.town, somebody.provider).signs_on("stranger")
    assert (page.status, page.body) == (403, stranger.body)
    assert not somebody.is_in()
    assert User.objects.count() == users
    assert (
        reasons(somebody.town)[0]
        == {
            "stranger": "nobody on the staff list has this address",
            "outsider": "an address outside the school’s domains",
            "leaver": "left the school",
            "closed": "their account is closed",
            "unverified": "the service vouches for no address",
            "nameless": "the service vouches for no address",
        }[who]
    )
    assert "@" not in page.body
    assert "@" not in details(somebody.town)


def test_somebody_who_leaves_is_not_let_in_again(somebody: SomebodySigningOn) -> None:
    somebody.signs_on("katie")
    leave(somebody.town, "teacher@oakfield.example")
    again = SomebodySigningOn(somebody.town, somebody.provider)
    assert again.signs_on("katie").status == 403
    assert not again.is_in()
    assert reasons(somebody.town) == ["left the school"]
    [mark] = marks(somebody.town, event="single sign-on refused")
    assert mark.about_id == somebody.town.users["teacher"]


def test_another_account_at_the_service_with_her_address_is_refused_and_marked(
    somebody: SomebodySigningOn,
) -> None:
    somebody.signs_on("katie")
    somebody.provider.knows(thief={"email": "teacher@oakfield.example", "email_verified": True})
    thief = SomebodySigningOn(somebody.town, somebody.provider)
    assert thief.signs_on("thief").status == 403
    assert not thief.is_in()
    [mark] = marks(somebody.town, event="single sign-on refused")
    assert (mark.why, mark.about_id, mark.origin) == (
        "bound to another account at the service",
        somebody.town.users["teacher"],
        "10.4.0.7",
    )


def test_once_a_head_says_the_account_was_replaced_the_new_one_is_hers(somebody: SomebodySigningOn) -> None:
    somebody.signs_on("katie")
    with schools(somebody.town.oakfield):
        release(somebody.town.viewer(HEAD), somebody.town.users["teacher"])
    somebody.provider.knows(new={"email": "teacher@oakfield.example", "email_verified": True})
    again = SomebodySigningOn(somebody.town, somebody.provider)
    again.signs_on("new")
    assert again.name() == "Katie Lowther"


def test_somebody_with_an_account_in_another_school_only_is_not_drawn_in(somebody: SomebodySigningOn) -> None:
    set_up(somebody.town, somebody.provider, domains=("oakfield.example", "riverside.example"))
    hire(somebody.town, "elsewhere@riverside.example", "Martin Webb")
    somebody.provider.knows(martin={"email": "elsewhere@riverside.example", "email_verified": True})
    assert somebody.signs_on("martin").status == 403
    assert reasons(somebody.town) == ["has an account in another school, and was not invited here"]
    assert Membership.objects.filter(user_id=somebody.town.users["elsewhere"]).count() == 1


def works_in_both(town: Town) -> None:
    """Katie teaches at Riverside too, and joined it there first."""
    with schools(town.riverside):
        person, _ = put_on_staff(
            on_the_server(town.riverside, at=NOW),
            email="kl@riverside.example",
            name="Katie Lowther",
            role="Tutor",
        )
        Staff.objects.filter(pk=person).update(user_id=town.users["teacher"])
    Membership.objects.create(user_id=town.users["teacher"], school_id=town.riverside)


def test_the_service_of_one_school_opens_that_school_alone(somebody: SomebodySigningOn) -> None:
    town = somebody.town
    works_in_both(town)
    assert town.client(TEACHER).get("/")["Location"].startswith("/schools/"), (
        "with her password she may choose"
    )
    somebody.signs_on("katie")
    body = somebody.client.get("/").content.decode()
    assert "Oakfield Primary School" in body
    assert "Riverside" not in body
    with schools(town.riverside):
        assert not Mark.objects.filter(event="signed in").exists()


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("anybody@oakfield.example", "Continue with Kestrel ID"),
        ("teacher@OAKFIELD.example", "Continue with Kestrel ID"),
        ("elsewhere@riverside.example", "Sign in with your password."),
        ("x@unknown.example", "Sign in with your password."),
    ],
)
def test_the_domain_of_an_address_says_which_school_and_nothing_of_who_is_known(
    typed: str, expected: str, somebody: SomebodySigningOn
) -> None:
    page = Page(somebody.client.post("/sign-in/school/", {"address": typed, "next": "/incidents/add/"}))
    assert page.status == 200
    assert expected in page.body
    if "password." in expected:
        assert (page.typed("login"), page.fields["next"]) == (typed, ["/incidents/add/"])
    else:
        there = f"/sign-in/school/{somebody.town.oakfield}/?{urlencode({'next': '/incidents/add/'})}"
        assert there in [href for href, _ in page.links]


@pytest.mark.parametrize("typed", ["", "katie", "a@b@c", "@oakfield.example", "katie@", "x" * 300])
def test_what_is_no_address_is_said_beside_its_field(typed: str, somebody: SomebodySigningOn) -> None:
    page = Page(somebody.client.post("/sign-in/school/", {"address": typed}))
    assert page.status == 422
    assert "email address" in page.errors["address"]
    assert page.typed("address") == typed


def test_where_one_school_alone_has_a_service_nothing_has_to_be_typed(somebody: SomebodySigningOn) -> None:
    page = Page(Client().get("/sign-in/?next=/incidents/add/"))
    [there] = [href for href, words in page.links if "school’s account" in words]
    assert there == "/sign-in/school/?next=/incidents/add/"
    answer = somebody.client.get(there)
    assert answer["Location"] == f"/sign-in/school/{somebody.town.oakfield}/?next=%2Fincidents%2Fadd%2F"


def test_where_two_schools_have_one_the_address_is_asked_for(somebody: SomebodySigningOn) -> None:
    by = somebody.town.viewer(LEAD_ELSEWHERE)
    set_up(
        somebody.town,
        somebody.provider,
        by=replace(by, powers=by.powers | {Power.SETTINGS}),
        domains=("oakfield.example", "riverside.example"),
    )
    assert Page(somebody.client.get("/sign-in/school/")).typed("address") == ""
    page = Page(somebody.client.post("/sign-in/school/", {"address": "x@oakfield.example"}))
    assert [words for _, words in page.links if "Continue" in words] == [
        "Oakfield Primary School: Continue with Kestrel ID",
        "Riverside Academy: Continue with Kestrel ID",
    ]


def test_without_any_service_the_sign_in_page_is_as_ever(town: Town) -> None:
    assert "school’s account" not in Client().get("/sign-in/").content.decode()
    assert Client().get(f"/sign-in/school/{town.oakfield}/").status_code == 404
    assert Client().get(f"/sign-in/school/{town.oakfield}/back/?code=x&state=y").status_code == 404


def test_what_goes_to_the_service_is_a_question_and_nothing_of_anybody(somebody: SomebodySigningOn) -> None:
    there = somebody.leaves(next="/incidents/add/")
    asked = asked_of(there)
    assert there.startswith(f"{somebody.provider.issuer}/authorize?")
    assert asked.keys() == {
        *("client_id", "response_type", "redirect_uri", "scope", "state", "nonce"),
        *("code_challenge", "code_challenge_method"),
    }
    assert (asked["client_id"], asked["response_type"], asked["code_challenge_method"]) == (
        CLIENT,
        "code",
        "S256",
    )
    assert asked["redirect_uri"] == f"http://testserver/sign-in/school/{somebody.town.oakfield}/back/"
    assert "prompt" not in asked
    assert asked_of(somebody.leaves(another="1"))["prompt"] == "select_account"


@pytest.mark.parametrize(
    "onward", ["https://elsewhere.example/", "//elsewhere.example", "javascript:1", "\\\\x"]
)
def test_after_signing_on_nobody_is_led_away_from_heed(onward: str, somebody: SomebodySigningOn) -> None:
    assert somebody.signs_on("katie", next=onward).answer["Location"] == "/"


def test_who_is_signed_in_already_goes_home(somebody: SomebodySigningOn) -> None:
    client = somebody.town.client(TEACHER)
    school = somebody.town.oakfield
    for address in (
        "/sign-in/school/",
        f"/sign-in/school/{school}/",
        f"/sign-in/school/{school}/back/?state=x",
    ):
        assert client.get(address)["Location"] == "/"


def test_an_administrator_alone_opens_no_door(town: Town, provider: Provider) -> None:
    set_up(town, provider, by=town.viewer(ADMINISTRATOR))
    assert Client().get(f"/sign-in/school/{town.oakfield}/").status_code == 404
    assert "school’s account" not in Client().get("/sign-in/").content.decode()


def test_bindings_lie_under_the_wall(somebody: SomebodySigningOn) -> None:
    somebody.signs_on("katie")
    with schools(somebody.town.riverside):
        assert not Binding.objects.exists()
    with schools(somebody.town.oakfield):
        assert [one.subject for one in Binding.objects.all()] == ["katie"]


def test_nobody_sends_an_account_that_signs_on_to_another_address(somebody: SomebodySigningOn) -> None:
    """It has no password, and is an account all the same: an invitation would set one for whoever gets the mail."""
    town = somebody.town
    hire(town, "nia@oakfield.example")
    somebody.provider.knows(nia={"email": "nia@oakfield.example", "email_verified": True})
    assert somebody.signs_on("nia").status == 302
    with schools(town.oakfield):
        nia = Staff.objects.get(email="nia@oakfield.example")
    administrator = town.client(ADMINISTRATOR)
    typed = {"name": "Nia Frost", "role": "Class teacher", "email": "mine@oakfield.example"}
    page = Page(administrator.post(f"/people/{nia.pk}/change/", typed))
    assert page.status == 422
    assert "signs in with this address" in page.errors["email"]
    refused = Page(administrator.post(f"/people/{nia.pk}/invite/"))
    assert refused.status == 403
    assert "has an account already" in refused.body
    assert not User.objects.get(pk=nia.user_id).has_usable_password()
