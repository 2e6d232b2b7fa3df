"""The rules of who is told, without a database."""

from dataclasses import replace
from uuid import UUID, uuid4

import pytest

from heed.access.matrix import MATRIX
from heed.alerts.kinds import State, Why
from heed.alerts.rules import STATES, who_is_told, why_not_mark_as_read
from heed.who.categories import EVERY, Default
from heed.who.groups import Group
from heed.who.viewer import Reach, Viewer
from tests.cast import NOW

SCHOOL, MAISIE = uuid4(), uuid4()
CONCERN, PROTECTION = frozenset({Default.CONCERN}), frozenset({Default.CHILD_PROTECTION})


def somebody(*groups: Group) -> Viewer:
    return Viewer(
        school_id=SCHOOL,
        staff_id=uuid4(),
        name="-".join(groups),
        role="",
        at=NOW,
        groups=frozenset(groups),
        reaches=tuple(Reach(MATRIX[group].reads, None) for group in groups),
    )


def barred(person: Viewer) -> Viewer:
    return replace(person, barred=frozenset({MAISIE}))


WRITER = somebody(Group.OFFICE)
LEAD, DEPUTY = somebody(Group.DSL), somebody(Group.DEPUTY)
HEAD, ASSISTANT_HEAD, SLT = somebody(Group.HEAD), somebody(Group.ASSISTANT_HEAD), somebody(Group.SLT)
TEACHER = somebody(Group.TEACHER)


def why_told(
    *people: Viewer,
    writer: Viewer = WRITER,
    categories: frozenset[int] = CONCERN,
    teachers: frozenset[UUID | None] = frozenset(),
) -> dict[str, Why]:
    told = who_is_told(people, writer, MAISIE, categories, teachers)  # type: ignore[arg-type]
    assert len({one.staff_id for one in told}) == len(told), "nobody is told twice"
    return {one.name: one.why for one in told}


def test_the_first_rule_that_fits_a_person_is_the_one_that_is_named() -> None:
    all_in_one = somebody(Group.DSL, Group.HEAD, Group.TEACHER)
    assert why_told(all_in_one, teachers=frozenset({all_in_one.staff_id})) == {all_in_one.name: Why.LEAD}
    teaching_leader = somebody(Group.SLT, Group.TEACHER)
    told = why_told(LEAD, teaching_leader, teachers=frozenset({teaching_leader.staff_id}))
    assert told[teaching_leader.name] is Why.SENIOR_LEADER


def test_senior_leaders_are_not_told_of_what_the_school_has_taken_from_their_group() -> None:
    narrowed = replace(SLT, reaches=(Reach(frozenset({Default.MEDICAL}), None),))
    assert why_told(LEAD, narrowed) == {LEAD.name: Why.LEAD}
    assert why_told(LEAD, narrowed, categories=frozenset({Default.MEDICAL}))[SLT.name] is Why.SENIOR_LEADER


def test_senior_leaders_who_may_read_about_protection_are_still_not_told_by_themselves() -> None:
    opened = replace(SLT, reaches=(Reach(EVERY, None),))
    assert why_told(LEAD, opened, categories=PROTECTION) == {LEAD.name: Why.LEAD}


def test_a_leader_of_some_children_is_told_of_those() -> None:
    of_others = replace(SLT, reaches=(Reach(EVERY, frozenset({uuid4()})),))
    of_maisie = replace(SLT, reaches=(Reach(EVERY, frozenset({MAISIE})),))
    assert why_told(of_others) == {}
    assert why_told(of_maisie) == {SLT.name: Why.SENIOR_LEADER}


def test_assistant_heads_are_senior_leaders() -> None:
    assert why_told(LEAD, ASSISTANT_HEAD)[ASSISTANT_HEAD.name] is Why.SENIOR_LEADER


@pytest.mark.parametrize(
    "group", [Group.SENCO, Group.TEACHING_ASSISTANT, Group.OFFICE, Group.FAMILY_WORKER, Group.ADMIN]
)
def test_other_groups_are_told_of_nothing_by_themselves(group: Group) -> None:
    assert why_told(LEAD, somebody(group)) == {"dsl": Why.LEAD}


def test_a_teacher_is_told_only_of_children_in_the_own_class() -> None:
    assert why_told(LEAD, TEACHER) == {"dsl": Why.LEAD}
    assert why_told(LEAD, TEACHER, teachers=frozenset({TEACHER.staff_id}))["teacher"] is Why.CLASS_TEACHER


@pytest.mark.parametrize("guarded", [Default.CHILD_PROTECTION, Default.LEADER_WELFARE])
def test_a_class_teacher_is_not_told_of_what_is_read_elevated_only(guarded: Default) -> None:
    told = why_told(LEAD, TEACHER, categories=CONCERN | {guarded}, teachers=frozenset({TEACHER.staff_id}))
    assert "teacher" not in told


def test_the_writer_is_never_told_of_the_own_entry() -> None:
    assert why_told(LEAD, DEPUTY, HEAD, writer=LEAD) == {"deputy": Why.LEAD, "head": Why.SENIOR_LEADER}


@pytest.mark.parametrize("kept_from", ["barred", "locked_out"])
def test_nobody_who_is_kept_from_the_child_is_told(kept_from: str) -> None:
    away = replace(DEPUTY, **{kept_from: frozenset({MAISIE})})
    of_another_child = replace(SLT, **{kept_from: frozenset({uuid4()})})
    assert set(why_told(LEAD, away, of_another_child)) == {"dsl", "slt"}


def test_when_no_lead_is_free_every_head_is_told_instead_and_once() -> None:
    told = why_told(barred(LEAD), HEAD, somebody(Group.HEAD, Group.SLT), SLT, ASSISTANT_HEAD)
    assert told == {
        "head": Why.HEAD_INSTEAD,
        "head-slt": Why.HEAD_INSTEAD,
        "slt": Why.SENIOR_LEADER,
        "assistant_head": Why.SENIOR_LEADER,
    }


def test_when_no_lead_is_free_the_head_is_told_of_child_protection_too() -> None:
    assert why_told(barred(LEAD), HEAD, SLT, categories=PROTECTION) == {"head": Why.HEAD_INSTEAD}


def test_a_head_who_is_kept_from_the_child_is_not_told_instead() -> None:
    assert why_told(barred(LEAD), barred(HEAD), categories=PROTECTION) == {}


def test_a_head_who_writes_is_not_told_instead_of_the_own_entry() -> None:
    assert why_told(barred(LEAD), HEAD, writer=HEAD, categories=PROTECTION) == {}


def test_with_one_free_lead_the_head_is_not_told_instead() -> None:
    assert why_told(barred(LEAD), DEPUTY, HEAD, categories=PROTECTION) == {"deputy": Why.LEAD}


def test_a_waiting_alert_can_be_read_and_either_can_be_told_again() -> None:
    assert STATES == {
        State.WAITING: {
            "mark as read": State.READ,
            "tell again": State.WAITING,
            "hand on": State.HANDED_ON,
        },
        State.READ: {"tell again": State.WAITING},
        State.HANDED_ON: {"mark as read": State.READ, "tell again": State.WAITING},
    }


def test_only_the_person_alerted_marks_an_alert_and_only_once() -> None:
    helen = LEAD.staff_id
    assert helen is not None
    assert why_not_mark_as_read(LEAD, helen, State.WAITING) is None
    assert "marked as read already" in (why_not_mark_as_read(LEAD, helen, State.READ) or "")
    assert "Only the person who was alerted" in (why_not_mark_as_read(DEPUTY, helen, State.WAITING) or "")


@pytest.mark.parametrize("why", Why)
def test_every_reason_has_words_for_others_and_for_the_person(why: Why) -> None:
    assert why.words
    assert why.to_you.startswith("You are told")
