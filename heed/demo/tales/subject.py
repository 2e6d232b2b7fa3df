"""A child of the sample trust in the course of years: which class on which day, with which adults around."""

from dataclasses import dataclass
from datetime import date
from functools import cache, cached_property

from heed.demo.people import schools
from heed.demo.shapes import SampleChild, SampleContact, SampleSchool, SampleStaff

CLASS_BEFORE = {
    "Ash": "Oak",
    "Rowan": "Lime",
    "Oak": "Birch",
    "Lime": "Willow",
    "Birch": "Hazel",
    "Willow": "Holly",
    "Hazel": "Beech",
    "Holly": "Aspen",
    "Beech": "Acorn",
    "Aspen": "Elm",
    "Acorn": "Maple",
    "Elm": "Cherry",
    "Maple": "Nursery",
    "Cherry": "Nursery",
}
"""From which class of Oakfield each class comes: children move up together."""

_HERS = {"mother", "grandmother", "aunt", "stepmother"}
_HIS = {"father", "grandfather", "uncle", "stepfather"}
_HER_NAMES, _HIS_NAMES = {"Marion", "Jean"}, {"Graham", "Clive"}
"""Foster carers, whose role does not say it."""


def school_year_of(day: date) -> int:
    """The calendar year in which the school year of this day began."""
    return day.year if day.month >= 9 else day.year - 1


@dataclass(frozen=True, slots=True)
class Stage:
    """Where a child was on a day: year (-1 is Nursery, 0 Reception), class and its teacher."""

    year: int
    class_name: str
    teacher: SampleStaff


@dataclass(frozen=True, slots=True)
class Adult:
    """Somebody who can stand in an account: full name, role, and `she` or `he` where that is known."""

    name: str
    role: str
    they: str = ""

    @property
    def said(self) -> str:
        """As an adult is named the first time."""
        return f"{self.name} ({self.role})"


@dataclass(frozen=True)
class Subject:
    """One child, and the day on which the tales are counted back from."""

    child: SampleChild
    school: SampleSchool
    today: date

    def stage(self, day: date) -> Stage | None:
        """Where the child was then; None before this school, or where nobody had the class."""
        back = school_year_of(self.today) - school_year_of(day)
        if back not in self._stages:
            self._stages[back] = self._years_ago(back)
        return self._stages[back]

    @cached_property
    def _stages(self) -> dict[int, Stage | None]:
        return {}

    def _years_ago(self, back: int) -> Stage | None:
        year, name = self.child.year - back, self.child.class_name
        for step in range(back):
            of_riverside = f"{self.child.year - step - 1}{name[-1:]}"
            name = CLASS_BEFORE.get(name, "") if self.school.key == "oakfield" else of_riverside
        teacher = next((one for one in self.school.staff if name in one.classes), None)
        if name == "Nursery":
            teacher = next(one for one in self.school.staff if one.role == "nursery teacher")
        return Stage(year, name, teacher) if teacher else None

    @cached_property
    def adults(self) -> tuple[Adult, ...]:
        """The family's adults, as an account names them."""
        return tuple(adult_of(one) for one in self.child.contacts)

    @cached_property
    def household(self) -> str:
        """The same for brothers and sisters."""
        return min(self.child.key, *self.child.siblings) if self.child.siblings else self.child.key

    @cached_property
    def sibling(self) -> str:
        """`younger brother` or the like, in the same school; nothing when there is none."""
        for key in self.child.siblings:
            other = next((one for one in self.school.children if one.key == key), None)
            if other:
                older = other.born_on < self.child.born_on
                twin = abs((other.born_on - self.child.born_on).days) < 2
                kin = "brother" if other.sex == "M" else "sister"
                return f"{'twin' if twin else 'older' if older else 'younger'} {kin}"
        return ""


def adult_of(contact: SampleContact) -> Adult:
    """A contact as somebody to name."""
    role = contact.relationship
    given = contact.name.split()[0]
    she, he = role in _HERS or given in _HER_NAMES, role in _HIS or given in _HIS_NAMES
    they = "she" if she else "he" if he else ""
    return Adult(contact.name, role, they)


def staff_adult(one: SampleStaff) -> Adult:
    """A member of staff as somebody to name."""
    return Adult(one.name, one.role)


@cache
def subjects(today: date) -> dict[str, Subject]:
    """Every child of the trust by key, in the order of the classes."""
    return {child.key: Subject(child, school, today) for school in schools() for child in school.children}
