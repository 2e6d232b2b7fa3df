"""Who works with which child one to one: said by those who may look children up."""

import html
from typing import Any

import pytest
from django.http import HttpResponse

from heed.access.actions import set_up_groups
from heed.tenancy.scope import schools
from heed.who.groups import Group
from heed.who.viewer import on_the_server
from tests.cast import (
    ADMINISTRATOR,
    ASSISTANT,
    HEAD,
    LEAD,
    LEAD_ELSEWHERE,
    LEAD_WHO_IS_THE_PARENT,
    NOW,
    Person,
    Town,
)


def address(town: Town, whom: Person = ASSISTANT) -> str:
    return f"/people/{town.staff[whom.key]}/one-to-one/"


def send(town: Town, who: Person, **typed: Any) -> HttpResponse:
    return town.client(who).post(address(town), typed)


def words(answer: HttpResponse) -> str:
    return html.unescape(answer.content.decode())


def test_a_lead_finds_a_child_and_the_assistant_opens_its_page_from_the_next_click_on(town: Town) -> None:
    zoe = town.pupils["zoe"]
    assert zoe not in (town.viewer(ASSISTANT).covers or ())
    assert "Zoë O’Neill-Ward" in words(send(town, LEAD, find="zoe"))
    assert send(town, LEAD, do="add", child=zoe).status_code == 302
    assert zoe in (town.viewer(ASSISTANT).covers or ())
    assert "End<span" in words(town.client(LEAD).get(address(town)))
    send(town, LEAD, do="end", child=zoe)
    assert zoe not in (town.viewer(ASSISTANT).covers or ())


def test_pressed_twice_it_is_noted_once(town: Town) -> None:
    for _ in range(2):
        assert send(town, HEAD, do="add", child=town.pupils["kacper"]).status_code == 302
    assert words(town.client(HEAD).get(address(town))).count("Kacper Nowicki</b>") == 1


def test_an_administrator_is_shown_no_child_and_told_whose_it_is(town: Town) -> None:
    answer = town.client(ADMINISTRATOR).get(address(town))
    assert answer.status_code == 403
    assert "A DSL or the head says who works with whom." in words(answer)
    assert send(town, ADMINISTRATOR, do="add", child=town.pupils["zoe"]).status_code == 403
    assert "one-to-one" not in words(town.client(ADMINISTRATOR).get(f"/people/{town.staff['ta']}/groups/"))


def test_a_lead_who_is_the_parent_neither_sees_nor_names_her_own_child(town: Town) -> None:
    with schools(town.oakfield):
        by = on_the_server(town.oakfield, at=NOW)
        set_up_groups(by, town.staff["parent"], [Group.DSL], why="x")
    send(town, LEAD, do="add", child=town.pupils["maisie"])
    page = words(town.client(LEAD_WHO_IS_THE_PARENT).get(address(town)))
    assert "Kacper Nowicki" in page
    assert "Maisie Thornton" not in page
    for doing in ("add", "end"):
        answer = send(town, LEAD_WHO_IS_THE_PARENT, do=doing, child=town.pupils["maisie"])
        assert answer.status_code == 404


@pytest.mark.parametrize("child", ["elsewhere", "nobody"])
def test_a_child_of_another_school_or_of_none_is_missing(child: str, town: Town) -> None:
    typed = town.pupils.get(child, "x")
    assert send(town, LEAD, do="add", child=typed).status_code == 404


def test_nobody_says_it_of_themselves(town: Town) -> None:
    assert town.client(LEAD).get(address(town, LEAD)).status_code == 403
    assert town.client(LEAD_ELSEWHERE).get(address(town)).status_code == 404
