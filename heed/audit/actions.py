"""Leaving marks. Called by every action, inside its transaction."""

import hashlib
import json
import secrets
from datetime import datetime
from typing import Any
from uuid import UUID

from heed.audit.kinds import DoorEvent, Event, Kind, ServiceEvent
from heed.audit.models import Detail, DoorMark, Mark
from heed.who.viewer import Viewer


def record(
    viewer: Viewer, event: Event, about: Kind, about_id: UUID | None = None, *, why: str = "", **detail: Any
) -> UUID:
    """Note that this person did this, now. What the mark says about a child goes into `detail`.

    The mark is part of the running transaction: it stands if and only if what it describes stands.

    Returns:
        The id of the mark.
    """
    mark, beside = marked(viewer, event, about, about_id, why=why, **detail)
    mark.save(force_insert=True)
    if beside:
        beside.save(force_insert=True)
    return mark.pk


def marked(
    viewer: Viewer, event: Event, about: Kind, about_id: UUID | None = None, *, why: str = "", **detail: Any
) -> tuple[Mark, Detail | None]:
    """The rows that `record` writes, not yet written: for putting many at once."""
    words = json.dumps(detail, sort_keys=True, ensure_ascii=False, default=str) if detail else ""
    salt = secrets.token_hex(32) if detail else ""
    mark = Mark(
        school_id=viewer.school_id,
        at=viewer.at,
        event=event,
        staff_id=viewer.staff_id,
        name=viewer.name,
        role=viewer.role,
        elevated=viewer.elevated,
        origin=viewer.origin,
        about=about,
        about_id=about_id,
        why=why,
        digest=digest_of(salt, words) if detail else "",
    )
    if not detail:
        return mark, None
    return mark, Detail(school_id=viewer.school_id, mark=mark, salt=salt, words=words)


def record_at_the_door(event: DoorEvent, *, at: datetime, origin: str, user_id: UUID | None = None) -> None:
    """Note what happened before anybody was known. The address that was typed is not kept."""
    DoorMark.objects.create(at=at, event=event, origin=origin, user_id=user_id)


def record_of_the_service(event: ServiceEvent, *, at: datetime) -> None:
    """Note what was done to the service as a whole. It stands with what happens at the door: neither has a school."""
    DoorMark.objects.create(at=at, event=event, origin="")


def digest_of(salt: str, words: str) -> str:
    """What a mark keeps of its detail: SHA-256 over the salt, then the words, in hexadecimal."""
    return hashlib.sha256(salt.encode() + words.encode()).hexdigest()
