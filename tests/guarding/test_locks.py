"""A locked record is seen by the people it names, and everybody may still write about the child."""

import pytest

from heed.audit.kinds import Event
from heed.tenancy.scope import schools
from heed.who.need_to_know import opens_child
from tests.cast import HEAD, LEAD, LEAD_BY_PASSWORD, SENCO, SENIOR_LEADER, TEACHER, Town
from tests.guarding.pages import everywhere, guarding, text, words
from tests.records.behind import detail, marks, told


def lock(town: Town, *named: str, said: str = "A hearing.", child: str = "zoe", **more: str) -> object:
    """As Helen Marsh sends the form."""
    form = {"do": "lock", "named": [str(town.staff[one]) for one in named], "said": said, **more}
    return town.client(LEAD).post(guarding(town, child), form)


def test_only_those_named_see_it(town: Town) -> None:
    item = town.entry(TEACHER, "zoe")
    assert lock(town, "lead", "head").status_code == 302
    for who in (SENIOR_LEADER, SENCO, LEAD_BY_PASSWORD):
        found = everywhere(town, who, item, "zoe")
        assert found["entry"][0] == 404
        assert found["page"][0] == 404
        assert "Entry 1" not in found["home"][1]
    assert everywhere(town, HEAD, item, "zoe")["entry"][0] == 200
    said = text(town.client(HEAD), guarding(town, "zoe"))
    assert "Helen Marsh, DSL" in said
    assert "A hearing." in said
    assert detail(town, marks(town, event=Event.LOCKED)[-1])["said"] == "A hearing."


def test_alerts_go_to_those_named_only(town: Town) -> None:
    lock(town, "lead")
    assert set(told(town, town.entry(TEACHER, "zoe"))) == {"lead"}


def test_a_teacher_can_still_record(town: Town) -> None:
    lock(town, "lead")
    found = town.client(TEACHER).post("/incidents/children/", {"find": "zoe"})
    assert "Zoë" in found.content.decode()


@pytest.mark.parametrize(
    ("named", "said", "says"),
    [
        ((), "x", "Name at least one DSL or head"),
        (("slt", "ta"), "x", "Name at least one DSL or head"),
        (("head",), "x", "You are not among the people you named."),
        (("lead",), "", "Write why it is locked."),
    ],
)
def test_what_is_wrong_is_said_and_nothing_is_locked(
    named: tuple[str, ...], said: str, says: str, town: Town
) -> None:
    answer = lock(town, *named, said=said)
    assert answer.status_code == 422
    assert says in words(answer)
    assert opens_child(town.viewer(SENIOR_LEADER), town.pupils["zoe"])


def test_a_guardian_who_is_kept_out_is_none(town: Town) -> None:
    """Rachel Thornton is a deputy, and Maisie's mother: naming her leaves nobody."""
    answer = lock(town, "parent", child="maisie", leaves="on")
    assert "Name at least one DSL or head" in words(answer)


def test_whoever_shuts_themselves_out_says_that_they_know(town: Town) -> None:
    assert lock(town, "head", leaves="on").url == "/guarding/"
    assert town.client(LEAD).get(guarding(town, "zoe")).status_code == 404


def test_others_can_be_named_and_the_lock_ends_with_a_reason(town: Town) -> None:
    lock(town, "lead")
    lock(town, "lead", "head", said="Priya too.")
    assert opens_child(town.viewer(HEAD), town.pupils["zoe"])
    client = town.client(HEAD)
    assert "Write why the lock ends" in words(
        client.post(guarding(town, "zoe"), {"do": "unlock", "said": ""})
    )
    assert client.post(guarding(town, "zoe"), {"do": "unlock", "said": "It is over."}).status_code == 302
    assert opens_child(town.viewer(SENIOR_LEADER), town.pupils["zoe"])
    with schools(town.oakfield):
        assert len(marks(town, event=Event.UNLOCKED)) == 2
