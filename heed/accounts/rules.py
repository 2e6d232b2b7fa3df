"""Which school somebody is in, and what a link still opens. Pure."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Protocol, TypeVar
from uuid import UUID

from heed.accounts.kinds import NotGood

INVITED_FOR = timedelta(days=7)
"""So long an invitation may be taken up; then it is sent again."""

NEW_PASSWORD_FOR = timedelta(hours=1)
"""So long the link of a forgotten password works."""

LETTERS_AN_HOUR = 4
"""So many links for a new password one account is sent in an hour, whoever asks. All of them work until one is
used: somebody who keeps on asking does not take the link away from the person it belongs to."""

SHORTEST_PASSWORD = 12
LONGEST_PASSWORD = 200
FEWEST_SIGNS = 4
"""Different signs in a password: `aaaaaaaaaaab` is not long."""


class Place(Protocol):
    """A school somebody may enter."""

    @property
    def school_id(self) -> UUID:
        """The school."""

    @property
    def slug(self) -> str:
        """The word in its address."""


Entered = TypeVar("Entered", bound=Place)


def place_of(places: Iterable[Entered], *, slug: str, chosen: str) -> Entered | None:
    """The school this request is in: the one in its address; else the one chosen; else the only one.

    An address of a school that is not theirs, or of none, leads nowhere, whatever was chosen.
    """
    mine = tuple(places)
    if slug:
        return next((one for one in mine if one.slug == slug), None)
    found = next((one for one in mine if str(one.school_id) == chosen), None)
    return found or (mine[0] if len(mine) == 1 else None)


def slug_in(host: str, base: str) -> str:
    """The word before the base domain: `oakfield` of `oakfield.heed.example:8000`; nothing at any other address."""
    name = host.partition(":")[0].lower().rstrip(".")
    before, dot, rest = name.partition(".")
    return before if base and dot and rest == base else ""


class Link(Protocol):
    """A letter that carries a link."""

    used_at: datetime | None
    ended_at: datetime | None
    ends_at: datetime | None


def why_not_good(link: Link | None, *, now: datetime) -> NotGood | None:
    """Why this link opens nothing, if it does not."""
    if link is None or link.ends_at is None:
        return NotGood.UNKNOWN
    if link.used_at:
        return NotGood.USED
    if link.ended_at:
        return NotGood.ENDED
    return NotGood.TOO_OLD if link.ends_at <= now else None
