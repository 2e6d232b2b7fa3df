"""The other families of the sample trust, and Riverside's other tutors: made up, the same every time."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count, pairwise
from random import Random

from heed.demo.names import CALLED, ENGLISH, Heritage, some_heritage, some_surname, surname_of
from heed.demo.placed import HOUSEHOLDS, Placed
from heed.demo.placed_lately import HOMES
from heed.demo.shapes import SCHOOL_YEAR_BEGAN, SampleStaff
from heed.demo.staffroom import OAKFIELD_STAFF, RIVERSIDE_DOMAIN, RIVERSIDE_STAFF, email_of

_OTHER_ADULTS = ("stepfather", "grandmother", "grandfather", "aunt", "uncle", "family friend")
_SPOKEN_FOR = frozenset(
    {one.name for one in (*OAKFIELD_STAFF, *RIVERSIDE_STAFF)}
    | {name for adults in (HOUSEHOLDS | HOMES).values() for name, _, _ in adults}
)
"""Names of people whom the stories are about: nobody who is made up shares one."""
_APART = timedelta(days=300)


@dataclass(frozen=True, slots=True)
class Desk:
    """A free place in a class."""

    school: str
    year: int
    class_name: str


@dataclass(frozen=True, slots=True)
class Family:
    """Children who live together, each with their school, and the adults to ring as (name, relationship)."""

    key: str
    children: tuple[tuple[str, Placed], ...]
    adults: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class _Kin:
    """What decides the name of the next child of a family: `called` are the forenames it has used."""

    heritage: Heritage
    surname: str
    taken: set[tuple[str, str]]
    called: list[str]


def families(rng: Random, desks: list[Desk], taken: set[tuple[str, str]]) -> Iterator[Family]:
    """Families who together fill these desks. `taken` are (school, name) pairs that nobody else may have."""
    free = list(desks)
    rng.shuffle(free)
    for number in count(1):
        if not free:
            return
        yield _family(rng, f"family-{number:04}", _desks_of_one_family(rng, free), taken)


def adults_for(rng: Random, surname: str, heritage: Heritage) -> tuple[tuple[str, str], ...]:
    """The adults to ring about the children with this surname, one to three, in order."""
    hers = surname if rng.random() < 0.8 else rng.choice(heritage.families)
    mother = (_adult_name(rng, heritage, hers, "F"), "mother")
    father = (_adult_name(rng, heritage, surname, "M"), "father")
    shape = rng.random()
    if shape < 0.66:
        adults = [mother, father]
    elif shape < 0.88:
        adults = [mother]
    else:
        adults = [father]
    if rng.random() < 0.35:
        adults.append(_another_adult(rng, surname, heritage, but_not={mother[0], father[0]}))
    return tuple(adults)


def tutors(rng: Random, classes: list[str], taken: set[str]) -> tuple[SampleStaff, ...]:
    """A tutor for each of these tutor groups of Riverside, none with an address in `taken`."""
    return tuple(_tutor(rng, name, taken) for name in classes)


def born_in_year(rng: Random, year: int) -> date:
    """A date of birth that is right for this year group (0 is Reception)."""
    latest = SCHOOL_YEAR_BEGAN.replace(year=SCHOOL_YEAR_BEGAN.year - 4 - year)
    return latest - timedelta(days=rng.randint(1, 365))


def _tutor(rng: Random, class_name: str, taken: set[str]) -> SampleStaff:
    while True:
        heritage = some_heritage(rng)
        sex = rng.choice("FM")
        given = rng.choice(heritage.mothers if sex == "F" else heritage.fathers)
        family = surname_of(rng.choice(heritage.families), sex)
        email = email_of(given, family, RIVERSIDE_DOMAIN)
        if email not in taken:
            taken.add(email)
            return SampleStaff(email, given, family, "tutor", ("teacher",), (class_name,))


def _desks_of_one_family(rng: Random, free: list[Desk]) -> list[Desk]:
    """Takes one to four desks off the list, each in another year."""
    wanted = rng.choices((1, 2, 3, 4), weights=(62, 29, 7, 2))[0]
    mine: list[Desk] = []
    for _ in range(wanted):
        years = [one.year for one in mine]
        found = next((desk for desk in free if desk.year not in years), None)
        if found is None:
            break
        free.remove(found)
        mine.append(found)
    return mine


def _family(rng: Random, key: str, desks: list[Desk], taken: set[tuple[str, str]]) -> Family:
    heritage = some_heritage(rng)
    kin = _Kin(heritage, some_surname(rng, heritage), taken, [])
    births = _births(rng, desks)
    children = tuple(
        (desk.school, _child(rng, f"{key}-{number}", desk, born_on, kin))
        for number, (desk, born_on) in enumerate(zip(desks, births, strict=True), start=1)
    )
    return Family(key, children, adults_for(rng, kin.surname, heritage))


def _births(rng: Random, desks: list[Desk]) -> list[date]:
    """Dates of birth of brothers and sisters: a good ten months between any two."""
    while True:
        births = [born_in_year(rng, desk.year) for desk in desks]
        ordered = sorted(births)
        if all(later - earlier > _APART for earlier, later in pairwise(ordered)):
            return births


def _child(rng: Random, key: str, desk: Desk, born_on: date, kin: _Kin) -> Placed:
    sex, legal, given, family = _new_name(rng, desk.school, kin)
    kin.taken.add((desk.school, f"{given} {family}"))
    kin.called.append(given)
    return Placed(
        *(key, given, family, desk.year, desk.class_name, sex, born_on),
        legal_given=legal,
        former_family=surname_of(rng.choice(kin.heritage.families), sex) if rng.random() < 0.015 else "",
    )


def _new_name(rng: Random, school: str, kin: _Kin) -> tuple[str, str, str, str]:
    """Sex, legal forename, forename in use and family name of a child whom nobody mistakes for another."""
    surname = kin.surname
    for tries in count(1):
        # A surname whose forenames are used up in this school becomes a double-barrelled one.
        if tries == 40:
            surname = f"{surname_of(surname, 'M')}-{rng.choice(ENGLISH.families)}"
        sex = rng.choice("FM")
        legal = rng.choice(kin.heritage.girls if sex == "F" else kin.heritage.boys)
        given = CALLED.get(legal, legal) if rng.random() < 0.4 else legal
        family = surname_of(surname, sex)
        name = f"{given} {family}"
        if (school, name) not in kin.taken and name not in _SPOKEN_FOR and given not in kin.called:
            return sex, legal, given, family
    raise AssertionError("counting does not end")


def _another_adult(rng: Random, surname: str, heritage: Heritage, *, but_not: set[str]) -> tuple[str, str]:
    relationship = rng.choice(_OTHER_ADULTS)
    sex = "F" if relationship in ("grandmother", "aunt") else "M"
    same = relationship in ("grandmother", "grandfather", "aunt", "uncle")
    while True:
        name = _adult_name(rng, heritage, surname if same else rng.choice(heritage.families), sex)
        if name not in but_not:
            return name, relationship


def _adult_name(rng: Random, heritage: Heritage, surname: str, sex: str) -> str:
    """The name of somebody's parent or relative."""
    while True:
        given = rng.choice(heritage.mothers if sex == "F" else heritage.fathers)
        name = f"{given} {surname_of(surname, sex)}"
        if name not in _SPOKEN_FOR:
            return name
