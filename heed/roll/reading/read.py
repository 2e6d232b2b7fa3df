"""One file is read from its bytes to its people."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from enum import Enum
from pathlib import Path

from heed.roll.reading.cells import Cells
from heed.roll.reading.children import child_in
from heed.roll.reading.columns import OF_CHILDREN, OF_STAFF, Column, plain
from heed.roll.reading.csv_file import table_of
from heed.roll.reading.decoding import text_of
from heed.roll.reading.faults import Faults, Unreadable
from heed.roll.reading.sameness import (
    classes_spelt_alike,
    note_classes_run_together,
    note_same_children,
    note_same_staff,
)
from heed.roll.reading.staff import staff_in
from heed.roll.reading.values import ChildRow, Reading, StaffRow


class Whose(Enum):
    """Whose row a line is."""

    CHILD = "child"
    STAFF = "staff"


_KINDS = {
    **dict.fromkeys(("child", "children", "pupil", "student", "learner"), Whose.CHILD),
    **dict.fromkeys(("staff", "staffmember", "memberofstaff", "employee"), Whose.STAFF),
}


def read_roll(path: Path, *, today: date) -> Reading:
    """Read a CSV of children and staff. Never raises for what the file is: every fault is in the Reading."""
    faults = Faults()
    try:
        decoded = text_of(path)
        table = table_of(decoded.text, faults)
    except Unreadable as why:
        faults.add(why.line, None, str(why))
        return Reading(faults=faults.in_order())
    children, staff = _people(table.rows, today=today)
    note_same_children(children, faults)
    note_same_staff(staff, faults)
    note_classes_run_together(children, staff, faults)
    if not (children or staff or faults.any()):
        faults.add(None, None, "There is nobody in the file: it has a header and no rows beneath it.")
    seen = Reading(faults=faults.in_order(), ignored=table.headings.ignored, notes=decoded.notes)
    if seen.faults:
        return seen
    children, staff = classes_spelt_alike(children, staff)
    return replace(seen, children=tuple(children), staff=tuple(staff))


def _people(rows: Iterable[Cells], *, today: date) -> tuple[list[ChildRow], list[StaffRow]]:
    """Everybody who can be read."""
    children: list[ChildRow] = []
    staff: list[StaffRow] = []
    for cells in rows:
        match whose_row(cells):
            case Whose.CHILD if child := child_in(cells, today=today):
                children.append(child)
            case Whose.STAFF if person := staff_in(cells):
                staff.append(person)
    return children, staff


def whose_row(cells: Cells) -> Whose | None:
    """A child's or a member of staff's. None, with the fault noted, where the row leaves it open."""
    if cells.has(Column.KIND):
        return _by_kind(cells)
    child = cells.has(Column.BORN_ON) or cells.has(Column.UPN)
    if cells.has(Column.STAFF_EMAIL):
        if child:
            cells.wrong(
                None, "this row has a staff e-mail and a child's date of birth or UPN. Make two rows of it."
            )
            return None
        return Whose.STAFF
    if child or not cells.headings.any_of(OF_STAFF):
        return Whose.CHILD
    if not cells.headings.any_of(OF_CHILDREN):
        return Whose.STAFF
    cells.wrong(None, "this could be a child or staff. Write a child's date of birth, or a staff e-mail.")
    return None


def _by_kind(cells: Cells) -> Whose | None:
    whose = _KINDS.get(plain(cells.text(Column.KIND)))
    if whose is None:
        cells.wrong(Column.KIND, "this is neither. Write Child or Staff.")
    return whose
