"""Turns the sample trust into rows, people through the product's own actions, entries many at once."""

import tempfile
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from secrets import token_urlsafe
from uuid import UUID

from django.conf import settings
from django.contrib.auth.hashers import make_password

from heed.access.actions import bar, leave_groups, set_up_groups
from heed.access.kinds import BarWhy
from heed.accounts import letters
from heed.accounts.actions import make_account
from heed.accounts.models import Letter, Membership, User
from heed.accounts.queries import user_with
from heed.alerts.models import Alert
from heed.audit.actions import record
from heed.audit.kinds import Event, Kind
from heed.demo.accounts import PASSWORD, SECRET, needs_code
from heed.demo.guarded import guard
from heed.demo.home import Planted
from heed.demo.mailing import ask_for_mail, choose_a_handful
from heed.demo.people import TRUST_NAME, SampleChild, SampleSchool, SampleStaff, schools
from heed.demo.planting import Planter
from heed.demo.rollfile import write_roll
from heed.demo.tales.tale import Tale
from heed.demo.tales.telling import Sample, every_tale
from heed.jobs.letters import Mail
from heed.lib.clock import london
from heed.pupils.actions import work_one_to_one
from heed.pupils.models import Pupil
from heed.records.actions import open_files
from heed.roll.actions import bring_in
from heed.roll.reading import read_roll
from heed.schools.actions import add_school
from heed.staff.actions import give_account
from heed.staff.models import Departure, Staff
from heed.staff.queries import staff_by_email
from heed.tenancy.scope import schools as within
from heed.who.groups import Group
from heed.who.viewer import Viewer, on_the_server

OPENED = timedelta(days=366 * 8)
"""So long ago the schools began to write: before the first entry of the longest file."""


def seed(now: datetime, sample: Sample = Sample.FULL) -> None:
    """Make the sample trust, its accounts and its entries. The same every time, counted back from now."""
    assert settings.DEMO, "the sample trust lives in demo mode only"
    planted = {school.key: _plant(school, now) for school in schools()}
    tales = every_tale(now, sample)
    for school in schools():
        home = planted[school.key]
        with within(home.school_id):
            alerts = _tell(home, school, [tale for tale in tales if tale.child in home.pupils], now)
            if school.key == "oakfield":
                guard(home, alerts, now)


def _tell(home: Planted, school: SampleSchool, tales: list[Tale], now: datetime) -> tuple[Alert, ...]:
    planter = Planter(home, {child.key: child.class_name for child in school.children})
    for tale in tales:
        planter.tell(tale)
    sign_in = frozenset(home.staff[person.email] for person in school.staff if person.demo)
    mail = choose_a_handful(planter.rows.alerts.values(), sign_in)
    planter.put()
    ask_for_mail(mail)
    by = on_the_server(home.school_id, at=now, name="Sample trust")
    for person in school.staff:
        _settle(by, home, person, now)
    items = {item.pk: item for item in planter.rows.items}
    for alert in planter.rows.alerts.values():
        alert.item = items[alert.item_id]
    return tuple(planter.rows.alerts.values())


def _plant(school: SampleSchool, now: datetime) -> Planted:
    start = now - OPENED
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
        _let_in(planted, school.staff)
    return planted


def _make_account(by: Viewer, person: SampleStaff) -> UUID:
    return make_account(
        by,
        email=person.email,
        name=person.name,
        password=PASSWORD if person.demo else None,
        second_factor=SECRET if person.demo and needs_code(person.groups) else None,
        demo=True,
    )


def _let_in(planted: Planted, people: tuple[SampleStaff, ...]) -> None:
    """Whoever is no demo account and has come so far has a password that nobody knows: one hash for all of them."""
    active = [planted.users[one.email] for one in people if one.account == "active" and not one.demo]
    User.objects.filter(pk__in=active).update(password=make_password(token_urlsafe()))


def _settle(by: Viewer, planted: Planted, person: SampleStaff, now: datetime) -> None:
    """Invitations on their way, too old by now, and people who leave: as an administrator has left them."""
    staff_id = planted.staff[person.email]
    hand = replace(by, at=now - timedelta(days={"invited": 1, "expired": 12}.get(person.account, 1)))
    if person.account in {"invited", "expired"}:
        letters.invite(hand, staff_id, email=person.email)
        Letter.objects.filter(staff_id=staff_id).update(mail=Mail.SENT, mail_at=hand.at)
    if person.leaves_in is not None:
        Staff.objects.filter(pk=staff_id).update(left_on=(now + timedelta(days=person.leaves_in)).date())
        if person.account != "gone":
            Departure.objects.create(school_id=by.school_id, staff_id=staff_id, asked_at=hand.at)
            record(hand, Event.LEAVING_SET, Kind.STAFF, staff_id)
    if person.account == "gone":
        Membership.objects.filter(user_id=planted.users[person.email], school_id=by.school_id).delete()
        leave_groups(hand, staff_id, why="Has left")
        record(hand, Event.LEFT, Kind.STAFF, staff_id)


def _pupils(by: Viewer, children: tuple[SampleChild, ...]) -> dict[str, UUID]:
    rows = Pupil.objects.for_job(by, why="make the sample trust").values_list("upn", "pk")
    by_upn = dict(rows)
    return {child.key: by_upn[child.upn] for child in children}


def _hire(by: Viewer, planted: Planted, person: SampleStaff, staff_id: UUID) -> None:
    already = user_with(person.email)
    if already:
        Membership.objects.create(user=already, school_id=by.school_id)
    user_id = already.pk if already else _make_account(by, person)
    give_account(by, staff_id, user_id)
    set_up_groups(by, staff_id, (Group(group) for group in person.groups), why="Sample trust")
    planted.staff[person.email], planted.users[person.email] = staff_id, user_id
    for child in person.children:
        why = BarWhy.OWN_CHILD
        bar(by, staff_id, planted.pupils[child], why=why, said="Lives with me.", declared=True)
    for child in person.one_to_one:
        work_one_to_one(by, staff_id, planted.pupils[child])
