"""A file comes in any encoding, from any program, whole or not."""

import zipfile
from io import BytesIO

import pytest

from heed.roll.reading import read_roll
from heed.roll.reading.decoding import LARGEST, READ_AS_WINDOWS
from tests.roll.reading_samples import HEADER, MAISIE, OMAR, TODAY, only_child, read, rows, told

__all__ = ["read"]

ZOE = MAISIE.replace("Maisie", "Zoë").replace("Thornton", "O’Brien")
ACCENTED = rows(HEADER, ZOE)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_file_in_unicode_is_read_and_nothing_need_be_said(read, encoding):
    reading = read(ACCENTED.encode(encoding))
    assert (only_child(reading).given, only_child(reading).family) == ("Zoë", "O’Brien")
    assert reading.notes == ()


def test_big_endian_unicode_with_its_mark_is_read(read):
    assert only_child(read(b"\xfe\xff" + ACCENTED.encode("utf-16-be"))).given == "Zoë"


def test_a_file_of_excel_on_windows_is_read_and_that_is_said(read):
    reading = read(ACCENTED.encode("cp1252"))
    assert (only_child(reading).given, only_child(reading).family) == ("Zoë", "O’Brien")
    assert reading.notes == (READ_AS_WINDOWS,)


@pytest.mark.parametrize(
    "child",
    [
        MAISIE.replace("Maisie", "Chloé").encode("mac-roman"),
        MAISIE.replace("Maisie", "Noël").encode("cp437"),
        MAISIE.replace("Thornton", "Michałek").encode("cp1250"),
        MAISIE.replace("Maisie", "Zoë").encode() + b"\r\n" + OMAR.replace("Omar", "Zoë").encode("cp1252"),
        b"\x81" + MAISIE.encode(),
    ],
)
def test_a_file_whose_encoding_cannot_be_known_is_told_and_not_guessed(read, child):
    [message] = told(read(HEADER.encode() + b"\r\n" + child))
    assert "a letter here cannot be read: the file is not in one known encoding." in message


def test_the_line_of_a_letter_that_cannot_be_read_is_given(read):
    content = rows(HEADER, MAISIE).encode() + OMAR.replace("Omar", "Andr\u00e9").encode("mac-roman")
    assert read(content).faults[0].line == 3


def test_a_marked_file_that_breaks_off_is_told(read):
    assert told(read(ACCENTED.encode("utf-8-sig") + b"\xc3"))
    assert told(read(ACCENTED.encode("utf-16")[:-1]))


def workbook(*names: str) -> bytes:
    content = BytesIO()
    with zipfile.ZipFile(content, "w") as file:
        for name in names:
            file.writestr(
                name, "application/vnd.oasis.opendocument.spreadsheet" if name == "mimetype" else ""
            )
    return content.getvalue()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (workbook("[Content_Types].xml", "xl/workbook.xml"), "This is an Excel workbook. Save it as CSV."),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "This is an Excel workbook. Save it as CSV."),
        (workbook("mimetype", "content.xml"), "This is a LibreOffice spreadsheet. Save it as CSV."),
        (workbook("roll.csv"), "This is a zip file. Open it and bring the CSV that is inside."),
        (b"%PDF-1.7\n", "This is a PDF. Export the list as CSV."),
        (b"<?xml version='1.0'?><CTfile/>", "This is a web page or XML, not a CSV."),
        (b"", "The file is empty."),
        (b"\xef\xbb\xbf\r\n \r\n", "The file is empty."),
        (b"\xff\xfe", "The file is empty."),
        (HEADER.encode(), "There is nobody in the file: it has a header and no rows beneath it."),
        (b",,,\r\n;;\r\n", "Line 2: the first line must say"),
        (bytes(5000), "Line 1: the file is not plain text, or it is damaged."),
        (b"a,b\nc,\0\n", "Line 2: the file is not plain text, or it is damaged."),
        (HEADER.encode("utf-16-le"), "Line 1: the file is not plain text, or it is damaged."),
    ],
)
def test_a_file_that_is_no_list_says_what_it_is(read, content, words):
    assert told(read(content))[0].startswith(words)


def test_a_file_over_20_mb_is_told(read):
    [message] = told(read(b"x" * (LARGEST + 1)))
    assert message.startswith("The file is over 20 MB.")


@pytest.mark.parametrize("name", ["missing.csv", ".", "nul\0byte.csv"])
def test_a_file_that_is_not_there_is_told(tmp_path, name):
    reading = read_roll(tmp_path / name, today=TODAY)
    assert told(reading) == ["The file cannot be opened: it is not there, or is not yours to read."]
