"""Prepared queries are refused, opened and kept within the school like any other."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from heed.alerts.models import Alert
from heed.alerts.queries import waiting_for
from heed.pupils.models import Pupil
from heed.tenancy import prepared
from heed.tenancy.keys import uuid7
from heed.tenancy.prepared import Numbers, Uuids, ask, kind_of
from heed.tenancy.scope import NoSchool, schools
from heed.tenancy.shut import Shut
from heed.who.asking import asked, stand_for
from tests.cast import (
    ADMINISTRATOR,
    HEAD,
    LEAD,
    LEAD_ELSEWHERE,
    LEAD_WHO_IS_THE_PARENT,
    TEACHER,
    Person,
    Town,
)


def test_a_template_that_passed_no_doorway_is_refused_each_time(town: Town) -> None:
    def children(school_id: object) -> object:
        return Pupil.objects.get_queryset().filter(school_id=school_id)

    with schools(town.oakfield):
        for _ in range(2):
            with pytest.raises(Shut):
                ask(children, None, {"school_id": town.oakfield})


def test_it_is_asked_within_one_school(town: Town) -> None:
    viewer = town.viewer(LEAD)
    with pytest.raises(NoSchool):
        waiting_for(viewer)
    with schools(town.oakfield, town.riverside), pytest.raises(NoSchool):
        waiting_for(viewer)


def test_what_was_built_in_one_school_shows_another_nothing_of_it(town: Town) -> None:
    town.entry(TEACHER, "maisie")
    town.entry(LEAD_ELSEWHERE, "elsewhere")
    helen, martin = town.viewer(LEAD), town.viewer(LEAD_ELSEWHERE)
    assert stand_for(helen).shape == stand_for(martin).shape, "one template for both"
    with schools(town.oakfield):
        assert [one.child.class_name for one in waiting_for(helen)] == ["Willow"]
        assert waiting_for(martin) == ()
    with schools(town.riverside):
        assert waiting_for(helen) == ()


def test_every_asking_says_its_own_school(town: Town) -> None:
    for school in (town.oakfield, town.riverside):
        who = LEAD if school == town.oakfield else LEAD_ELSEWHERE
        viewer = town.viewer(who)
        with schools(school), CaptureQueriesContext(connection) as captured:
            waiting_for(viewer)
        (said,) = [one["sql"] for one in captured if "alerts_alert" in one["sql"]]
        assert said.count(school.hex) >= 2, "of whoever looks, and of the transaction"
        other = town.riverside if school == town.oakfield else town.oakfield
        assert other.hex not in said


@pytest.mark.parametrize(
    "who", [LEAD, HEAD, LEAD_WHO_IS_THE_PARENT, TEACHER, ADMINISTRATOR], ids=lambda who: who.key
)
def test_people_who_are_told_differ_though_the_query_is_one(who: Person, town: Town) -> None:
    item = town.entry(TEACHER, "maisie")
    expected = [item] if who in (LEAD, HEAD) else []
    with schools(town.oakfield):
        assert [one.item_id for one in waiting_for(town.viewer(who))] == expected


def test_it_is_written_once_for_a_shape_and_filled_each_time(
    town: Town, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(prepared, "_templates", {})
    built = []

    @asked
    def own(viewer: object, *, ids: object) -> object:
        built.append(viewer)
        return Alert.objects.seen_by(viewer).filter(item_id__any=ids)

    first, second = town.entry(), town.entry(token=uuid7())
    with schools(town.oakfield):
        for who in (LEAD, HEAD):
            for item in (first, second):
                found = own(town.viewer(who), ids=Uuids([item]))
                assert {row.item_id for row in found} == {item}
        assert own(town.viewer(LEAD), ids=Uuids([])) == []
    assert len(built) == 1, "a DSL and a head are of one shape"


def test_a_value_of_an_unknown_kind_is_refused() -> None:
    assert [kind_of(one) for one in (Uuids([]), Numbers([]), True, 1, "x")] == [
        "uuid[]",
        "smallint[]",
        "boolean",
        "integer",
        "text",
    ]
    with pytest.raises(TypeError, match="list"):
        kind_of([])
