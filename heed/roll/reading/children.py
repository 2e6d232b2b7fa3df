"""The cells of one line become a child."""

from datetime import date
from functools import partial

from heed.roll.reading import words
from heed.roll.reading.cells import Cells
from heed.roll.reading.columns import MOST_CONTACTS, OF_STAFF, Column, contact_column
from heed.roll.reading.values import ChildRow, ContactRow, Unsaid

LONGEST_NAME = 100
LONGEST_CLASS = 60

_ONE_OR_OTHER = (
    "this row is a child's, and only staff have this. Empty the cell, or give staff a row of their own."
)


def child_in(cells: Cells, *, today: date) -> ChildRow | None:
    """The child on this line. None, with faults noted, when something that must be there cannot be read."""
    cells.refuse(OF_STAFF, why=_ONE_OR_OTHER)
    cells.stands(Column.CLASS)
    born_on = cells.read(
        Column.BORN_ON, partial(words.date_of_birth, today=today), instead="Write it as 14/03/2017."
    )
    year = cells.read(
        Column.YEAR, words.year_group, instead="Write Nursery, Reception, or a number from 1 to 13."
    )
    sex = cells.read(Column.SEX, words.sex, instead="Write F, M, or X for unknown or other.")
    legal_given = cells.name(
        Column.LEGAL_GIVEN, instead="Write the child's legal forename.", most=LONGEST_NAME
    )
    legal_family = cells.name(
        Column.LEGAL_FAMILY, instead="Write the child's legal surname.", most=LONGEST_NAME
    )
    given = cells.text(Column.GIVEN, most=LONGEST_NAME)
    family = cells.text(Column.FAMILY, most=LONGEST_NAME)
    former_family = cells.text(Column.FORMER_FAMILY, most=LONGEST_NAME)
    upn = cells.read(Column.UPN, words.upn)
    class_name = cells.text(Column.CLASS, most=LONGEST_CLASS)
    contacts = tuple(filter(None, (_contact(cells, number) for number in range(1, MOST_CONTACTS + 1))))
    if born_on is None or year is None or sex is None or not (legal_given and legal_family):
        return None
    return ChildRow(
        line=cells.line,
        upn=upn,
        legal_given=legal_given,
        legal_family=legal_family,
        given=given or legal_given,
        family=family or legal_family,
        former_family=former_family,
        born_on=born_on,
        year=year,
        class_name=class_name,
        sex=sex,
        contacts=contacts,
        unsaid=_unsaid(cells),
    )


_CONTACT_COLUMNS = tuple(
    contact_column(number, part)
    for number in range(1, MOST_CONTACTS + 1)
    for part in ("name", "relationship", "phone", "email")
)


def _unsaid(cells: Cells) -> frozenset[Unsaid]:
    """What the file has no column for. An empty cell says "none"; a missing column says nothing."""
    columns = {
        Unsaid.GIVEN: (Column.GIVEN,),
        Unsaid.FAMILY: (Column.FAMILY,),
        Unsaid.FORMER_FAMILY: (Column.FORMER_FAMILY,),
        Unsaid.CONTACTS: _CONTACT_COLUMNS,
    }
    return frozenset(what for what, named in columns.items() if not cells.headings.any_of(named))


def _contact(cells: Cells, number: int) -> ContactRow | None:
    """One contact of the child, when anything at all is said of them."""
    column = partial(contact_column, number)
    if not any(cells.has(column(part)) for part in ("name", "relationship", "phone", "email")):
        return None
    return ContactRow(
        name=cells.needed(column("name"), instead="Write who this contact is, or empty their other cells."),
        relationship=cells.text(column("relationship"), most=100),
        phone=cells.read(column("phone"), words.phone) or "",
        email=cells.read(column("email"), words.email) or "",
        order=number,
    )
