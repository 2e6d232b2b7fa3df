"""Why somebody can, or cannot, see something; what somebody sees; never more than the one who asks may see."""

import re
from typing import Any

import pytest

from heed.access.actions import bar, lock
from heed.records.actions import bar_from_entry
from heed.tenancy.scope import schools
from heed.who.categories import Default
from tests.cast import (
    ADMINISTRATOR,
    HEAD,
    LEAD,
    LEAD_WHO_IS_THE_PARENT,
    OFFICE,
    SENIOR_LEADER,
    TEACHER,
    Person,
    Town,
)
from tests.guarding.pages import text, words
from tests.records.behind import marks


def ask(town: Town, about: Person, number: int | str = 1, *, by: Person = LEAD, **more: Any) -> str:
    """What the page answers."""
    form = {"staff_id": str(town.staff[about.key]), "number": str(number), **more}
    return words(town.client(by).post("/guarding/why/", form))


def test_why_a_class_teacher_cannot(town: Town) -> None:
    town.entry(LEAD, "kacper", [Default.CHILD_PROTECTION])
    said = ask(town, TEACHER)
    assert (
        "Katie Lowther cannot read entry 1: it is in Child protection, which none of their groups reads"
        in said
    )
    assert "and nobody told them of it" in said


def test_why_a_leader_can(town: Town) -> None:
    town.entry(TEACHER, "maisie")
    said = ask(town, SENIOR_LEADER)
    assert "Grace Adeyemi can read entry 1, through their groups and with their second step." in said
    assert "Yes, as senior leader" in said


def test_why_somebody_told_can_and_until_when(town: Town) -> None:
    town.entry(SENIOR_LEADER, "kacper")
    said = ask(town, TEACHER)
    assert "Katie Lowther can read entry 1, because told of it, and not read yet" in said
    assert "Ends 30 days after reading" in said


def test_with_a_password_alone_it_may_be_another_answer(town: Town) -> None:
    town.entry(SENIOR_LEADER, "kacper", [Default.CHILD_PROTECTION])
    assert "With a password alone: Helen Marsh cannot read entry 1" in ask(town, LEAD, by=HEAD) or (
        "read this category only with their second step" in ask(town, LEAD, by=HEAD)
    )


@pytest.mark.parametrize(
    ("tie", "says"),
    [
        ("bar", "they are kept from this child"),
        ("entry bar", "they are kept from this entry"),
        ("lock", "this child’s record is locked, and they are not named"),
    ],
)
def test_what_keeps_somebody_out_is_said_to_a_dsl(tie: str, says: str, town: Town) -> None:
    item, by = town.entry(TEACHER, "zoe"), town.viewer(LEAD)
    with schools(town.oakfield):
        {
            "bar": lambda: bar(by, town.staff["slt"], town.pupils["zoe"], why="conflict"),
            "entry bar": lambda: bar_from_entry(by, item, town.staff["slt"], why="named"),
            "lock": lambda: lock(by, town.pupils["zoe"], named=[town.staff["lead"]]),
        }[tie]()
    assert f"Grace Adeyemi cannot read entry 1: {says}" in ask(town, SENIOR_LEADER)


def test_a_dsl_who_is_kept_out_learns_nothing_by_asking(town: Town) -> None:
    town.entry(TEACHER, "maisie")
    asked = ask(town, SENIOR_LEADER, 1, by=LEAD_WHO_IS_THE_PARENT)
    missing = ask(town, SENIOR_LEADER, 999, by=LEAD_WHO_IS_THE_PARENT)
    assert "There is no such entry or child for you to see" in asked
    assert asked.replace('"1"', "") == missing.replace('"999"', "")


def test_about_a_child(town: Town) -> None:
    said = ask(town, TEACHER, "", pupil_id=str(town.pupils["maisie"]))
    assert "Katie Lowther can open Maisie Thornton’s record, once signed in with their second step." in said
    assert "Child protection No group reads it" in said
    assert "Katie Lowther cannot open Zoë" in ask(town, TEACHER, "", pupil_id=str(town.pupils["zoe"]))
    assert "they are kept from this child" in ask(
        town, LEAD_WHO_IS_THE_PARENT, "", pupil_id=str(town.pupils["maisie"])
    )


def test_an_administrator_is_told_of_groups_and_of_no_child(town: Town) -> None:
    town.entry(TEACHER, "maisie")
    said = ask(town, TEACHER, "", by=ADMINISTRATOR)
    assert "Katie Lowther reads through their groups what stands below, of 2 children" in said
    for typed in ({"number": 1}, {"number": "", "pupil_id": str(town.pupils["maisie"])}):
        assert "Only DSLs and the head ask about a child or an entry" in ask(
            town, TEACHER, by=ADMINISTRATOR, **typed
        )
    everything = (
        town.client(ADMINISTRATOR).get(f"/guarding/why/?child={town.pupils['maisie']}").content.decode()
    )
    assert "Maisie" not in everything


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ({"staff_id": ""}, "Choose a colleague."),
        ({"number": "forty"}, "This is not a number."),
        ({"number": "12345678901234567890"}, "This is not a number."),
        ({"number": "7"}, "There is no such entry"),
        ({"staff_id": "00000000-0000-7000-8000-000000000000"}, "nobody of that name works here"),
    ],
)
def test_what_cannot_be_asked_is_said(typed: dict[str, str], says: str, town: Town) -> None:
    form = {"staff_id": str(town.staff["teacher"]), "number": "", **typed}
    answer = town.client(LEAD).post("/guarding/why/", form)
    assert answer.status_code == 422 or "reads through" in words(answer)
    assert says in words(answer)


def sees(town: Town, who: Person, *, by: Person = LEAD) -> str:
    return text(town.client(by), f"/guarding/sees/{town.staff[who.key]}/")


def test_what_a_class_teacher_sees(town: Town) -> None:
    town.entry(SENIOR_LEADER, "kacper")
    town.entry(LEAD, "kacper", [Default.CHILD_PROTECTION])
    town.entry(OFFICE, "zoe")
    said = sees(town, TEACHER)
    assert "With the second step 1 entry, 2 children on the roll" in said
    assert "With a password alone 1 entry" in said
    assert "Kacper Nowicki" in said


def test_the_preview_never_shows_more_than_the_asking_dsl_may_see(town: Town) -> None:
    town.entry(SENIOR_LEADER, "maisie")
    assert "Maisie" in sees(town, TEACHER)
    assert "Maisie" not in sees(town, TEACHER, by=LEAD_WHO_IS_THE_PARENT)
    assert "With the second step 0 entries, 1 child on the roll" in sees(
        town, TEACHER, by=LEAD_WHO_IS_THE_PARENT
    )


def test_a_preview_is_a_look_of_the_dsl_and_of_nobody_else(town: Town) -> None:
    sees(town, TEACHER)
    (mark,) = marks(town, event="looked at what somebody sees")
    assert (mark.staff_id, mark.about_id) == (town.staff["lead"], town.staff["teacher"])
    assert not re.search("Kacper|Maisie", f"{mark.why}{mark.name}")
