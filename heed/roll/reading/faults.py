"""What is wrong with a file, in words for the person who can put it right.

A fault never holds anybody's name. It may repeat a date, a year, a letter for sex, a group or a UPN.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that is wrong. `message` is whole: it begins with the line and the column."""

    line: int | None
    """Counted from 1 as the file's lines are; None is the file as a whole."""
    column: str | None
    """As Heed calls it, however the file's own heading is spelt; None is the line as a whole."""
    message: str

    def __str__(self) -> str:
        """The message."""
        return self.message


def fault(line: int | None, column: str | None, words: str) -> Fault:
    """A fault whose message says where it is, then the words: `Line 14, Year: nothing is written here.`"""
    where = ", ".join(filter(None, (f"Line {line}" if line else "", column)))
    return Fault(line, column, f"{where}: {words}" if where else words[:1].upper() + words[1:])


class Unreadable(Exception):  # noqa: N818 - it says what the matter is, as outcomes do
    """The file, or one cell of it, is not what it should be. Its text is words for the person."""

    def __init__(self, words: str, *, line: int | None = None) -> None:
        """`line` is for trouble with the file as a whole that begins somewhere."""
        super().__init__(words)
        self.line = line


class Faults:
    """Gathers every fault of one file. The same fault is told once."""

    def __init__(self) -> None:
        """No faults yet."""
        self._found: dict[Fault, None] = {}

    def add(self, line: int | None, column: str | None, words: str) -> None:
        """Take note of a fault."""
        self._found[fault(line, column, words)] = None

    def any(self) -> bool:
        """Whether there is a fault yet."""
        return bool(self._found)

    def in_order(self) -> tuple[Fault, ...]:
        """Every fault, from the top of the file down; the file's own first."""
        return tuple(sorted(self._found, key=lambda found: found.line or 0))
