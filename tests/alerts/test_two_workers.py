"""Two workers with one job: nobody gets two mails. Really committed, on two connections."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from threading import Barrier
from uuid import UUID

import pytest
from django.db import connection
from procrastinate.contrib.django import app

from tests.alerts.mailing import EVERYBODY, GRACE, HELEN, how_often, mails, run
from tests.cast import TEACHER, Town
from tests.incidents.clock import Clock
from tests.post import Manner, Post
from tests.records.behind import marks


@contextmanager
def other_workers(many: int) -> Iterator[ThreadPoolExecutor]:
    """Threads whose connections end with them."""
    with ThreadPoolExecutor(many) as threads:
        yield threads


def worked(town: Town, item: UUID) -> bool:
    try:
        return run(town, item)
    finally:
        connection.close()


@pytest.fixture
def item(own_town: Town, clock: Clock, post: Post) -> UUID:
    return own_town.entry(TEACHER)


def test_what_one_has_in_hand_the_other_leaves_alone(own_town: Town, item: UUID, post: Post) -> None:
    # Given a worker that waits for the server with Helen's mail in hand
    post.manners[HELEN] = Manner.WAITS
    with other_workers(1) as threads:
        first = threads.submit(worked, own_town, item)
        try:
            while HELEN not in post.taken:
                assert post.arrived.wait(60)
                post.arrived.clear()

            # When another takes up the same job
            assert not run(own_town, item), "it comes back to see whether the first one lives"
        finally:
            post.go.set()
        first.result(60)

    # Then everybody has one
    assert run(own_town, item)
    assert sorted(post.taken) == sorted(EVERYBODY)
    assert set(mails(own_town, item).values()) == {"sent"}
    assert how_often(own_town, "mail may arrive twice") == 0


def test_four_at_once_send_each_mail_once(own_town: Town, item: UUID, post: Post) -> None:
    together = Barrier(4)

    def one() -> bool:
        together.wait(60)
        return worked(own_town, item)

    with other_workers(4) as threads:
        for done in [threads.submit(one) for _ in range(4)]:
            done.result(60)
    assert run(own_town, item)
    assert sorted(post.taken) == sorted(EVERYBODY)
    assert how_often(own_town, "mail sent") == 4


def test_no_transaction_stands_open_while_the_server_is_waited_for(
    own_town: Town, item: UUID, post: Post
) -> None:
    post.manners[GRACE] = Manner.WAITS
    with other_workers(1) as threads:
        waiting = threads.submit(worked, own_town, item)
        try:
            while GRACE not in post.taken:
                assert post.arrived.wait(60)
                post.arrived.clear()
            with connection.cursor() as cursor:
                cursor.execute(
                    "select count(*) from pg_stat_activity where state like 'idle in transaction%'"
                    " and datname = current_database() and pid <> pg_backend_pid()"
                )
                assert cursor.fetchone() == (0,)
        finally:
            post.go.set()
        assert waiting.result(60)


def test_the_worker_itself_sends_what_was_asked_for(own_town: Town, item: UUID, post: Post) -> None:
    with app.replace_connector(app.connector.get_worker_connector()) as working:
        working.run_worker(wait=False, install_signal_handlers=False, listen_notify=False)
    assert sorted(post.taken) == sorted(EVERYBODY)
    assert len(marks(own_town, event="mail sent")) == 4
