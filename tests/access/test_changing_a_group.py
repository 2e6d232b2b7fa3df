"""A school says what a group may do: at once, from the next click on, and never so that it locks itself out."""

from dataclasses import replace
from uuid import uuid4

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from heed.access.matrix import BOUNDS, MATRIX, Row, Scope
from heed.access.models import GroupRule, Holding
from heed.access.queries import everybody
from heed.access.ruled import changes_of, line_of, proposals_waiting
from heed.access.ruling import Came, change_group
from heed.lib.outcomes import OutOfDate, Refused
from heed.pupils.models import Pupil
from heed.records.models import Grant, Item
from heed.records.queries import readers_of
from heed.staff.models import Staff
from heed.tenancy.scope import schools
from heed.who.categories import EVERY, Default
from heed.who.groups import Group
from heed.who.need_to_know import Facts
from heed.who.powers import Power
from tests.cast import (
    ADMINISTRATOR,
    HEAD,
    LEAD,
    NOW,
    OFFICE,
    OTHER_TEACHER,
    SENIOR_LEADER,
    TEACHER,
    Person,
    Town,
)
from tests.records.behind import marks, opened

TEACHERS = MATRIX[Group.TEACHER]


def change(town: Town, who: Person, group: Group, wanted: Row, *, seen: int = 0) -> Came:
    viewer = town.viewer(who)
    with schools(town.oakfield):
        return change_group(viewer, group, wanted, seen=seen, why="We plan together.")


def reads(town: Town, who: Person, item: object) -> bool:
    with schools(town.oakfield):
        return bool(Item.objects.seen_by(town.viewer(who, elevated=True)).filter(pk=item).exists())


def test_what_a_lead_opens_is_read_from_the_next_click_on_and_what_she_closes_is_not(town: Town) -> None:
    item = town.entry(OFFICE, "zoe", [Default.VULNERABLE])
    with_more = replace(TEACHERS, reads=TEACHERS.reads | {Default.VULNERABLE})
    grants_of_alerts_ended(town)
    assert not reads(town, OTHER_TEACHER, item)
    assert change(town, LEAD, Group.TEACHER, with_more) == Came()
    assert reads(town, OTHER_TEACHER, item)
    change(town, LEAD, Group.TEACHER, TEACHERS, seen=1)
    assert not reads(town, OTHER_TEACHER, item)


def grants_of_alerts_ended(town: Town) -> None:
    """So that what is read is read through a group."""
    with schools(town.oakfield):
        opened(Grant).update(ends_at=NOW)


def test_own_year_covers_the_children_of_the_year_and_no_others(town: Town) -> None:
    change(town, LEAD, Group.TEACHER, replace(TEACHERS, scope=Scope.OWN_YEAR))
    with schools(town.oakfield):
        Pupil.objects.for_job(town.viewer(LEAD), why="a second class in the year").filter(
            pk=town.pupils["maisie_thorne"]
        ).update(year=4)
        opens = Pupil.objects.open_to(town.viewer(TEACHER, elevated=True))
        assert set(opens.values_list("pk", flat=True)) == {
            town.pupils[one] for one in ("maisie", "kacper", "maisie_thorne")
        }


def test_the_other_school_keeps_its_own_groups(town: Town) -> None:
    change(town, LEAD, Group.TEACHER, replace(TEACHERS, reads=frozenset()))
    with schools(town.riverside):
        assert line_of(town.riverside, Group.TEACHER).row == TEACHERS


def test_an_administrator_takes_away_at_once_and_gives_only_with_approval(town: Town) -> None:
    assert change(town, ADMINISTRATOR, Group.TEACHER, replace(TEACHERS, reads=frozenset())) == Came()
    came = change(town, ADMINISTRATOR, Group.TEACHER, TEACHERS, seen=1)
    assert came.proposal_id
    with schools(town.oakfield):
        assert line_of(town.oakfield, Group.TEACHER).row.reads == frozenset()


OPENS = {
    "reads": replace(TEACHERS, reads=TEACHERS.reads | {Default.BULLYING}),
    "children": replace(TEACHERS, scope=Scope.OWN_YEAR),
    "sideways": replace(TEACHERS, scope=Scope.ONE_TO_ONE),
    "categories to choose": replace(TEACHERS, uses=TEACHERS.uses | {Default.BULLYING}),
    "powers": replace(TEACHERS, powers=TEACHERS.powers | {Power.SHARE}),
}


@pytest.mark.parametrize("wanted", OPENS.values(), ids=list(OPENS))
def test_whatever_an_administrator_does_not_hold_waits_for_approval(wanted: Row, town: Town) -> None:
    assert change(town, ADMINISTRATOR, Group.TEACHER, wanted).proposal_id
    with schools(town.oakfield):
        assert line_of(town.oakfield, Group.TEACHER).row == TEACHERS


def test_a_power_to_open_children_opens_as_many_as_the_group_covers(town: Town) -> None:
    """A teacher who may set groups, and opens the pages of her own class, opens no more to others."""
    powers = TEACHERS.powers | {Power.GROUPS}
    change(town, HEAD, Group.TEACHER, replace(TEACHERS, powers=powers))
    helpers = MATRIX[Group.TEACHING_ASSISTANT]
    shut = replace(helpers, scope=Scope.WHOLE_SCHOOL, powers=helpers.powers - {Power.OPEN_CHILD})
    change(town, HEAD, Group.TEACHING_ASSISTANT, shut)
    opened_again = replace(shut, powers=helpers.powers)
    assert change(town, OTHER_TEACHER, Group.TEACHING_ASSISTANT, opened_again, seen=1).proposal_id


def test_whoever_may_not_look_children_up_opens_no_page_of_one(town: Town) -> None:
    change(town, LEAD, Group.TEACHER, replace(TEACHERS, powers=frozenset({Power.RECORD})))
    client = town.client(OTHER_TEACHER)
    assert client.get(f"/children/{town.pupils['zoe']}/").status_code == 404
    answer = client.get("/children/")
    assert answer.status_code == 403
    assert "People in your groups do not open children" in answer.content.decode()


def test_whoever_may_not_record_is_told_whom_to_tell(town: Town) -> None:
    change(town, LEAD, Group.OFFICE, replace(MATRIX[Group.OFFICE], powers=frozenset()))
    answer = town.client(OFFICE).get("/incidents/add/")
    assert answer.status_code == 403
    assert "People in your groups do not record incidents in Heed. Tell a DSL" in answer.content.decode()


def test_an_administrator_gives_the_powers_of_administrators(town: Town) -> None:
    office = MATRIX[Group.OFFICE]
    wanted = replace(office, powers=office.powers | {Power.IMPORT_ROLL})
    assert change(town, ADMINISTRATOR, Group.OFFICE, wanted) == Came()


def test_a_lead_gives_no_power_of_the_heads(town: Town) -> None:
    office = MATRIX[Group.OFFICE]
    wanted = replace(office, powers=office.powers | {Power.SEE_LOOKS})
    assert change(town, LEAD, Group.OFFICE, wanted).proposal_id
    assert change(town, HEAD, Group.OFFICE, wanted) == Came()


def test_without_a_second_step_nobody_holds_what_groups_read(town: Town) -> None:
    viewer = town.viewer(LEAD, elevated=False)
    with schools(town.oakfield):
        came = change_group(viewer, Group.TEACHER, OPENS["reads"], seen=0, why="x")
    assert came.proposal_id


@pytest.mark.parametrize("who", [SENIOR_LEADER, TEACHER, OFFICE])
def test_nobody_else_says_what_groups_do(who: Person, town: Town) -> None:
    with pytest.raises(Refused, match="Only people who may"):
        change(town, who, Group.TEACHER, replace(TEACHERS, reads=frozenset()))


CANNOT_BE = {
    "the head stops reading": (Group.HEAD, replace(MATRIX[Group.HEAD], reads=EVERY - {7})),
    "the DSL reads some children": (Group.DSL, replace(MATRIX[Group.DSL], scope=Scope.OWN_YEAR)),
    "the head loses accounts": (
        Group.HEAD,
        replace(MATRIX[Group.HEAD], powers=MATRIX[Group.HEAD].powers - {Power.ACCOUNTS}),
    ),
    "administrators read": (
        Group.ADMIN,
        replace(MATRIX[Group.ADMIN], reads=frozenset({1}), scope=Scope.WHOLE_SCHOOL),
    ),
    "administrators open children": (
        Group.ADMIN,
        replace(MATRIX[Group.ADMIN], powers=MATRIX[Group.ADMIN].powers | {Power.OPEN_CHILD}),
    ),
    "teachers approve": (
        Group.TEACHER,
        replace(TEACHERS, powers=TEACHERS.powers | {Power.APPROVE}),
    ),
}


@pytest.mark.parametrize(("group", "wanted"), CANNOT_BE.values(), ids=list(CANNOT_BE))
def test_some_things_no_school_can_change(group: Group, wanted: Row, town: Town) -> None:
    with pytest.raises(Refused, match=r"cannot|has to be able"):
        change(town, HEAD, group, wanted)


def test_what_is_stored_past_the_rules_counts_for_nothing(town: Town) -> None:
    """A row for heads that says less, and powers that administrators never have."""
    head = town.viewer(HEAD)
    with schools(town.oakfield):
        stored(head, Group.HEAD, powers=[])
        stored(head, Group.ADMIN, powers=[Power.OPEN_CHILD, Power.GROUPS])
    assert town.viewer(HEAD).ways == head.ways
    assert BOUNDS[Group.HEAD].keeps <= town.viewer(HEAD).powers
    assert town.viewer(ADMINISTRATOR).powers == {Power.GROUPS}


def test_the_database_itself_refuses_an_administrator_who_reads(town: Town) -> None:
    head = town.viewer(HEAD)
    with schools(town.oakfield), pytest.raises(IntegrityError, match="read_nothing"), transaction.atomic():
        stored(head, Group.ADMIN, reads=[1], scope=Scope.WHOLE_SCHOOL)


def stored(by: object, group: Group, **told: object) -> None:
    row = {"reads": [], "uses": [], "scope": Scope.NOBODY, "powers": [], **told}
    GroupRule.objects.create(
        school_id=by.school_id,  # type: ignore[attr-defined]
        group=group,
        version=1,
        why="x",
        since=NOW,
        signature_id=by.signature_id,  # type: ignore[attr-defined]
        **row,
    )


def test_of_two_who_change_a_group_the_second_is_told_and_nothing_is_done(town: Town) -> None:
    change(town, LEAD, Group.TEACHER, OPENS["reads"])
    with pytest.raises(OutOfDate, match="Somebody else has changed this group"):
        change(town, HEAD, Group.TEACHER, OPENS["children"])
    with schools(town.oakfield):
        assert len(changes_of(town.oakfield, Group.TEACHER)) == 1


def test_two_at_the_very_same_moment_are_told_apart_by_the_database(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = line_at_start(town)
    change(town, LEAD, Group.TEACHER, OPENS["reads"])
    monkeypatch.setattr("heed.access.ruled.line_of", lambda *_: before)
    with pytest.raises(OutOfDate):
        change(town, HEAD, Group.TEACHER, OPENS["children"])


def line_at_start(town: Town) -> object:
    with schools(town.oakfield):
        return line_of(town.oakfield, Group.TEACHER)


def test_a_change_that_changes_nothing_is_none(town: Town) -> None:
    with pytest.raises(Refused, match="Nothing was changed"):
        change(town, LEAD, Group.TEACHER, TEACHERS)


def test_every_change_is_kept_with_who_when_and_why(town: Town) -> None:
    change(town, LEAD, Group.TEACHER, OPENS["reads"])
    change(town, HEAD, Group.TEACHER, TEACHERS, seen=1)
    with schools(town.oakfield):
        newest, first = changes_of(town.oakfield, Group.TEACHER)
    assert (first.signed, first.why, first.since) == ("Helen Marsh, DSL", "We plan together.", NOW)
    assert (newest.version, newest.signed, newest.row) == (2, "Priya Nair, Head", TEACHERS)
    assert [mark.why for mark in marks(town, event="group changed")] == ["We plan together."] * 2


def test_a_change_made_another_way_ends_what_was_proposed(town: Town) -> None:
    change(town, ADMINISTRATOR, Group.TEACHER, OPENS["children"])
    change(town, LEAD, Group.TEACHER, OPENS["reads"])
    with schools(town.oakfield):
        assert proposals_waiting(town.oakfield) == ()


def test_the_last_power_over_accounts_cannot_be_taken_from_the_groups(town: Town) -> None:
    """Heads keep it by themselves: this is a school whose only head cannot sign in yet."""
    admin = MATRIX[Group.ADMIN]
    with schools(town.oakfield):
        Staff.objects.filter(pk=town.staff["head"]).update(user=None)
    with pytest.raises(Refused, match="looks after accounts"):
        change(town, LEAD, Group.ADMIN, replace(admin, powers=admin.powers - {Power.ACCOUNTS}))


def test_readers_are_told_why_by_the_school_s_own_rule(town: Town) -> None:
    change(town, LEAD, Group.TEACHER, replace(TEACHERS, scope=Scope.OWN_YEAR))
    with schools(town.oakfield):
        people = everybody(town.oakfield, town.pupils["maisie"], at=NOW)
        facts = Facts(town.oakfield, town.pupils["maisie"], frozenset({Default.MEDICAL}))
        said = {reader.name: reader.why for reader in readers_of(people, facts)}
    assert said["Katie Lowther"] == (
        "Class teacher: reads these categories, of children in the years of their classes"
    )
    assert said["Helen Marsh"] == "DSL: reads every category"


def test_somebody_in_no_group_is_nobody_s_reader_and_breaks_nothing(town: Town) -> None:
    with schools(town.oakfield):
        Holding.objects.filter(staff_id=town.staff["teacher"]).delete()
        people = everybody(town.oakfield, town.pupils["maisie"], at=NOW)
    assert len(people) >= 11
    assert town.viewer(TEACHER).powers == frozenset()


@pytest.mark.parametrize("rules", [0, 11])
def test_making_a_viewer_is_one_query_however_much_the_school_has_changed(rules: int, town: Town) -> None:
    head = town.viewer(HEAD)
    with schools(town.oakfield):
        for group in list(Group)[:rules]:
            stored(head, group)
    town.viewer(LEAD)
    with CaptureQueriesContext(connection) as asked:
        town.viewer(LEAD)
    assert len([one for one in asked if one["sql"].lstrip().startswith("SELECT")]) == 1


def test_nobody_of_a_group_that_does_not_exist(town: Town) -> None:
    client = town.client(LEAD)
    assert client.get("/people/groups/kings/").status_code == 404
    assert client.get(f"/people/{uuid4()}/groups/").status_code == 404
