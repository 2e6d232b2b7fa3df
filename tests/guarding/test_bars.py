"""A bar counts at once and everywhere, is seen by nobody whom it keeps out, and never leaves nobody."""

from dataclasses import replace

import pytest

from heed.access.kinds import BarWhy
from heed.access.queries import viewer_for
from heed.audit.kinds import Event
from heed.guarding.actions.bars import bar_from_child, confirm_declared, declare, end_bar_from_child
from heed.guarding.queries.bars import bars_from_child, bars_waiting
from heed.incidents.actions import open_entry
from heed.incidents.following import Wanted, take_step
from heed.incidents.kinds import Did, Standing
from heed.lib.outcomes import NotSeen, Refused
from heed.staff.models import Staff
from heed.tenancy.scope import schools
from tests.cast import (
    HEAD,
    LEAD,
    LEAD_BY_PASSWORD,
    LEAD_WHO_IS_THE_PARENT,
    NOW,
    OTHER_TEACHER,
    SENIOR_LEADER,
    TEACHER,
    Person,
    Town,
)
from tests.guarding.pages import everywhere, guarding, text, words
from tests.records.behind import detail, marks

MAISIE = "Maisie Thornton"


def keep_out(
    town: Town, who: Person, child: str = "zoe", *, by: Person = LEAD, why: str = BarWhy.CONFLICT
) -> None:
    with schools(town.oakfield):
        bar_from_child(
            town.viewer(by), town.pupils[child], staff_id=town.staff[who.key], why=why, said="Neighbours."
        )


def test_a_leader_who_is_kept_out_finds_nothing_anywhere(town: Town) -> None:
    item = town.entry(TEACHER, "maisie")
    before = everywhere(town, SENIOR_LEADER, item, "maisie")
    assert MAISIE in before["home"][1]
    keep_out(town, SENIOR_LEADER, "maisie")
    after = everywhere(town, SENIOR_LEADER, item, "maisie")
    assert [place for place, (_, body) in after.items() if MAISIE in body] == []
    assert {place: after[place][0] for place in ("entry", "own words", "page")} == {
        "entry": 404,
        "own words": 404,
        "page": 404,
    }


def test_it_ends_with_a_reason_and_everything_is_there_again(town: Town) -> None:
    item = town.entry(TEACHER, "maisie")
    keep_out(town, SENIOR_LEADER, "maisie")
    client = town.client(LEAD)
    with schools(town.oakfield):
        found = next(
            one
            for one in bars_from_child(town.viewer(LEAD), town.pupils["maisie"])
            if one.name == "Grace Adeyemi"
        )
    form = {"do": "end", "which": str(found.id), "said": ""}
    assert "Write why it ends" in words(client.post(guarding(town, "maisie"), form))
    assert client.post(guarding(town, "maisie"), {**form, "said": "They have moved."}).status_code == 302
    assert MAISIE in everywhere(town, SENIOR_LEADER, item, "maisie")["home"][1]
    assert "They have moved." in text(client, guarding(town, "maisie"))
    assert detail(town, marks(town, event=Event.BAR_ENDED)[-1])["said"] == "They have moved."


def test_whoever_is_kept_out_is_not_told_that_they_are(town: Town) -> None:
    """A DSL who is the mother sees no bar of hers: not on the child's page, not in the list, not in an answer."""
    client = town.client(LEAD_WHO_IS_THE_PARENT)
    assert client.get(guarding(town, "maisie")).status_code == 404
    assert "Maisie" not in text(client, "/guarding/")
    asked = {"staff_id": str(town.staff["parent"]), "pupil_id": str(town.pupils["maisie"])}
    answer = client.post("/guarding/why/", asked)
    missing = client.post("/guarding/why/", {**asked, "pupil_id": str(town.staff["lead"])})
    assert "Maisie" not in words(answer)
    assert words(answer) == words(missing)


def test_other_dsls_see_it_with_its_reason(town: Town) -> None:
    said = text(town.client(LEAD), guarding(town, "maisie"))
    assert "Rachel Thornton Deputy DSL A relative" in said


@pytest.mark.parametrize("who", [TEACHER, OTHER_TEACHER, SENIOR_LEADER, LEAD_BY_PASSWORD])
def test_nobody_else_may_set_one(who: Person, town: Town) -> None:
    viewer = town.viewer(who)
    if who is LEAD_BY_PASSWORD:
        with schools(town.oakfield), pytest.raises(NotSeen):
            bar_from_child(viewer, town.pupils["zoe"], staff_id=town.staff["ta"], why="conflict", said="x")
        return
    with schools(town.oakfield), pytest.raises(Refused, match="Only DSLs and the head"):
        bar_from_child(viewer, town.pupils["zoe"], staff_id=town.staff["ta"], why="conflict", said="x")


def test_nobody_bars_themselves_off_or_ends_their_own(town: Town) -> None:
    with pytest.raises(Refused, match="cannot do this for yourself"):
        keep_out(town, LEAD)
    parent = town.viewer(LEAD_WHO_IS_THE_PARENT)
    with schools(town.oakfield):
        own = bars_from_child(town.viewer(LEAD), town.pupils["maisie"])[0]
        with pytest.raises(NotSeen):
            end_bar_from_child(parent, town.pupils["maisie"], which=own.id, said="I may.")


def test_the_last_dsl_or_head_is_never_kept_out(town: Town) -> None:
    for who, by in ((LEAD_BY_PASSWORD, HEAD), (LEAD_WHO_IS_THE_PARENT, HEAD), (LEAD, HEAD)):
        keep_out(town, who, "zoe", by=by)
    assert "No DSL is left" in text(town.client(HEAD), guarding(town, "zoe"))
    somebody = replace(town.viewer(HEAD), staff_id=town.staff["slt"])
    with schools(town.oakfield), pytest.raises(Refused, match="This would leave nobody"):
        bar_from_child(somebody, town.pupils["zoe"], staff_id=town.staff["head"], why="conflict", said="x")


def test_barred_twice_is_said(town: Town) -> None:
    keep_out(town, SENIOR_LEADER)
    with pytest.raises(Refused, match="kept from this child already"):
        keep_out(town, SENIOR_LEADER)


def test_somebody_who_has_left_cannot_be_chosen(town: Town) -> None:
    with schools(town.oakfield):
        Staff.objects.filter(pk=town.staff["ta"]).update(left_on=NOW.date())
    client = town.client(LEAD)
    form = {"do": "keep", "staff_id": str(town.staff["ta"]), "why": "conflict", "said": "Neighbours."}
    answer = client.post(guarding(town, "zoe"), form)
    assert answer.status_code == 422
    assert "does not work here any more" in words(answer)
    assert "Neighbours." in answer.content.decode(), "nothing typed is lost"


@pytest.mark.parametrize(
    ("form", "says"),
    [
        ({"staff_id": "", "why": "conflict", "said": "x"}, "Choose a colleague."),
        ({"staff_id": "nobody", "why": "conflict", "said": "x"}, "Choose a colleague."),
        ({"staff_id": "ta", "why": "", "said": "x"}, "Choose one of these."),
        ({"staff_id": "ta", "why": "envy", "said": "x"}, "Choose one of these."),
        ({"staff_id": "ta", "why": "conflict", "said": " "}, "Write why, in a few words."),
        ({"staff_id": "ta", "why": "conflict", "said": "x" * 501}, "Shorten it to 500"),
    ],
)
def test_what_is_missing_is_said_beside_its_field(form: dict[str, str], says: str, town: Town) -> None:
    form = {**form, "staff_id": str(town.staff.get(form["staff_id"], form["staff_id"]))}
    answer = town.client(LEAD).post(guarding(town, "zoe"), {"do": "keep", **form})
    assert answer.status_code == 422
    assert says in words(answer)
    with schools(town.oakfield):
        assert bars_from_child(town.viewer(LEAD), town.pupils["zoe"]) == ()


def test_what_they_looked_after_is_named_to_be_handed_over(town: Town) -> None:
    item = town.entry(TEACHER, "maisie")
    with schools(town.oakfield):
        take_step(town.viewer(SENIOR_LEADER), item, Wanted(did=Did.TAKE, seen=Standing.NEW))
    keep_out(town, SENIOR_LEADER, "maisie")
    assert "They looked after entry 1 , and cannot see it now" in text(
        town.client(LEAD), guarding(town, "maisie")
    )


def test_a_request_after_the_bar_is_kept_out_though_the_session_began_before(town: Town) -> None:
    item = town.entry(TEACHER, "maisie")
    client = town.client(SENIOR_LEADER)
    assert client.get(f"/entries/{item}/").status_code == 200
    keep_out(town, SENIOR_LEADER, "maisie")
    assert client.get(f"/entries/{item}/").status_code == 404


def test_confirming_twice_tells_them_once(town: Town) -> None:
    with schools(town.oakfield):
        declare(town.viewer(SENIOR_LEADER), pupil_id=town.pupils["zoe"], why=BarWhy.RELATIVE, said="")
        waiting = bars_waiting(town.viewer(LEAD))[0]
        for _ in range(2):
            confirm_declared(town.viewer(LEAD), town.pupils["zoe"], which=waiting.id)
    assert len(marks(town, event=Event.BAR_CONFIRMED)) == 1


def test_a_viewer_built_after_the_bar_carries_it(town: Town) -> None:
    keep_out(town, SENIOR_LEADER, "zoe")
    with schools(town.oakfield):
        viewer = viewer_for(town.users["slt"], town.oakfield, elevated=True, at=NOW, origin="")
        assert viewer is not None
        assert town.pupils["zoe"] in viewer.barred
        with pytest.raises(NotSeen):
            open_entry(viewer, town.entry(TEACHER, "zoe"))
