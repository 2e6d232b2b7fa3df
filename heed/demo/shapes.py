"""The plain values of the sample trust: a school, a child, an adult to ring, a member of staff."""

from dataclasses import dataclass
from datetime import date

SCHOOL_YEAR_BEGAN = date(2026, 9, 1)
"""The sample children are the right age for their year in the school year that began on this day."""


@dataclass(frozen=True, slots=True)
class SampleContact:
    """An adult to reach about a child; `order` 1 is rung first. `phone` and `email` may be empty."""

    name: str
    relationship: str
    phone: str
    email: str
    order: int


@dataclass(frozen=True, slots=True)
class SampleChild:
    """A child on the roll. `year` 0 is Reception; `sex` is F or M; `siblings` are keys, in either school.

    `given` and `family` are the names in use; `former_family` is empty unless the child had another one.
    """

    key: str
    upn: str
    legal_given: str
    legal_family: str
    given: str
    family: str
    former_family: str
    born_on: date
    year: int
    class_name: str
    sex: str
    contacts: tuple[SampleContact, ...]
    siblings: tuple[str, ...]

    @property
    def name(self) -> str:
        """As the child is called."""
        return f"{self.given} {self.family}"


@dataclass(frozen=True, slots=True)
class SampleStaff:
    """Somebody who works in a school.

    `groups` are the stored values of `who.groups.Group`; `classes` are the classes they teach, by name;
    `one_to_one` are the keys of children they work with in particular; `children` those of their own sons
    and daughters in the same school; `demo` says that they have a demo account. `account` is how far everybody
    else has come: active, invited, expired, none, gone; `leaves_in` the days until their access ends.
    """

    email: str
    given: str
    family: str
    role: str
    groups: tuple[str, ...]
    classes: tuple[str, ...] = ()
    one_to_one: tuple[str, ...] = ()
    children: tuple[str, ...] = ()
    demo: bool = False
    account: str = "active"
    leaves_in: int | None = None

    @property
    def name(self) -> str:
        """As colleagues write it."""
        return f"{self.given} {self.family}"


@dataclass(frozen=True, slots=True)
class SampleSchool:
    """One school of the trust. `number` looks like a school's reference number and is nobody's."""

    key: str
    name: str
    number: str
    children: tuple[SampleChild, ...]
    staff: tuple[SampleStaff, ...]

    def child(self, key: str) -> SampleChild:
        """The child with this key. Raises KeyError when there is none."""
        for one in self.children:
            if one.key == key:
                return one
        raise KeyError(key)
