"""Invented rolls for the tests of reading."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from heed.roll.reading import ChildRow, Reading, StaffRow, read_roll

TODAY = date(2026, 11, 23)
FILES = Path(__file__).parent / "files"

HEADER = "UPN,Legal forename,Legal surname,Preferred forename,Date of birth,Year,Class,Sex"
OMAR = ",Omar,Nasser,,02/09/2018,3,Acorn,M"

STAFF_HEADER = "Staff email,Staff name,Staff role,Groups,Classes"
KATIE = "k.lowther@oakfield.example,Katie Lowther,Class teacher,Teacher,Willow"

Read = Callable[[str | bytes], Reading]


def upn(body: str) -> str:
    """A UPN whose first letter is right: the figures weighed 2, 3, 4... from the left, modulo 23."""
    letters = "ABCDEFGHJKLMNPQRTUVWXYZ"
    worth = {mark: place for place, mark in enumerate(letters)} | {
        str(figure): figure for figure in range(10)
    }
    return letters[sum(weight * worth[mark] for weight, mark in enumerate(body, 2)) % 23] + body


MAISIE_UPN = upn("214414322022")
MAISIE = f"{MAISIE_UPN},Margaret,Thornton,Maisie,14/03/2017,4,Willow,F"


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """Reads text or bytes as a roll brought today."""

    def reading(content: str | bytes) -> Reading:
        path = tmp_path / "roll.csv"
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return read_roll(path, today=TODAY)

    return reading


def rows(*lines: str) -> str:
    """A file of these lines, ended as Excel ends them."""
    return "".join(f"{line}\r\n" for line in lines)


def maisie_with(column: str, value: str) -> str:
    """A file with one child, in whose row one cell is different."""
    names = [*HEADER.split(","), *([] if column in HEADER.split(",") else [column])]
    cells = dict(zip(HEADER.split(","), MAISIE.split(","), strict=True)) | {column: value}
    return rows(",".join(names), ",".join(f'"{cells[name]}"' for name in names))


def katie_with(column: str, value: str) -> str:
    """A file with one member of staff, in whose row one cell is different."""
    names = STAFF_HEADER.split(",")
    cells = dict(zip(names, KATIE.split(","), strict=True)) | {column: value}
    return rows(STAFF_HEADER, ",".join(f'"{cells[name]}"' for name in names))


def only_child(reading: Reading) -> ChildRow:
    """The one child of a good file."""
    assert reading.faults == ()
    [child] = reading.children
    return child


def only_staff(reading: Reading) -> StaffRow:
    """The one member of staff of a good file."""
    assert reading.faults == ()
    [person] = reading.staff
    return person


def told(reading: Reading) -> list[str]:
    """Every message of a file that was turned down, which therefore has nobody in it."""
    assert reading.faults
    assert (reading.children, reading.staff) == ((), ())
    return [str(fault) for fault in reading.faults]
