"""Leaving marks. Called by every action, inside its transaction."""

import hashlib
import json
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import connection

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
    gathered = _gathered.get()
    if gathered is None:
        _write([(mark, beside)])
    else:
        gathered.append((mark, beside))
    return mark.pk


@contextmanager
def marks_together() -> Iterator[None]:
    """Marks that are left within are written at its end, all at once: for an action that is made of others.

    When it fails none is written; the transaction it stands in undoes what they are about. Nothing within may be
    undone by itself and the rest kept.
    """
    if _gathered.get() is not None:
        yield
        return
    assert connection.in_atomic_block, "a mark stands or falls with what it is about"
    gathered: list[tuple[Mark, Detail | None]] = []
    token = _gathered.set(gathered)
    try:
        yield
    finally:
        _gathered.reset(token)
    _write(gathered)


_gathered: ContextVar[list[tuple[Mark, Detail | None]] | None] = ContextVar("heed_marks", default=None)


def _write(gathered: list[tuple[Mark, Detail | None]]) -> None:
    Mark.objects.bulk_create([mark for mark, _ in gathered])
    Detail.objects.bulk_create([beside for _, beside in gathered if beside])


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
