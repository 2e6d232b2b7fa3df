"""A pasted list of staff: every line is read or named, and what could not be read stays in the box."""

from typing import Any

import pytest
from django.test import Client

from heed.access.models import Holding
from heed.accounts.models import Letter
from heed.people.staff.pasted import read_list
from heed.staff.models import Staff
from heed.tenancy.scope import schools
from heed.who.groups import Group
from tests.cast import ADMINISTRATOR, Town
from tests.incidents.page import Page

TEN = """\
Name, Email, Role
Ann Moss, a.moss@oakfield.example, Clerk, Office
Pat Lee\tp.lee@oakfield.example\tTeaching assistant
Kim Dow; k.dow@oakfield.example; Class teacher; Teacher + TA
Sue Law, s.law@oakfield, Teacher

Joe Bly <j.bly@oakfield.example>, Teacher
"Ada Reed", <a.reed@oakfield.example>, Family worker
Bo Lee, b.lee@oakfield.example, SENCo
Cy Fox, C.Fox@Oakfield.example, Teacher
Di Hay, d.hay@oakfield.example, Lunch supervisor
Ed Ray, teacher@oakfield.example, Teacher
"""


def read(text: str) -> dict[str, Any]:
    lines = read_list(text, here=["teacher@oakfield.example"])
    return {line.new.name if line.new else f"{line.number}": line for line in lines}


def test_lines_are_read_as_they_come() -> None:
    found = read(TEN)
    assert {name: sorted(line.new.groups) for name, line in found.items() if line.new} == {
        "Ann Moss": [Group.OFFICE],
        "Pat Lee": [Group.TEACHING_ASSISTANT],
        "Kim Dow": [Group.TEACHING_ASSISTANT, Group.TEACHER],
        "Ada Reed": [Group.FAMILY_WORKER],
        "Bo Lee": [],
        "Cy Fox": [Group.TEACHER],
        "Di Hay": [],
    }
    assert found["Cy Fox"].new.email == "c.fox@oakfield.example"
    assert found["Kim Dow"].new.role == "Class teacher"


def test_each_line_that_cannot_be_read_says_why() -> None:
    faults = {line.number: line.fault for line in read(TEN).values() if line.fault}
    assert sorted(faults) == [5, 7, 12]
    assert faults[5].startswith("This is not an e-mail address.")
    assert faults[7].startswith("Write the name first, then the address, then the role")
    assert faults[12] == "Somebody here, or in a line above, has this address already."


def test_what_is_left_out_is_said() -> None:
    found = read(TEN)
    assert found["Bo Lee"].note == (
        "SENCo: not given here. Propose it under Groups; the head or a DSL approves."
    )
    assert found["Di Hay"].note == "In no group yet: they can do nothing until they are."


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Ann Moss", "There is no email address in this line."),
        ("Ann Moss, a@x.example, b@x.example", "There are two email addresses in this line."),
        ("a@x.example, Ann Moss, Clerk", "Write the name first"),
        ("Ann Moss, a@x.example", "Write what they are here"),
        ("Ann Moss, a@x.example, Clerk, Wizard", "“Wizard” is not a group."),
        (
            "Ann Moss, a@x.example, Clerk, Admin",
            "“Admin” can be the school office or the system administrator.",
        ),
        ("A" * 201 + ", a@x.example, Clerk", "This name is longer than 200 characters."),
        ("Ann Moss, a@x.example, " + "C" * 201, "This role is longer than 200 characters."),
    ],
)
def test_a_fault_is_in_words_for_whoever_pasted_it(line: str, said: str) -> None:
    [found] = read_list(line, here=[])
    assert found.new is None
    assert said in str(found.fault)


def test_the_same_address_twice_in_a_list_is_one_person() -> None:
    first, second = read_list("A B, a@x.example, TA\nC D, A@x.example, TA", here=[])
    assert first.new
    assert second.fault


def presses(town: Town, do: str, text: str = TEN, **more: str) -> tuple[Client, Page]:
    client = town.client(ADMINISTRATOR)
    return client, Page(client.post("/people/paste/", {"people": text, "invite": "on", "do": do, **more}))


def names(town: Town) -> set[str]:
    with schools(town.oakfield):
        return set(Staff.objects.values_list("name", flat=True))


def test_checking_adds_nobody_and_keeps_every_letter(town: Town) -> None:
    before = names(town)
    _, page = presses(town, "check")
    assert page.status == 200
    assert "7 can be added, 3 cannot be read" in page.body
    assert page.typed("people").replace("\r\n", "\n").strip() == TEN.strip()
    assert names(town) == before
    assert not Letter.objects.exists()


def test_adding_adds_what_can_be_read_and_leaves_the_rest_in_the_box(town: Town) -> None:
    before = names(town)
    client, page = presses(town, "add")
    assert names(town) - before == {
        *("Ann Moss", "Pat Lee", "Kim Dow", "Ada Reed", "Bo Lee", "Cy Fox", "Di Hay"),
    }
    assert "Seven people are added." in page.body
    assert page.typed("people").strip().splitlines() == [
        "Sue Law, s.law@oakfield, Teacher",
        "Joe Bly <j.bly@oakfield.example>, Teacher",
        "Ed Ray, teacher@oakfield.example, Teacher",
    ]
    assert Letter.objects.count() == 7
    mended = "Sue Law, s.law@oakfield.example, Teacher"
    answer = client.post("/people/paste/", {"people": mended, "do": "add"})
    assert answer["Location"] == "/people/?added"
    assert Letter.objects.count() == 7, "without the tick nobody is invited"


def test_nobody_gets_a_leaders_group_by_a_list(town: Town) -> None:
    presses(town, "add", "Bo Lee, b.lee@oakfield.example, DSL, DSL; Teacher")
    with schools(town.oakfield):
        held = Holding.objects.filter(staff__name="Bo Lee").values_list("group", flat=True)
        assert set(held) == {Group.TEACHER}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "Paste or write at least one line."),
        ("\u200b", "Paste or write at least one line."),
        ("x\n" * 501, "This is more than 500 lines."),
    ],
)
def test_nothing_and_too_much_are_said_beside_the_box(text: str, said: str, town: Town) -> None:
    _, page = presses(town, "add", text)
    assert page.status == 422
    assert said in page.errors["people"]
