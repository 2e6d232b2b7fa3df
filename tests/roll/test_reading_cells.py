"""What may be written in one cell of a child's row, and what is said of what may not."""

from datetime import date

import pytest

from tests.roll.reading_samples import MAISIE_UPN, TODAY, maisie_with, only_child, read, told, upn

__all__ = ["read"]


@pytest.mark.parametrize(
    "written",
    [
        *("14/03/2017", "14/3/2017", "14-03-2017", "14.03.2017", "2017-03-14", "2017/03/14"),
        *("14 Mar 2017", "14 March 2017", "14-Mar-2017", "14th march 2017", " 14/03/2017 "),
        *("2017-03-14 00:00:00", "2017-03-14T00:00:00.000", "14/03/2017 00:00", "14/03/2017 0:00"),
    ],
)
def test_a_birthday_may_be_written_in_any_plain_way(read, written):
    assert only_child(read(maisie_with("Date of birth", written))).born_on == date(2017, 3, 14)


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("31/02/2017", "31/02/2017 is not a date. Write it as 14/03/2017."),
        ("", "nothing is written here. Write it as 14/03/2017."),
        ("3/20/05", "3/20/05 can be read in more than one way. Write the year in full: 14/03/2017."),
        ("03/04/17", "03/04/17 can be read in more than one way. Write the year in full: 14/03/2017."),
        ("14-Mar-17", "14-Mar-17 can be read in more than one way. Write the year in full: 14/03/2017."),
        ("03/20/2017", "03/20/2017 has the month first. Write the day first in every row, as in 14/03/2017."),
        ("24/11/2026", "24/11/2026 has not come yet. Check the year."),
        ("22/11/2000", "22/11/2000 would make this child older than 25. Check the year."),
        ("14/03/0017", "14/03/0017 would make this child older than 25. Check the year."),
        ("42808", "42808 is not a date. Write it as 14/03/2017."),
        ("14/03-2017", "14/03-2017 is not a date. Write it as 14/03/2017."),
        ("0000-00-00", "0000-00-00 is not a date. Write it as 14/03/2017."),
        ("Thornton", "what is written here is not a date. Write it as 14/03/2017."),
        ("14 Maisie 2017", "what is written here is not a date. Write it as 14/03/2017."),
        ("१४/०३/२०१७", "what is written here is not a date. Write it as 14/03/2017."),
    ],
)
def test_a_birthday_that_cannot_be_is_told_with_its_line_and_column(read, written, words):
    assert told(read(maisie_with("Date of birth", written))) == [f"Line 2, Date of birth: {words}"]


@pytest.mark.parametrize("born_on", [TODAY, date(2000, 11, 24)])
def test_a_child_born_today_and_one_who_is_25_are_children(read, born_on):
    assert only_child(read(maisie_with("Date of birth", born_on.isoformat()))).born_on == born_on


@pytest.mark.parametrize(
    ("written", "year"),
    [
        *((word, -1) for word in ("N", "Nursery", "N1", "nursery 2", "FS1", "-1")),
        *((word, 0) for word in ("R", "Reception", "YR", "Year R", "rec", "0", "FS2")),
        *((word, 4) for word in ("4", "04", "Y4", "Yr 4", "year 4", "YEAR  4", "NC Year 4")),
        *((word, 13) for word in ("13", "Year 13")),
    ],
)
def test_a_year_may_be_written_in_any_way_schools_write_it(read, written, year):
    assert only_child(read(maisie_with("Year", written))).year == year


@pytest.mark.parametrize(
    ("written", "start"),
    [
        ("14", "“14” is not a year group."),
        ("3/4", "“3/4” is not a year group."),
        ("4.0.1", "“4.0.1” is not a year group."),
        ("Willow", "what is written here is not a year group."),
        ("", "nothing is written here."),
    ],
)
def test_a_year_that_is_none_is_told(read, written, start):
    words = f"Line 2, Year: {start} Write Nursery, Reception, or a number from 1 to 13."
    assert told(read(maisie_with("Year", written))) == [words]


@pytest.mark.parametrize(
    ("written", "sex"),
    [("f", "F"), ("Female", "F"), ("M", "M"), ("MALE", "M"), ("x", "X"), ("U", "X"), ("Not known", "X")],
)
def test_sex_is_as_the_school_says_it(read, written, sex):
    assert only_child(read(maisie_with("Sex", written))).sex == sex


@pytest.mark.parametrize(
    ("written", "start"),
    [
        ("B", "“B” is not one of the three."),
        ("Bo", "what is written here is not one of the three."),
        ("", "nothing is written here."),
    ],
)
def test_sex_that_cannot_be_read_is_told(read, written, start):
    words = f"Line 2, Sex: {start} Write F, M, or X for unknown or other."
    assert told(read(maisie_with("Sex", written))) == [words]


@pytest.mark.parametrize(
    "number", [MAISIE_UPN, f" {MAISIE_UPN.lower()} ", f"{MAISIE_UPN[:4]} {MAISIE_UPN[4:8]} {MAISIE_UPN[8:]}"]
)
def test_a_upn_is_read_trimmed_and_in_capitals(read, number):
    assert only_child(read(maisie_with("UPN", number))).upn == MAISIE_UPN


@pytest.mark.parametrize(
    "number", [upn("21410931009Q"), upn("838548010855"), upn("66010931009A"), upn("999100109038")]
)
def test_a_temporary_upn_a_new_authority_and_a_welsh_one_are_good(read, number):
    assert only_child(read(maisie_with("UPN", number))).upn == number


def test_a_child_may_be_without_a_upn(read):
    assert only_child(read(maisie_with("UPN", ""))).upn is None


@pytest.mark.parametrize(
    ("number", "start"),
    [
        (MAISIE_UPN[:-1], f"“{MAISIE_UPN[:-1]}” has 12 characters and a UPN has 13."),
        (
            f"A{MAISIE_UPN[1:]}",
            f"“A{MAISIE_UPN[1:]}” has a slip in it: its first letter does not fit the rest.",
        ),
        ("I214414322022", "“I214414322022” is not a UPN: one letter,"),
        ("B2144143O2022", "“B2144143O2022” is not a UPN: one letter,"),
        ("B21441432202S", "“B21441432202S” is not a UPN: one letter,"),
        ("Maisie", "what is written here has 6 characters and a UPN has 13."),
        ("ThorntonMaisy", "what is written here is not a UPN: one letter,"),
    ],
)
def test_a_upn_with_a_slip_in_it_is_told(read, number, start):
    [message] = told(read(maisie_with("UPN", number)))
    assert message.startswith(f"Line 2, UPN: {start}")
    assert message.endswith("Copy it again from the school's system, or leave the cell empty.")


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("  Anna   Maria ", "Anna Maria"),
        ("Zoe\u0308", "Zoë"),
        ("Jean-Luc", "Jean-Luc"),
        ("D’Arcy", "D’Arcy"),
        ("N'Golo", "N'Golo"),
        ("\u200bMai\u00adsie\ufeff\u202e\x07", "Maisie"),
        ("Mai\u200dsie", "Maisie"),
        ("Anna\u00a0Maria", "Anna Maria"),
        ("علی\u200cرضا", "علی\u200cرضا"),
        ("李", "李"),
    ],
)
def test_a_name_is_kept_as_typed_without_what_nobody_typed(read, written, kept):
    assert only_child(read(maisie_with("Legal forename", written))).legal_given == kept


@pytest.mark.parametrize(
    ("written", "words"),
    [
        ("", "nothing is written here. Write the child's legal surname."),
        ("\u200b", "nothing is written here. Write the child's legal surname."),
        ("--", "this is not a name. Write the child's legal surname."),
        ("a" * 101, "this has 101 characters. Write no more than 100."),
        (
            "O\ufffdNeill",
            "letters with accents were spoilt when the file was saved. Export it again as UTF-8.",
        ),
        ("GarcÃ©s", "letters with accents were spoilt when the file was saved. Export it again as UTF-8."),
    ],
)
def test_a_name_that_cannot_be_read_is_told_without_the_name(read, written, words):
    assert told(read(maisie_with("Legal surname", written))) == [f"Line 2, Legal surname: {words}"]


@pytest.mark.parametrize(
    ("column", "value", "words"),
    [
        ("Contact 1 email", "helen at post", "this is not an e-mail address."),
        ("Contact 1 phone", "7.7009E+09", "a spreadsheet lost figures of this number."),
        ("Contact 1 phone", "0" * 41, "this has 41 characters. Write no more than 40."),
        ("Contact 6 relationship", "Aunt", "no column has this heading. Add it to the file."),
    ],
)
def test_a_contact_that_cannot_be_reached_is_told(read, column, value, words):
    assert any(words in message for message in told(read(maisie_with(column, value))))


@pytest.mark.parametrize("column", ["Class", "Preferred surname", "Contact 2 name", "Former surname"])
def test_a_cell_over_200_characters_is_told_in_any_column_that_is_used(read, column):
    [message] = told(read(maisie_with(column, "é" * 201)))
    assert message.startswith(f"Line 2, {column}: this has 201 characters.")
