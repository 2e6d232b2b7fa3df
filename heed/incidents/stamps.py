"""The stamp in a form: whom the form was made for, and the token that makes it one entry however often it is sent."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from django.core import signing

from heed.tenancy.keys import uuid7
from heed.who.viewer import Viewer

_SALT = "heed.incidents.form"
GOOD_FOR = timedelta(days=14)
"""How long a form left open can still be kept or sent; longer than any half-term."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """What the stamp says."""

    school_id: UUID
    staff_id: UUID
    token: UUID
    about: UUID | None = None
    """The entry that the form is an action on; None for a new entry."""
    sheet: UUID | None = None
    """The copy of the form in one window of one browser; the same after the page has answered with it again."""
    seen: datetime | None = None
    """When the words had been kept that the form was filled with."""


def new_stamp(
    viewer: Viewer,
    token: UUID | None = None,
    *,
    about: UUID | None = None,
    sheet: UUID | None = None,
    seen: datetime | None = None,
) -> str:
    """A signed stamp for a form made for this person."""
    said = {
        "school": str(viewer.school_id),
        "staff": str(viewer.staff_id),
        "token": str(token or uuid7()),
        "sheet": str(sheet or uuid7()),
    }
    if about:
        said["about"] = str(about)
    if seen:
        said["seen"] = seen.isoformat()
    return signing.dumps(said, salt=_SALT)


def again(viewer: Viewer, stamp: Stamp) -> str:
    """The stamp for the same form, answered with again."""
    return new_stamp(viewer, stamp.token, about=stamp.about, sheet=stamp.sheet, seen=stamp.seen)


def read_stamp(text: str) -> Stamp | None:
    """What a stamp says, or None when it is not ours, was changed or is too old."""
    try:
        said = signing.loads(text, salt=_SALT, max_age=GOOD_FOR)
    except signing.BadSignature:
        return None
    return Stamp(
        UUID(said["school"]),
        UUID(said["staff"]),
        UUID(said["token"]),
        about=UUID(said["about"]) if "about" in said else None,
        sheet=UUID(said["sheet"]) if "sheet" in said else None,
        seen=datetime.fromisoformat(said["seen"]) if "seen" in said else None,
    )


def is_for_somebody_else(text: str, viewer: Viewer) -> bool:
    """Whether the stamp is ours, and the form was made for another person than the one who sends it."""
    stamp = read_stamp(text)
    return stamp is not None and (stamp.school_id, stamp.staff_id) != (viewer.school_id, viewer.staff_id)
