"""Inviting somebody whom a command has added."""

from uuid import UUID

from heed.accounts import letters
from heed.jobs.post import is_set_up
from heed.staff.queries import person_here
from heed.who.viewer import Viewer


def invite(by: Viewer, staff_id: UUID) -> bool:
    """Write an invitation; the one before works no more.

    Returns:
        Whether it can leave: without a mail server it stays due.
    """
    letters.invite(by, staff_id, email=person_here(by.school_id, staff_id).email)
    return is_set_up()
