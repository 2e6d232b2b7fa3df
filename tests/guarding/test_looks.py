"""The head sees who looked at whom, what is worth a question first, and nothing of a child they are kept from."""

from datetime import UTC, date, datetime
from uuid import UUID, uuid4

import pytest

from heed.access.actions import bar
from heed.guarding.pages.looks import month_before, span_of
from heed.guarding.rules.looks import Look, Month, Odd, oddities
from heed.tenancy.scope import schools
from tests.cast import HEAD, LEAD, NOW, OFFICE, SENCO, SENIOR_LEADER, TEACHER, Town
from tests.guarding.pages import text
from tests.incidents.clock import Clock
from tests.records.behind import marks


def looks(town: Town, address: str = "/guarding/looks/") -> str:
    return text(town.client(HEAD), address)


def test_somebody_who_looked_without_a_link_stands_first(town: Town, clock: Clock) -> None:
    senco = town.client(SENCO)
    for child in ("zoe", "maisie"):
        assert senco.get(f"/children/{town.pupils[child]}/").status_code == 200
    said = looks(town)
    family, unlinked = (
        said.index("A colleague’s child, no link Ruth Ellis"),
        said.index("No link to the child Ruth Ellis"),
    )
    assert family < unlinked
    assert "Looked at Maisie Thornton (family of Rachel Thornton)" in said
    assert "and 1 more" not in said


def test_whoever_was_told_or_wrote_or_teaches_is_linked(town: Town, clock: Clock) -> None:
    item = town.entry(OFFICE, "kacper")
    for who in (LEAD, SENIOR_LEADER, TEACHER):
        assert town.client(who, elevated=True).get(f"/entries/{item}/").status_code == 200
    assert town.client(TEACHER, elevated=True).get(f"/children/{town.pupils['kacper']}/").status_code == 200
    said = looks(town)
    assert "No link to the child" not in said
    person = looks(town, f"/guarding/looks/{town.staff['teacher']}/")
    assert "Kacper Nowicki Year 4, Willow 1 entry read, page opened once" in person
    assert "Linked" in person


def test_a_child_the_head_is_kept_from_is_not_in_it(town: Town, clock: Clock) -> None:
    item = town.entry(TEACHER, "zoe")
    client = town.client(SENCO)
    client.get(f"/children/{town.pupils['zoe']}/")
    client.get(f"/entries/{item}/")
    assert "Zoë" in looks(town)
    with schools(town.oakfield):
        bar(town.viewer(LEAD), town.staff["head"], town.pupils["zoe"], why="conflict")
    assert "Zoë" not in looks(town)
    assert "Ruth Ellis" not in looks(town), "nor that anybody looked"
    assert "Zoë" not in looks(town, f"/guarding/looks/{town.staff['senco']}/")


def test_an_hour_without_a_dsl_and_a_refusal_are_counted(town: Town, clock: Clock) -> None:
    glass = f"/children/{town.pupils['zoe']}/without-a-dsl/"
    town.client(SENIOR_LEADER).post(glass, {"said": "Nobody answers the telephone."})
    town.client(TEACHER, elevated=True).get(f"/children/{town.pupils['zoe']}/")
    said = looks(town)
    assert "Opened without a DSL Grace Adeyemi Year 4 leader One record opened for an hour" in said
    assert "Katie Lowther , Class teacher 0 0 0 0 1" in said


def test_months_lie_side_by_side(town: Town, clock: Clock) -> None:
    town.client(SENCO).get(f"/children/{town.pupils['zoe']}/")
    assert "Nobody looked at anything in this month" in looks(town, "/guarding/looks/?month=2026-10")
    for odd in ("?month=2030-01", "?month=nonsense", "?month=", ""):
        assert "November 2026" in looks(town, f"/guarding/looks/{odd}")
    span = span_of(date(2026, 10, 1))
    assert span.since == datetime(2026, 9, 30, 23, 0, tzinfo=UTC), "London time"
    assert span.until == datetime(2026, 11, 1, 0, 0, tzinfo=UTC)
    assert month_before(date(2026, 1, 1)) == date(2025, 12, 1)


def test_looking_here_is_noted_as_well(town: Town, clock: Clock) -> None:
    looks(town)
    (mark,) = marks(town, event="looked at who looked")
    assert (mark.name, mark.why) == ("Priya Nair", "2026-11")


def test_another_school_is_not_in_it(town: Town, clock: Clock) -> None:
    assert "Martin Webb" not in looks(town)


def look(staff: UUID, *, linked: bool = True, family: tuple[str, ...] = ()) -> Look:
    return Look(staff, uuid4(), 1, 0, NOW, linked, family)


def month(count: int, groups: str = "teacher", **what: int) -> Month:
    staff = uuid4()
    numbers = {"searches": 0, "names": 0, "refusals": 0, "openings": 0, **what}
    return Month(staff, frozenset({groups}), tuple(look(staff) for _ in range(count)), **numbers)


@pytest.mark.parametrize(
    ("count", "others", "odd"),
    [
        (9, (1, 1, 1), False),
        (10, (3, 3, 3), True),
        (10, (4, 4, 4), False),
        (40, (), False),
        (30, (12, 1, 9), True),
    ],
)
def test_many_is_many_beside_colleagues_of_the_same_groups(
    count: int, others: tuple[int, ...], odd: bool
) -> None:
    found = oddities([month(count), *(month(other) for other in others), month(90, "dsl")])
    assert (Odd.MANY_CHILDREN in {one.kind for one in found}) is odd


def test_for_a_leader_who_was_told_a_colleagues_child_is_work() -> None:
    staff = uuid4()
    own = {"searches": 0, "names": 0, "refusals": 0, "openings": 0}
    for groups, linked, kinds in (
        ("dsl", True, set()),
        ("dsl", False, {Odd.COLLEAGUES_CHILD, Odd.NO_LINK}),
        ("senco", True, {Odd.COLLEAGUES_CHILD_LINKED}),
    ):
        looked = (look(staff, linked=linked, family=("Rachel Thornton",)),)
        found = oddities([Month(staff, frozenset({groups}), looked, **own)])
        assert {one.kind for one in found} == kinds


def test_the_gravest_comes_first_and_names_looked_up_count() -> None:
    staff = uuid4()
    one = Month(staff, frozenset({"ta"}), (look(staff, linked=False),), 0, 100, 0, 1)
    assert [found.kind for found in oddities([one])] == [Odd.OPENED, Odd.NO_LINK, Odd.MANY_NAMES]
