"""What a leader looks after stays in sight on Home until it is closed."""

from datetime import timedelta

from heed.access.actions import bar
from heed.home.pages import CARE_SHOWN, home
from heed.incidents.following import Wanted, take_step
from heed.incidents.kinds import Did, Standing
from heed.tenancy.keys import uuid7
from heed.tenancy.scope import schools
from tests.cast import HEAD, LEAD, LEAD_ELSEWHERE, LEAD_WHO_IS_THE_PARENT, NOW, OFFICE, TEACHER, Person, Town


def cards(town: Town, who: Person) -> dict[str, list[str]]:
    viewer = town.viewer(who, at=NOW + timedelta(hours=3))
    with schools(viewer.school_id):
        return {card.title: [row.line for row in card.rows] for card in home(viewer).care}


def step(town: Town, who: Person, entry: object, did: Did, seen: Standing, **more: object) -> None:
    viewer = town.viewer(who, at=NOW + timedelta(hours=1))
    with schools(viewer.school_id):
        take_step(viewer, entry, Wanted(did=did, seen=seen, **more))


def test_an_entry_that_nobody_has_taken_is_in_sight_of_every_leader_who_may_read_it(town: Town) -> None:
    town.entry()
    assert (
        cards(town, LEAD)
        == cards(town, HEAD)
        == {"Nobody has taken these yet": ["Entry 1, since today, 10:30"]}
    )
    for who in (LEAD_WHO_IS_THE_PARENT, LEAD_ELSEWHERE, TEACHER, OFFICE):
        assert cards(town, who) == {}


def test_what_helen_has_taken_is_hers_until_it_is_closed(town: Town) -> None:
    entry = town.entry()
    step(town, LEAD, entry, Did.TAKE, Standing.NEW)
    assert cards(town, LEAD) == {"Yours to look after": ["Entry 1, since today, 11:30"]}
    assert cards(town, HEAD) == {}
    step(town, LEAD, entry, Did.CLOSE, Standing.IN_HAND, said="Nothing further.")
    assert cards(town, LEAD) == {}


def test_what_was_handed_to_sandra_is_in_her_sight_and_a_bar_takes_it_away(town: Town) -> None:
    entry = town.entry()
    step(town, LEAD, entry, Did.HAND_OVER, Standing.NEW, to=town.staff["office"])
    assert list(cards(town, OFFICE)) == ["Yours to look after"]
    with schools(town.oakfield):
        bar(town.viewer(HEAD), town.staff["office"], town.pupils["maisie"], why="relative")
    assert cards(town, OFFICE) == {}


def test_the_card_is_short_and_says_that_there_are_more(town: Town) -> None:
    for hour in range(CARE_SHOWN + 1):
        town.entry(at=NOW - timedelta(hours=hour), token=uuid7())
    viewer = town.viewer(LEAD)
    with schools(town.oakfield):
        (card,) = home(viewer).care
    assert (len(card.rows), card.more) == (CARE_SHOWN, True)
    assert card.rows[0].line == f"Entry {CARE_SHOWN + 1}, since today, 05:30", "the oldest first"
