"""Who puts whom into which group, and whom a school cannot do without."""

from dataclasses import replace
from uuid import UUID, uuid4

import pytest

from heed.access import ruled
from heed.access.actions import Placed, set_groups, set_up_groups
from heed.access.matrix import MATRIX, Scope
from heed.access.ruled import keepers_to_change, proposals_waiting
from heed.access.rules import Keeper, is_guarded, why_not_let_go, why_not_without
from heed.access.ruling import approve, change_group, take_back, turn_down
from heed.lib.outcomes import NotSeen, OutOfDate, Refused
from heed.staff.models import Staff
from heed.tenancy.scope import schools
from heed.who.categories import Default
from heed.who.groups import Group
from heed.who.powers import Power
from tests.cast import (
    ADMINISTRATOR,
    ASSISTANT,
    HEAD,
    LEAD,
    LEAD_WHO_IS_THE_PARENT,
    OFFICE,
    TEACHER,
    Person,
    Town,
)
from tests.records.behind import marks


def put(town: Town, by: Person, whom: Person, *groups: Group) -> Placed:
    viewer = town.viewer(by)
    with schools(town.oakfield):
        return set_groups(viewer, town.staff[whom.key], groups, why="New work")


def waits(town: Town) -> UUID:
    with schools(town.oakfield):
        [one] = proposals_waiting(town.oakfield)
    return one.proposal_id


def decide(town: Town, by: Person, doing: object, **said: str) -> None:
    viewer = town.viewer(by)
    with schools(town.oakfield):
        doing(viewer, waits(town), **said)  # type: ignore[operator]


def test_an_administrator_moves_people_between_ordinary_groups(town: Town) -> None:
    assert put(town, ADMINISTRATOR, ASSISTANT, Group.OFFICE) == Placed(changed=True)
    assert town.viewer(ASSISTANT).groups == {Group.OFFICE}


@pytest.mark.parametrize(
    "group",
    sorted(
        ruled.MATRIX.keys()
        & {Group.HEAD, Group.ASSISTANT_HEAD, Group.DSL, Group.DEPUTY, Group.SLT, Group.SENCO, Group.ADMIN}
    ),
)
def test_an_administrator_only_proposes_for_leaders_groups(group: Group, town: Town) -> None:
    assert put(town, ADMINISTRATOR, OFFICE, Group.OFFICE, group) == Placed(changed=False, proposed=(group,))
    assert town.viewer(OFFICE).groups == {Group.OFFICE}
    decide(town, LEAD, approve)
    assert town.viewer(OFFICE).groups == {Group.OFFICE, group}


def test_a_second_press_does_not_propose_twice(town: Town) -> None:
    put(town, ADMINISTRATOR, OFFICE, Group.OFFICE, Group.SLT)
    assert put(town, ADMINISTRATOR, OFFICE, Group.OFFICE, Group.SLT) == Placed(changed=False)


def test_the_head_puts_people_into_leaders_groups_at_once(town: Town) -> None:
    assert put(town, HEAD, TEACHER, Group.TEACHER, Group.DEPUTY, Group.SLT) == Placed(changed=True)


def test_a_lead_makes_a_deputy_at_once_but_neither_a_head_nor_an_administrator(town: Town) -> None:
    assert put(town, LEAD, TEACHER, Group.DEPUTY) == Placed(changed=True)
    assert put(town, LEAD, OFFICE, Group.OFFICE, Group.HEAD).proposed == (Group.HEAD,)
    assert put(town, LEAD, OFFICE, Group.OFFICE, Group.ADMIN).proposed == (Group.ADMIN,)


@pytest.mark.parametrize("who", [TEACHER, LEAD_WHO_IS_THE_PARENT, ASSISTANT])
def test_nobody_else_puts_anybody_anywhere(who: Person, town: Town) -> None:
    with pytest.raises(Refused, match="Only an administrator"):
        put(town, who, OFFICE, Group.TEACHER)


def test_an_administrator_gives_themselves_nothing(town: Town) -> None:
    assert put(town, ADMINISTRATOR, ADMINISTRATOR, Group.ADMIN, Group.TEACHER).proposed == (Group.TEACHER,)
    assert town.viewer(ADMINISTRATOR).groups == {Group.ADMIN}


def test_a_group_that_the_school_makes_wide_is_guarded_like_a_leaders_group(town: Town) -> None:
    office = MATRIX[Group.OFFICE]
    wide = replace(office, scope=Scope.WHOLE_SCHOOL, reads=frozenset({Default.ATTENDANCE}))
    assert not is_guarded(Group.OFFICE, office)
    with schools(town.oakfield):
        change_group(town.viewer(HEAD), Group.OFFICE, wide, seen=0, why="They ring home.")
    assert put(town, ADMINISTRATOR, ASSISTANT, Group.OFFICE).proposed == (Group.OFFICE,)


def test_nobody_decides_about_what_they_proposed_themselves(town: Town) -> None:
    put(town, LEAD, OFFICE, Group.OFFICE, Group.HEAD)
    with pytest.raises(Refused, match="proposed this yourself"):
        decide(town, LEAD, approve)
    decide(town, HEAD, approve)


def test_nobody_decides_about_themselves(town: Town) -> None:
    put(town, ADMINISTRATOR, LEAD, Group.DSL, Group.HEAD)
    with pytest.raises(Refused, match="about you"):
        decide(town, LEAD, approve)


@pytest.mark.parametrize("who", [ADMINISTRATOR, LEAD_WHO_IS_THE_PARENT, TEACHER])
def test_only_the_head_or_a_dsl_decides(who: Person, town: Town) -> None:
    put(town, LEAD, OFFICE, Group.OFFICE, Group.HEAD)
    with pytest.raises(Refused, match="The head or a DSL decides"):
        decide(town, who, approve)


def test_a_lead_who_signed_in_by_password_alone_does_not_decide(town: Town) -> None:
    put(town, ADMINISTRATOR, OFFICE, Group.OFFICE, Group.SLT)
    with schools(town.oakfield), pytest.raises(Refused, match="The head or a DSL decides"):
        approve(town.viewer(LEAD, elevated=False), waits(town))


def test_what_was_turned_down_changes_nothing_and_is_kept_with_its_reason(town: Town) -> None:
    put(town, ADMINISTRATOR, OFFICE, Group.OFFICE, Group.SLT)
    decide(town, HEAD, turn_down, said="Not yet.")
    assert town.viewer(OFFICE).groups == {Group.OFFICE}
    assert [mark.why for mark in marks(town, event="turned down")] == ["Not yet."]


def test_the_second_to_decide_is_told_that_it_is_decided(town: Town) -> None:
    put(town, ADMINISTRATOR, OFFICE, Group.OFFICE, Group.SLT)
    proposal = waits(town)
    decide(town, HEAD, turn_down, said="Not yet.")
    with schools(town.oakfield), pytest.raises(OutOfDate, match="decided about this already"):
        approve(town.viewer(LEAD), proposal)


def test_only_whoever_proposed_it_takes_it_back(town: Town) -> None:
    put(town, ADMINISTRATOR, OFFICE, Group.OFFICE, Group.SLT)
    with pytest.raises(Refused, match="Only whoever proposed"):
        decide(town, HEAD, take_back)
    decide(town, ADMINISTRATOR, take_back)
    with schools(town.oakfield):
        assert proposals_waiting(town.oakfield) == ()


def test_nobody_joins_who_has_left_meanwhile(town: Town) -> None:
    put(town, ADMINISTRATOR, OFFICE, Group.OFFICE, Group.SLT)
    with schools(town.oakfield):
        Staff.objects.filter(pk=town.staff["office"]).update(left_on="2026-11-01")
    with pytest.raises(NotSeen):
        decide(town, HEAD, approve)


def test_a_change_of_a_group_gives_what_the_two_of_them_hold_and_nothing_else(town: Town) -> None:
    office = MATRIX[Group.OFFICE]
    wanted = replace(office, powers=office.powers | {Power.SEE_LOOKS})
    with schools(town.oakfield):
        change_group(town.viewer(ADMINISTRATOR), Group.OFFICE, wanted, seen=0, why="x")
    with pytest.raises(Refused, match="The head has to decide"):
        decide(town, LEAD, approve)
    decide(town, HEAD, approve)
    assert Power.SEE_LOOKS in town.viewer(OFFICE).powers


def test_together_a_lead_and_an_administrator_give_what_each_holds(town: Town) -> None:
    office = MATRIX[Group.OFFICE]
    wanted = replace(
        office,
        powers=office.powers | {Power.IMPORT_ROLL},
        scope=Scope.WHOLE_SCHOOL,
        reads=frozenset({Default.ATTENDANCE}),
    )
    with schools(town.oakfield):
        change_group(town.viewer(ADMINISTRATOR), Group.OFFICE, wanted, seen=0, why="x")
    decide(town, LEAD, approve)
    with schools(town.oakfield):
        [change] = ruled.changes_of(town.oakfield, Group.OFFICE)
    assert (change.signed, change.approved) == ("Ian Cole, IT manager", "Helen Marsh, DSL")


def test_groups_are_set_up_without_rules_on_the_server_only(town: Town) -> None:
    with schools(town.oakfield), pytest.raises(Refused, match="command on the server only"):
        set_up_groups(town.viewer(HEAD), town.staff["ta"], [Group.DSL], why="x")


# Whom a school cannot do without.


def test_the_last_head_cannot_be_taken_out(town: Town) -> None:
    with pytest.raises(Refused, match="no head"):
        put(town, ADMINISTRATOR, HEAD, Group.TEACHER)


def test_the_last_lead_cannot_be_taken_out_and_the_last_but_one_can(town: Town) -> None:
    put(town, ADMINISTRATOR, LEAD_WHO_IS_THE_PARENT, Group.TEACHER)
    with schools(town.oakfield):
        Staff.objects.filter(pk=town.staff["lead_by_password"]).update(left_on="2026-11-01")
    with pytest.raises(Refused, match="no DSL or deputy"):
        put(town, ADMINISTRATOR, LEAD, Group.TEACHER)


def test_the_last_who_looks_after_accounts_cannot_be_taken_out(town: Town) -> None:
    with schools(town.oakfield):
        Staff.objects.filter(pk=town.staff["head"]).update(user=None)
    with pytest.raises(Refused, match="looks after accounts"):
        put(town, ADMINISTRATOR, ADMINISTRATOR, Group.OFFICE)


CHILD = uuid4()


def keeper(*groups: Group, barred: bool = False) -> Keeper:
    powers = frozenset[Power]().union(*(MATRIX[group].powers for group in groups))
    return Keeper(uuid4(), frozenset(groups), powers, frozenset({CHILD}) if barred else frozenset())


def test_the_last_unbarred_lead_cannot_leave() -> None:
    barred, free, head = keeper(Group.DSL, barred=True), keeper(Group.DEPUTY), keeper(Group.HEAD, barred=True)
    assert "barred" in (why_not_let_go([barred, free, head], free.staff_id) or "")
    assert why_not_let_go([barred, free, head], barred.staff_id) is None


def test_a_teacher_can_always_leave() -> None:
    teacher, lead, head = keeper(Group.TEACHER), keeper(Group.DSL), keeper(Group.HEAD)
    assert why_not_let_go([teacher, lead, head], teacher.staff_id) is None


def test_what_was_missing_before_stops_nobody() -> None:
    assert why_not_without([keeper(Group.TEACHER)], []) is None


def test_keepers_are_those_who_work_here_and_can_sign_in(town: Town) -> None:
    with schools(town.oakfield):
        Staff.objects.filter(pk=town.staff["slt"]).update(user=None)
        Staff.objects.filter(pk=town.staff["senco"]).update(left_on="2026-11-01")
        found = {one.staff_id: one for one in keepers_to_change(town.oakfield)}
    assert town.staff["slt"] not in found
    assert town.staff["senco"] not in found
    assert found[town.staff["parent"]].barred == {town.pupils["maisie"]}
    assert Power.ACCOUNTS in found[town.staff["admin"]].powers
