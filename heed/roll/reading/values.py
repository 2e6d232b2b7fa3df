"""Children and staff as any file of the roll gives them: plain values, checked, belonging to no format."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from heed.roll.reading.faults import Fault
from heed.who.groups import Group

NURSERY = -1
RECEPTION = 0
LAST_YEAR = 13


class Unsaid(StrEnum):
    """Something a file has no column for, so that it says nothing about it: what is known stays as it is."""

    GIVEN = "given"
    FAMILY = "family"
    FORMER_FAMILY = "former_family"
    CONTACTS = "contacts"
    CLASSES = "classes"


@dataclass(frozen=True, slots=True)
class ContactRow:
    """One adult to reach about a child."""

    name: str
    relationship: str
    phone: str
    email: str
    order: int
    """From 1, as the school calls them. Numbers may be missing."""


@dataclass(frozen=True, slots=True)
class ChildRow:
    """One row is one child on the roll."""

    line: int
    upn: str | None
    legal_given: str
    legal_family: str
    given: str
    """As the child is called; the legal one when the file says nothing else. So is `family`."""
    family: str
    former_family: str
    """Empty when there is none."""
    born_on: date
    year: int
    """National Curriculum year: -1 nursery, 0 Reception, then 1 to 13."""
    class_name: str
    """Empty when the child has no class yet."""
    sex: str
    """F, M, or X where the school says unknown or other."""
    contacts: tuple[ContactRow, ...] = ()
    unsaid: frozenset[Unsaid] = field(default=frozenset(), compare=False)


@dataclass(frozen=True, slots=True)
class StaffRow:
    """One row is one person who works in the school."""

    line: int
    email: str
    """In lower case: it is what the person signs in with."""
    name: str
    role: str
    """As the school words it; where it says nothing, the words of the first group."""
    groups: tuple[Group, ...]
    """At least one, in the file's order."""
    classes: tuple[str, ...] = ()
    """Names of classes. The file need not have a child in them: the school may."""
    unsaid: frozenset[Unsaid] = field(default=frozenset(), compare=False)


@dataclass(frozen=True, slots=True)
class Reading:
    """What one file says. Where there is a fault there are no rows, so that half a file cannot be applied."""

    children: tuple[ChildRow, ...] = ()
    staff: tuple[StaffRow, ...] = ()
    faults: tuple[Fault, ...] = ()
    ignored: tuple[str, ...] = ()
    """Headings of columns that Heed does not use."""
    notes: tuple[str, ...] = ()
    """Sentences about how the file was understood, to be shown to the person who brings it."""
