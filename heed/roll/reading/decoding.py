"""A file's bytes become text. Where the encoding is a guess the guess must be safe, and it is told."""

import codecs
import re
from dataclasses import dataclass
from pathlib import Path

from heed.roll.reading.faults import Unreadable

LARGEST = 20 * 1024 * 1024
"""Bytes. A school of 5,000 with six contacts each is under 5 MB."""

SAVE_AS = "In Excel choose Save As, then “CSV UTF-8 (comma delimited)”."
READ_AS_WINDOWS = (
    "The file is not in UTF-8. It was read as Windows-1252, which is how Excel on Windows saves a CSV. "
    "Check a few names with accents before you go on."
)
_NOT_TEXT = f"the file is not plain text, or it is damaged. Export it again. {SAVE_AS}"
_LETTERS = f"a letter here cannot be read: the file is not in one known encoding. {SAVE_AS}"

_WIDE = {codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

# An accented letter of UTF-8 amid bytes that are not UTF-8: two files were put together.
_MIXED = re.compile(rb"[\xc3-\xc5][\x80-\xbf]")
# What other encodings look like when read as Windows-1252: Pawe³, ChloŽ, Zo‘ would not be told from a name.
_FOREIGN = re.compile("[ƒ„†‡ˆ‰‹˜›]|[^\\W\\d_][¡-©«-³µ¶¸¹»-¿]|[a-zà-ÿ][ŠŽŸ]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's text, and what the person should know about how it was read."""

    text: str
    notes: tuple[str, ...] = ()


def text_of(path: Path) -> Decoded:
    """The text of the file. Raises Unreadable in words, whatever the file is."""
    data = _bytes_of(path)
    _refuse_other_formats(data)
    decoded = _decode(data)
    if not decoded.text.strip("\ufeff \t\r\n"):
        raise Unreadable("The file is empty.")
    if (nul := decoded.text.find("\0")) >= 0:
        raise Unreadable(_NOT_TEXT, line=_line_at(decoded.text, nul))
    if decoded.text.lstrip().startswith(("<?xml", "<!DOCTYPE", "<html", "<table")):
        raise Unreadable(f"This is a web page or XML, not a CSV. {SAVE_AS}")
    return decoded


def _bytes_of(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST + 1)
    except (OSError, ValueError):
        raise Unreadable("The file cannot be opened: it is not there, or is not yours to read.") from None
    if len(data) > LARGEST:
        raise Unreadable("The file is over 20 MB. Export only the columns Heed asks for, for one school.")
    return data


def _refuse_other_formats(data: bytes) -> None:
    if data.startswith(b"PK\x03\x04"):
        if b"xl/" in data or b"[Content_Types].xml" in data:
            raise Unreadable("This is an Excel workbook. Save it as CSV.")
        if b"opendocument.spreadsheet" in data:
            raise Unreadable("This is a LibreOffice spreadsheet. Save it as CSV.")
        raise Unreadable("This is a zip file. Open it and bring the CSV that is inside.")
    if data.startswith(_OLD_OFFICE):
        raise Unreadable("This is an Excel workbook. Save it as CSV.")
    if data.startswith(b"%PDF"):
        raise Unreadable("This is a PDF. Export the list as CSV.")


def _decode(data: bytes) -> Decoded:
    """A byte-order mark is believed; then UTF-8 if all of it is; then Windows-1252 if it looks right."""
    marked = data.startswith(codecs.BOM_UTF8)
    encoding = _WIDE.get(data[:2], "utf-8-sig")
    try:
        return Decoded(data.decode(encoding))
    except UnicodeDecodeError as error:
        # One byte too many or a cut pair: a file of wide characters that is not whole.
        if encoding == "utf-16":
            raise Unreadable(_NOT_TEXT) from None
        if marked or _MIXED.search(data) or b"\0" in data:
            raise Unreadable(_LETTERS, line=_line_of_byte(data, error.start)) from None
    return _as_windows(data)


def _as_windows(data: bytes) -> Decoded:
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError as error:
        raise Unreadable(_LETTERS, line=_line_of_byte(data, error.start)) from None
    if foreign := _FOREIGN.search(text):
        raise Unreadable(_LETTERS, line=_line_at(text, foreign.start()))
    return Decoded(text, (READ_AS_WINDOWS,))


def _line_at(text: str, position: int) -> int:
    before = text[:position]
    return 1 + len(re.findall("\r\n|\r|\n", before))


def _line_of_byte(data: bytes, position: int) -> int:
    return _line_at(data[:position].decode("latin-1"), position)
