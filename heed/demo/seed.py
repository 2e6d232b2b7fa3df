"""Turns the sample trust into rows, people through the product's own actions, entries many at once."""

import tempfile
from datetime import datetime, timedelta
from pathlib import Path
from uuid import UUID

from django.conf import settings

from heed.access.actions import bar
from heed.access.kinds import BarWhy
from heed.accounts.actions import make_account
from heed.alerts.models import Alert
from heed.demo.accounts import PASSWORD, SECRET, needs_code
from heed.demo.guarded import guard
from heed.demo.home import Planted
from heed.demo.mailing import ask_for_mail, choose_a_handful
from heed.demo.people import TRUST_NAME, SampleChild, SampleSchool, SampleStaff, schools
from heed.demo.planting import Planter
from heed.demo.rollfile import write_roll
from heed.demo.tales.retold import retold
from heed.demo.tales.tale import Tale
from heed.lib.clock import london
from heed.pupils.actions import work_one_to_one
from heed.pupils.models import Pupil
from heed.records.actions import open_files
from heed.roll.actions import bring_in
from heed.roll.reading import read_roll
from heed.schools.actions import add_school
from heed.staff.actions import give_account
from heed.staff.queries import staff_by_email
from heed.tenancy.scope import schools as within
from heed.who.viewer import Viewer, on_the_server


def seed(now: datetime) -> None:
    """Make the sample trust, its accounts and its hundred entries. The same every time, counted back from now."""
    assert settings.DEMO, "the sample trust lives in demo mode only"
    planted = {school.key: _plant(school, now) for school in schools()}
    tales = sorted(retold(now), key=lambda tale: (tale.recorded_at, tale.child))
    for school in schools():
        home = planted[school.key]
        with within(home.school_id):
            alerts = _tell(home, school, [tale for tale in tales if tale.child in home.pupils])
            if school.key == "oakfield":
                guard(home, alerts, now)


def _tell(home: Planted, school: SampleSchool, tales: list[Tale]) -> tuple[Alert, ...]:
    planter = Planter(home, {child.key: child.class_name for child in school.children})
    for tale in tales:
        planter.tell(tale)
    sign_in = frozenset(home.staff[person.email] for person in school.staff if person.demo)
    mail = choose_a_handful(planter.rows.alerts.values(), sign_in)
    planter.put()
    ask_for_mail(mail)
    items = {item.pk: item for item in planter.rows.items}
    for alert in planter.rows.alerts.values():
        alert.item = items[alert.item_id]
    return tuple(planter.rows.alerts.values())


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
        why = BarWhy.OWN_CHILD
        bar(by, staff_id, planted.pupils[child], why=why, said="Lives with me.", declared=True)
    for child in person.one_to_one:
        work_one_to_one(by, staff_id, planted.pupils[child])
