"""A school begins at the command line: it is added, it gets its first head, and from then on it helps itself."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from heed.access.ruled import groups_of, members_of
from heed.accounts.queries import open_invitations_to
from heed.audit.models import Mark
from heed.config.cli import _SAID_WITH_HYPHENS
from heed.records.queries import categories_of
from heed.schools.queries import school_named
from heed.staff.models import Staff
from heed.tenancy.scope import schools
from heed.who.groups import Group
from tests.cast import Town

ELM = "Elm Green School"


def run(command: str, *words: str, **options: str) -> str:
    out = StringIO()
    call_command(command, *words, stdout=out, **options)
    return out.getvalue()


def add_head(**other: str) -> str:
    told = {"school": ELM, "email": "head@elm.example", "name": "Ann Head", **other}
    return run("add_head", **told)


def test_a_school_begins_with_its_categories_and_a_trust(town: Town) -> None:
    assert "Elm Green School is there." in run("add_school", f"  {ELM} ", trust="Kestrel Learning Trust")
    school = school_named(ELM)
    with schools(school.pk):
        assert len(categories_of(school.pk)) == 14
        assert {mark.origin for mark in Mark.objects.all()} == {"command"}
    assert school.trust is not None


@pytest.mark.parametrize("name", ["oakfield PRIMARY school", "  ", "x" * 201])
def test_a_name_that_is_taken_or_none_is_refused(name: str, town: Town) -> None:
    with pytest.raises(CommandError, match=r"already|Give"):
        run("add_school", name)


def test_the_first_head_is_head_and_the_marks_say_from_where(town: Town) -> None:
    run("add_school", ELM)
    assert "Ann Head is head of Elm Green School." in add_head()
    school = school_named(ELM)
    with schools(school.pk):
        [head] = members_of(school.pk)
        assert head.groups == {Group.HEAD}
        events = {mark.event: mark.name for mark in Mark.objects.all()}
    assert events["groups set"] == "heed add-head"


def test_without_a_mail_server_the_command_says_that_the_invitation_waits(town: Town) -> None:
    run("add_school", ELM)
    assert "Their invitation waits" in add_head()
    assert _invitations() == 1


def test_the_head_is_invited_and_again_when_asked_again(town: Town, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("heed.people.inviting.is_set_up", lambda: True)
    run("add_school", ELM)
    assert "An invitation is on its way." in add_head()
    add_head()
    assert _invitations() == 1, "the one before works no more"


def _invitations() -> int:
    return len(open_invitations_to("head@elm.example"))


def test_a_school_with_a_head_gets_no_second_one_from_the_command_line(town: Town) -> None:
    with pytest.raises(CommandError, match="The school has a head: Priya Nair"):
        add_head(school="Oakfield Primary School")
    with pytest.raises(CommandError, match="The school has a head"):
        add_head(school="Oakfield Primary School", email="head@oakfield.example")


def test_a_school_whose_head_has_left_gets_a_new_one(town: Town) -> None:
    with schools(town.oakfield):
        Staff.objects.filter(pk=town.staff["head"]).update(left_on="2026-11-01")
    add_head(school="Oakfield Primary School", email="teacher@oakfield.example", name="Katie Lowther")
    with schools(town.oakfield):
        assert groups_of(town.oakfield, town.staff["teacher"]) == {Group.TEACHER, Group.HEAD}
    with pytest.raises(CommandError, match="somebody who has left"):
        add_head(school="Oakfield Primary School", email="head@oakfield.example")


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"school": "Nowhere"}, "There is no school called “Nowhere”"),
        ({"email": "head"}, "is not an e-mail address"),
        ({"name": " "}, "Give the head’s name"),
        ({"name": "x" * 201}, "201 characters"),
    ],
)
def test_what_cannot_be_is_said_and_nothing_is_changed(wrong: dict[str, str], said: str, town: Town) -> None:
    run("add_school", ELM)
    with pytest.raises(CommandError, match=said):
        add_head(**wrong)
    school = school_named(ELM)
    with schools(school.pk):
        assert members_of(school.pk) == ()


def test_the_commands_are_said_with_hyphens() -> None:
    assert {"add-head", "add-school"} <= _SAID_WITH_HYPHENS
