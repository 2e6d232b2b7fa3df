"""Delimiters, quotation marks, blank lines and lines of the wrong length."""

import pytest

from tests.roll.reading_samples import HEADER, MAISIE, OMAR, only_child, read, rows, told, upn

__all__ = ["read"]


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("ending", ["\r\n", "\n", "\r"])
def test_any_delimiter_and_any_end_of_line_will_do(read, delimiter, ending):
    text = ending.join((HEADER, MAISIE)).replace(",", delimiter)
    assert only_child(read(text)).given == "Maisie"


def test_excels_own_first_line_is_passed_over(read):
    child = only_child(read(f"sep=;\r\n{rows(HEADER, MAISIE).replace(',', ';')}"))
    assert child.line == 3


def test_blank_lines_are_passed_over_and_lines_keep_their_numbers(read):
    reading = read(rows("", ",,,,", HEADER, "", MAISIE, " , ,\u200b,", OMAR))
    assert [child.line for child in reading.children] == [5, 7]


def test_trailing_empty_columns_are_nothing(read):
    reading = read(rows(f"{HEADER},,,", f"{MAISIE},,, ,,,", OMAR))
    assert (len(reading.children), reading.ignored) == (2, ())


def test_a_line_with_more_cells_than_headings_is_told(read):
    [message] = told(read(rows(HEADER, f"{MAISIE},Red", OMAR)))
    assert message.startswith("Line 2: this line has more cells than there are headings.")


def test_something_beneath_no_heading_is_told(read):
    [message] = told(read(rows(f"{HEADER},", f"{MAISIE},Red")))
    assert message.startswith("Line 2: something is written in a column that has no heading.")


def test_a_line_may_end_early_when_only_what_may_be_empty_is_missing(read):
    assert len(read(rows(f"{HEADER},Former surname,Contact 1 name", MAISIE, f"{OMAR},Said")).children) == 2


def test_a_line_that_ends_before_what_must_be_there_is_told(read):
    words = "Line 2, Sex: the line ends before this cell. Write F, M, or X for unknown or other."
    assert told(read(rows(HEADER, MAISIE.removesuffix(",F")))) == [words]


def test_a_cell_may_hold_the_delimiter_quotation_marks_and_lines(read):
    header = f"{HEADER},Address,Contact 1 name"
    child = only_child(read(rows(header, f'{MAISIE},"1 High Street\r\nOakfield","Thornton, Helen ""Nell"""')))
    assert child.contacts[0].name == 'Thornton, Helen "Nell"'


def test_the_line_of_a_row_is_where_it_begins(read):
    text = rows(f"{HEADER},Address", f'{MAISIE},"1 High Street\r\nOakfield"', OMAR)
    assert [child.line for child in read(text).children] == [2, 4]


@pytest.mark.parametrize("notes", ['"never closed', '"closed" too early'])
def test_a_quotation_mark_in_the_wrong_place_is_told_where_it_is(read, notes):
    reading = read(rows(f"Notes,{HEADER}", f"{notes},{MAISIE}"))
    assert reading.faults[0].line == 2
    assert "a quotation mark is opened or closed in the wrong place" in told(reading)[0]


def test_lines_after_a_wrong_quotation_mark_are_still_read(read):
    bad = OMAR.replace("02/09/2018", "31/02/2018")
    lines = [fault.line for fault in read(rows(f"Notes,{HEADER}", f'"a" b,{MAISIE}', f",{bad}")).faults]
    assert lines == [2, 3]


def test_a_child_swallowed_by_a_quotation_mark_is_never_lost_in_silence(read):
    text = f'{HEADER},Notes\n{MAISIE},"loves\n{OMAR},"\n'
    [message] = told(read(text))
    assert message.startswith(
        "Line 2: a quotation mark is opened here and not closed, so that lines below it"
    )


def test_two_thousand_children_are_read_line_by_line(read):
    headings = [f"Contact {number} {part}" for number in (1, 2, 3) for part in ("name", "phone", "email")]
    contacts = ",".join(["Ann,07700 900123,a@b.example"] * 3)
    lines = [
        f"{upn(str(214414000000 + number))},Zoë{number},O’Neill,,14/03/2017,4,4W,F,{contacts}"
        for number in range(2000)
    ]
    text = rows(f"{HEADER},{','.join(headings)}", *lines)
    reading = read(text)
    assert len(reading.children) == 2000
    assert {child.given for child in reading.children} >= {"Zoë0", "Zoë1999"}
