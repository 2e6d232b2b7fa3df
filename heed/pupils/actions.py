"""Bringing children, classes and their adults up to date. Nobody is ever taken off by a list that lacks them."""

from collections.abc import Iterable
from dataclasses import astuple, dataclass
from datetime import date
from typing import Any
from uuid import UUID

from django.db import transaction

from heed.audit.actions import record
from heed.audit.kinds import Event, Kind
from heed.lib.names import folded, parts, sort_key
from heed.pupils.models import Contact, NameKey, OneToOne, Pupil, SchoolClass, Teaching
from heed.who.viewer import Viewer


@dataclass(frozen=True, slots=True)
class ContactFacts:
    """An adult to reach, as a list says."""

    name: str
    relationship: str
    phone: str
    email: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChildFacts:
    """A child, as a list says."""

    upn: str
    legal_given: str
    legal_family: str
    given: str
    family: str
    former_family: str
    born_on: date
    year: int
    class_name: str
    sex: str
    contacts: tuple[ContactFacts, ...] = ()
    unsaid: frozenset[str] = frozenset()
    """Names of these facts of which the list says nothing; of a child who is here already they stay."""


@dataclass(frozen=True, slots=True)
class Brought:
    """What a list changed, in children."""

    added: int
    changed: int
    same: int
    not_listed: int


_COPIED = ("upn", "given", "family", "legal_given", "legal_family", "former_family", "born_on", "year", "sex")


@transaction.atomic
def bring_children(by: Viewer, listed: Iterable[ChildFacts]) -> Brought:
    """Add children who are new and bring the others up to date; all of the list or nothing.

    A child is known by UPN, or else by legal name and date of birth.
    """
    children = tuple(listed)
    classes = _classes(by, {child.class_name for child in children if child.class_name})
    here = tuple(Pupil.objects.for_job(by, why="bring a roll in").order_by("id"))
    known = _Known(here)
    new: list[tuple[Pupil, ChildFacts]] = []
    old: list[tuple[Pupil, ChildFacts]] = []
    for facts in children:
        found = known.take(facts)
        (old if found else new).append((found or Pupil(school_id=by.school_id), facts))
    changed = [(row, facts) for row, facts in old if _set(row, facts, classes)]
    for row, facts in new:
        _set(row, facts, classes)
    _save(by, [row for row, _ in new], [row for row, _ in changed])
    _name_again(by, [row for row, _ in (*new, *changed)])
    rung = _set_contacts(by, [*new, *old])
    touched = {row.pk for row, _ in changed} | (rung & {row.pk for row, _ in old})
    record(
        by,
        Event.ROLL_IMPORTED,
        Kind.SCHOOL,
        by.school_id,
        added=[r.pk for r, _ in new],
        changed=sorted(touched),
    )
    listed_here = {row.pk for row, _ in old}
    gone = sum(1 for row in here if row.left_on is None and row.pk not in listed_here)
    return Brought(len(new), len(touched), len(old) - len(touched), gone)


@transaction.atomic
def teach(by: Viewer, staff_id: UUID, class_names: Iterable[str]) -> bool:
    """Give a member of staff exactly these classes.

    Returns:
        Whether anything changed.
    """
    wanted = {one.pk for one in _classes(by, set(class_names)).values()}
    rows = Teaching.objects.filter(school_id=by.school_id, staff_id=staff_id)
    held = set(rows.values_list("school_class_id", flat=True))
    if wanted == held:
        return False
    rows.filter(school_class_id__in=held - wanted).delete()
    Teaching.objects.bulk_create(
        Teaching(school_id=by.school_id, staff_id=staff_id, school_class_id=one)
        for one in sorted(wanted - held)
    )
    record(by, Event.STAFF_CHANGED, Kind.STAFF, staff_id)
    return True


@transaction.atomic
def work_one_to_one(by: Viewer, staff_id: UUID, pupil_id: UUID) -> None:
    """Note that an adult works with one child in particular. Noted already, it stays noted once."""
    OneToOne.objects.bulk_create(
        [OneToOne(school_id=by.school_id, staff_id=staff_id, pupil_id=pupil_id)], ignore_conflicts=True
    )
    record(by, Event.STAFF_CHANGED, Kind.STAFF, staff_id, child=pupil_id)


@transaction.atomic
def end_one_to_one(by: Viewer, staff_id: UUID, pupil_id: UUID) -> None:
    """Note that an adult does not work with this child in particular any more."""
    ties = OneToOne.objects.to_narrow().filter(school_id=by.school_id, staff_id=staff_id, pupil_id=pupil_id)
    ties.delete()
    record(by, Event.STAFF_CHANGED, Kind.STAFF, staff_id, no_longer=pupil_id)


class _Known:
    """Children already here, found by UPN or by legal name and birth."""

    def __init__(self, rows: Iterable[Pupil]) -> None:
        self.taken: set[UUID] = set()
        self.by_upn: dict[str, Pupil] = {}
        self.by_name: dict[tuple[str, str, date], Pupil] = {}
        for row in rows:
            if row.upn:
                self.by_upn[row.upn] = row
            self.by_name[folded(row.legal_given), folded(row.legal_family), row.born_on] = row

    def take(self, facts: ChildFacts) -> Pupil | None:
        """The row of this child, given out once. Two different UPNs are two children, however alike they are called."""
        found = self._find(facts)
        if found is None or found.pk in self.taken:
            return None
        self.taken.add(found.pk)
        return found

    def _find(self, facts: ChildFacts) -> Pupil | None:
        if facts.upn in self.by_upn:
            return self.by_upn[facts.upn]
        found = self.by_name.get((folded(facts.legal_given), folded(facts.legal_family), facts.born_on))
        return None if found and found.upn and facts.upn else found


def _set(row: Pupil, facts: ChildFacts, classes: dict[str, SchoolClass]) -> bool:
    """Write the facts into the row; whether that changed it. What the list does not say is not lost."""
    before = _said(row)
    known = bool(row.sort_key)  # a row that was never filled in is new
    for name in _COPIED:
        if name == "upn" and not facts.upn:
            continue
        if not (known and name in facts.unsaid):
            setattr(row, name, getattr(facts, name))
    row.school_class = classes.get(facts.class_name)
    row.sort_key = sort_key(row.family, row.given)
    row.left_on = None
    return before != _said(row)


def _said(row: Pupil) -> tuple[Any, ...]:
    return (*(getattr(row, name) for name in _COPIED), row.school_class_id, row.left_on)


def _save(by: Viewer, new: list[Pupil], changed: list[Pupil]) -> None:
    Pupil.objects.bulk_create(new, batch_size=500)
    if changed:
        rows = Pupil.objects.for_job(by, why="bring a roll in")
        rows.bulk_update(changed, [*_COPIED, "school_class", "sort_key", "left_on"], batch_size=200)


def _name_again(by: Viewer, rows: list[Pupil]) -> None:
    """Every part of every name, preferred, legal and former, finds the child."""
    NameKey.objects.for_job(by, why="bring a roll in").filter(pupil_id__in=[row.pk for row in rows]).delete()
    NameKey.objects.bulk_create(
        (NameKey(school_id=by.school_id, pupil=row, key=key) for row in rows for key in _keys(row)),
        batch_size=1000,
    )


def _keys(row: Pupil) -> tuple[str, ...]:
    names = (row.given, row.family, row.legal_given, row.legal_family, row.former_family)
    return tuple(part[:100] for part in parts(" ".join(names)))


def _set_contacts(by: Viewer, rows: list[tuple[Pupil, ChildFacts]]) -> set[UUID]:
    """Replace the contacts of children whose list of them changed; whose they were."""
    rows = [(row, facts) for row, facts in rows if "contacts" not in facts.unsaid]
    ids = [row.pk for row, _ in rows]
    held: dict[UUID, list[tuple[str, ...]]] = {}
    kept = Contact.objects.for_job(by, why="bring a roll in").filter(pupil_id__in=ids).order_by("position")
    for one in kept:
        held.setdefault(one.pupil_id, []).append((one.name, one.relationship, one.phone, one.email))
    differ = [(r, f) for r, f in rows if held.get(r.pk, []) != [astuple(one) for one in f.contacts]]
    Contact.objects.for_job(by, why="bring a roll in").filter(pupil_id__in=[r.pk for r, _ in differ]).delete()
    Contact.objects.bulk_create(
        (
            Contact(school_id=by.school_id, pupil=row, position=position, **_as_columns(one))
            for row, facts in differ
            for position, one in enumerate(facts.contacts, start=1)
        ),
        batch_size=1000,
    )
    return {row.pk for row, _ in differ}


def _as_columns(one: ContactFacts) -> dict[str, str]:
    return {"name": one.name, "relationship": one.relationship, "phone": one.phone, "email": one.email}


def _classes(by: Viewer, names: set[str]) -> dict[str, SchoolClass]:
    """The classes of these names, whatever their capitals, made where they are new."""
    here = {one.sort_key: one for one in SchoolClass.objects.filter(school_id=by.school_id)}
    new = {
        folded(name): SchoolClass(school_id=by.school_id, name=name, sort_key=folded(name))
        for name in sorted(names)
        if folded(name) not in here
    }
    SchoolClass.objects.bulk_create(new.values())
    return {name: (here | new)[folded(name)] for name in names}
