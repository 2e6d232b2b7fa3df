"""How a school begins: it is added, and it gets its first head. For an operator at the command line."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction

from heed.access.actions import set_up_groups
from heed.access.ruled import groups_of, members_of
from heed.lib.outcomes import NotSeen, Refused, refuse
from heed.people.inviting import invite
from heed.records.actions import open_files
from heed.schools.actions import add_school
from heed.schools.queries import school_named
from heed.staff.actions import put_on_staff
from heed.staff.queries import staff_by_email
from heed.tenancy.scope import schools
from heed.who.groups import Group
from heed.who.viewer import on_the_server

LONGEST_NAME = 200


@transaction.atomic
def begin_school(name: str, *, trust: str | None, now: datetime) -> UUID:
    """Add a school, with its counter and the categories every school begins with.

    Raises:
        Refused: when there is one by this name, or the name is none.
    """
    refuse(_why_not_call_it(name))
    school_id = add_school(name, trust=trust or None, now=now)
    with schools(school_id):
        open_files(on_the_server(school_id, at=now, name="heed add-school"))
    return school_id


def _why_not_call_it(name: str) -> str | None:
    if not name:
        return "Give the school a name."
    if len(name) > LONGEST_NAME:
        return f"The name has {len(name)} characters. Give no more than {LONGEST_NAME}."
    try:
        school_named(name)
    except NotSeen:
        return None
    return f"There is a school called “{name}” already."


@dataclass(frozen=True, slots=True)
class FirstHead:
    """What came of adding a school's head."""

    staff_id: UUID
    invited: bool


@transaction.atomic
def add_head(school_id: UUID, *, email: str, name: str, now: datetime) -> FirstHead:
    """Make somebody head of a school that has none, and invite them. Run again, it invites the same person again.

    Raises:
        Refused: when there is a head already, who then says who else is one; or address or name are none.
    """
    with schools(school_id):
        refuse(_why_not_name(name) or _why_not_write_to(email) or _why_not_first(school_id, email))
        by = on_the_server(school_id, at=now, name="heed add-head")
        staff_id, _ = put_on_staff(by, email=email, name=name, role="Head")
        groups = groups_of(school_id, staff_id) | {Group.HEAD}
        set_up_groups(by, staff_id, groups, why="First head, from the command line")
        return FirstHead(staff_id, invite(by, staff_id))


def _why_not_name(name: str) -> str | None:
    if not name:
        return "Give the head’s name as it is signed."
    if len(name) > LONGEST_NAME:
        return f"The name has {len(name)} characters. Give no more than {LONGEST_NAME}."
    return None


def _why_not_write_to(email: str) -> str | None:
    try:
        validate_email(email)
    except ValidationError:
        return f"“{email}” is not an e-mail address."
    return None


def _why_not_first(school_id: UUID, email: str) -> str | None:
    """The way back in for a school whose head is gone; never a way past a head who is there."""
    known = staff_by_email(school_id).get(email)
    if known is not None and known.left_on is not None:
        return f"{known.name} is on the school’s list as somebody who has left. Give another address."
    own = known.pk if known else None
    heads = [one for one in members_of(school_id) if Group.HEAD in one.groups]
    if any(one.staff_id != own or one.can_sign_in for one in heads):
        return f"The school has a head: {heads[0].name}. The head or a DSL says in Heed who else is one."
    return None


def school_to_begin(name: str) -> UUID:
    """The school by its name.

    Raises:
        Refused: when there is none.
    """
    try:
        return school_named(name).pk
    except NotSeen:
        raise Refused(f"There is no school called “{name}”. Add it first: heed add-school.") from None
