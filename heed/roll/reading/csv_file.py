"""Text becomes lines of cells: commas, semicolons or tabs, and quotation marks that must pair up."""

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import StringIO

from heed.roll.reading.cells import Cells
from heed.roll.reading.faults import Faults, Unreadable
from heed.roll.reading.headings import Headings, how_many_known, read_headings
from heed.roll.reading.text import clean

DELIMITERS = (",", ";", "\t", "|")

_QUOTES = (
    "a quotation mark is opened or closed in the wrong place, or a cell is far too long, so that this line "
    "and perhaps some below it cannot be read. Put the quotation marks right; inside a cell they are doubled."
)
_SWALLOWED = (
    "a quotation mark is opened here and not closed, so that lines below it became part of a cell. Close it."
)
_TOO_MANY = (
    "this line has more cells than there are headings. A cell that holds a comma needs quotation marks."
)
_UNHEADED = "something is written in a column that has no heading. Give the column a heading, or empty it."


@dataclass(frozen=True, slots=True)
class Line:
    """One line as it stands, and the number of the line in the file on which it begins."""

    number: int
    cells: Sequence[str]


@dataclass(frozen=True, slots=True)
class Table:
    """The headings of a file, and every line beneath them; the lines can be gone through once."""

    headings: Headings
    rows: Iterator[Cells]


def table_of(text: str, faults: Faults) -> Table:
    """The file as a table. Raises Unreadable where it has no header."""
    delimiter = _delimiter(text)
    lines = _lines(text, delimiter, faults)
    header = next(lines, None)
    if header is None:
        raise Unreadable("The file has no line that can be read.")
    headings = read_headings(header.cells, line=header.number, faults=faults)
    return Table(headings, _rows(lines, headings, delimiter, faults))


def _delimiter(text: str) -> str:
    """The one that makes the first line most like a header; a comma when none does."""

    def headings_by(delimiter: str) -> tuple[int, int]:
        header = next(_lines(text, delimiter, Faults()), Line(0, ()))
        return how_many_known(header.cells), len(header.cells)

    return max(DELIMITERS, key=headings_by)


def _lines(text: str, delimiter: str, faults: Faults) -> Iterator[Line]:
    """Every line that is not blank. After a line that cannot be read it goes on with the next."""
    reader = csv.reader(StringIO(text, newline=""), delimiter=delimiter, strict=True)
    while True:
        number = reader.line_num + 1
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            faults.add(number, None, _QUOTES)
            continue
        # Excel's own first line, which names the delimiter.
        if number == 1 and re.match(r"\ufeff?sep=", "".join(cells[:1]), re.IGNORECASE):
            continue
        if any(clean(cell) for cell in cells):
            yield Line(number, cells)


def _rows(lines: Iterator[Line], headings: Headings, delimiter: str, faults: Faults) -> Iterator[Cells]:
    for line in lines:
        if why := _why_not_one_row(line.cells, headings, delimiter):
            faults.add(line.number, None, why)
        else:
            yield Cells(line.number, line.cells, headings, faults)


def _why_not_one_row(cells: Sequence[str], headings: Headings, delimiter: str) -> str | None:
    """The reason these cells cannot be trusted to stand beneath their headings, if there is one."""
    if any(_holds_lines(cell, headings, delimiter) for cell in cells):
        return _SWALLOWED
    if any(clean(cell) for cell in cells[headings.width :]):
        return _TOO_MANY
    if any(clean(cell) for place, cell in enumerate(cells[: headings.width]) if place not in headings.named):
        return _UNHEADED
    return None


def _holds_lines(cell: str, headings: Headings, delimiter: str) -> bool:
    """Whether a cell of several lines holds whole lines of the table: a child would be lost in silence."""
    if "\n" not in cell and "\r" not in cell:
        return False
    return any(line.count(delimiter) >= headings.width - 1 for line in cell.splitlines()[1:])
