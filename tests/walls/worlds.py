"""Puts an oracle's world into the database, and asks the product about it."""

from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from heed.access.models import Bar, GroupRule, Holding, Lock, Named, Opening
from heed.access.queries import viewer_for
from heed.accounts.models import User
from heed.pupils.models import OneToOne, Pupil, SchoolClass, Teaching
from heed.records.models import EntryBar, Grant, Item
from heed.schools.models import School
from heed.staff.models import Signature, Staff
from heed.tenancy.keys import uuid7
from heed.tenancy.scope import schools
from heed.who.need_to_know import Facts
from heed.who.viewer import Viewer, on_the_server
from tests.cast import NOW
from tests.walls.oracle import Entry, Rule, World

ENDS = {
    "open": None,
    "ends later": NOW + timedelta(seconds=1),
    "ended": NOW - timedelta(days=1),
    "ends now": NOW,
    "somebody else's": None,
}


SCOPES = {
    "all": "whole school",
    "own year": "own year",
    "own classes": "own classes",
    "one-to-one": "one-to-one children",
    "none": "no child",
}
OWN_YEAR, OTHER_YEAR = 3, 5


@dataclass
class Built:
    here: UUID
    elsewhere: UUID
    world: World
    viewer: Viewer
    user_id: UUID
    pupils: list[UUID]
    items: list[UUID]

    def indexes(self, rows: object, ids: list[UUID]) -> set[int]:
        """Which of these ids are among the rows."""
        found = set(rows.filter(pk__in=ids).values_list("pk", flat=True))  # type: ignore[attr-defined]
        return {number for number, one in enumerate(ids) if one in found}


def build(world: World) -> Built:
    """Rows for one world, in two schools of its own."""
    here, elsewhere = _school(), _school()
    with schools(here, elsewhere):
        user = User.objects.create(email=f"{uuid7()}@oakfield.example", name="Somebody")
        person = _staff(here, user)
        other = _staff(here, None)
        signatures = [_signature(person), _signature(other)]
        Holding.objects.bulk_create(
            Holding(school_id=here, staff=person, group=group) for group in world.groups
        )
        pupils = _children(world, person, elsewhere)
        _works_elsewhere(world, user, elsewhere)
        _rules(world.rules, signatures[0])
        _open(world, pupils, signatures)
        items = [_item(entry, world, pupils, signatures) for entry in world.entries]
        items = [
            _action_on_barred(entry, item, person)
            if entry.of_barred and world.children[entry.child].here
            else item
            for entry, item in zip(world.entries, items, strict=True)
        ]
        _tie(world, items, person, other)
    viewer = viewer_of(user.pk, world, here)
    return Built(
        here, elsewhere, world, viewer, user.pk, [one.pk for one in pupils], [one.pk for one in items]
    )


def viewer_of(user_id: UUID, world: World, here: UUID) -> Viewer:
    """The person of a world, as a request would make them now."""
    with schools(here):
        viewer = viewer_for(user_id, here, elevated=world.elevated, at=NOW, origin="test")
    assert viewer is not None
    return viewer


def facts(built: Built, entry: Entry) -> Facts:
    """The same entry as facts in hand, for the rule in its other form."""
    live = {entry.grant, entry.share} & {"open", "ends later"}
    me = frozenset({built.viewer.staff_id}) - {None}
    return Facts(
        school_id=built.here if built.world.children[entry.child].here else built.elsewhere,
        pupil_id=built.pupils[entry.child],
        categories=frozenset(entry.categories),
        granted=me if live else frozenset(),
        barred=me if (entry.barred or entry.of_barred) and not entry.bar_ended else frozenset(),
    )


def _school() -> UUID:
    name = str(uuid7())
    return School.objects.create(name=name, slug=name).pk


def _works_elsewhere(world: World, user: User, elsewhere: UUID) -> None:
    """The same person in the other school, whose rules are its own."""
    there = _staff(elsewhere, user)
    Holding.objects.bulk_create(
        Holding(school_id=elsewhere, staff=there, group=group) for group in world.works_elsewhere
    )
    _rules(world.rules_elsewhere, _signature(there))


def _rules(rules: list[Rule], signature: Signature) -> None:
    for version, rule in enumerate(rules, start=1):
        if rule.group == "admin":
            continue  # the database refuses it: tests/access/test_changing_a_group.py
        GroupRule.objects.create(
            school_id=signature.school_id,
            group=rule.group,
            version=version,
            reads=sorted(rule.reads),
            uses=[],
            scope=SCOPES[rule.scope],
            powers=["open child"] if rule.opens_children else [],
            why="A world",
            since=NOW,
            signature=signature,
        )


def _staff(school: UUID, user: User | None) -> Staff:
    return Staff.objects.create(
        school_id=school,
        user=user,
        email=f"{uuid7()}@oakfield.example",
        name="Somebody",
        role="Adult",
        sort_key="s",
    )


def _signature(person: Staff) -> Signature:
    return Signature.objects.create(
        school_id=person.school_id, staff=person, name="Somebody", role="Adult", groups=[], since=NOW
    )


def _children(world: World, person: Staff, elsewhere: UUID) -> list[Pupil]:
    own, other = (_class(person.school_id) for _ in range(2))
    there = _class(elsewhere)
    Teaching.objects.create(school_id=person.school_id, staff=person, school_class=own)
    _pupil(own, OWN_YEAR)
    left = _pupil(own, OTHER_YEAR)
    Pupil.objects.for_job(on_the_server(person.school_id, at=NOW), why="a leaver makes no year").filter(
        pk=left.pk
    ).update(left_on=NOW.date())
    found = []
    for child in world.children:
        in_class = (own if child.in_own_class else other) if child.here else there
        pupil = _pupil(in_class, OWN_YEAR if child.in_own_class or child.in_own_year else OTHER_YEAR)
        if child.here:
            _tie_child(child, pupil, person)
        found.append(pupil)
    return found


def _class(school: UUID) -> SchoolClass:
    return SchoolClass.objects.create(school_id=school, name=str(uuid7()), sort_key="x")


def _pupil(in_class: SchoolClass, year: int) -> Pupil:
    return Pupil.objects.create(
        school_id=in_class.school_id,
        school_class=in_class,
        given="A",
        family="Child",
        legal_given="A",
        legal_family="Child",
        born_on=date(2018, 1, 1),
        year=year,
        sex="X",
        sort_key="child, a",
    )


def _tie_child(child: object, pupil: Pupil, person: Staff) -> None:
    school = pupil.school_id
    if child.one_to_one:  # type: ignore[attr-defined]
        OneToOne.objects.create(school_id=school, staff=person, pupil=pupil)
    if child.barred:  # type: ignore[attr-defined]
        ended = NOW if child.bar_ended else None  # type: ignore[attr-defined]
        Bar.objects.create(
            school_id=school, staff=person, pupil=pupil, why="relative", since=NOW, ended_at=ended
        )
    if child.locked:  # type: ignore[attr-defined]
        ended = NOW if child.lock_ended else None  # type: ignore[attr-defined]
        lock = Lock.objects.create(school_id=school, pupil=pupil, since=NOW, ended_at=ended)
        if child.named:  # type: ignore[attr-defined]
            Named.objects.create(school_id=school, lock=lock, staff=person)


def _item(entry: Entry, world: World, pupils: list[Pupil], signatures: list[Signature]) -> Item:
    pupil = pupils[entry.child]
    signature = signatures[0] if entry.own else signatures[1]
    if not world.children[entry.child].here:
        signature = _signature(_staff(pupil.school_id, None))
    return Item.objects.create(
        school_id=pupil.school_id,
        pupil=pupil,
        signature=signature,
        kind="test",
        occurred_at=NOW,
        precision="exact",
        recorded_at=NOW,
        categories=entry.categories,
    )


def _open(world: World, pupils: list[Pupil], signatures: list[Signature]) -> None:
    """At most one record, opened for an hour."""
    for child, pupil in zip(world.children, pupils, strict=True):
        if not child.opening:
            continue
        ends_at = {"over": NOW - timedelta(minutes=1), "ends now": NOW}.get(
            child.opening, NOW + timedelta(minutes=5)
        )
        signature = signatures[1] if child.opening == "somebody else's" else signatures[0]
        Opening.objects.create(
            school_id=pupil.school_id,
            staff_id=signature.staff_id,
            pupil=pupil,
            said="Nobody answers.",
            signature=signature,
            since=NOW - timedelta(minutes=55),
            ends_at=ends_at,
            ended_at=NOW - timedelta(minutes=1) if child.opening == "ended" else None,
        )


def _action_on_barred(told: Entry, entry: Item, person: Staff) -> Item:
    """The same as an action, on an entry of its own that the person is barred from."""
    _bar(told, entry, person)
    return Item.objects.create(
        school_id=entry.school_id,
        pupil_id=entry.pupil_id,
        signature_id=entry.signature_id,
        entry=entry,
        kind="action",
        occurred_at=NOW,
        precision="exact",
        recorded_at=NOW,
        categories=entry.categories,
    )


def _tie(world: World, items: list[Item], person: Staff, other: Staff) -> None:
    for entry, item in zip(world.entries, items, strict=True):
        if not world.children[entry.child].here:
            continue  # ties cannot cross schools: the database refuses them
        for why, state in (("alerted", entry.grant), ("shared", entry.share)):
            if state:
                to = other if state == "somebody else's" else person
                Grant.objects.create(
                    school_id=item.school_id, item=item, staff=to, why=why, since=NOW, ends_at=ENDS[state]
                )
        if entry.barred:
            _bar(entry, item, person)


def _bar(entry: Entry, item: Item, person: Staff) -> None:
    ended_at = NOW if entry.bar_ended else None
    EntryBar.objects.create(
        school_id=item.school_id, item=item, staff=person, why="named", since=NOW, ended_at=ended_at
    )
