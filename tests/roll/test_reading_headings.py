"""What schools' systems call the columns."""

import pytest

from heed.roll.reading.columns import column_called
from tests.roll.reading_samples import HEADER, MAISIE, MAISIE_UPN, OMAR, only_child, read, rows, told

__all__ = ["read"]


@pytest.mark.parametrize(
    ("heading", "column"),
    [
        *((name, "Legal surname") for name in ("Legal Surname", "SURNAME", "Last Name", "legal_surname")),
        *((name, "Legal forename") for name in ("Forename", "First Name", "Legal Forename(s)", "Given name")),
        *((name, "Preferred forename") for name in ("Preferred Name", "Known as", "preferred first-name")),
        *((name, "Date of birth") for name in ("DOB", "D.O.B.", "Date Of Birth:", " date  of birth ")),
        *((name, "Year") for name in ("NC Year", "Year Group", "NCyearActual", "Year group*")),
        *((name, "Class") for name in ("Reg Group", "Tutor Group", "Form/Tutor Group", "Class Name")),
        *((name, "Sex") for name in ("Gender", "sex")),
        *(
            (name, "Contact 2 phone")
            for name in ("Contact 2 phone", "contact2 mobile", "Parent/Carer 2 Telephone")
        ),
        *(
            (name, "Contact 1 name")
            for name in ("Contact 1: Name", "Contact name 1", "Emergency contact 1 full name")
        ),
        *(
            (name, None)
            for name in ("Former UPN", "Middle name(s)", "Contact 7 name", "Contact 0 name", "Contact", "")
        ),
        *(
            (name, None)
            for name in ("Contact 1 name 2", "Contact name", "House", "Email", "Contact 1 shoe size")
        ),
    ],
)
def test_a_heading_is_known_however_it_is_spelt(heading, column):
    assert column_called(heading) == column


@pytest.mark.parametrize(
    "header",
    [
        "UPN,Legal Forename,Legal Surname,Preferred Name,Date of Birth,Year Group,Reg Group,Gender",
        "upn,FIRST NAME,LAST NAME,known as,dob,nc year,tutor group,sex",
        "Unique Pupil Number,Forename,Surname,Preferred forename,D.O.B.,Yr,Class Name,Gender",
    ],
)
def test_the_headers_of_three_systems_read_the_same(read, header):
    assert only_child(read(rows(header, MAISIE))) == only_child(read(rows(HEADER, MAISIE)))


def test_columns_may_stand_in_any_order(read):
    backwards = [",".join(reversed(line.split(","))) for line in (HEADER, MAISIE)]
    assert only_child(read(rows(*backwards))) == only_child(read(rows(HEADER, MAISIE)))


def test_columns_that_are_not_used_are_listed_and_may_hold_anything(read):
    reading = read(rows(f"Eye colour,{HEADER},Notes,Notes", f"blue,{MAISIE},{'x' * 5000},Ã©"))
    assert only_child(reading).given == "Maisie"
    assert reading.ignored == ("Eye colour", "Notes", "Notes")


def test_beside_a_legal_surname_a_bare_surname_is_the_one_in_use(read):
    header = "Legal forename,Legal surname,Surname,DOB,Year,Class,Sex"
    child = only_child(read(rows(header, "Margaret,Thornton,Webb,14/03/2017,4,Willow,F")))
    assert (child.legal_family, child.family) == ("Thornton", "Webb")


def test_heeds_own_word_for_a_column_beats_another_systems(read):
    reading = read(rows(f"{HEADER},Gender", f"{MAISIE},M"))
    assert only_child(reading).sex == "F"
    assert reading.ignored == ("Gender",)


@pytest.mark.parametrize(
    ("extra", "words"),
    [
        ("UPN", "Line 1, UPN: 2 columns could be this one: “UPN” and “UPN”. Keep one and call it UPN."),
        ("year", "Line 1, Year: 2 columns could be this one: “Year” and “year”. Keep one and call it Year."),
    ],
)
def test_a_column_that_stands_twice_is_told(read, extra, words):
    assert told(read(rows(f"{HEADER},{extra}", f"{MAISIE},"))) == [words]


def test_two_columns_that_could_both_be_the_class_are_told(read):
    header = HEADER.replace("Class", "Reg Group")
    messages = told(read(rows(f"{header},Tutor Group", f"{MAISIE},4W")))
    words = "2 columns could be this one: “Reg Group” and “Tutor Group”. Keep one and call it Class."
    assert messages == [f"Line 1, Class: {words}"]


@pytest.mark.parametrize(
    "column", ["Legal forename", "Legal surname", "Date of birth", "Year", "Class", "Sex"]
)
def test_a_column_that_must_be_there_is_asked_for_once(read, column):
    place = HEADER.split(",").index(column)
    lines = [line.split(",") for line in (HEADER, MAISIE, OMAR)]
    text = rows(*(",".join(cell for at, cell in enumerate(line) if at != place) for line in lines))
    assert told(read(text)) == [f"Line 1, {column}: no column has this heading. Add it to the file."]


def test_a_file_without_a_header_is_told_without_repeating_its_first_child(read):
    reading = read(rows(MAISIE, OMAR))
    [message] = told(reading)
    assert message.startswith("Line 1: the first line must say what the columns are, and this one does not.")
    assert "Maisie" not in message
    assert reading.ignored == ()


def test_a_title_above_the_header_is_told(read):
    assert told(read(rows("Pupil list,,,,,,,", HEADER, MAISIE)))[0].startswith(
        "Line 1: the first line must say"
    )


def test_in_a_list_of_children_an_e_mail_is_the_childs_and_is_not_used(read):
    reading = read(rows(f"{HEADER},Email Address,Classes", f"{MAISIE},maisie@pupils.example,4W"))
    assert only_child(reading).upn == MAISIE_UPN
    assert reading.ignored == ("Email Address", "Classes")
