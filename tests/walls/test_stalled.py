"""What a dead worker left is taken up by another, soon, and by no more than one look too many."""

import asyncio
from collections.abc import Iterator
from datetime import timedelta
from uuid import UUID

import pytest
from django.db import connection
from django.utils import timezone
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob
from procrastinate.manager import JobManager

from heed.alerts.kinds import Mail
from heed.alerts.models import Alert
from heed.jobs.stalled import STALLED_AFTER, look_once
from heed.tenancy.scope import schools
from tests.cast import TEACHER, Town

TASK = "alerts.send_mail"


@pytest.fixture
def left(own_town: Town) -> Iterator[UUID]:
    """An entry whose mails a worker had in hand when it died, long enough ago."""
    ProcrastinateJob.objects.all().delete()
    item = own_town.entry(TEACHER)
    long_ago = timezone.now() - timedelta(seconds=STALLED_AFTER + 5)
    with connection.cursor() as cursor:
        cursor.execute(
            "insert into procrastinate_workers (last_heartbeat) values (%s) returning id", [long_ago]
        )
        [worker] = cursor.fetchone()
        cursor.execute(
            "update procrastinate_jobs set status = 'doing', worker_id = %s where task_name = %s",
            [worker, TASK],
        )
    in_hand(own_town, item, at=long_ago)
    yield item
    with connection.cursor() as cursor:
        cursor.execute("delete from procrastinate_workers")


def in_hand(town: Town, item: UUID, *, at: object) -> None:
    with schools(town.oakfield):
        Alert.objects.to_mail().filter(item_id=item).update(mail=Mail.LEAVING, mail_at=at)


def looks(times: int, *, between: object = lambda: None) -> None:
    """So many looks of another worker, with its own connection."""

    async def work() -> None:
        with app.replace_connector(app.connector.get_worker_connector()) as working:
            async with working.open_async():
                jobs: JobManager = working.job_manager
                found: frozenset[int] = frozenset()
                for turn in range(times):
                    if turn:
                        await asyncio.to_thread(between)
                    found = await look_once(jobs, found)

    asyncio.run(work())


def status() -> str:
    return str(ProcrastinateJob.objects.get(task_name=TASK).status)


def moments(town: Town, item: UUID) -> set[object]:
    with schools(town.oakfield):
        return set(Alert.objects.to_mail().filter(item_id=item).values_list("mail_at", flat=True))


def test_two_looks_take_it_up_and_its_mails_may_leave_at_once(own_town: Town, left: UUID) -> None:
    looks(2)
    assert status() == "todo"
    assert moments(own_town, left) == {None}


def test_one_look_alone_takes_nothing_from_a_worker_that_was_held_up(own_town: Town, left: UUID) -> None:
    looks(1)
    assert status() == "doing"

    def it_was_only_held_up() -> None:
        with connection.cursor() as cursor:
            cursor.execute("update procrastinate_workers set last_heartbeat = now()")
        connection.close()

    looks(2, between=it_was_only_held_up)
    assert status() == "doing"
    assert None not in moments(own_town, left)


def test_a_mail_that_left_since_is_in_other_hands(own_town: Town, left: UUID) -> None:
    in_hand(own_town, left, at=timezone.now())
    looks(2)
    assert status() == "todo"
    assert None not in moments(own_town, left)


def test_mails_stay_where_another_job_for_the_same_entry_runs(own_town: Town, left: UUID) -> None:
    with connection.cursor() as cursor:
        cursor.execute("insert into procrastinate_workers (last_heartbeat) values (now()) returning id")
        [alive] = cursor.fetchone()
        cursor.execute(
            "insert into procrastinate_jobs (task_name, queue_name, args, status, worker_id)"
            " select task_name, queue_name, args, 'doing', %s from procrastinate_jobs where task_name = %s",
            [alive, TASK],
        )
    looks(2)
    assert sorted(ProcrastinateJob.objects.filter(task_name=TASK).values_list("status", flat=True)) == [
        "doing",
        "todo",
    ]
    assert None not in moments(own_town, left)
