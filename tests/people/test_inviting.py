"""An invitation: by mail, once, for seven days, for the person it is for."""

from dataclasses import replace
from datetime import timedelta

import pytest
from django.test import Client

from heed.accounts.models import Letter, Membership, User
from heed.audit.models import DoorMark
from heed.people.staff import inviting
from heed.staff.models import Staff
from heed.tenancy.scope import schools
from tests.cast import ADMINISTRATOR, NOW, TEACHER, Town
from tests.incidents.clock import Clock
from tests.incidents.page import Page
from tests.people.office import (
    NIA,
    PASSWORD,
    add,
    begins,
    is_in,
    link_of,
    links_in,
    newest_letter,
    opens,
    post_leaves,
    signs_in,
    with_account,
)
from tests.post import Manner, Post
from tests.records.behind import marks

WORDS = {
    "used": "This link has been used",
    "ended": "There is a newer link",
    "too old": "This link is too old",
}
NO_LINK = "This is not a link that works"


def admin(town: Town) -> Client:
    return town.client(ADMINISTRATOR)


def test_from_the_mail_to_home(town: Town, post: Post, clock: Clock) -> None:
    add(town)
    assert post_leaves(town)
    [letter] = post.letters()
    assert letter["To"] == NIA.email
    text = letter.get_content()
    assert "Oakfield Primary School" in text
    assert "Nia" not in text
    [link] = links_in(text)
    client, page = opens(link)
    assert "Welcome, Nia Frost" in page.body
    assert link.split("/")[2] not in page.body, "the token has gone no further"
    answer = begins(client).answer
    assert answer["Location"] == "/"
    assert client.get("/").status_code == 200
    assert [mark.name for mark in marks(town, event="invitation taken up")] == ["Nia Frost"]
    assert marks(town, event="password set")
    assert [mark.name for mark in marks(town, event="signed in")] == ["Nia Frost"]
    assert is_in(signs_in(NIA.email))


def test_the_token_does_not_stay_in_the_address_and_no_page_is_told_of_it(town: Town, clock: Clock) -> None:
    add(town)
    answer = Client().get(link_of(newest_letter(NIA.email)))
    assert (answer.status_code, answer["Location"]) == (302, "/welcome/")
    assert answer["Referrer-Policy"] == "no-referrer"
    assert "no-store" in answer["Cache-Control"]


def test_opening_the_link_uses_nothing_up(town: Town, clock: Clock) -> None:
    """Scanners of mail follow links."""
    add(town)
    link = link_of(newest_letter(NIA.email))
    for _ in range(3):
        opens(link)
    client, _ = opens(link)
    assert begins(client).status == 302


def test_used_it_opens_nothing(town: Town, clock: Clock) -> None:
    with_account(town)
    _, page = opens(link_of(newest_letter(NIA.email)))
    assert page.status == 410
    assert WORDS["used"] in page.body


def test_a_page_that_stood_open_in_another_window_opens_nothing_either(town: Town, clock: Clock) -> None:
    add(town)
    link = link_of(newest_letter(NIA.email))
    first, _ = opens(link)
    second, _ = opens(link)
    assert begins(first).status == 302
    page = begins(second, "another pass phrase")
    assert page.status == 410
    assert is_in(signs_in(NIA.email)), "the first password stands"
    assert not is_in(signs_in(NIA.email, "another pass phrase"))


@pytest.mark.parametrize(("days", "good"), [(6.99, True), (7, False)])
def test_it_lasts_seven_days(days: float, good: bool, town: Town, clock: Clock) -> None:
    add(town)
    clock.later(days=days)
    _, page = opens(link_of(newest_letter(NIA.email)))
    assert (page.status == 200) is good
    assert (WORDS["too old"] in page.body) is not good
    assert bool(marks(town, event="link not good")) is not good


def test_it_does_not_outlive_its_days_on_an_open_page(town: Town, clock: Clock) -> None:
    add(town)
    clock.later(days=6, hours=23, minutes=30)
    client, _ = opens(link_of(newest_letter(NIA.email)))
    clock.later(minutes=40)
    assert begins(client).status == 410
    assert not User.objects.filter(email=NIA.email).exists()


def test_sent_again_the_one_before_works_no_more(town: Town, clock: Clock) -> None:
    staff_id = add(town)
    before = link_of(newest_letter(NIA.email))
    assert admin(town).post(f"/people/{staff_id}/invite/").status_code == 302
    _, page = opens(before)
    assert page.status == 410
    assert WORDS["ended"] in page.body
    _, page = opens(link_of(newest_letter(NIA.email)))
    assert page.status == 200
    assert len(marks(town, event="invited again")) == 1


def test_withdrawn_it_works_no_more_and_is_not_sent(town: Town, post: Post, clock: Clock) -> None:
    staff_id = add(town)
    assert admin(town).post(f"/people/{staff_id}/withdraw/").status_code == 302
    assert post_leaves(town)
    assert post.letters() == []
    assert opens(link_of(newest_letter(NIA.email)))[1].status == 410


@pytest.mark.parametrize("token", ["0" * 43, "x", "a" * 500, "%20"])
def test_a_made_up_link_is_no_link_and_is_noted(token: str, town: Town) -> None:
    _, page = opens(f"/welcome/{token}/")
    assert page.status == 404
    assert NO_LINK in page.body
    assert [mark.event for mark in DoorMark.objects.all()] == ["unknown link"]


def test_half_a_link_and_a_link_for_something_else_are_no_links(town: Town, clock: Clock) -> None:
    add(town)
    token = link_of(newest_letter(NIA.email)).split("/")[2]
    for link in (f"/welcome/{token[:-1]}/", f"/sign-in/new-password/{token}/"):
        assert opens(link)[1].status == 404


def test_without_a_link_in_hand_there_is_no_page(town: Town) -> None:
    for address in ("/welcome/", "/sign-in/new-password/"):
        page = Page(Client().get(address))
        assert page.status == 404
        assert "Open the link in your mail again" in page.body


def test_a_page_that_stood_open_past_its_session_says_to_open_the_link_again(
    town: Town, clock: Clock
) -> None:
    add(town)
    client, _ = opens(link_of(newest_letter(NIA.email)))
    clock.later(hours=2)
    page = begins(client)
    assert page.status == 404
    assert "the link still works" in page.body
    client, _ = opens(link_of(newest_letter(NIA.email)))
    assert begins(client).status == 302


def test_to_a_leaver_there_is_no_invitation(town: Town, clock: Clock) -> None:
    staff_id = add(town, invite=False)
    with schools(town.oakfield):
        Staff.objects.filter(pk=staff_id).update(left_on=NOW.date())
    page = Page(admin(town).post(f"/people/{staff_id}/invite/"))
    assert page.status == 403
    assert "Nia Frost has left. Take them on again first, then invite them." in page.body
    assert not Letter.objects.exists()


def test_whoever_left_after_being_invited_gets_in_by_no_link(town: Town, clock: Clock) -> None:
    staff_id = add(town)
    client, _ = opens(link_of(newest_letter(NIA.email)))
    with schools(town.oakfield):
        Staff.objects.filter(pk=staff_id).update(left_on=NOW.date())
    assert begins(client).status == 410
    assert not User.objects.filter(email=NIA.email).exists()


def test_to_somebody_with_an_account_there_is_none_either(town: Town, clock: Clock) -> None:
    staff_id = with_account(town)
    page = Page(admin(town).post(f"/people/{staff_id}/invite/"))
    assert page.status == 403
    assert "has an account already" in page.body


def test_to_a_used_address_somebody_here_has_it(town: Town, clock: Clock) -> None:
    page = Page(
        admin(town).post(
            "/people/add/", {"name": "Kate L", "email": "TEACHER@oakfield.example", "role": "TA"}
        )
    )
    assert page.status == 422
    assert page.errors == {"email": "Somebody here has this address already."}
    assert page.typed("name") == "Kate L"


@pytest.mark.parametrize("email", ["nia", "nia@", "nia@oakfield", "nia oakfield@x.example", ""])
def test_a_broken_address_is_said_beside_its_field_and_nothing_is_lost(email: str, town: Town) -> None:
    typed = {"name": "Nia Frost", "email": email, "role": "Class teacher", "groups": ["teacher"]}
    page = Page(admin(town).post("/people/add/", typed))
    assert page.status == 422
    assert list(page.errors) == ["email"]
    assert (page.typed("name"), page.typed("role")) == ("Nia Frost", "Class teacher")
    assert page.fields["groups"] == ["teacher"]
    with schools(town.oakfield):
        assert not Staff.objects.filter(name="Nia Frost").exists()


def test_an_address_that_is_nearly_a_colleagues_is_asked_about_once(town: Town, clock: Clock) -> None:
    typed = {"name": "Nia Frost", "email": "nia@oakfeild.example", "role": "Class teacher"}
    page = Page(admin(town).post("/people/add/", typed))
    assert page.status == 422
    assert "end in @oakfield.example, this one in @oakfeild.example" in page.errors["email"]
    answer = admin(town).post("/people/add/", {**typed, "sure": "on"})
    assert answer.status_code == 302


def test_another_address_altogether_is_not_asked_about(town: Town, clock: Clock) -> None:
    typed = {"name": "Nia Frost", "email": "nia@supply-agency.example", "role": "Supply"}
    assert admin(town).post("/people/add/", typed).status_code == 302


def test_a_typo_is_put_right_and_the_link_to_the_wrong_address_works_no_more(
    town: Town, clock: Clock
) -> None:
    staff_id = add(town)
    wrong = link_of(newest_letter(NIA.email))
    said = {"name": NIA.name, "role": NIA.role, "email": "nia.frost@oakfield.example"}
    assert admin(town).post(f"/people/{staff_id}/change/", said).status_code == 302
    assert opens(wrong)[1].status == 410
    admin(town).post(f"/people/{staff_id}/invite/")
    assert opens(link_of(newest_letter("nia.frost@oakfield.example")))[1].status == 200


def test_the_address_of_an_account_in_use_is_not_changed(town: Town, clock: Clock) -> None:
    staff_id = with_account(town)
    said = {"name": NIA.name, "role": NIA.role, "email": "mine@oakfield.example"}
    page = Page(admin(town).post(f"/people/{staff_id}/change/", said))
    assert page.status == 422
    assert page.errors == {"email": "Nia Frost signs in with this address. It cannot be changed here."}


def test_an_administrator_does_not_send_a_leaders_account_to_another_address(town: Town) -> None:
    """Whoever gets the mail gets the account, and with it what the leader may read."""
    user = User.objects.get(pk=town.users["lead_by_password"])
    user.set_unusable_password()
    user.save()
    said = {"name": "Omar Said", "role": "Deputy DSL", "email": "mine@oakfield.example"}
    page = Page(admin(town).post(f"/people/{town.staff['lead_by_password']}/change/", said))
    assert page.status == 422
    assert "Only a head or DSL can change the address" in page.errors["email"]


@pytest.mark.parametrize("group", ["head", "dsl", "deputy", "slt", "senco", "admin", "assistant_head"])
def test_leaders_groups_are_not_given_here(group: str, town: Town) -> None:
    typed = {"name": "Nia Frost", "email": NIA.email, "role": "DSL", "groups": [group]}
    page = Page(admin(town).post("/people/add/", typed))
    assert page.status == 422
    assert "Choose groups from the list." in page.body
    with schools(town.oakfield):
        assert not Staff.objects.filter(email=NIA.email).exists()


def test_everybody_without_an_account_is_invited_with_one_press(town: Town, clock: Clock) -> None:
    add(town, invite=False)
    add(town, replace(NIA, email="ada@oakfield.example", name="Ada Reed"))
    clock.later(days=8)
    add(town, replace(NIA, email="bo@oakfield.example", name="Bo Lee"))
    page = Page(admin(town).get("/people/invite/"))
    assert "Invite 2 people" in page.body, "who was never invited, and whose link is too old; not who has one"
    assert "Bo Lee" not in page.body
    assert admin(town).post("/people/invite/").status_code == 302
    assert Letter.objects.count() == 4
    assert admin(town).post("/people/invite/").status_code == 302
    assert Letter.objects.count() == 4, "pressed twice, each has one"


def test_a_mail_that_no_server_takes_is_shown(town: Town, post: Post, clock: Clock) -> None:
    post.manner = Manner.NEVER
    staff_id = add(town)
    assert post_leaves(town)
    page = Page(admin(town).get(f"/people/{staff_id}/"))
    assert "Mail not delivered" in page.body
    assert "check it" in page.body


def test_two_who_take_one_invitation_up_at_once_make_one_account(town: Town, clock: Clock) -> None:
    add(town)
    letter = newest_letter(NIA.email)
    first = inviting.take_up(letter, password=PASSWORD, signed_in=None, now=NOW, origin="")
    assert first is not None
    assert User.objects.filter(email=NIA.email).count() == 1
    assert Membership.objects.filter(user=first).count() == 1


def test_a_person_of_another_school_is_missing(town: Town) -> None:
    there = town.staff["teacher_elsewhere"]
    for address in (f"/people/{there}/", f"/people/{there}/leave/", f"/people/{there}/change/"):
        assert admin(town).get(address).status_code == 404
    assert admin(town).post(f"/people/{there}/invite/").status_code == 404


def test_who_may_not_look_after_accounts_is_told_so(town: Town) -> None:
    page = Page(town.client(TEACHER, elevated=True).get("/people/"))
    assert page.status == 403
    assert "add staff, invite them and end their access" in page.body


def test_an_invitation_ends_seven_days_later(town: Town, clock: Clock) -> None:
    add(town)
    letter = newest_letter(NIA.email)
    assert letter.ends_at == letter.made_at + timedelta(days=7)
