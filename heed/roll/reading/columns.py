"""The columns Heed knows, and what schools' systems call them."""

import re
from enum import StrEnum

MOST_CONTACTS = 6


class Column(StrEnum):
    """A column, as Heed calls it on screen. Contacts' columns are made by `contact_column`."""

    KIND = "Kind"
    UPN = "UPN"
    LEGAL_GIVEN = "Legal forename"
    LEGAL_FAMILY = "Legal surname"
    GIVEN = "Preferred forename"
    FAMILY = "Preferred surname"
    FORMER_FAMILY = "Former surname"
    BORN_ON = "Date of birth"
    YEAR = "Year"
    CLASS = "Class"
    SEX = "Sex"
    STAFF_EMAIL = "Staff email"
    STAFF_NAME = "Staff name"
    STAFF_ROLE = "Staff role"
    GROUPS = "Groups"
    CLASSES = "Classes"


OF_CHILDREN = (
    Column.UPN,
    Column.FORMER_FAMILY,
    Column.BORN_ON,
    Column.YEAR,
    Column.CLASS,
    Column.SEX,
)
OF_STAFF = (Column.STAFF_EMAIL, Column.STAFF_NAME, Column.STAFF_ROLE, Column.GROUPS, Column.CLASSES)

_CALLED: dict[Column, str] = {
    Column.KIND: "kind, row type, record type, person type",
    Column.UPN: "upn, unique pupil number, pupil upn, upn or unique code",
    Column.LEGAL_GIVEN: "legal forename, legal forenames, legal first name, legal given name, "
    "forename, forenames, first name, first names, given name, given names, "
    "child forename, pupil forename, student forename",
    Column.LEGAL_FAMILY: "legal surname, legal last name, legal family name, surname, last name, "
    "family name, child surname, pupil surname, student surname",
    Column.GIVEN: "preferred forename, preferred name, preferred first name, preferred given name, known as, "
    "known forename, chosen forename",
    Column.FAMILY: "preferred surname, preferred last name, preferred family name, known surname, "
    "chosen surname",
    Column.FORMER_FAMILY: "former surname, former last name, former family name, previous surname, "
    "previous last name, previous family name",
    Column.BORN_ON: "date of birth, dob, d o b, birth date, birthdate, born, born on",
    Column.YEAR: "year, year group, nc year, nc year actual, national curriculum year, curriculum year, "
    "yr, yr group",
    Column.CLASS: "class, class name, reg group, registration group, registration form, reg form, "
    "registration, tutor group, form, form group, form tutor group, registration class",
    Column.SEX: "sex, gender, legal sex",
    Column.STAFF_EMAIL: "staff email, staff email address, work email, work email address, staff mail",
    Column.STAFF_NAME: "staff name, staff full name, staff member, member of staff",
    Column.STAFF_ROLE: "staff role, job role, job title, staff job title",
    Column.GROUPS: "groups, staff groups, staff group, heed groups, heed group, access groups",
    Column.CLASSES: "classes, staff classes, classes taught, teaches, staff class",
}
# Said of a member of staff only where the file is about staff: in a list of children they mean the child.
_CALLED_AMONG_STAFF: dict[Column, str] = {
    Column.STAFF_EMAIL: "email, email address, e mail, mail, school email, school email address",
    Column.STAFF_NAME: "name, full name, display name",
    Column.STAFF_ROLE: "role",
    Column.GROUPS: "group",
}
_CONTACT_PARTS = {
    "name": "name, full name",
    "relationship": "relationship, relation, relationship to child, relationship to pupil, "
    "relationship to student",
    "phone": "phone, phone number, telephone, telephone number, tel, tel no, mobile, mobile number, "
    "mobile phone, main telephone, number",
    "email": "email, email address, mail, primary email",
}
_CONTACT = re.compile(r"(?:emergency)?(?:contact|parentcarer|parent|carer|guardian)")


def plain(heading: str) -> str:
    """A heading without case, spaces and punctuation: `D.O.B.` and `dob` are the same."""
    return re.sub(r"[\W_]+", "", heading.casefold())


def _looked_up(called: dict[Column, str]) -> dict[str, Column]:
    return {plain(name): column for column, names in called.items() for name in names.split(",")}


_PARTS = {plain(name): part for part, names in _CONTACT_PARTS.items() for name in names.split(",")}
_KNOWN = _looked_up(_CALLED)
_KNOWN_AMONG_STAFF = _looked_up(_CALLED_AMONG_STAFF)


def contact_column(number: int, part: str) -> str:
    """What Heed calls a column of a child's contact: `Contact 2 phone`."""
    return f"Contact {number} {part}"


def column_called(heading: str) -> str | None:
    """The column that a heading means wherever it stands, if Heed knows it."""
    key = plain(heading)
    return _KNOWN.get(key) or _contact_called(key)


def staff_column_called(heading: str) -> str | None:
    """The column that a heading means in a file about staff, where elsewhere it would mean nothing."""
    return _KNOWN_AMONG_STAFF.get(plain(heading))


def _contact_called(key: str) -> str | None:
    """`contact2mobile` and `contactmobile2` are the phone of contact 2."""
    lead = _CONTACT.match(key)
    if lead is None:
        return None
    rest = key[lead.end() :]
    numbers = re.findall("[0-9]+", rest)
    part = _PARTS.get(re.sub("^[0-9]+|[0-9]+$", "", rest))
    if part is None or len(numbers) != 1 or not 1 <= int(numbers[0][:4]) <= MOST_CONTACTS:
        return None
    return contact_column(int(numbers[0]), part)
