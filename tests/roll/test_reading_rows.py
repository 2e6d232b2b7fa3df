"""Whose row it is, and the same person twice."""

import pytest

from tests.roll.reading_samples import (
    HEADER,
    KATIE,
    MAISIE,
    MAISIE_UPN,
    OMAR,
    STAFF_HEADER,
    read,
    rows,
    told,
    upn,
)

__all__ = ["read"]

BOTH = f"{HEADER},{STAFF_HEADER}"
CHILD = f"{MAISIE},,,,,"
STAFF = f",,,,,,,,{KATIE}"


def test_a_row_is_a_childs_by_its_birthday_and_for_staff_by_its_address(read):
    reading = read(rows(BOTH, CHILD, STAFF))
    assert reading.faults == ()
    assert (len(reading.children), len(reading.staff)) == (1, 1)


@pytest.mark.parametrize("kind", ["Child", "PUPIL", "student"])
def test_a_row_says_itself_that_it_is_a_childs(read, kind):
    assert len(read(rows(f"Kind,{HEADER}", f"{kind},{MAISIE}")).children) == 1


def test_a_kind_that_is_neither_is_told(read):
    text = rows(f"Kind,{HEADER}", f"Parent,{MAISIE}")
    assert told(read(text)) == ["Line 2, Kind: this is neither. Write Child or Staff."]


def test_a_row_that_could_be_either_is_told(read):
    words = "Line 2: this could be a child or staff. Write a child's date of birth, or a staff e-mail."
    assert told(read(rows(BOTH, ",Omar,Nasser,,,3,Acorn,M,,,,,"))) == [words]


def test_a_row_that_is_both_is_told(read):
    words = "Line 2: this row has a staff e-mail and a child's date of birth or UPN. Make two rows of it."
    assert told(read(rows(BOTH, f"{MAISIE},{KATIE}"))) == [words]


def test_a_child_has_no_groups_and_staff_have_no_year(read):
    child = f"Child,{MAISIE},,,,DSL,"
    staff = f"Staff,,,,,,4,,,{KATIE}"
    assert [(fault.line, fault.column) for fault in read(rows(f"Kind,{BOTH}", child, staff)).faults] == [
        (2, "Groups"),
        (3, "Year"),
    ]


def test_staff_are_named_without_any_column_for_staff(read):
    messages = told(read(rows(f"Kind,{HEADER}", "Staff,,Katie,Lowther,,,,,")))
    assert "Line 1, Staff email: no column has this heading. Add it to the file." in messages


def test_the_same_upn_twice_is_told(read):
    other = f"{MAISIE_UPN},Ann,Smith,,15/03/2017,4,Willow,F"
    words = "Line 3, UPN: this UPN is on line 2 too. Keep one line for each person."
    assert told(read(rows(HEADER, MAISIE, other))) == [words]


@pytest.mark.parametrize("again", [OMAR, ",OMAR,Nässer,,2018-09-02,3,Elm,M", f"{MAISIE_UPN}{OMAR}"])
def test_the_same_child_twice_is_told_by_name_and_birthday(read, again):
    [message] = told(read(rows(HEADER, OMAR, again)))
    assert message.startswith("Line 3: the child on line 2 has the same legal name and date of birth.")


def test_two_children_with_one_name_and_birthday_are_two_when_their_upns_say_so(read):
    twin = MAISIE.replace(MAISIE_UPN, upn("214414322023"))
    assert len(read(rows(HEADER, MAISIE, twin)).children) == 2


def test_one_class_in_two_spellings_is_one_class(read):
    reading = read(rows(HEADER, MAISIE, OMAR.replace("Acorn", "WILLOW")))
    assert [child.class_name for child in reading.children] == ["Willow", "Willow"]


def test_every_fault_of_the_file_is_told_from_the_top_down(read):
    lines = ["A1,,Thornton,,31/02/2017,17,Willow,Q", MAISIE, ",Omar,,,3/20/05,3,Acorn,M"]
    assert [(fault.line, fault.column) for fault in read(rows(HEADER, *lines)).faults] == [
        (2, "Date of birth"),
        (2, "Year"),
        (2, "Sex"),
        (2, "Legal forename"),
        (2, "UPN"),
        (4, "Date of birth"),
        (4, "Legal surname"),
    ]


def test_no_message_holds_a_name_even_when_every_cell_has_slipped_by_one(read):
    slipped = ",".join([MAISIE.split(",")[-1], *MAISIE.split(",")[:-1]])
    backwards = ",".join(reversed(MAISIE.split(",")))
    both = " ".join(told(read(rows(HEADER, slipped, backwards))))
    assert not any(name in both for name in ("Margaret", "Thornton", "Maisie"))
