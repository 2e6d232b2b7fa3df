"""Who may record what, and when an entry is late. Pure."""

from datetime import date, datetime, timedelta

from heed.lib.clock import london
from heed.who.powers import Power
from heed.who.viewer import Viewer

LATE_AFTER = timedelta(hours=24)
"""Entries are made at once and within 24 hours; later, the reason is asked."""

CLOCKS_DIFFER = timedelta(minutes=5)


def why_not_record(viewer: Viewer) -> str | None:
    """The reason this person cannot record an incident, if there is one."""
    if not viewer.can(Power.RECORD):
        return "System administrators do not record incidents in Heed. Tell a DSL in person."
    if viewer.signature_id is None:
        return "Heed does not know your name and role yet. Tell a DSL in person, and ask an administrator."
    return None


def why_not_categories(viewer: Viewer, chosen: frozenset[int], in_use: frozenset[int]) -> str | None:
    """The reason these categories cannot be chosen by this person, if there is one."""
    if not chosen:
        return "Choose at least one category."
    if chosen - viewer.may_use or chosen - in_use:
        return "One of the categories is not in use any more, or not yours to choose. Choose again."
    return None


def why_not_when(occurred_at: datetime, born_on: date | None, *, now: datetime) -> str | None:
    """The reason it cannot have happened then, if there is one."""
    if occurred_at > now + CLOCKS_DIFFER:
        return "This is in the future. Write when it happened."
    if born_on and london(occurred_at).date() < born_on:
        return "This is before the child was born. Check the year."
    return None


def is_late(occurred_at: datetime, *, now: datetime) -> bool:
    """Whether more than a day has passed since."""
    return now - occurred_at > LATE_AFTER
