"""Who may keep whom from a child or an entry, and lock a record to whom. Pure."""

from collections.abc import Iterable
from uuid import UUID

from heed.access.kinds import OF_FAMILY, BarWhy
from heed.lib.typed import is_visible
from heed.who.groups import LEADS, Group
from heed.who.need_to_know import Facts, opens_child, readable_through
from heed.who.powers import Power
from heed.who.viewer import Viewer

GUARDIANS = LEADS | {Group.HEAD}
"""One of these is always left who can open a record: a DSL, or failing all of them the head."""

NO_SIGNATURE = "Heed does not know your name and role yet. Ask an administrator."
SAY_WHY = "Write why. It stays with the record of what was decided."


def why_not_guard(viewer: Viewer) -> str | None:
    """The reason this person has no business with who sees what, if there is one."""
    if not any(viewer.can(power) for power in (Power.BAR, Power.LOCK, Power.EXPLAIN)):
        return "Who can see a child’s record is looked after by DSLs and the head."
    return None


def why_not_set_bars(viewer: Viewer) -> str | None:
    """The reason this person cannot keep others out, if there is one."""
    if not viewer.can(Power.BAR):
        return "Only DSLs and the head keep a colleague from a child or an entry."
    return None if viewer.signature_id else NO_SIGNATURE


def why_not_bar(viewer: Viewer, staff_id: UUID, people: Iterable[Viewer], pupil_id: UUID) -> str | None:
    """The reason this person cannot keep that colleague from this child, if there is one."""
    if staff_id == viewer.staff_id:
        return "You cannot do this for yourself. Name a child of your own family on Home, or ask another DSL."
    known = tuple(people)
    if any(one.staff_id == staff_id and pupil_id in one.barred for one in known):
        return "This colleague is kept from this child already."
    left = guardians_left(known, pupil_id)
    if left and left <= {staff_id}:
        return _NOBODY_LEFT.format("record")
    return None


def why_not_bar_from_entry(
    viewer: Viewer, staff_id: UUID, people: Iterable[Viewer], facts: Facts
) -> str | None:
    """The reason this person cannot keep that colleague from this entry, if there is one."""
    if staff_id == viewer.staff_id:
        return "You cannot do this for yourself. Ask another DSL."
    if staff_id in facts.barred:
        return "This colleague is kept from this entry already."
    left = {one.staff_id for one in people if one.groups & GUARDIANS and readable_through(one, facts)}
    if left and left <= {staff_id}:
        return _NOBODY_LEFT.format("entry")
    return None


_NOBODY_LEFT = (
    "This would leave nobody: they are the last DSL or head who can open this {}. "
    "Ask the trust who steps in, and give that person an account first."
)


def guardians_left(people: Iterable[Viewer], pupil_id: UUID) -> frozenset[UUID]:
    """DSLs and heads who can open a child's record, once they are elevated."""
    return frozenset(
        one.staff_id
        for one in people
        if one.staff_id and one.groups & GUARDIANS and opens_child(one, pupil_id)
    )


def why_not_end(said: str) -> str | None:
    """What is missing to end a bar, a lock or an opening, if anything."""
    return None if is_visible(said) else SAY_WHY


def why_not_declare(viewer: Viewer, why: str) -> str | None:
    """The reason this person cannot name a child of their own family, if there is one."""
    if not viewer.can(Power.RECORD):
        return "You see no child’s record in Heed, so there is nothing to keep you from."
    if why not in OF_FAMILY:
        return "Say how you belong to the child."
    return None if viewer.signature_id else NO_SIGNATURE


def why_not_lock(
    viewer: Viewer, named: frozenset[UUID], people: Iterable[Viewer], pupil_id: UUID, *, leaves: bool
) -> str | None:
    """The reason this person cannot lock this record to these people, if there is one.

    `leaves` says that whoever locks knows that they shut themselves out.
    """
    if not viewer.can(Power.LOCK):
        return "Only DSLs and the head lock a record."
    known = {one.staff_id: one for one in people}
    if not named <= known.keys():
        return "One of the people you named does not work here any more. Name them again."
    chosen = [known[one] for one in named]
    if not any(one.groups & GUARDIANS and pupil_id not in one.barred for one in chosen):
        return "Name at least one DSL or head, so that the record is looked after."
    if viewer.staff_id not in named and not leaves:
        return "You are not among the people you named. Name yourself too, or say that you shut yourself out."
    return None if viewer.signature_id else NO_SIGNATURE


BAR_KINDS = tuple((one.value, one.words) for one in BarWhy)
ENTRY_KINDS = tuple((one.value, one.words) for one in (BarWhy.NAMED, BarWhy.CONFLICT))
FAMILY_KINDS = (
    (BarWhy.OWN_CHILD.value, "This is my own child, or lives with me"),
    (BarWhy.RELATIVE.value, "I am related to this child"),
)
