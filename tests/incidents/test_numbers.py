"""Numbers of entries rise by one in each school, without a gap and without a repeat."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from heed.lib.outcomes import Refused
from heed.tenancy.keys import uuid7
from heed.who.categories import Default
from tests.cast import ASSISTANT, LEAD_ELSEWHERE, TEACHER, Town
from tests.records.behind import entries, last_number

AT_ONCE = 4


def test_each_school_counts_for_itself_from_one(town: Town) -> None:
    for about in ("maisie", "zoe", "kacper"):
        town.entry(TEACHER, about)
    town.entry(LEAD_ELSEWHERE, "elsewhere")
    assert entries(town) == [1, 2, 3]
    assert entries(town, town.riverside) == [1]


def test_an_entry_that_was_refused_takes_no_number(town: Town) -> None:
    town.entry(TEACHER)
    with pytest.raises(Refused):
        town.entry(TEACHER, categories={Default.CHILD_PROTECTION})
    town.entry(TEACHER)
    assert entries(town) == [1, 2]


def test_an_entry_that_failed_half_way_takes_no_number(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_: object, **__: object) -> None:
        raise ConnectionResetError

    town.entry(TEACHER)
    with monkeypatch.context() as broken, pytest.raises(ConnectionResetError):
        broken.setattr("heed.incidents.actions.tell", fails)
        town.entry(TEACHER)
    assert (entries(town), last_number(town)) == ([1], 1)
    town.entry(TEACHER)
    assert entries(town) == [1, 2]


def at_once(record: Callable[[int], object]) -> list[object]:
    """Everybody presses Send in the same moment, each on a connection of their own."""
    together = Barrier(AT_ONCE)

    def one(number: int) -> object:
        try:
            together.wait(timeout=10)
            return record(number)
        finally:
            connection.close()

    with ThreadPoolExecutor(AT_ONCE) as people:
        return list(people.map(one, range(AT_ONCE)))


def test_two_people_and_more_sending_at_once_get_numbers_of_their_own(own_town: Town) -> None:
    sent = at_once(lambda number: own_town.entry((TEACHER, ASSISTANT)[number % 2]))
    assert len(set(sent)) == AT_ONCE
    assert sorted(entries(own_town)) == list(range(1, AT_ONCE + 1))
    assert last_number(own_town) == AT_ONCE


def test_a_form_sent_four_times_in_the_same_moment_is_one_entry(own_town: Town) -> None:
    token = uuid7()
    sent = at_once(lambda _: own_town.entry(TEACHER, token=token))
    assert len(set(sent)) == 1
    assert entries(own_town) == [1]
