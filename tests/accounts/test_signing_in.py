"""Signing in with a password, and with a code where there is a second factor."""

import time
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

import pytest
from allauth.mfa.totp.internal.auth import format_hotp_value, generate_totp_secret, hotp_value
from django.db import connection
from django.test import Client

from heed.access.actions import set_up_groups
from heed.accounts.actions import make_account
from heed.accounts.models import User
from heed.accounts.queries import demo_users_exist, schools_of
from heed.audit.models import DoorMark
from heed.staff.actions import give_account, put_on_staff
from heed.tenancy.scope import schools
from heed.who.groups import Group
from heed.who.viewer import on_the_server
from tests.cast import NOW, Town
from tests.incidents.page import Page
from tests.records.behind import details, marks

PASSWORD = "kingfisher-in-the-reeds"
EMAIL = "nia@oakfield.example"


@dataclass
class Newcomer:
    """Nia Frost, new to the school, with an account of her own."""

    town: Town
    secret: str | None
    client: Client

    def types(self, password: str = PASSWORD, email: str = EMAIL, **more: str) -> Page:
        return Page(self.client.post("/sign-in/", {"login": email, "password": password, **more}))

    def types_code(self, code: str) -> Page:
        return Page(self.client.post("/sign-in/code/", {"code": code}))

    def code(self, steps: int = 0) -> str:
        assert self.secret
        return str(format_hotp_value(hotp_value(self.secret, int(time.time()) // 30 + steps)))

    def is_in(self) -> bool:
        return self.client.get("/").status_code == 200


def newcomer(town: Town, *, second_factor: bool, demo: bool = False) -> Newcomer:
    secret = generate_totp_secret() if second_factor else None
    with schools(town.oakfield):
        by = on_the_server(town.oakfield, at=NOW)
        staff_id, _ = put_on_staff(by, email=EMAIL, name="Nia Frost", role="Deputy DSL")
        set_up_groups(by, staff_id, [Group.DEPUTY], why="New here")
        user_id = make_account(
            by, email=EMAIL, name="Nia Frost", password=PASSWORD, second_factor=secret, demo=demo
        )
        give_account(by, staff_id, user_id)
    return Newcomer(town, secret, Client(REMOTE_ADDR="10.4.0.7"))


@pytest.fixture
def nia(town: Town) -> Newcomer:
    return newcomer(town, second_factor=False)


@pytest.fixture
def nia_with_code(town: Town) -> Newcomer:
    return newcomer(town, second_factor=True)


def door(town: Town) -> list[tuple[str, object, str]]:
    return list(DoorMark.objects.order_by("id").values_list("event", "user_id", "origin"))


def whole_database() -> str:
    """Every row of the tables that are written to before anybody is known."""
    with connection.cursor() as cursor:
        cursor.execute("select coalesce(string_agg(row_to_json(d)::text, ' '), '') from audit_doormark d")
        return str(cursor.fetchone()[0])


@pytest.mark.parametrize("email", [EMAIL, "NIA@Oakfield.example", f" {EMAIL} "])
def test_with_the_password_alone_nia_is_in_but_not_elevated(email: str, nia: Newcomer) -> None:
    page = nia.types(email=email)
    assert (page.status, page.answer["Location"]) == (302, "/")
    assert nia.is_in()
    assert nia.client.get("/children/").status_code == 403
    assert [mark.name for mark in marks(nia.town, event="signed in")] == ["Nia Frost"]
    assert door(nia.town) == []


def test_with_password_and_code_nia_is_in_and_elevated(nia_with_code: Newcomer) -> None:
    page = nia_with_code.types()
    assert page.answer["Location"] == "/sign-in/code/"
    assert not nia_with_code.is_in(), "not before the code"
    code = nia_with_code.code()
    assert nia_with_code.types_code(f"{code[:3]} {code[3:]}").answer["Location"] == "/"
    assert nia_with_code.is_in()
    assert nia_with_code.client.get("/children/").status_code == 200


def test_after_signing_in_one_is_where_one_wanted_to_be(nia_with_code: Newcomer) -> None:
    nia_with_code.client.post(
        "/sign-in/?" + urlencode({"next": "/incidents/add/"}),
        {"login": EMAIL, "password": PASSWORD, "next": "/incidents/add/"},
    )
    assert nia_with_code.types_code(nia_with_code.code()).answer["Location"] == "/incidents/add/"


def test_after_signing_in_nobody_is_led_away_from_heed(nia: Newcomer) -> None:
    assert nia.types(next="https://elsewhere.example/").answer["Location"] == "/"


@pytest.mark.parametrize(
    ("email", "password"),
    [(EMAIL, "wrong"), ("nobody@oakfield.example", PASSWORD), ("nobody@oakfield.example", "wrong")],
)
def test_a_wrong_address_and_a_wrong_password_are_one_answer_and_the_address_is_not_kept(
    email: str, password: str, nia: Newcomer
) -> None:
    page = nia.types(password, email)
    assert page.status == 200
    assert "This address and password do not belong together. Check both and try again." in page.body
    assert not nia.is_in()
    nia_herself = User.objects.filter(email=email).values_list("pk", flat=True).first()
    assert door(nia.town) == [("wrong password", nia_herself, "10.4.0.7")]
    for kept in (whole_database(), details(nia.town)):
        assert "@oakfield" not in kept


@pytest.mark.parametrize("wrong", ["000000", "12345", "abcdef", ""])
def test_a_wrong_code_is_said_and_leaves_a_mark(wrong: str, nia_with_code: Newcomer) -> None:
    nia_with_code.types()
    page = nia_with_code.types_code(wrong)
    assert page.status == 200
    assert "code" in page.errors
    assert not nia_with_code.is_in()
    user = User.objects.get(email=EMAIL)
    expected = [("wrong code", user.pk, "10.4.0.7")] if wrong else []
    assert door(nia_with_code.town) == expected
    assert "@" not in whole_database()
    assert nia_with_code.types_code(nia_with_code.code()).answer["Location"] == "/"


def test_a_code_works_once(nia_with_code: Newcomer) -> None:
    code = nia_with_code.code()
    nia_with_code.types()
    assert nia_with_code.types_code(code).answer["Location"] == "/"
    again = Newcomer(nia_with_code.town, nia_with_code.secret, Client())
    again.types()
    page = again.types_code(code)
    assert "has been used already" in page.errors["code"]
    assert not again.is_in()


def test_an_old_code_does_not_work(nia_with_code: Newcomer) -> None:
    nia_with_code.types()
    assert "code" in nia_with_code.types_code(nia_with_code.code(steps=-10)).errors


def test_the_page_for_the_code_is_not_there_before_the_password(nia_with_code: Newcomer) -> None:
    assert nia_with_code.types_code(nia_with_code.code()).answer["Location"].startswith("/sign-in/")
    assert not nia_with_code.is_in()


@pytest.mark.parametrize(
    ("typed", "field", "said"),
    [
        ({"email": ""}, "login", "Enter your school email address."),
        ({"email": "nia"}, "login", "This is not an email address. It looks like name@school.sch.uk."),
        ({"password": ""}, "password", "Enter your password."),
    ],
)
def test_what_is_missing_is_said_beside_its_field(
    typed: dict[str, str], field: str, said: str, nia: Newcomer
) -> None:
    page = nia.types(**typed)
    assert page.errors == {field: said}
    assert page.typed("login") == typed.get("email", EMAIL)
    assert PASSWORD not in page.body


def test_an_account_without_a_password_cannot_be_entered(town: Town) -> None:
    with schools(town.oakfield):
        make_account(
            on_the_server(town.oakfield, at=NOW),
            email=EMAIL,
            name="Nia Frost",
            password=None,
            second_factor=None,
            demo=False,
        )
    stranger = Newcomer(town, None, Client())
    for guess in ("None", "!", "x"):
        assert stranger.types(guess).status == 200
    assert not stranger.is_in()


def test_signing_out_ends_the_session_and_leaves_a_mark(nia: Newcomer) -> None:
    nia.types()
    assert nia.client.get("/sign-out/").status_code == 200, "an address alone signs nobody out"
    assert nia.is_in()
    assert nia.client.post("/sign-out/")["Location"] == "/sign-in/"
    assert not nia.is_in()
    assert [mark.name for mark in marks(nia.town, event="signed out")] == ["Nia Frost"]


@pytest.mark.parametrize("address", ["/sign-up/", "/sign-in/again/", "/sign-in/inactive/"])
def test_nobody_signs_up_and_what_is_not_in_use_is_not_there(address: str, town: Town) -> None:
    assert Client().get(address).status_code == 404
    assert Client().post(address, {"email": EMAIL, "password1": PASSWORD}).status_code == 404


def test_a_demo_account_signs_in_where_this_is_the_demo(town: Town, settings: Any) -> None:
    settings.DEMO = True
    nia = newcomer(town, second_factor=False, demo=True)
    nia.types()
    assert nia.is_in()
    assert demo_users_exist()


def test_a_demo_account_is_refused_elsewhere_as_if_the_password_were_wrong(town: Town, settings: Any) -> None:
    settings.DEMO = False
    nia = newcomer(town, second_factor=False, demo=True)
    page = nia.types()
    assert not nia.is_in()
    assert "This address and password do not belong together." in page.body
    assert [event for event, _, _ in door(town)] == ["wrong password"]
    assert marks(town, event="signed in") == []


def test_a_closed_account_is_refused_as_if_the_password_were_wrong(nia: Newcomer) -> None:
    User.objects.filter(email=EMAIL).update(is_active=False)
    page = nia.types()
    assert not nia.is_in()
    assert "This address and password do not belong together." in page.body
    assert [event for event, _, _ in door(nia.town)] == ["wrong password"]


def test_a_session_of_a_demo_account_ends_when_the_demo_does(town: Town, settings: Any) -> None:
    settings.DEMO = True
    nia = newcomer(town, second_factor=False, demo=True)
    nia.types()
    assert nia.is_in()
    settings.DEMO = False
    assert not nia.is_in()


def test_a_demo_account_half_way_in_stays_outside_when_the_demo_ends(town: Town, settings: Any) -> None:
    settings.DEMO = True
    nia = newcomer(town, second_factor=True, demo=True)
    nia.types()
    settings.DEMO = False
    nia.types_code(nia.code())
    assert not nia.is_in()


def test_a_user_has_no_powers_of_djangos_and_no_address_in_a_log(nia: Newcomer) -> None:
    user = User.objects.get_by_natural_key(EMAIL.upper())
    assert not user.has_perm("pupils.view_pupil")
    assert str(user) == f"user {user.pk}"
    [entry] = schools_of(user.pk)
    assert (entry.school_id, entry.school) == (nia.town.oakfield, "Oakfield Primary School")
