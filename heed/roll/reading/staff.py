"""The cells of one line become a member of staff."""

import re

from heed.roll.reading import words
from heed.roll.reading.cells import Cells
from heed.roll.reading.children import LONGEST_CLASS
from heed.roll.reading.columns import MOST_CONTACTS, OF_CHILDREN, Column, contact_column
from heed.roll.reading.faults import Unreadable
from heed.roll.reading.groups import groups
from heed.roll.reading.values import StaffRow, Unsaid

_ONE_OR_OTHER = (
    "this row is for staff, and only children have this. Empty the cell, or give the child their own row."
)
_ONLY_CHILDREN = (
    *OF_CHILDREN,
    *(
        contact_column(number, part)
        for number in range(1, MOST_CONTACTS + 1)
        for part in ("name", "phone", "email")
    ),
)


def staff_in(cells: Cells) -> StaffRow | None:
    """The member of staff on this line. None, with the faults noted, when e-mail or groups cannot be read."""
    cells.refuse(_ONLY_CHILDREN, why=_ONE_OR_OTHER)
    email = cells.read(Column.STAFF_EMAIL, words.email, instead="Write their work e-mail address.")
    name = _name(cells)
    role = cells.text(Column.STAFF_ROLE)
    belongs = cells.read(Column.GROUPS, groups, instead="Write at least one group, such as Class teacher.")
    classes = cells.read(Column.CLASSES, class_names) or ()
    if email is None or belongs is None:
        return None
    return StaffRow(
        line=cells.line,
        email=email.lower(),
        name=name,
        role=role or belongs[0].words[0].upper() + belongs[0].words[1:],
        groups=belongs,
        classes=classes,
        unsaid=frozenset() if cells.headings.any_of((Column.CLASSES,)) else frozenset({Unsaid.CLASSES}),
    )


def _name(cells: Cells) -> str:
    """A name in one cell, or a forename and a surname."""
    if cells.has(Column.STAFF_NAME) or not cells.headings.any_of((Column.LEGAL_GIVEN, Column.LEGAL_FAMILY)):
        return cells.name(Column.STAFF_NAME, instead="Write their name as it is signed.", most=200)
    given = cells.text(Column.GIVEN, most=95) or cells.name(
        Column.LEGAL_GIVEN, instead="Write their forename, or their whole name under Staff name.", most=95
    )
    family = cells.text(Column.FAMILY) or cells.name(
        Column.LEGAL_FAMILY, instead="Write their surname, or their whole name under Staff name.", most=95
    )
    return f"{given} {family}"


def class_names(text: str) -> tuple[str, ...]:
    """Names of classes between semicolons, each once."""
    names = tuple(dict.fromkeys(name.strip() for name in re.split("[;|]", text) if name.strip()))
    for name in names:
        if len(name) > LONGEST_CLASS:
            raise Unreadable(
                f"the name of a class has {len(name)} characters. Write no more than {LONGEST_CLASS}."
            )
    return names
