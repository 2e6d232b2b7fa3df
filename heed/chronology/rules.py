"""Who may look a child up. Pure."""

from heed.who.powers import Power
from heed.who.viewer import Viewer


def why_not_look_up(viewer: Viewer) -> str | None:
    """The reason this person cannot look children up, if there is one."""
    if not viewer.can(Power.OPEN_CHILD):
        return "System administrators do not open children’s records."
    return None
