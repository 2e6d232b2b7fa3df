"""The sample trust: two schools, their children and staff. Invented, and the same on every machine.

`schools()` is the whole of it; nothing here touches a database.
"""

from collections import Counter
from functools import cache
from random import Random

from stdnum.gb import upn

from heed.demo.families import Desk, Family, adults_for, families, tutors
from heed.demo.names import ENGLISH
from heed.demo.placed import HOUSEHOLDS, OAKFIELD, RIVERSIDE, Placed
from heed.demo.placed_lately import HOMES, OAKFIELD_COURSES, RIVERSIDE_COURSES
from heed.demo.shapes import SCHOOL_YEAR_BEGAN, SampleChild, SampleContact, SampleSchool, SampleStaff
from heed.demo.staffroom import OAKFIELD_STAFF, RIVERSIDE_STAFF, plain

__all__ = ["TRUST_NAME", "SampleChild", "SampleContact", "SampleSchool", "SampleStaff", "schools"]

TRUST_NAME = "Kestrel Learning Trust"
OAKFIELD_CLASSES = {
    0: ("Maple", "Cherry"),
    1: ("Acorn", "Elm"),
    2: ("Beech", "Aspen"),
    3: ("Hazel", "Holly"),
    4: ("Willow", "Birch"),
    5: ("Lime", "Oak"),
    6: ("Rowan", "Ash"),
}
OAKFIELD_CLASS_SIZE = 30
RIVERSIDE_SIZES = {"A": 29, "B": 29, "C": 29, "D": 29, "E": 29, "F": 29, "G": 28, "H": 28}

# The first of the four figures of a real school's number is never 0.
_LA = "390"
_OAKFIELD_NUMBER = "0117"
_PRIMARIES_BEFORE_RIVERSIDE = (_OAKFIELD_NUMBER, "0204", "0233", "0268")
_MAIL = ("post.example", "letterbox.example", "homemail.example")


@cache
def schools() -> tuple[SampleSchool, SampleSchool]:
    """Oakfield Primary School and Riverside Academy, with everybody in them."""
    rng = Random("kestrel")
    everybody = [*_placed_families(rng)]
    taken = {(school, f"{one.given} {one.family}") for family in everybody for school, one in family.children}
    everybody += families(rng, _free_desks(everybody), taken)
    children = _children(rng, everybody)
    return (
        SampleSchool(
            *("oakfield", "Oakfield Primary School", "999117"),
            children=_in_class_order(children["oakfield"]),
            staff=OAKFIELD_STAFF,
        ),
        SampleSchool(
            *("riverside", "Riverside Academy", "999461"),
            children=_in_class_order(children["riverside"]),
            staff=(*RIVERSIDE_STAFF, *_other_tutors(rng)),
        ),
    )


def _placed_families(rng: Random) -> list[Family]:
    """The families of the placed children, in the order in which they are placed."""
    placed = [
        *(("oakfield", one) for one in (*OAKFIELD, *OAKFIELD_COURSES)),
        *(("riverside", one) for one in (*RIVERSIDE, *RIVERSIDE_COURSES)),
    ]
    households: dict[str, list[tuple[str, Placed]]] = {}
    for school, one in placed:
        households.setdefault(one.household or one.key, []).append((school, one))
    return [
        Family(key, tuple(children), _adults(rng, key, children[0][1].family))
        for key, children in households.items()
    ]


def _adults(rng: Random, key: str, surname: str) -> tuple[tuple[str, str], ...]:
    known = HOUSEHOLDS.get(key) or HOMES.get(key)
    if known:
        return tuple((name, relationship) for name, relationship, _ in known)
    return adults_for(rng, surname, ENGLISH)


def _free_desks(everybody: list[Family]) -> list[Desk]:
    """The desks of both schools that the placed children do not sit at."""
    sat = Counter((school, one.class_name) for family in everybody for school, one in family.children)
    rooms = [
        *(
            ("oakfield", year, name, OAKFIELD_CLASS_SIZE)
            for year, names in OAKFIELD_CLASSES.items()
            for name in names
        ),
        *(
            ("riverside", year, f"{year}{letter}", size)
            for year in range(7, 12)
            for letter, size in RIVERSIDE_SIZES.items()
        ),
    ]
    return [
        Desk(school, year, name)
        for school, year, name, size in rooms
        for _ in range(size - sat[(school, name)])
    ]


def _children(rng: Random, everybody: list[Family]) -> dict[str, list[SampleChild]]:
    found: dict[str, list[SampleChild]] = {"oakfield": [], "riverside": []}
    serials: Counter[str] = Counter()
    addresses: Counter[str] = Counter()
    for family in everybody:
        contacts = _contacts(rng, family, addresses)
        before = rng.choice(_PRIMARIES_BEFORE_RIVERSIDE)
        keys = [one.key for _, one in family.children]
        primary = _OAKFIELD_NUMBER if any(school == "oakfield" for school, _ in family.children) else before
        for school, one in family.children:
            siblings = tuple(key for key in keys if key != one.key)
            found[school].append(
                _sample_child(one, _next_upn(serials, primary, one.year), contacts, siblings)
            )
    return found


def _sample_child(
    one: Placed, number: str, contacts: tuple[SampleContact, ...], siblings: tuple[str, ...]
) -> SampleChild:
    return SampleChild(
        key=one.key,
        upn=number,
        legal_given=one.legal_given or one.given,
        legal_family=one.legal_family or one.family,
        given=one.given,
        family=one.family,
        former_family=one.former_family,
        born_on=one.born_on,
        year=one.year,
        class_name=one.class_name,
        sex=one.sex,
        contacts=contacts,
        siblings=siblings,
    )


def _next_upn(serials: Counter[str], school_number: str, year: int) -> str:
    """The next pupil number that this school gave in the year in which the child began school."""
    given_by = f"{_LA}{school_number}{(SCHOOL_YEAR_BEGAN.year - year) % 100:02}"
    serials[given_by] += 1
    digits = f"{given_by}{serials[given_by]:03}"
    return upn.calc_check_digit(digits) + digits


def _contacts(rng: Random, family: Family, addresses: Counter[str]) -> tuple[SampleContact, ...]:
    telephones = {name: telephone for name, _, telephone in (HOUSEHOLDS | HOMES).get(family.key, ())}
    return tuple(
        SampleContact(
            name=name,
            relationship=relationship,
            phone=telephones.get(name) or _telephone(rng),
            email=_address(rng, name, addresses) if rng.random() < 0.7 else "",
            order=order,
        )
        for order, (name, relationship) in enumerate(family.adults, start=1)
    )


def _telephone(rng: Random) -> str:
    """A number from the ranges that Ofcom keeps free for drama."""
    return f"{rng.choice(('01632 960', '07700 900', '07700 900'))}{rng.randrange(200, 1000)}"


def _address(rng: Random, name: str, addresses: Counter[str]) -> str:
    local = ".".join(plain(part) for part in name.split())
    addresses[local] += 1
    number = addresses[local] if addresses[local] > 1 else ""
    return f"{local}{number}@{rng.choice(_MAIL)}"


def _other_tutors(rng: Random) -> tuple[SampleStaff, ...]:
    have = {name for one in RIVERSIDE_STAFF for name in one.classes}
    groups = [f"{year}{letter}" for year in range(7, 12) for letter in RIVERSIDE_SIZES]
    return tutors(rng, [name for name in groups if name not in have], {one.email for one in RIVERSIDE_STAFF})


def _in_class_order(children: list[SampleChild]) -> tuple[SampleChild, ...]:
    return tuple(
        sorted(
            children, key=lambda one: (one.year, one.class_name, plain(one.family), plain(one.given), one.key)
        )
    )
