"""A mail says to those who may decide that something waits, and nothing of it."""

from uuid import UUID

import pytest
from procrastinate.contrib.django.models import ProcrastinateJob

from heed.access.actions import set_groups
from heed.access.ruled import proposals_waiting
from heed.access.ruling import turn_down
from heed.people.tasks import NotTaken, tell_approver
from heed.staff.models import Staff
from heed.tenancy.scope import schools
from heed.who.groups import Group
from tests.cast import ADMINISTRATOR, HEAD, LEAD, TEACHER, Town
from tests.post import Manner, Post
from tests.records.behind import marks


@pytest.fixture
def proposal(town: Town) -> UUID:
    with schools(town.oakfield):
        set_groups(town.viewer(ADMINISTRATOR), town.staff["teacher"], [Group.TEACHER, Group.SLT], why="x")
        [one] = proposals_waiting(town.oakfield)
    return one.proposal_id


def jobs() -> list[dict[str, str]]:
    rows = ProcrastinateJob.objects.filter(task_name="people.tell_approver").order_by("id")
    return list(rows.values_list("args", flat=True))


def tell(town: Town, proposal: UUID, who: str) -> None:
    tell_approver(school_id=str(town.oakfield), proposal_id=str(proposal), staff_id=str(town.staff[who]))


def test_the_head_and_the_leads_who_may_approve_are_told_and_nobody_else(town: Town, proposal: UUID) -> None:
    assert {job["staff_id"] for job in jobs()} == {str(town.staff["head"]), str(town.staff["lead"])}


def test_neither_who_proposes_nor_whom_it_is_about_is_told(town: Town) -> None:
    with schools(town.oakfield):
        set_groups(town.viewer(LEAD), town.staff["head"], [Group.HEAD, Group.ADMIN], why="x")
    assert jobs() == []


def test_the_mail_names_nobody_and_leads_to_what_waits(town: Town, proposal: UUID, post: Post) -> None:
    tell(town, proposal, "lead")
    [letter] = post.letters()
    said = f"{letter['Subject']} {letter.get_content()}"
    assert (letter["To"], letter["Subject"]) == ("lead@oakfield.example", "Something to decide in Heed")
    assert "https://heed.example/people/proposals/" in said
    assert not any(name in said for name in (TEACHER.name, ADMINISTRATOR.name, "senior", "SLT"))
    assert [mark.about_id for mark in marks(town, event="mail sent")] == [proposal]


def test_every_try_has_one_message_id(town: Town, proposal: UUID, post: Post) -> None:
    tell(town, proposal, "lead")
    tell(town, proposal, "lead")
    assert len({letter["Message-ID"] for letter in post.letters()}) == 1


def test_what_the_server_does_not_take_now_is_tried_again(town: Town, proposal: UUID, post: Post) -> None:
    post.manner = Manner.NOT_NOW
    with pytest.raises(NotTaken):
        tell(town, proposal, "lead")
    post.manner = Manner.TAKES
    tell(town, proposal, "lead")
    assert post.taken == ["lead@oakfield.example"]


def test_what_it_never_takes_is_noted(town: Town, proposal: UUID, post: Post) -> None:
    post.manner = Manner.NEVER
    tell(town, proposal, "lead")
    assert [mark.about_id for mark in marks(town, event="mail refused")] == [proposal]


def test_once_it_is_decided_or_somebody_has_left_no_mail_goes(town: Town, proposal: UUID, post: Post) -> None:
    with schools(town.oakfield):
        Staff.objects.filter(pk=town.staff["lead"]).update(left_on="2026-11-01")
    tell(town, proposal, "lead")
    with schools(town.oakfield):
        turn_down(town.viewer(HEAD), proposal, said="No")
    tell(town, proposal, "head")
    assert post.taken == []
