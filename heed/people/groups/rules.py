"""Who may say which children somebody works with one to one. Pure."""

from uuid import UUID

from heed.who.powers import Power
from heed.who.viewer import Viewer


def why_not_name_one_to_one(viewer: Viewer, staff_id: UUID) -> str | None:
    """The reason this person cannot name the children of somebody, if there is one."""
    if not viewer.can(Power.OPEN_CHILD):
        return "Children are named here. A DSL or the head says who works with whom."
    if staff_id == viewer.staff_id:
        return "Somebody else says which children you work with."
    return None
