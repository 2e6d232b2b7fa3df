"""Letters about accounts: each leaves once, and the token in a link stands nowhere."""

import logging
from datetime import timedelta

import pytest
from django.db import connection
from procrastinate.contrib.django.models import ProcrastinateJob

from heed.accounts import letters
from heed.accounts.models import Letter
from heed.accounts.tasks import find_left_behind
from heed.accounts.tokens import LENGTH, digest_of, token_of
from heed.jobs.letters import Answer, Mail
from heed.tenancy.keys import uuid7
from heed.tenancy.scope import schools
from heed.who.viewer import on_the_server
from tests.cast import NOW, Town
from tests.incidents.clock import Clock
from tests.people.office import NIA, add, link_of, links_in, newest_letter, opens, post_leaves, with_account
from tests.post import Manner, Post, post
from tests.records.behind import details, marks

__all__ = ["post"]


@pytest.fixture(autouse=True)
def _clock(clock: Clock) -> None:
    """Half past ten."""


def mail() -> str:
    return newest_letter(NIA.email).mail


def test_it_leaves_once(town: Town, post: Post) -> None:
    add(town)
    for _ in range(3):
        assert post_leaves(town)
    assert post.taken == [NIA.email]
    assert mail() == Mail.SENT
    assert len(marks(town, event="mail sent")) == 1


@pytest.mark.parametrize(
    ("manner", "after", "content"),
    [
        (Manner.NOT_NOW, Mail.DUE, False),
        (Manner.NEVER, Mail.REFUSED, True),
        (Manner.NEVER_THIS, Mail.REFUSED, True),
        (Manner.DROPS, Mail.DUE, False),
        (Manner.DROPS_BEFORE, Mail.DUE, False),
    ],
)
def test_what_the_server_says_is_noted(
    manner: Manner, after: Mail, content: bool, town: Town, post: Post
) -> None:
    post.manner = manner
    add(town)
    assert post_leaves(town) is content
    assert mail() == after
    post.manner = Manner.TAKES
    post_leaves(town)
    assert mail() == (Mail.SENT if after is Mail.DUE else after)


def test_every_try_has_one_message_id_that_does_not_give_the_letter_away(town: Town, post: Post) -> None:
    post.manner = Manner.NEVER_THIS
    add(town)
    post_leaves(town)
    post.manner = Manner.TAKES
    Letter.objects.update(mail=Mail.DUE)
    post_leaves(town)
    first, second = post.letters()
    assert first["Message-ID"] == second["Message-ID"]
    letter = newest_letter(NIA.email)
    for raw in (str(letter.pk), letter.pk.hex):
        assert raw not in first.as_string()


def test_a_dead_workers_letter_leaves_again_and_is_marked_as_doubtful(
    town: Town, post: Post, clock: Clock
) -> None:
    add(town)
    with schools(town.oakfield):
        by = on_the_server(town.oakfield, at=NOW)
        assert letters.send_off(by, newest_letter(NIA.email).pk) is not None
        assert letters.send_off(by, newest_letter(NIA.email).pk) is None, "another has it in hand"
    assert not post_leaves(town)
    clock.later(minutes=5)
    assert post_leaves(town)
    assert post.taken == [NIA.email]
    assert marks(town, event="mail may arrive twice")


def test_a_late_answer_does_not_step_on_a_newer_try(town: Town, clock: Clock) -> None:
    add(town)
    with schools(town.oakfield):
        slow = letters.send_off(on_the_server(town.oakfield, at=NOW), newest_letter(NIA.email).pk)
        later = on_the_server(town.oakfield, at=NOW + timedelta(minutes=5))
        assert letters.send_off(later, newest_letter(NIA.email).pk) is not None
        assert slow is not None
        letters.note_answer(later, slow, Answer.NEVER)
    assert mail() == Mail.LEAVING


def test_one_left_behind_is_asked_for_again(town: Town, post: Post, clock: Clock) -> None:
    add(town)
    ProcrastinateJob.objects.filter(task_name="accounts.send_letters").update(status="failed")
    find_left_behind(0)
    waiting = ProcrastinateJob.objects.filter(task_name="accounts.send_letters", status="todo")
    assert waiting.count() == 0, "not at once"
    clock.later(minutes=4)
    find_left_behind(0)
    assert waiting.count() == 1


def test_without_a_mail_server_it_stays_due(town: Town) -> None:
    add(town)
    assert post_leaves(town)
    assert mail() == Mail.DUE


def test_a_link_that_is_over_before_it_could_be_sent_is_not_sent(
    town: Town, post: Post, clock: Clock
) -> None:
    add(town)
    clock.later(days=8)
    assert post_leaves(town)
    assert post.taken == []
    assert mail() == Mail.NOT_NEEDED


def test_the_token_is_in_no_table_no_queue_and_no_log(
    town: Town, post: Post, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    add(town)
    post_leaves(town)
    [link] = links_in(post.letters()[0].get_content())
    opens(link)
    token = link.split("/")[2]
    assert len(token) == LENGTH
    ours = [
        one for one in caplog.records if not one.name.startswith("mail.log")
    ]  # the test's own mail server
    assert token not in "\n".join(one.getMessage() for one in ours)
    with schools(town.oakfield), connection.cursor() as cursor:
        cursor.execute("select tablename from pg_tables where schemaname = 'public'")
        for (table,) in cursor.fetchall():
            cursor.execute(f'select coalesce(string_agg(t::text, chr(10)), chr(32)) from "{table}" t')
            assert token not in cursor.fetchone()[0], table
    assert token not in details(town)


def test_tokens_are_all_different_and_their_digests_too() -> None:
    made = {token_of(uuid7()) for _ in range(200)}
    assert len(made) == len({digest_of(one) for one in made}) == 200


def test_another_secret_key_makes_other_tokens(settings: object) -> None:
    letter = uuid7()
    before = token_of(letter)
    settings.SECRET_KEY = "another one altogether"  # type: ignore[attr-defined]
    assert token_of(letter) != before


def test_no_letter_says_a_name_or_anything_of_a_child(town: Town, post: Post) -> None:
    with_account(town)
    Letter.objects.update(mail=Mail.DUE, used_at=None)
    for kind in ("password changed", "new device", "new password"):
        with schools(town.oakfield):
            by = on_the_server(town.oakfield, at=NOW)
            user = newest_letter(NIA.email).user_id
            letters.write(by, letters.LetterKind(kind), email=NIA.email, user_id=user)
    post_leaves(town)
    assert len(post.letters()) == 4
    for letter in post.letters():
        text = letter.as_string()
        for word in ("Frost", "Maisie", "Ian Cole", "Class teacher"):
            assert word not in text
        assert letter["Auto-Submitted"] == "auto-generated"


def test_the_link_in_the_mail_is_the_one_that_opens(town: Town, post: Post) -> None:
    add(town)
    post_leaves(town)
    assert links_in(post.letters()[0].get_content()) == [link_of(newest_letter(NIA.email))]
