"""What may be written in a row for staff."""

import pytest

from heed.who.groups import Group
from tests.roll.reading_samples import (
    HEADER,
    KATIE,
    MAISIE,
    STAFF_HEADER,
    katie_with,
    only_staff,
    read,
    rows,
    told,
)

__all__ = ["read"]


@pytest.mark.parametrize(
    ("written", "group"),
    [
        *((word, Group.HEAD) for word in ("Head", "Head teacher", "headteacher", "Principal")),
        *(
            (word, Group.ASSISTANT_HEAD)
            for word in ("Assistant head", "assistant_head", "Assistant Headteacher")
        ),
        *((word, Group.DSL) for word in ("DSL", "D.S.L.", "Designated Safeguarding Lead")),
        *((word, Group.DEPUTY) for word in ("Deputy", "Deputy DSL", "DDSL")),
        *((word, Group.SLT) for word in ("SLT", "SLTs", "Senior leadership team")),
        *((word, Group.SENCO) for word in ("SENCo", "SENDCo", "Special educational needs co-ordinator")),
        *((word, Group.TEACHER) for word in ("Teacher", "Class teacher", "Teachers")),
        *((word, Group.TEACHING_ASSISTANT) for word in ("TA", "Teaching assistant", "HLTA")),
        *((word, Group.OFFICE) for word in ("Office", "office staff")),
        *(
            (word, Group.FAMILY_WORKER)
            for word in ("Family worker", "family_worker", "Family support worker")
        ),
        ("System administrator", Group.ADMIN),
    ],
)
def test_a_group_goes_by_the_words_schools_use(read, written, group):
    assert only_staff(read(katie_with("Groups", written))).groups == (group,)


def test_every_group_goes_by_its_own_words(read):
    everything = "; ".join(group.words for group in Group)
    assert only_staff(read(katie_with("Groups", everything))).groups == tuple(Group)


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("Governor", "“Governor” is not a group. Write one or more of: Head, Assistant head, DSL,"),
        ("DSL; Caretaker; Cook", "“Caretaker” and “Cook” are not groups. Write one or more of:"),
        ("Business manager", "“Business manager” is not a group."),
        (
            "Admin",
            "“Admin” can be the school office or the system administrator. Write Office or",
        ),
        ("Deputy head", "A deputy head is no group here. Write SLT or Assistant head, and Deputy DSL too"),
        (";;", "there is no group here. Write one or more of:"),
        ("", "nothing is written here. Write at least one group, such as Class teacher."),
    ],
)
def test_a_word_that_is_no_group_or_two_groups_is_told(read, written, words):
    [message] = told(read(katie_with("Groups", written)))
    assert message.startswith(f"Line 2, Groups: {words}")


@pytest.mark.parametrize(
    "written",
    [
        *("katie", "katie@oakfield", "@oakfield.example", "katie@oakfield.example, kl@oakfield.example"),
        *("Katie <katie@oakfield.example>", "ka tie@oakfield.example", "katie..l@oakfield.example"),
        *(
            "katie@@oakfield.example",
            "katie@-oakfield.example",
            "kätie@oakfield.example",
            "katie@oak.\u017fent",
        ),
        f"{'k' * 65}@oakfield.example",
    ],
)
def test_a_bad_address_is_told_and_not_repeated(read, written):
    [message] = told(read(katie_with("Staff email", written)))
    assert message.startswith("Line 2, Staff email: this is not an e-mail address.")
    assert written not in message


@pytest.mark.parametrize("written", ["Katie.O'Neill+dsl@mail.oakfield.example", "k@oak-field.example"])
def test_an_unusual_address_is_good(read, written):
    assert only_staff(read(katie_with("Staff email", written))).email == written.lower()


def test_a_role_that_is_not_written_is_that_of_the_first_group(read):
    assert only_staff(read(katie_with("Staff role", ""))).role == "Class teacher"


def test_a_name_may_stand_in_two_columns(read):
    text = rows(
        "First Name,Last Name,Email Address,Job Role,Group", "Katie,Lowther,kl@oakfield.example,Teacher,TA"
    )
    assert only_staff(read(text)).name == "Katie Lowther"


def test_in_a_list_of_staff_the_class_is_the_one_they_have(read):
    text = rows("Name,Email,Group,Class", "Katie Lowther,kl@oakfield.example,Teacher,Willow; Acorn;willow")
    assert only_staff(read(text)).classes == ("Willow", "Acorn")


def test_classes_run_together_with_a_comma_are_told(read):
    words = "Line 2, Classes: put a semicolon between classes, not a comma."
    assert told(read(katie_with("Classes", "Willow, Acorn"))) == [words]


def test_a_comma_is_good_in_the_name_of_a_class_that_children_are_in(read):
    child = MAISIE.replace("Willow", '"Year 3, 4"')
    katie = KATIE.replace("Willow", '"year 3, 4"')
    text = rows(f"{HEADER},{STAFF_HEADER}", child, f",,,,,,,,{katie}")
    assert read(text).staff[0].classes == ("Year 3, 4",)


@pytest.mark.parametrize("missing", ["Staff email", "Staff name"])
def test_staff_without_address_or_name_are_told(read, missing):
    [message] = told(read(katie_with(missing, "")))
    assert message.startswith(f"Line 2, {missing}: nothing is written here.")


def test_the_same_address_twice_is_told_and_never_merged(read):
    twice = rows(STAFF_HEADER, KATIE, KATIE.upper().replace("TEACHER", "TA"))
    words = "Line 3, Staff email: this address is on line 2 too. Keep one line for each person."
    assert words in told(read(twice))


def test_a_name_of_a_class_may_not_be_endless(read):
    assert "61 characters" in told(read(katie_with("Classes", f"Willow;{'W' * 61}")))[0]
