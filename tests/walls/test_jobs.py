"""A job belongs to the transaction that asks for it, to a school, and to nobody's name."""

from collections.abc import Iterator
from typing import Any
from uuid import UUID, uuid4

import pytest
from django.db import transaction
from procrastinate.contrib.django import app
from procrastinate.contrib.django.models import ProcrastinateJob
from procrastinate.exceptions import TaskNotFound

from heed.jobs.actions import NotInTheQueue, later
from heed.jobs.tasks import job
from heed.staff.models import Staff
from heed.tenancy.scope import in_scope, schools
from tests.cast import LEAD, Town

_seen: list[Any] = []


@job("walls.look")
def look(*, school_id: UUID, staff_id: UUID) -> None:
    """What a job finds."""
    found = Staff.objects.filter(pk=staff_id).values_list("name", flat=True)
    _seen.append((in_scope(), list(found)))


@pytest.fixture(autouse=True)
def nothing_seen_yet() -> Iterator[None]:
    _seen.clear()
    yield
    _seen.clear()


def waiting() -> int:
    return ProcrastinateJob.objects.filter(task_name="walls.look").count()


def run_what_waits() -> None:
    with app.replace_connector(app.connector.get_worker_connector()) as working:
        working.run_worker(wait=False, install_signal_handlers=False, listen_notify=False)


def test_a_job_falls_with_the_transaction_that_asked_for_it(town: Town) -> None:
    with schools(town.oakfield):
        with pytest.raises(ZeroDivisionError), transaction.atomic():
            later("walls.look", school_id=town.oakfield, staff_id=town.staff["lead"])
            assert waiting() == 1
            raise ZeroDivisionError
        assert waiting() == 0


def test_only_ids_go_into_the_queue(town: Town) -> None:
    with schools(town.oakfield), pytest.raises(NotInTheQueue):
        later("walls.look", school_id=town.oakfield, staff_id="Maisie Thornton")  # type: ignore[arg-type]


def test_a_job_is_asked_for_within_its_school(town: Town) -> None:
    with schools(town.oakfield), pytest.raises(NotInTheQueue):
        later("walls.look", school_id=town.riverside, staff_id=uuid4())
    with pytest.raises(NotInTheQueue):
        later("walls.look", school_id=town.oakfield, staff_id=uuid4())


def test_an_unknown_job_is_refused_where_it_is_asked_for(town: Town) -> None:
    with schools(town.oakfield), pytest.raises(TaskNotFound):
        later("walls.nowhere", school_id=town.oakfield)


@pytest.mark.usefixtures("empty_database")
def test_a_job_runs_after_the_transaction_and_within_its_school_alone(own_town: Town) -> None:
    with schools(own_town.oakfield):
        later("walls.look", school_id=own_town.oakfield, staff_id=own_town.staff["lead"])
        later("walls.look", school_id=own_town.oakfield, staff_id=own_town.staff["elsewhere"])
    assert _seen == []
    run_what_waits()
    assert _seen == [((own_town.oakfield,), ["Helen Marsh"]), ((own_town.oakfield,), [])]
    assert set(ProcrastinateJob.objects.filter(task_name="walls.look").values_list("status", flat=True)) == {
        "succeeded"
    }
    assert LEAD.name not in str(list(ProcrastinateJob.objects.values_list("args", flat=True)))
