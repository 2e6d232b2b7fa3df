"""Who may record and follow up what, and when an entry is late. Pure."""

from datetime import date, datetime, timedelta
from uuid import UUID

from heed.incidents.kinds import Consent, Did, Standing, WhyNotAsked
from heed.lib.clock import london
from heed.who.categories import ELEVATED_ONLY
from heed.who.powers import Power
from heed.who.viewer import Viewer

LATE_AFTER = timedelta(hours=24)
"""Entries are made at once and within 24 hours; later, the reason is asked."""

CLOCKS_DIFFER = timedelta(minutes=5)


def why_not_record(viewer: Viewer) -> str | None:
    """The reason this person cannot record an incident, if there is one."""
    if not viewer.can(Power.RECORD):
        return f"{viewer.called} do not record incidents in Heed. Tell a DSL in person."
    return why_not_sign(viewer)


def why_not_keep(viewer: Viewer, school_id: UUID, staff_id: UUID) -> str | None:
    """The reason a form cannot be kept as this person's draft, if there is one."""
    if (school_id, staff_id) != (viewer.school_id, viewer.staff_id):
        return "This form was opened by somebody else at this computer."
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


STATES: dict[Standing, dict[str, Standing]] = {
    Standing.NEW: {
        Did.TAKE: Standing.IN_HAND,
        Did.HAND_OVER: Standing.IN_HAND,
        Did.WATCH: Standing.WATCHING,
        Did.CLOSE: Standing.CLOSED,
    },
    Standing.IN_HAND: {
        Did.TAKE: Standing.IN_HAND,
        Did.HAND_OVER: Standing.IN_HAND,
        Did.WATCH: Standing.WATCHING,
        Did.CLOSE: Standing.CLOSED,
    },
    Standing.WATCHING: {
        Did.TAKE: Standing.IN_HAND,
        Did.HAND_OVER: Standing.WATCHING,
        Did.CLOSE: Standing.CLOSED,
    },
    Standing.CLOSED: {Did.REOPEN: Standing.REOPENED},
    Standing.REOPENED: {
        Did.TAKE: Standing.IN_HAND,
        Did.HAND_OVER: Standing.IN_HAND,
        Did.WATCH: Standing.WATCHING,
        Did.CLOSE: Standing.CLOSED,
    },
}
"""From each state of an entry, what may be done and where it leads. Drawn into docs/states.md."""

NEEDS_WORDS = {
    Did.CLOSE: "Write what came of it.",
    Did.REOPEN: "Write why it is opened again.",
}
"""Steps that are nothing without words, and what is said when they are missing."""


def why_not_follow_up(viewer: Viewer) -> str | None:
    """The reason this person cannot change where an entry stands, if there is one."""
    if not viewer.can(Power.FOLLOW_UP):
        return "DSLs and senior leaders decide where an entry stands. You can add an action to it."
    return why_not_sign(viewer)


def why_not_step(standing: Standing, did: Did, *, own: bool, said: str) -> str | None:
    """The reason this cannot be done with an entry that stands so, if there is one. `own`: they have it already."""
    if did not in STATES[standing]:
        return f"This entry is {standing.value} now. Look at what came in between, then decide."
    if did is Did.TAKE and standing is Standing.IN_HAND and own:
        return "This entry is yours already."
    return NEEDS_WORDS.get(did) if not said else None


def why_not_act(viewer: Viewer) -> str | None:
    """The reason this person cannot write an action, if there is one: whoever may read an entry may add one."""
    return why_not_sign(viewer)


def why_not_tell(viewer: Viewer, categories: frozenset[int]) -> str | None:
    """The reason this person cannot widen who reads an entry, if there is one."""
    if categories & ELEVATED_ONLY and not viewer.can(Power.FOLLOW_UP):
        return "Only DSLs and senior leaders tell others about entries of this category."
    return None


def why_not_consent(consent: Consent, why: WhyNotAsked) -> str | None:
    """What is missing about consent, if anything."""
    if consent is Consent.NOT_SOUGHT and why is WhyNotAsked.NOBODY:
        return "Say why no parent was asked."
    return None


def why_not_sign(viewer: Viewer) -> str | None:
    """The reason this person cannot sign anything, if there is one."""
    if viewer.signature_id is None:
        return "Heed does not know your name and role yet. Tell a DSL in person, and ask an administrator."
    return None
