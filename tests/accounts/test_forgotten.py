"""A forgotten password. Nobody learns at the door who has an account."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.core.cache import cache
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from procrastinate.contrib.django.models import ProcrastinateJob

from heed.accounts.models import Asking, Letter, User
from heed.config import settings as service
from heed.people.staff import inviting
from heed.staff.models import Staff
from heed.tenancy.scope import schools
from tests.accounts.test_signing_in import EMAIL, PASSWORD, newcomer
from tests.cast import ADMINISTRATOR, NOW, Town
from tests.incidents.clock import Clock
from tests.incidents.page import Page
from tests.people.office import (
    NIA,
    add,
    begins,
    door_is_answered,
    is_in,
    link_of,
    links_in,
    newest_letter,
    opens,
    post_leaves,
    signs_in,
    with_account,
)
from tests.post import Post, post
from tests.records.behind import details, marks

__all__ = ["post"]

NEW = "heron by the river bend"


def asks(email: str = EMAIL, at: str = "10.4.0.7") -> Page:
    return Page(Client(REMOTE_ADDR=at).post("/sign-in/forgotten/", {"email": email}))


def chooses(client: Client, password: str = NEW) -> Page:
    return Page(client.post("/sign-in/new-password/", {"password": password, "again": password}))


def letters_to(email: str) -> list[str]:
    return list(Letter.objects.filter(email=email).order_by("id").values_list("kind", flat=True))


@pytest.fixture
def nia(town: Town, clock: Clock) -> Any:
    return newcomer(town, second_factor=False)


def test_from_asking_to_a_new_password(nia: Any, town: Town, post: Post) -> None:
    before = nia.types() and nia.client
    assert "Look at your email" in asks().body
    door_is_answered()
    post_leaves(town)
    [letter] = [one for one in post.letters() if "new password" in one["Subject"].lower()]
    [link] = links_in(letter.get_content())
    client, page = opens(link)
    assert "Choose a new password" in page.body
    answer = chooses(client).answer
    assert answer["Location"] == "/sign-in/?new-password"
    assert not is_in(client), "signing in comes after it"
    assert is_in(signs_in(EMAIL, NEW))
    assert not is_in(signs_in(EMAIL, PASSWORD))
    assert not is_in(before), "every session from before is over"
    assert [mark.name for mark in marks(town, event="password changed")] == ["Nia Frost"]
    post_leaves(town)
    assert "Your password for Heed was changed" in {one["Subject"] for one in post.letters()}


def test_the_second_step_is_asked_for_all_the_same(town: Town, clock: Clock) -> None:
    nia = newcomer(town, second_factor=True)
    asks()
    door_is_answered()
    client, _ = opens(link_of(newest_letter(EMAIL, "new password")))
    chooses(client)
    page = nia.types(NEW)
    assert page.answer["Location"] == "/sign-in/code/"


def shape_of(email: str) -> tuple[int, bytes, list[str]]:
    """Status, page and statements of asking for an address, without what differs anyhow."""
    with CaptureQueriesContext(
        connection,
    ) as seen:
        answer = Client(REMOTE_ADDR="10.4.0.7").post("/sign-in/forgotten/", {"email": email})
    statements = [re.sub(r"'[^']*'|[0-9]+", "?", one["sql"]) for one in seen]
    return answer.status_code, answer.content, statements


def test_known_and_unknown_are_the_same_page_and_the_same_statements(nia: Any) -> None:
    assert shape_of(EMAIL) == shape_of("nobody@oakfield.example")


@pytest.mark.parametrize("email", ["nobody@oakfield.example", "someone@elsewhere.example"])
def test_to_an_address_nobody_has_nothing_is_sent_and_it_is_not_kept(email: str, town: Town) -> None:
    asks(email)
    assert Asking.objects.count() == 1
    door_is_answered()
    assert Asking.objects.count() == 0
    assert not Letter.objects.exists()
    assert email not in details(town)


def test_the_queue_holds_nothing_of_whoever_asked(nia: Any) -> None:
    asks()
    for job in ProcrastinateJob.objects.filter(task_name="accounts.answer_askings"):
        assert job.args == {}


def test_an_address_in_capitals_is_the_same_address(nia: Any) -> None:
    asks(f" {EMAIL.upper()} ")
    door_is_answered()
    assert letters_to(EMAIL) == ["new password"]


@pytest.mark.parametrize(("minutes", "good"), [(59, True), (60, False)])
def test_the_link_lasts_an_hour(minutes: int, good: bool, nia: Any, clock: Clock) -> None:
    asks()
    door_is_answered()
    clock.later(minutes=minutes)
    _, page = opens(link_of(newest_letter(EMAIL, "new password")))
    assert (page.status == 200) is good


def test_it_works_once_and_ends_the_others(nia: Any) -> None:
    for _ in range(2):
        asks()
        door_is_answered()
    first, second = (link_of(one) for one in Letter.objects.filter(kind="new password").order_by("id"))
    client, _ = opens(second)
    assert chooses(client).status == 302
    assert opens(second)[1].status == 410
    assert opens(first)[1].status == 410


def test_somebody_who_keeps_on_asking_takes_nobodys_link_away_and_fills_no_inbox(nia: Any) -> None:
    asks()
    door_is_answered()
    own = link_of(newest_letter(EMAIL, "new password"))
    for number in range(20):
        asks(at=f"203.0.113.{number}")
    door_is_answered()
    assert letters_to(EMAIL).count("new password") == 4
    client, page = opens(own)
    assert page.status == 200
    assert chooses(client).status == 302


def test_asked_on_the_first_visit_the_invitation_comes_again(town: Town, post: Post, clock: Clock) -> None:
    add(town)
    post_leaves(town)
    clock.later(days=2)
    asks(NIA.email)
    door_is_answered()
    post_leaves(town)
    first, second = post.letters()
    assert links_in(first.get_content()) == links_in(second.get_content()), "the same link, while it is good"
    assert first["Message-ID"] != second["Message-ID"]
    client, _ = opens(links_in(second.get_content())[0])
    assert begins(client).status == 302


def test_when_it_is_too_old_a_new_one_comes(town: Town, clock: Clock) -> None:
    add(town)
    clock.later(days=9)
    asks(NIA.email)
    door_is_answered()
    assert letters_to(NIA.email) == ["invitation", "invitation"]
    assert opens(link_of(newest_letter(NIA.email)))[1].status == 200


def test_it_is_not_sent_over_and_over(town: Town, post: Post, clock: Clock) -> None:
    add(town)
    post_leaves(town)
    for _ in range(5):
        asks(NIA.email)
    door_is_answered()
    post_leaves(town)
    assert len(post.letters()) == 1, "within five minutes of the last"


def test_a_withdrawn_invitation_stays_withdrawn(town: Town, clock: Clock) -> None:
    staff_id = add(town)
    town.client(ADMINISTRATOR).post(f"/people/{staff_id}/withdraw/")
    clock.later(days=1)
    asks(NIA.email)
    door_is_answered()
    assert letters_to(NIA.email) == ["invitation"]


def test_a_leaver_gets_nothing(town: Town, clock: Clock) -> None:
    staff_id = with_account(town)
    answer = town.client(ADMINISTRATOR).post(f"/people/{staff_id}/leave/", {"when": "now"})
    assert answer.status_code == 302
    before = letters_to(NIA.email)
    asks(NIA.email)
    door_is_answered()
    assert letters_to(NIA.email) == before


def test_a_link_that_a_leaver_still_has_changes_nothing(nia: Any, town: Town) -> None:
    asks()
    door_is_answered()
    client, _ = opens(link_of(newest_letter(EMAIL, "new password")))
    User.objects.filter(email=EMAIL).update(is_active=False)
    assert chooses(client).status == 404


@pytest.mark.parametrize(
    ("email", "said"),
    [
        ("", "Enter your school email address."),
        ("nia", "This is not an email address."),
        ("x" * 300 + "@a.example", "This is not"),
    ],
)
def test_what_is_wrong_is_said_beside_the_field(email: str, said: str, town: Town) -> None:
    page = asks(email)
    assert page.status == 422
    assert said in page.errors["email"]
    assert not Asking.objects.exists()


def test_too_short_a_password_does_not_use_the_link_up(nia: Any) -> None:
    asks()
    door_is_answered()
    client, _ = opens(link_of(newest_letter(EMAIL, "new password")))
    assert chooses(client, "short").status == 422
    assert chooses(client).status == 302


def test_limits_hold_for_an_address_and_for_a_place(nia: Any, settings: Any) -> None:
    settings.ACCOUNT_RATE_LIMITS = service.ACCOUNT_RATE_LIMITS
    cache.clear()
    for email in (EMAIL, "nobody@oakfield.example"):
        for _ in range(5):
            assert "Look at your email" in asks(email).body
        page = asks(email)
        assert page.status == 422
        assert "You have asked several times already" in page.errors["email"]
    assert "Look at your email" in asks(at="10.9.0.1").body, "a stranger elsewhere keeps nobody from asking"


def test_one_place_does_not_ask_for_everybody(town: Town, clock: Clock, settings: Any) -> None:
    settings.ACCOUNT_RATE_LIMITS = service.ACCOUNT_RATE_LIMITS
    cache.clear()
    pages = [asks(f"person{number}@oakfield.example") for number in range(61)]
    assert [page.status for page in pages] == [200] * 60 + [422]


def test_somebody_who_left_but_works_elsewhere_keeps_their_account(town: Town, clock: Clock) -> None:
    """Invited, gone before it was taken up: the invitation is not sent again either."""
    staff_id = add(town)
    with schools(town.oakfield):
        Staff.objects.filter(pk=staff_id).update(left_on=NOW.date() - timedelta(days=1))
    letter = newest_letter(NIA.email)
    assert inviting.invited_by(letter, now=NOW) is None
