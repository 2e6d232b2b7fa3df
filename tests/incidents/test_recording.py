"""An entry is recorded whole, and exactly the right people are told of it."""

from dataclasses import replace
from datetime import timedelta

import pytest

from heed.access.actions import bar, lock
from heed.accounts.models import User
from heed.alerts.queries import audience_of
from heed.incidents.actions import Account, open_entry, open_own_entry, record_incident
from heed.lib.outcomes import NotSeen
from heed.records.kinds import Precision
from heed.staff.models import Staff
from heed.tenancy.keys import uuid7
from heed.tenancy.scope import schools
from heed.who.categories import Default as C
from heed.who.viewer import on_the_server
from tests.cast import (
    ASSISTANT,
    HEAD,
    LEAD,
    LEAD_WHO_IS_THE_PARENT,
    NOW,
    OTHER_TEACHER,
    SENCO,
    SENIOR_LEADER,
    TEACHER,
    Person,
    Town,
)
from tests.records.behind import can_read, details, granted, marks, told

LEADS = {"lead": "lead", "lead_by_password": "lead"}
SENIORS = {"head": "senior leader", "slt": "senior leader"}
CLASS_TEACHER = {"teacher": "class teacher"}
EVERYBODY = LEADS | SENIORS | CLASS_TEACHER


def test_all_that_katie_writes_is_in_the_entry_that_helen_reads(town: Town) -> None:
    said = Account(
        pupil_id=town.pupils["maisie"],
        account="Came in without a coat.",
        child_words="“I am cold.”",
        already_done="Lent her a coat.",
        categories=frozenset({C.CONCERN, C.ATTENDANCE}),
        occurred_at=NOW - timedelta(days=2),
        precision=Precision.ABOUT,
        place="Willow classroom",
        late_reason="I was off on Friday.",
    )
    with schools(town.oakfield):
        item = record_incident(town.viewer(TEACHER), said, token=uuid7())
        read = open_entry(town.viewer(LEAD), item)
    assert (read.id, read.number, read.child.name, read.child.where) == (
        item,
        1,
        "Maisie Thornton",
        "Year 4, Willow",
    )
    assert (read.account, read.child_words, read.already_done) == (
        said.account,
        said.child_words,
        said.already_done,
    )
    assert (read.categories, read.precision) == ((C.ATTENDANCE, C.CONCERN), "about")
    assert (read.occurred_at, read.recorded_at) == (NOW - timedelta(days=2), NOW)
    assert (read.place, read.late_reason) == ("Willow classroom", "I was off on Friday.")
    assert read.signed == "Katie Lowther, Class teacher"


def test_katie_keeps_her_own_words_as_first_sent(town: Town) -> None:
    item = town.entry(TEACHER)
    with schools(town.oakfield):
        own = open_own_entry(town.viewer(TEACHER), item)
        assert own.account.startswith("Came in at 8.50")
        with pytest.raises(NotSeen):
            open_own_entry(town.viewer(LEAD), item)


@pytest.mark.parametrize(
    ("writer", "category", "expected"),
    [
        (ASSISTANT, C.ATTENDANCE, EVERYBODY),
        (ASSISTANT, C.CONCERN, EVERYBODY),
        (ASSISTANT, C.SERIOUS_BEHAVIOUR, EVERYBODY),
        (ASSISTANT, C.LOW_BEHAVIOUR, EVERYBODY),
        (ASSISTANT, C.PARENT_CONCERN, EVERYBODY),
        (ASSISTANT, C.FRIENDSHIP, EVERYBODY),
        (ASSISTANT, C.MEDICAL, EVERYBODY),
        (ASSISTANT, C.RACIST, EVERYBODY),
        (ASSISTANT, C.VULNERABLE, EVERYBODY),
        (OTHER_TEACHER, C.SEN, EVERYBODY),
        (HEAD, C.BULLYING, LEADS | {"slt": "senior leader"} | CLASS_TEACHER),
        (HEAD, C.LEADER_WELFARE, LEADS | {"slt": "senior leader"}),
        (HEAD, C.CHILD_PROTECTION, LEADS),
        (LEAD, C.CHILD_PROTECTION, {"lead_by_password": "lead"}),
        (SENIOR_LEADER, C.LEADER_WELFARE, LEADS | {"head": "senior leader"}),
        (TEACHER, C.CONCERN, LEADS | SENIORS),
    ],
)
def test_who_is_told_of_an_entry_about_maisie(
    writer: Person, category: C, expected: dict[str, str], town: Town
) -> None:
    item = town.entry(writer, "maisie", {category})
    assert told(town, item) == expected
    assert granted(town, item) == dict.fromkeys(expected, "alerted")


def test_of_two_categories_the_more_guarded_one_decides_who_is_told(town: Town) -> None:
    assert told(town, town.entry(HEAD, "maisie", {C.CONCERN, C.LEADER_WELFARE})) == LEADS | {
        "slt": "senior leader"
    }
    assert told(town, town.entry(HEAD, "maisie", {C.CONCERN, C.CHILD_PROTECTION})) == LEADS


def test_the_teacher_of_another_class_is_not_told(town: Town) -> None:
    assert told(town, town.entry(ASSISTANT, "zoe")) == LEADS | SENIORS | {
        "other": "class teacher",
        "parent": "lead",
    }


def test_the_barred_mother_is_neither_told_nor_named_among_the_readers(town: Town) -> None:
    with schools(town.oakfield):
        about = audience_of(town.viewer(ASSISTANT), town.pupils["maisie"], frozenset({C.CONCERN}))
        other = audience_of(town.viewer(ASSISTANT), town.pupils["kacper"], frozenset({C.CONCERN}))
    assert "Rachel Thornton" not in {one.name for one in (*about.told, *about.readers)}
    assert "Rachel Thornton" in {one.name for one in other.told} & {one.name for one in other.readers}


def test_the_readers_named_beforehand_are_those_who_can_read_it_afterwards(town: Town) -> None:
    with schools(town.oakfield):
        named = audience_of(town.viewer(ASSISTANT), town.pupils["maisie"], frozenset({C.MEDICAL})).readers
        item = town.entry(ASSISTANT, "maisie", {C.MEDICAL})
        can = {
            one.key
            for one in (HEAD, LEAD, SENIOR_LEADER, SENCO, TEACHER, OTHER_TEACHER, LEAD_WHO_IS_THE_PARENT)
            if can_read(town.viewer(one, elevated=True), item)
        }
    assert can == {"head", "lead", "slt", "senco", "teacher"}
    assert {one.staff_id for one in named} == {town.staff[key] for key in (*can, "lead_by_password")}


def test_somebody_outside_a_lock_is_not_told(town: Town) -> None:
    with schools(town.oakfield):
        lock(on_the_server(town.oakfield, at=NOW), town.pupils["maisie"], named=[town.staff["lead"]])
    assert told(town, town.entry(ASSISTANT)) == {"lead": "lead"}


def test_somebody_who_has_left_or_has_no_live_account_is_not_told(town: Town) -> None:
    with schools(town.oakfield):
        Staff.objects.filter(pk=town.staff["slt"]).update(left_on=NOW.date())
        Staff.objects.filter(pk=town.staff["teacher"]).update(user=None)
        User.objects.filter(pk=town.users["lead_by_password"]).update(is_active=False)
    assert set(told(town, town.entry(ASSISTANT))) == {"lead", "head"}


def bar_the_leads(town: Town, *keys: str) -> None:
    with schools(town.oakfield):
        for key in keys:
            by = on_the_server(town.oakfield, at=NOW)
            bar(by, town.staff[key], town.pupils["maisie"], why="relative")


@pytest.mark.parametrize("category", [C.CONCERN, C.CHILD_PROTECTION])
def test_when_no_lead_can_be_told_the_head_is_told_instead(category: C, town: Town) -> None:
    bar_the_leads(town, "lead", "lead_by_password")
    found = told(town, town.entry(SENIOR_LEADER, "maisie", {category}))
    assert found["head"] == "head instead"
    assert set(found) == {"head", "teacher"} if category is C.CONCERN else {"head"}


def test_the_head_is_not_told_instead_when_the_only_lead_writes_it_herself(town: Town) -> None:
    bar_the_leads(town, "lead_by_password")
    assert told(town, town.entry(LEAD, "maisie", {C.CHILD_PROTECTION})) == {}


def test_an_entry_that_nobody_can_be_told_of_is_kept_all_the_same(town: Town) -> None:
    bar_the_leads(town, "lead", "lead_by_password", "head")
    item = town.entry(SENIOR_LEADER, "maisie", {C.CHILD_PROTECTION})
    assert told(town, item) == {}
    with schools(town.oakfield):
        assert open_own_entry(town.viewer(SENIOR_LEADER), item).number == 1


def test_a_senior_leader_keeps_her_own_child_protection_entry_and_reads_no_other(town: Town) -> None:
    own = town.entry(SENIOR_LEADER, "maisie", {C.CHILD_PROTECTION})
    others = town.entry(LEAD, "maisie", {C.CHILD_PROTECTION})
    assert granted(town, own)["slt"] == "written"
    assert "slt" not in told(town, own)
    with schools(town.oakfield):
        grace = town.viewer(SENIOR_LEADER)
        assert can_read(grace, own)
        assert not can_read(grace, others)
        assert not can_read(replace(grace, elevated=False), own)
        assert can_read(replace(grace, at=NOW + timedelta(days=400)), own)


@pytest.mark.parametrize("writer", [TEACHER, LEAD])
def test_other_writers_are_granted_nothing_by_writing(writer: Person, town: Town) -> None:
    assert writer.key not in granted(town, town.entry(writer))


def test_recording_leaves_its_marks_without_a_word_of_the_account(town: Town) -> None:
    item = town.entry(TEACHER, account="She said the dog bit her.")
    assert sorted(mark.event for mark in marks(town, about_id=item)) == ["alerted", "recorded", "shared"]
    assert {mark.staff_id for mark in marks(town, about_id=item)} == {town.staff["teacher"]}
    assert "dog" not in details(town)
