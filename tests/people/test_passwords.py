"""A password: long, not one of those guessed first, not one's own name."""

import pytest
from django.test import Client

from heed.accounts.models import User
from heed.accounts.passwords import why_not_password
from tests.cast import Town
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
)
from tests.records.behind import marks


def why(password: str) -> str | None:
    return why_not_password(password, email=NIA.email, name=NIA.name)


@pytest.mark.parametrize(
    "password",
    [
        "kingfisher in the reeds",
        "twelve chars",
        "zwölf Zeichen",
        "            two",
        "password of the heron",
        "a b c d e f g",
    ],
)
def test_length_is_enough_no_recipe_is_asked_for(password: str) -> None:
    assert why(password) is None


@pytest.mark.parametrize(
    ("password", "said"),
    [
        ("eleven char", "has 11 characters. Use at least 12"),
        ("x" * 201, "has 201 characters. Use at most 200"),
        ("passwordpassword", "Many people use this password"),
        ("PasswordPassword", "Many people use this password"),
        ("password2026", "Many"),
        ("!!qwertyqwerty!!", "Many"),
        ("aaaaaaaaaaab", "Many"),
        ("1234567890123", "Many people use this password"),
        ("niafrost nia", "too much like your name or address"),
        ("nia@oakfield.example", "too much like your name or address"),
    ],
)
def test_what_is_wrong_is_said_in_words(password: str, said: str) -> None:
    assert said in str(why(password))


def test_a_refused_password_is_said_beside_its_field_and_nothing_is_made(town: Town, clock: Clock) -> None:
    add(town)
    client, _ = opens(link_of(newest_letter(NIA.email)))
    page = begins(client, "short")
    assert page.status == 422
    assert "This password has 5 characters" in page.errors["password"]
    assert "short" not in page.body
    assert not User.objects.filter(email=NIA.email).exists()
    assert begins(client).status == 302, "the link is not used up by a try"


@pytest.mark.parametrize(
    ("password", "again", "field", "said"),
    [
        (
            PASSWORD,
            "kingfisher in the weeds",
            "again",
            "The two passwords are not the same. Type both again.",
        ),
        (PASSWORD, "", "again", "Type the password a second time."),
        ("", "", "password", "Choose a password."),
    ],
)
def test_typed_twice_alike(
    password: str, again: str, field: str, said: str, town: Town, clock: Clock
) -> None:
    add(town)
    client, _ = opens(link_of(newest_letter(NIA.email)))
    page = begins(client, password, again)
    assert page.status == 422
    assert page.errors[field] == said


def test_spaces_count_as_typed(town: Town, clock: Clock) -> None:
    with_account(town, password="  two spaces before  ")
    assert is_in(signs_in(NIA.email, "  two spaces before  "))
    assert not is_in(signs_in(NIA.email, "two spaces before"))


def change(client: Client, current: str, new: str) -> Page:
    return Page(client.post("/me/password/", {"current": current, "password": new, "again": new}))


def test_changed_it_stays_open_here_and_ends_everywhere_else(town: Town, clock: Clock) -> None:
    with_account(town)
    here, elsewhere = signs_in(NIA.email), signs_in(NIA.email)
    page = change(here, PASSWORD, "heron by the river bend")
    assert page.answer["Location"] == "/me/?password"
    assert is_in(here)
    assert not is_in(elsewhere)
    assert not is_in(signs_in(NIA.email))
    assert is_in(signs_in(NIA.email, "heron by the river bend"))
    assert marks(town, event="password changed")
    assert newest_letter(NIA.email, "password changed")


def test_it_is_not_changed_without_the_one_it_is_now(town: Town, clock: Clock) -> None:
    with_account(town)
    client = signs_in(NIA.email)
    page = change(client, "wrong one altogether", "heron by the river bend")
    assert page.status == 422
    assert page.errors == {"current": "This is not your password. Check it and try again."}
    assert is_in(signs_in(NIA.email))
