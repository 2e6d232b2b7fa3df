"""What the tests about staff do again and again: invite, let the mail leave, open its link."""

import re
from typing import Any
from uuid import UUID

from django.test import Client
from django.utils import timezone

from heed.access.actions import set_up_groups
from heed.accounts.models import Letter, Membership, User
from heed.accounts.tasks import StillDue, answer_askings, send_letters
from heed.accounts.tokens import token_of
from heed.people.staff.inviting import Newcomer, add_person
from heed.staff.actions import give_account, put_on_staff
from heed.tenancy.scope import schools
from heed.who.groups import Group
from heed.who.viewer import on_the_server
from tests.cast import ADMINISTRATOR, NOW, Town
from tests.incidents.page import Page

PASSWORD = "kingfisher in the reeds"
NIA = Newcomer(
    email="nia@oakfield.example",
    name="Nia Frost",
    role="Class teacher",
    groups=frozenset({Group.TEACHER}),
)


def add(town: Town, new: Newcomer = NIA, *, invite: bool = True) -> UUID:
    """Ian Cole adds somebody."""
    with schools(town.oakfield):
        return add_person(town.viewer(ADMINISTRATOR, at=timezone.now()), new, invite=invite)


def post_leaves(town: Town) -> bool:
    """The worker's round. Whether everything has left."""
    try:
        send_letters(school_id=str(town.oakfield))
    except StillDue:
        return False
    return True


def door_is_answered() -> None:
    """The worker's round for those who forgot their password."""
    answer_askings()


def link_of(letter: Letter | None) -> str:
    """The address in a letter, as it stands in the mail."""
    assert letter is not None
    page = "welcome" if letter.kind == "invitation" else "sign-in/new-password"
    return f"/{page}/{token_of(letter.pk)}/"


def newest_letter(email: str, kind: str = "invitation") -> Letter:
    found = Letter.objects.filter(email=email, kind=kind).order_by("-id").first()
    assert found is not None
    return found


def links_in(text: str) -> list[str]:
    """The addresses of the service in a message, without the service."""
    return re.findall(r"https://heed\.example(/(?:welcome|sign-in/new-password)/\S+)", text)


def opens(link: str, client: Client | None = None) -> tuple[Client, Page]:
    """Open a link of a mail in a browser, and go where it leads."""
    client = client or Client(REMOTE_ADDR="10.4.0.7")
    return client, Page(client.get(link, follow=True))  # type: ignore[arg-type]


def begins(client: Client, password: str = PASSWORD, again: str | None = None) -> Page:
    """Choose a password on the page of an invitation."""
    said = {"password": password, "again": password if again is None else again}
    return Page(client.post("/welcome/", said))


def signs_in(email: str, password: str = PASSWORD, client: Client | None = None, **headers: Any) -> Client:
    client = client or Client(REMOTE_ADDR="10.4.0.7", **headers)
    client.post("/sign-in/", {"login": email, "password": password})
    return client


def is_in(client: Client) -> bool:
    return client.get("/me/").status_code == 200


def with_account(town: Town, new: Newcomer = NIA, password: str = PASSWORD) -> UUID:
    """Somebody who has taken their invitation up. Returns the member of staff."""
    staff_id = add(town, new)
    client, _ = opens(link_of(newest_letter(new.email)))
    assert begins(client, password).status == 302
    return staff_id


def works_in_both(town: Town, email: str = "nia@oakfield.example") -> User:
    """Nia works at Riverside as well, with the same account."""
    user = User.objects.get(email=email)
    with schools(town.riverside):
        by = on_the_server(town.riverside, at=NOW)
        staff_id, _ = put_on_staff(by, email=email, name="Nia Frost", role="Visiting teacher")
        set_up_groups(by, staff_id, [Group.TEACHER], why="Test")
        give_account(by, staff_id, user.pk)
    Membership.objects.create(user=user, school_id=town.riverside)
    return user
