"""Who may share one entry, and until when; who may open a record without a DSL. Pure."""

from datetime import date, timedelta
from uuid import UUID

from heed.lib.typed import is_visible
from heed.who.categories import EVERY
from heed.who.need_to_know import Through
from heed.who.powers import Power
from heed.who.viewer import OPENING, Viewer

USUAL = timedelta(days=30)
"""How long a share lasts unless somebody says otherwise."""

LONGEST = timedelta(days=366)
"""A school year. Whoever needs it longer is told again, and somebody thinks about it again."""

FEWEST_WORDS = 3


def why_not_look_after_entries(viewer: Viewer) -> str | None:
    """The reason this person has no business with who reads which entry, if there is one."""
    if not any(viewer.can(power) for power in (Power.SHARE, Power.BAR, Power.EXPLAIN)):
        return "Who reads an entry is looked after by DSLs and the head."
    return None


def why_not_look_after_entry(through: Through | None) -> str | None:
    """The reason somebody who reads this entry cannot see and change who else does, if there is one."""
    if through is not Through.GROUPS:
        return "You read this entry because you were told of it. A DSL looks after who else does."
    return None


def why_not_share(viewer: Viewer, said: str) -> str | None:
    """The reason this person cannot share an entry, if there is one."""
    if not viewer.can(Power.SHARE):
        return "Only DSLs and the head share an entry. You can tell a colleague with an action."
    if not is_visible(said):
        return "Write why they need to know."
    return None if viewer.signature_id else "Heed does not know your name and role yet. Ask an administrator."


def why_not_until(ends_on: date, *, today: date) -> str | None:
    """The reason a share cannot last until the end of this day, if there is one."""
    if ends_on < today:
        return "This day is over. Choose a day that is still to come."
    if ends_on - today > LONGEST:
        return "At most a year. Share it again then, if it is still needed."
    return None


def why_not_open(viewer: Viewer, pupil_id: UUID, said: str) -> str | None:
    """The reason this person cannot open this child's record for an hour, if there is one."""
    if reason := why_not_break_glass(viewer, pupil_id):
        return reason
    if len([word for word in said.split() if is_visible(word)]) < FEWEST_WORDS:
        return "Write whom you tried to reach, and why it cannot wait."
    return None


def why_not_break_glass(viewer: Viewer, pupil_id: UUID) -> str | None:
    """The same, before a reason is written."""
    if not viewer.can(Power.BREAK_GLASS):
        return "Only senior leaders open a record without a DSL. Tell the head, or ring the trust."
    if (
        frozenset[int]().union(
            *(
                reach.categories
                for reach in viewer.reaches
                if reach.scope != OPENING and reach.covers(pupil_id)
            )
        )
        >= EVERY
    ):
        return "You read this child’s record already."
    if viewer.opened and viewer.opened.pupil_id == pupil_id:
        return "This record is open to you now. When the hour is over, write a new reason."
    return None if viewer.signature_id else "Heed does not know your name and role yet. Ask an administrator."
