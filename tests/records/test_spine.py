"""Categories, bars to one entry, and the reasons why somebody can read it."""

from datetime import datetime, timedelta
from uuid import UUID

import pytest

from heed.access.actions import set_up_groups
from heed.alerts.actions import mark_as_read
from heed.incidents.queries import entry
from heed.lib.outcomes import NotSeen
from heed.records.actions import bar_from_entry, next_number, wait_for_turn
from heed.records.kinds import WORDS
from heed.records.models import Item
from heed.records.queries import Reader, categories_of, categories_to_choose, facts_of, readers_of, with_ties
from heed.tenancy.scope import schools
from heed.who.categories import Default
from heed.who.groups import Group
from heed.who.need_to_know import Facts
from heed.who.viewer import on_the_server
from tests.cast import (
    ADMINISTRATOR,
    ASSISTANT,
    HEAD,
    LEAD,
    NOW,
    OFFICE,
    SENCO,
    SENIOR_LEADER,
    TEACHER,
    Person,
    Town,
)
from tests.records.behind import alert_of, can_read, marks, opened, switch_off

BY_ALL = {1, 2, 4, 5, 8, 9, 10, 11, 13}


@pytest.mark.parametrize(
    ("who", "numbers"),
    [
        (OFFICE, BY_ALL),
        (ASSISTANT, BY_ALL),
        (TEACHER, BY_ALL | {Default.SEN}),
        (SENIOR_LEADER, BY_ALL | {3, 6, 7}),
        (LEAD, set(Default) - {Default.OTHER_TRANSFER}),
        (HEAD, set(Default) - {Default.OTHER_TRANSFER}),
        (ADMINISTRATOR, set()),
    ],
)
def test_the_categories_that_each_may_choose(who: Person, numbers: set[int], town: Town) -> None:
    with schools(town.oakfield):
        assert {choice.number for choice in categories_to_choose(town.viewer(who))} == numbers


def test_a_category_switched_off_is_not_offered_and_old_entries_keep_its_name(town: Town) -> None:
    switch_off(town, Default.LOW_BEHAVIOUR)
    with schools(town.oakfield):
        offered = {choice.number for choice in categories_to_choose(town.viewer(LEAD))}
        assert Default.LOW_BEHAVIOUR not in offered
        assert categories_of(town.oakfield)[Default.LOW_BEHAVIOUR].name == "Low-level behaviour"


def test_categories_stand_in_the_schools_order_with_concern_first(town: Town) -> None:
    with schools(town.oakfield):
        assert list(categories_of(town.oakfield)) == list(WORDS)
        assert categories_to_choose(town.viewer(TEACHER))[0].number == Default.CONCERN


def test_somebody_barred_from_one_entry_reads_the_others(town: Town) -> None:
    one, other = town.entry(), town.entry()
    with schools(town.oakfield):
        bar_from_entry(town.viewer(HEAD), one, town.staff["lead"], why="named in it")
        helen = town.viewer(LEAD)
        assert (can_read(helen, one), can_read(helen, other)) == (False, True)
        with pytest.raises(NotSeen):
            entry(helen, one)
    [mark] = marks(town, event="barred", about_id=one)
    assert mark.staff_id == town.staff["head"]


def facts_at(moment: datetime, item_id: UUID) -> Facts:
    item = with_ties(opened(Item), at=moment, key="id").get(pk=item_id)
    return facts_of(item, item)


def test_facts_of_an_entry_name_live_grants_and_bars_only(town: Town) -> None:
    item_id = town.entry(ASSISTANT)
    with schools(town.oakfield):
        bar_from_entry(town.viewer(HEAD), item_id, town.staff["slt"], why="named in it")
        facts = facts_at(NOW, item_id)
    keys = {staff_id: key for key, staff_id in town.staff.items()}
    assert {keys[one] for one in facts.granted} == {"head", "lead", "lead_by_password", "slt", "teacher"}
    assert {keys[one] for one in facts.barred} == {"slt"}
    assert facts.categories == {Default.CONCERN}


def test_a_grant_that_has_ended_is_no_fact_any_more(town: Town) -> None:
    item_id = town.entry(ASSISTANT)
    with schools(town.oakfield):
        mark_as_read(town.viewer(TEACHER), alert_of(town, "teacher", item_id).pk)
        katie = town.staff["teacher"]
        assert katie in facts_at(NOW + timedelta(days=29), item_id).granted
        assert katie not in facts_at(NOW + timedelta(days=30), item_id).granted


def test_readers_are_named_with_the_widest_of_their_reasons(town: Town) -> None:
    with schools(town.oakfield):
        by = on_the_server(town.oakfield, at=NOW)
        set_up_groups(by, town.staff["senco"], [Group.SENCO, Group.TEACHER], why="Has a class as well")
    server = on_the_server(town.oakfield, at=NOW)
    facts = Facts(town.oakfield, town.pupils["zoe"], frozenset({Default.SEN}))
    assert readers_of([town.viewer(SENCO), server], facts) == (
        Reader(town.staff["senco"], "Ruth Ellis", "SENCo: reads all but child protection and leader welfare"),
    )


def test_a_number_that_was_rolled_back_is_given_again(town: Town) -> None:
    with schools(town.oakfield):
        assert next_number(wait_for_turn(town.oakfield)) == 1
        with pytest.raises(ZeroDivisionError), schools(town.oakfield):
            assert next_number(wait_for_turn(town.oakfield)) == 2
            raise ZeroDivisionError
        assert next_number(wait_for_turn(town.oakfield)) == 2
