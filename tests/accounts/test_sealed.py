"""Second factors are sealed, so that a copy of the database alone opens no account."""

from typing import Any

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import generate_totp_secret
from cryptography.fernet import InvalidToken
from django.db import connection

from heed.accounts.actions import make_account
from heed.accounts.sealed import seal, unseal
from heed.tenancy.scope import schools
from heed.who.viewer import on_the_server
from tests.cast import NOW, Town
from tests.records.behind import marks


def test_what_was_sealed_is_opened_again_and_looks_different_each_time() -> None:
    assert unseal(seal("JBSWY3DP")) == "JBSWY3DP"
    assert seal("JBSWY3DP") != seal("JBSWY3DP")


def test_another_installation_cannot_open_it(settings: Any) -> None:
    sealed = seal("JBSWY3DP")
    settings.SECRET_KEY = "another"
    with pytest.raises(InvalidToken):
        unseal(sealed)


def test_what_was_changed_does_not_open() -> None:
    sealed = seal("JBSWY3DP")
    with pytest.raises(InvalidToken):
        unseal(f"{sealed[:20]}{'A' if sealed[20] != 'A' else 'B'}{sealed[21:]}")


def test_the_secret_is_nowhere_to_be_read_in_the_row(town: Town) -> None:
    secret = generate_totp_secret()
    with schools(town.oakfield):
        user_id = make_account(
            on_the_server(town.oakfield, at=NOW),
            email="new@oakfield.example",
            name="Nia Frost",
            password="kingfisher-in-the-reeds",
            second_factor=secret,
            demo=False,
        )
    with connection.cursor() as cursor:
        cursor.execute("select row_to_json(a)::text from mfa_authenticator a where user_id = %s", [user_id])
        [(row,)] = cursor.fetchall()
        cursor.execute("select row_to_json(u)::text from accounts_user u where id = %s", [user_id])
        [(user,)] = cursor.fetchall()
    assert secret not in row
    assert secret.lower() not in row.lower()
    assert "kingfisher" not in user
    assert unseal(Authenticator.objects.get(user_id=user_id).data["secret"]) == secret


def test_making_an_account_leaves_a_mark_without_address_or_secret(town: Town) -> None:
    before = {mark.pk for mark in marks(town, event="account made")}
    with schools(town.oakfield):
        make_account(
            on_the_server(town.oakfield, at=NOW),
            email="new@oakfield.example",
            name="Nia Frost",
            password=None,
            second_factor=None,
            demo=False,
        )
    [mark] = [one for one in marks(town, event="account made") if one.pk not in before]
    assert (mark.role, mark.about_id) == ("operator", town.oakfield)
