"""When a roll may be brought in. Pure."""

from heed.roll.reading import Reading
from heed.who.powers import Power
from heed.who.viewer import Viewer


def why_not_bring_in(by: Viewer, reading: Reading) -> str | None:
    """The reason this roll cannot be brought in by this person, if there is one."""
    if not by.can(Power.IMPORT_ROLL):
        return "Only an administrator can bring a roll in."
    if reading.faults:
        return "The file has rows that could not be read. Nothing was changed."
    if not reading.children and not reading.staff:
        return "The file holds no children and no staff. Nothing was changed."
    return None
