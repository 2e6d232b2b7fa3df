"""Writes a sample school's roll as a school would export it: one row for each child and each adult."""

import csv
from collections.abc import Iterator
from pathlib import Path

from heed.demo.shapes import SampleChild, SampleContact, SampleSchool, SampleStaff

CONTACTS = 3
CONTACT_COLUMNS = ("name", "relationship", "phone", "email")
COLUMNS = (
    "Kind",
    "UPN",
    "Legal forename",
    "Legal surname",
    "Preferred forename",
    "Preferred surname",
    "Former surname",
    "Date of birth",
    "Year",
    "Class",
    "Sex",
    *(f"Contact {number} {part}" for number in range(1, CONTACTS + 1) for part in CONTACT_COLUMNS),
    "Staff email",
    "Staff name",
    "Staff role",
    "Groups",
    "Classes",
)


def write_roll(school: SampleSchool, path: Path) -> None:
    """Write the school's children, then its staff, as CSV in UTF-8 with a header. Overwrites the file."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS, restval="")
        writer.writeheader()
        writer.writerows(_rows(school))


def _rows(school: SampleSchool) -> Iterator[dict[str, str]]:
    for child in school.children:
        yield _child_row(child)
    for adult in school.staff:
        yield _staff_row(adult)


def _child_row(child: SampleChild) -> dict[str, str]:
    row = {
        "Kind": "child",
        "UPN": child.upn,
        "Legal forename": child.legal_given,
        "Legal surname": child.legal_family,
        "Preferred forename": child.given,
        "Preferred surname": child.family,
        "Former surname": child.former_family,
        "Date of birth": child.born_on.strftime("%d/%m/%Y"),
        "Year": "R" if child.year == 0 else str(child.year),
        "Class": child.class_name,
        "Sex": child.sex,
    }
    for contact in child.contacts:
        row |= _contact_cells(contact)
    return row


def _contact_cells(contact: SampleContact) -> dict[str, str]:
    values = (contact.name, contact.relationship, contact.phone, contact.email)
    return {
        f"Contact {contact.order} {part}": value for part, value in zip(CONTACT_COLUMNS, values, strict=True)
    }


def _staff_row(adult: SampleStaff) -> dict[str, str]:
    return {
        "Kind": "staff",
        "Staff email": adult.email,
        "Staff name": adult.name,
        "Staff role": adult.role,
        "Groups": ";".join("System administrator" if one == "admin" else one for one in adult.groups),
        "Classes": ";".join(adult.classes),
    }
