"""Inviting somebody to make an account: the one place where it is looked up."""

from uuid import UUID

from heed.accounts import actions
from heed.who.viewer import Viewer


def invite(by: Viewer, staff_id: UUID) -> bool:
    """Send an invitation, where `accounts` can make one: `invite(by, staff_id)` among its actions.

    Returns:
        Whether one is on its way.
    """
    make = getattr(actions, "invite", None)
    if make is None:
        return False
    make(by, staff_id)
    return True
