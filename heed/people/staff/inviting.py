"""Adding staff, inviting them, and taking an invitation up."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db import transaction

from heed.access.actions import set_groups
from heed.access.models import Holding
from heed.accounts import letters
from heed.accounts.models import Letter, Membership, User
from heed.accounts.passwords import by_a_link, has_account, make_user, set_password
from heed.accounts.queries import can_be_used, user_with
from heed.audit.actions import record
from heed.audit.kinds import Event, Kind
from heed.lib.clock import london
from heed.lib.outcomes import Refused, refuse
from heed.people.staff import rules
from heed.people.staff.kinds import WITHOUT_ACCOUNT, Account
from heed.people.staff.queries import everybody_here, one_person
from heed.staff.actions import change_address, give_account, put_on_staff
from heed.staff.models import Staff
from heed.staff.queries import person_here
from heed.tenancy.scope import schools
from heed.who.groups import GUARDED, Group
from heed.who.viewer import Viewer


@dataclass(frozen=True, slots=True, kw_only=True)
class Newcomer:
    """Somebody to be added to the staff."""

    email: str
    name: str
    role: str
    groups: frozenset[Group]


@transaction.atomic
def add_person(viewer: Viewer, new: Newcomer, *, invite: bool) -> UUID:
    """Add somebody to the staff, in groups that may be given here, and invite them.

    Raises:
        Refused: when somebody here has this address already, or a group is not given here.
    """
    refuse(rules.why_not_given(new.groups))
    if Staff.objects.filter(school_id=viewer.school_id, email=new.email).exists():
        raise Refused("Somebody here has this address already.")
    staff_id, _ = put_on_staff(viewer, email=new.email, name=new.name, role=new.role)
    set_groups(viewer, staff_id, new.groups, why="New on the staff")
    if invite:
        invite_person(viewer, staff_id)
    return staff_id


@transaction.atomic
def add_people(viewer: Viewer, people: Iterable[Newcomer], *, invite: bool) -> int:
    """Add several. Returns how many."""
    return len([add_person(viewer, one, invite=invite) for one in people])


@transaction.atomic
def invite_person(viewer: Viewer, staff_id: UUID) -> None:
    """Send somebody an invitation, or a new one; the one before works no more.

    Raises:
        NotSeen: when there is no such person in this school.
        Refused: when they have left, or have an account.
    """
    row = person_here(viewer.school_id, staff_id, lock=True)
    person = one_person(viewer, staff_id)
    refuse(rules.why_not_invite(person.name, person.account))
    letters.invite(viewer, staff_id, email=row.email)


@transaction.atomic
def invite_everybody(viewer: Viewer) -> int:
    """Invite everybody who works here, has no account and no invitation that works. Returns how many."""
    people = without_invitation(viewer)
    for staff_id in people:
        invite_person(viewer, staff_id)
    return len(people)


def without_invitation(viewer: Viewer) -> tuple[UUID, ...]:
    """Those whom `invite_everybody` invites."""
    waiting = WITHOUT_ACCOUNT - {Account.INVITED}
    return tuple(one.id for one in everybody_here(viewer) if one.account in waiting)


@transaction.atomic
def change_person(viewer: Viewer, staff_id: UUID, *, name: str, role: str, email: str) -> None:
    """Correct what is said of somebody. With another address, the invitation to the old one works no more.

    Raises:
        Refused: when the address cannot be changed, or somebody here has it.
    """
    row = person_here(viewer.school_id, staff_id, lock=True)
    person = one_person(viewer, staff_id)
    if email != row.email:
        refuse(
            rules.why_not_change_address(
                viewer, person.name, person.groups, person.account, had_account=person.had_account
            )
        )
        if Staff.objects.filter(school_id=viewer.school_id, email=email).exists():
            raise Refused("Somebody here has this address already.")
        letters.withdraw_invitation(viewer, staff_id)
        change_address(viewer, staff_id, email)
    put_on_staff(viewer, email=email, name=name, role=role)


@dataclass(frozen=True, slots=True)
class Invited:
    """Who an invitation is for."""

    school: str
    name: str
    email: str
    joins: bool
    """Whether they have an account already, and join the school with it instead of setting a password."""
    user_id: UUID | None
    leads: bool
    """Whether they are in a group that always signs in with a second step."""


def invited_by(letter: Letter, *, now: datetime) -> Invited | None:
    """Whom a letter invites; None when they have left meanwhile, or have another address by now."""
    with schools(letter.school_id):
        row = _still_invited(letter, now)
        if row is None:
            return None
        held = Holding.objects.filter(school_id=letter.school_id, staff_id=row.pk)
        leads = held.filter(group__in=GUARDED).exists()
    user = _user_of(letter, row)
    return Invited(
        school=letter.school.name,
        name=row.name,
        email=letter.email,
        joins=_joins(user),
        user_id=user.pk if user else None,
        leads=leads,
    )


@transaction.atomic
def take_up(
    letter: Letter, *, password: str | None, signed_in: UUID | None, now: datetime, origin: str
) -> User | None:
    """Take an invitation up: with a password that is set now, or by joining with the account one is signed in to.

    Returns:
        The user who may enter the school now; None when the invitation is good for nothing any more.

    Raises:
        Refused: when there is an account already and somebody else, or nobody, is signed in.
    """
    with schools(letter.school_id):
        row = _still_invited(letter, now)
        if row is None:
            return None
        user = _user_of(letter, row)
        if _joins(user):
            if user is None or user.pk != signed_in:
                raise Refused("Sign in with your own account first, then open the invitation again.")
        else:
            user = _first_visit(letter, row, user, password, now=now, origin=origin)
        by = by_a_link(letter.school_id, user, now=now, origin=origin)
        Membership.objects.get_or_create(user=user, school_id=letter.school_id)
        if row.user_id != user.pk:
            give_account(by, row.pk, user.pk)
        Letter.objects.filter(pk=letter.pk).update(used_at=now)
        record(by, Event.INVITATION_TAKEN_UP, Kind.STAFF, row.pk)
    return user


def _first_visit(
    letter: Letter, row: Staff, user: User | None, password: str | None, *, now: datetime, origin: str
) -> User:
    if password is None:
        raise Refused("Choose a password.")
    user = user or make_user(email=letter.email, name=row.name)
    if not user.is_active:
        user.is_active = True
        user.save(update_fields=["is_active"])
    by = by_a_link(letter.school_id, user, now=now, origin=origin)
    set_password(by, user, password, event=Event.PASSWORD_SET)
    return user


def _still_invited(letter: Letter, now: datetime) -> Staff | None:
    if letter.staff_id is None:
        return None
    rows = Staff.objects.filter(school_id=letter.school_id, pk=letter.staff_id, email=letter.email)
    row: Staff | None = rows.select_related("user").first()
    if row is None:
        return None
    return None if row.left_on and row.left_on <= london(now).date() else row


def _user_of(letter: Letter, row: Staff) -> User | None:
    user: User | None = row.user if row.user is not None else user_with(letter.email)
    return user


def _joins(user: User | None) -> bool:
    return user is not None and can_be_used(user) and has_account(user)
