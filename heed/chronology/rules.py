"""Who may look a child up, and search words in the school. Pure."""

from heed.who.powers import Power
from heed.who.viewer import Viewer


def why_not_look_up(viewer: Viewer) -> str | None:
    """The reason this person cannot look children up, if there is one."""
    if not viewer.can(Power.OPEN_CHILD):
        return f"{viewer.called} do not open children’s records."
    return None


def why_not_search(viewer: Viewer) -> str | None:
    """The reason this person cannot search words in the school, if there is one."""
    if not viewer.can(Power.OPEN_CHILD):
        return f"{viewer.called} do not search what is written about children."
    return None
