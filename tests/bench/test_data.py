from datetime import UTC, datetime

import pytest

from bench import rows, shape
from bench.budgets import missed
from bench.pages import Measured
from bench.shape import Telling
from heed.who.categories import Default
from heed.who.groups import Group

NOW = datetime(2026, 11, 24, 9, tzinfo=UTC)


@pytest.fixture(scope="module")
def school():
    made = rows.School(1, 60, NOW)
    made.write_entries()
    return made


def test_the_schools_hold_twenty_thousand_children_and_the_small_database_a_twentieth():
    assert len(shape.sizes()) == shape.SCHOOLS
    assert sum(shape.sizes()) == shape.CHILDREN
    assert sum(shape.sizes(shape.SMALL)) * 20 == shape.CHILDREN


def test_every_line_has_a_value_for_each_column(school):
    for table, lines in school.lines.items():
        wanted = len(rows.COLUMNS[table].split())
        assert {line.count("\t") + 1 for line in lines} == {wanted}, table


def test_each_entry_brings_three_marks_with_details_and_a_place_to_stand(school):
    entries = len(school.lines["incidents_incident"])
    assert entries == shape.ENTRIES * 60 // shape.CHILDREN
    assert len(school.lines["audit_mark"]) == len(school.lines["audit_detail"]) == 3 * entries
    assert len(school.lines["incidents_followup"]) == entries


def test_a_grant_stands_beside_every_alert(school):
    told = {tuple(line.split("\t")[2:4]) for line in school.lines["alerts_alert"]}
    granted = {tuple(line.split("\t")[2:4]) for line in school.lines["records_grant"]}
    assert told == granted


def test_nothing_is_younger_than_the_moment_of_making(school):
    recorded = [line.split("\t")[9] for line in school.lines["records_item"]]
    assert max(recorded) <= NOW.isoformat()


def test_exactly_forty_alerts_wait_for_the_two_people_measured():
    measured = rows.School(0, 100, NOW)
    measured.write_entries()
    waiting = [line.split("\t")[3] for line in measured.lines["alerts_alert"] if "\twaiting\t" in line]
    for who in (measured.telling.leads[0], measured.teaching[0][0]):
        assert waiting.count(measured.people[who].id) == shape.WAITING


def test_the_key_of_a_school_is_known_before_its_rows(school):
    assert rows.school_key(1, NOW) == school.id


def test_a_teacher_is_not_told_of_child_protection_and_nobody_of_what_they_wrote():
    telling = Telling.of((Group.HEAD, Group.DSL, Group.TEACHER))
    assert telling.told((Default.CHILD_PROTECTION,), (2,), 2, frozenset()) == {1: "lead"}
    assert set(telling.told((Default.CONCERN,), (2,), 1, frozenset())) == {0, 2}
    assert set(telling.told((Default.CONCERN,), (2,), 1, frozenset({2}))) == {0}


def test_a_missed_budget_is_named():
    good = Measured("entry", "DSL", 20, 30, 16, 9_000, 10, 1.1, {"first": 40})
    assert missed(good) == []
    slow = Measured("entry", "DSL", 26, 30, 17, 9_000, 10, 1.3, {"first": 40})
    assert missed(slow) == ["median", "queries", "floor", "growth"]
