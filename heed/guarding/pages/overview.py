"""Who sees what, for those who look after it: what waits, what stands, what was opened."""

from dataclasses import dataclass

from heed.guarding.pages.parts import BarRow, LockRow, OpeningRow, bar_row, lock_row, opening_row
from heed.guarding.queries import bars
from heed.who.powers import Power
from heed.who.viewer import Viewer


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """The page as it stands."""

    guards: bool
    waiting: tuple[BarRow, ...]
    standing: tuple[BarRow, ...]
    locks: tuple[LockRow, ...]
    openings: tuple[OpeningRow, ...]
    explains: bool
    looks: bool


def overview(viewer: Viewer) -> Overview:
    """What this person looks after, as far as they may see the children it is about."""
    guards = viewer.can(Power.BAR) or viewer.can(Power.LOCK)
    waiting = bars.bars_waiting(viewer) if guards else ()
    ids = {one.id for one in waiting}
    standing = [one for one in bars.bars_that_stand(viewer) if one.id not in ids] if guards else []
    return Overview(
        guards=guards,
        waiting=tuple(bar_row(one, viewer) for one in waiting),
        standing=tuple(bar_row(one, viewer) for one in standing),
        locks=tuple(lock_row(one, viewer) for one in bars.locks_that_stand(viewer)) if guards else (),
        openings=tuple(opening_row(one, viewer) for one in bars.openings(viewer)) if guards else (),
        explains=viewer.can(Power.EXPLAIN) or viewer.can(Power.ACCOUNTS) or viewer.can(Power.GROUPS),
        looks=viewer.can(Power.SEE_LOOKS),
    )
