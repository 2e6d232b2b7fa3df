"""One entry is shared with a person or a group until a day, and then it ends by itself."""

from datetime import timedelta
from typing import Any

import pytest

from heed.guarding.actions.sharing import share_entry
from heed.lib.outcomes import Refused
from heed.records.actions import bar_from_entry
from heed.tenancy.scope import schools
from heed.who.categories import Default
from heed.who.groups import Group
from tests.cast import ASSISTANT, HEAD, LEAD, NOW, OFFICE, OTHER_TEACHER, SENIOR_LEADER, TEACHER, Town
from tests.guarding.pages import text, words
from tests.incidents.clock import Clock
from tests.records.behind import can_read, granted, told


def send(town: Town, item: Any, to: str, ends_on: str = "27 November 2026", said: str = "Lunch.") -> Any:
    """As Helen Marsh sends the form."""
    form = {"do": "share", "to": to, "ends_on": ends_on, "said": said}
    return town.client(LEAD).post(f"/entries/{item}/readers/", form)


def reads(town: Town, who: Any, item: Any, **later: float) -> bool:
    with schools(town.oakfield):
        return can_read(town.viewer(who, at=NOW + timedelta(**later)), item)


def test_it_lets_one_colleague_read_until_the_end_of_the_day(town: Town, clock: Clock) -> None:
    item = town.entry(TEACHER, "maisie")
    assert not reads(town, OFFICE, item)
    assert send(town, item, str(town.staff["office"])).status_code == 302
    assert reads(town, OFFICE, item, days=4)
    assert not reads(town, OFFICE, item, days=5)
    assert "shared with you until a set day" in text(town.client(OFFICE), "/")
    page = text(town.client(LEAD), f"/entries/{item}/readers/")
    assert "Shared with them until the end of 27 November 2026, by Helen Marsh, DSL: Lunch." in page
    assert "it is shared with them" in page


def test_reading_it_does_not_make_it_longer(town: Town, clock: Clock) -> None:
    item = town.entry(TEACHER, "maisie")
    send(town, item, str(town.staff["office"]))
    client = town.client(OFFICE)
    alert = client.get("/").content.decode().split('action="/alerts/')[1].split("/")[0]
    assert client.post(f"/alerts/{alert}/read/").status_code == 302
    assert granted(town, item)["office"] == "shared"
    assert not reads(town, OFFICE, item, days=5)


def test_a_group_gets_it_as_it_is_now(town: Town, clock: Clock) -> None:
    item = town.entry(TEACHER, "maisie")
    assert send(town, item, f"group:{Group.TEACHER}").status_code == 302
    assert {"teacher", "other"} <= set(told(town, item))
    assert reads(town, OTHER_TEACHER, item)
    assert not reads(town, ASSISTANT, item)


def test_it_is_ended_before_its_day(town: Town, clock: Clock) -> None:
    item = town.entry(TEACHER, "maisie")
    send(town, item, str(town.staff["office"]))
    end = {"do": "end-share", "which": str(town.staff["office"])}
    assert town.client(LEAD).post(f"/entries/{item}/readers/", end).status_code == 302
    assert not reads(town, OFFICE, item)
    assert "Ended by Helen Marsh" in text(town.client(LEAD), f"/entries/{item}/readers/")


def test_shared_again_it_has_a_new_day(town: Town, clock: Clock) -> None:
    item = town.entry(TEACHER, "maisie")
    send(town, item, str(town.staff["office"]))
    assert send(town, item, str(town.staff["office"]), "4 December 2026").status_code == 302
    assert reads(town, OFFICE, item, days=10)
    assert not reads(town, OFFICE, item, days=12)


def test_child_protection_shared_is_read_with_the_second_step_only(town: Town, clock: Clock) -> None:
    item = town.entry(LEAD, "maisie", [Default.CHILD_PROTECTION])
    form = {"do": "share", "to": str(town.staff["office"]), "ends_on": "27 November 2026", "said": "x"}
    assert town.client(HEAD).post(f"/entries/{item}/readers/", form).status_code == 302
    assert not reads(town, OFFICE, item)
    with schools(town.oakfield):
        assert can_read(town.viewer(OFFICE, elevated=True), item)


def test_nobody_who_is_kept_out_gets_it(town: Town, clock: Clock) -> None:
    item = town.entry(TEACHER, "maisie")
    with schools(town.oakfield):
        bar_from_entry(town.viewer(LEAD), item, town.staff["office"], why="named")
    for who in ("office", "parent"):
        answer = send(town, item, str(town.staff[who]))
        assert answer.status_code == 422
        assert "Nobody of those you chose can be told" in words(answer)
    send(town, item, f"group:{Group.DEPUTY}")
    assert "parent" not in granted(town, item)


def test_whoever_reads_it_through_a_group_needs_no_share(town: Town, clock: Clock) -> None:
    item = town.entry(TEACHER, "maisie")
    assert "can read this entry already" in words(send(town, item, str(town.staff["slt"])))


@pytest.mark.parametrize(
    ("typed", "says"),
    [
        ({"to": ""}, "Choose a colleague or a group."),
        ({"to": "group:friends"}, "Nobody of those you chose"),
        ({"ends_on": "soon"}, "This is not a day."),
        ({"ends_on": "20 November 2026"}, "This day is over."),
        ({"ends_on": "1 January 2028"}, "At most a year."),
        ({"said": ""}, "Write why they need to know."),
    ],
)
def test_what_is_wrong_is_said_beside_its_field(
    typed: dict[str, str], says: str, town: Town, clock: Clock
) -> None:
    item = town.entry(TEACHER, "maisie")
    answer = send(town, item, **{"to": str(town.staff["office"]), **typed})
    assert answer.status_code == 422
    assert says in words(answer)


def test_a_leader_without_the_power_cannot(town: Town) -> None:
    item = town.entry(TEACHER, "maisie")
    until = NOW.date() + timedelta(days=3)
    with schools(town.oakfield), pytest.raises(Refused, match="Only DSLs and the head share"):
        share_entry(
            town.viewer(SENIOR_LEADER), item, to=str(town.staff["office"]), ends_on=until, said="Lunch."
        )


def test_kept_from_one_entry_and_let_in_again(town: Town, clock: Clock) -> None:
    item = town.entry(TEACHER, "maisie")
    client, address = town.client(LEAD), f"/entries/{item}/readers/"
    keep = {"do": "keep", "staff_id": str(town.staff["slt"]), "why": "named", "said": "She is named in it."}
    assert client.post(address, keep).status_code == 302
    assert not reads(town, SENIOR_LEADER, item)
    assert "She is named in it." in text(client, address)
    again = client.post(address, keep)
    assert "kept from this entry already" in words(again)
    end = {"do": "end", "which": str(town.staff["slt"]), "said": "Another Grace."}
    assert client.post(address, end).status_code == 302
    assert reads(town, SENIOR_LEADER, item)
