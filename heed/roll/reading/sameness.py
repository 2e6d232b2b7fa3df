"""The same person twice in one file, and one class in two spellings. People are never merged: it is told."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from heed.roll.reading.columns import Column
from heed.roll.reading.faults import Faults
from heed.roll.reading.text import alike
from heed.roll.reading.values import ChildRow, StaffRow

_ONE_LINE = "Keep one line for each person."
_SAME_CHILD = (
    "has the same legal name and date of birth. Keep one line for each child; if they are two children, "
    "give the UPN of both."
)


def note_same_children(children: Iterable[ChildRow], faults: Faults) -> None:
    """A UPN twice; or a legal name and a birthday twice, unless two UPNs say that they are two children."""
    by_upn: dict[str, int] = {}
    by_name: dict[tuple[str, str, date], ChildRow] = {}
    without_upn: dict[tuple[str, str, date], ChildRow] = {}
    for child in children:
        if child.upn and (first := by_upn.setdefault(child.upn, child.line)) != child.line:
            faults.add(child.line, Column.UPN, f"this UPN is on line {first} too. {_ONE_LINE}")
        if twin := (without_upn if child.upn else by_name).get(_legally(child)):
            faults.add(child.line, None, f"the child on line {twin.line} {_SAME_CHILD}")
        by_name.setdefault(_legally(child), child)
        if not child.upn:
            without_upn.setdefault(_legally(child), child)


def _legally(child: ChildRow) -> tuple[str, str, date]:
    return alike(child.legal_given), alike(child.legal_family), child.born_on


def note_same_staff(staff: Iterable[StaffRow], faults: Faults) -> None:
    """An e-mail address twice."""
    by_email: dict[str, int] = {}
    for person in staff:
        if (first := by_email.setdefault(person.email, person.line)) != person.line:
            faults.add(person.line, Column.STAFF_EMAIL, f"this address is on line {first} too. {_ONE_LINE}")


def classes_spelt_alike(
    children: Iterable[ChildRow], staff: Iterable[StaffRow]
) -> tuple[list[ChildRow], list[StaffRow]]:
    """The same rows; `willow` and `WILLOW` are one class, spelt as the file first spells it for a child."""
    spelt: dict[str, str] = {}
    pupils = [_spelt_as(child, spelt) for child in children]
    return pupils, [_all_spelt_as(person, spelt) for person in staff]


def _spelt_as(child: ChildRow, spelt: dict[str, str]) -> ChildRow:
    name = spelt.setdefault(child.class_name.casefold(), child.class_name)
    return child if name == child.class_name else replace(child, class_name=name)


def _all_spelt_as(person: StaffRow, spelt: dict[str, str]) -> StaffRow:
    names = [spelt.setdefault(name.casefold(), name) for name in person.classes]
    return replace(person, classes=tuple(dict.fromkeys(names)))


def note_classes_run_together(
    children: Iterable[ChildRow], staff: Iterable[StaffRow], faults: Faults
) -> None:
    """`Willow, Acorn` is told, unless a child is in a class of that very name: a comma is not a semicolon."""
    known = {child.class_name.casefold() for child in children}
    for person in staff:
        if any("," in name and name.casefold() not in known for name in person.classes):
            faults.add(person.line, Column.CLASSES, "put a semicolon between classes, not a comma.")
