"""Turns the sample trust into rows, through the product's own actions."""

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path
from uuid import UUID

from django.conf import settings

from heed.access.actions import bar
from heed.access.queries import viewer_for
from heed.accounts.actions import make_account
from heed.alerts.actions import mark_as_read
from heed.alerts.queries import alert_of
from heed.demo.accounts import PASSWORD, SECRET, needs_code
from heed.demo.mailing import leave_a_handful
from heed.demo.people import TRUST_NAME, SampleChild, SampleSchool, SampleStaff, schools
from heed.demo.rollfile import write_roll
from heed.demo.stories import Story, all_stories
from heed.demo.terms import school_days_before
from heed.incidents.actions import Account, record_incident
from heed.lib.clock import from_london, london
from heed.pupils.actions import work_one_to_one
from heed.pupils.models import Pupil
from heed.records.actions import open_files
from heed.records.kinds import Precision
from heed.roll.actions import bring_in
from heed.roll.reading import read_roll
from heed.schools.actions import add_school
from heed.staff.actions import give_account
from heed.staff.queries import staff_by_email
from heed.tenancy.keys import uuid7
from heed.tenancy.scope import schools as within
from heed.who.categories import Default
from heed.who.viewer import Viewer, on_the_server

PRECISIONS = {"exact": Precision.EXACT, "about": Precision.ABOUT, "morning of": Precision.PART}


@dataclass(slots=True)
class Planted:
    """A sample school in the database: who is who."""

    school_id: UUID
    staff: dict[str, UUID]
    users: dict[str, UUID]
    pupils: dict[str, UUID]
    viewers: dict[str, Viewer] = field(default_factory=dict)


def seed(now: datetime) -> None:
    """Make the sample trust, its accounts and its hundred entries. The same every time, counted back from now."""
    assert settings.DEMO, "the sample trust lives in demo mode only"
    planted = {school.key: _plant(school, now) for school in schools()}
    tales = sorted(all_stories(), key=lambda story: _recorded_at(story, now))
    for story in tales:
        _tell(story, _home_of(story, planted), now)
    leave_a_handful(_who_signs_in(planted))


def _who_signs_in(planted: dict[str, Planted]) -> Iterator[tuple[UUID, list[UUID]]]:
    """Each school, and the people whom the demonstration lists with their password."""
    for school in schools():
        home = planted[school.key]
        yield home.school_id, [home.staff[person.email] for person in school.staff if person.demo]


def _plant(school: SampleSchool, now: datetime) -> Planted:
    start = now - timedelta(days=900)
    school_id = add_school(school.name, trust=TRUST_NAME, now=start)
    with within(school_id):
        by = on_the_server(school_id, at=start, name="Sample trust")
        open_files(by)
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "roll.csv"
            write_roll(school, file)
            bring_in(by, read_roll(file, today=london(now).date()))
        planted = Planted(school_id, {}, {}, _pupils(by, school.children))
        people = staff_by_email(school_id)
        for person in school.staff:
            _hire(by, planted, person, people[person.email].pk)
    return planted


def _pupils(by: Viewer, children: tuple[SampleChild, ...]) -> dict[str, UUID]:
    rows = Pupil.objects.for_job(by, why="make the sample trust").values_list("upn", "pk")
    by_upn = dict(rows)
    return {child.key: by_upn[child.upn] for child in children}


def _hire(by: Viewer, planted: Planted, person: SampleStaff, staff_id: UUID) -> None:
    user_id = make_account(
        by,
        email=person.email,
        name=person.name,
        password=PASSWORD if person.demo else None,
        second_factor=SECRET if person.demo and needs_code(person.groups) else None,
        demo=True,
    )
    give_account(by, staff_id, user_id)
    planted.staff[person.email], planted.users[person.email] = staff_id, user_id
    for child in person.children:
        bar(by, staff_id, planted.pupils[child], why="relative")
    for child in person.one_to_one:
        work_one_to_one(by, staff_id, planted.pupils[child])


def _tell(story: Story, home: Planted, now: datetime) -> None:
    occurred, recorded = _occurred_at(story, now), _recorded_at(story, now)
    with within(home.school_id):
        item_id = record_incident(
            _as(home, story.writer, recorded), _said(story, home, occurred), token=uuid7()
        )
        for email in story.read_by:
            _read(_as(home, email, min(recorded + timedelta(minutes=40), now)), item_id)


def _said(story: Story, home: Planted, occurred: datetime) -> Account:
    return Account(
        pupil_id=home.pupils[story.child],
        account=story.account,
        child_words=story.child_words,
        already_done=story.already_done,
        categories=frozenset(Default[one.upper()] for one in story.categories),
        occurred_at=occurred,
        precision=PRECISIONS[story.precision],
        place=story.place,
        late_reason=story.late_reason,
    )


def _read(viewer: Viewer, item_id: UUID) -> None:
    alert = alert_of(viewer, item_id)
    assert alert is not None, f"{viewer.role} is not told of this story, but is said to have read it"
    mark_as_read(viewer, alert.alert_id)


def _as(home: Planted, email: str, at: datetime) -> Viewer:
    """The person at that moment. What they may see does not change while the stories are told."""
    if email not in home.viewers:
        viewer = viewer_for(home.users[email], home.school_id, elevated=True, at=at, origin="sample")
        assert viewer is not None, "sample staff do not leave"
        home.viewers[email] = viewer
    return replace(home.viewers[email], at=at)


def _home_of(story: Story, planted: dict[str, Planted]) -> Planted:
    return next(home for home in planted.values() if story.child in home.pupils)


def _occurred_at(story: Story, now: datetime) -> datetime:
    """So many school days back; today's stories happen before now, whatever the hour of the demonstration."""
    day = school_days_before(london(now).date(), story.school_days_ago)
    return from_london(day, story.at.hour, story.at.minute)


def _recorded_at(story: Story, now: datetime) -> datetime:
    return _occurred_at(story, now) + timedelta(minutes=story.minutes_later)
