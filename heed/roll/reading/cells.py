"""The cells of one line, asked for by column; what cannot be read becomes a fault and the next is asked."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from heed.roll.reading.faults import Faults, Unreadable
from heed.roll.reading.headings import Headings
from heed.roll.reading.text import clean, has_letter, spoilt

T = TypeVar("T")

LONGEST = 200
"""Characters in any cell that Heed keeps."""


@dataclass(frozen=True, slots=True)
class Cells:
    """One line of a file beneath its headings."""

    line: int
    cells: Sequence[str]
    headings: Headings
    faults: Faults

    def has(self, column: str) -> bool:
        """Whether something is written in this column."""
        return bool(self._bare(column))

    def wrong(self, column: str | None, words: str) -> None:
        """Take note of a fault on this line."""
        self.faults.add(self.line, column, words)

    def text(self, column: str, *, most: int = LONGEST) -> str:
        """What is written, or nothing. Too long or spoilt is a fault."""
        text = self._bare(column)
        if len(text) > most:
            self.wrong(column, f"this has {len(text)} characters. Write no more than {most}.")
        elif spoilt(text):
            self.wrong(
                column, "letters with accents were spoilt when the file was saved. Export it again as UTF-8."
            )
        return text

    def needed(self, column: str, *, instead: str, most: int = LONGEST) -> str:
        """What is written. Nothing is a fault, and `instead` says what to write. A missing column: once."""
        if not self._stands(column):
            return ""
        text = self.text(column, most=most)
        if not text:
            ended = self.headings.places[column] >= len(self.cells)
            self.wrong(
                column,
                f"{'the line ends before this cell' if ended else 'nothing is written here'}. {instead}",
            )
        return text

    def name(self, column: str, *, instead: str, most: int) -> str:
        """A name that must be there and have a letter in it."""
        text = self.needed(column, instead=instead, most=most)
        if text and not has_letter(text):
            self.wrong(column, f"this is not a name. {instead}")
        return text

    def read(self, column: str, reader: Callable[[str], T], *, instead: str | None = None) -> T | None:
        """What the reader makes of the cell; None when it is empty or a fault. `instead` makes it a must."""
        text = self.needed(column, instead=instead) if instead else self.text(column)
        if not text or len(text) > LONGEST:
            return None
        try:
            return reader(text)
        except Unreadable as why:
            self.wrong(column, str(why))
            return None

    def refuse(self, columns: Sequence[str], *, why: str) -> None:
        """Nothing may be written in these columns on this line."""
        for column in columns:
            if self.has(column):
                self.wrong(column, why)

    def stands(self, column: str) -> None:
        """The column must be in the file, though its cells may be empty."""
        self._stands(column)

    def _stands(self, column: str) -> bool:
        there = column in self.headings.places
        if not there:
            self.faults.add(self.headings.line, column, "no column has this heading. Add it to the file.")
        return there

    def _bare(self, column: str) -> str:
        place = self.headings.places.get(column)
        return clean(self.cells[place]) if place is not None and place < len(self.cells) else ""
