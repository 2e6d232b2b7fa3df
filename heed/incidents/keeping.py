"""Keeping what is typed until it is sent: one mechanism for drafts and for forms that could not be taken."""

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.db import transaction
from django.db.models import Q

from heed.audit.actions import record
from heed.audit.kinds import Event, Kind
from heed.incidents import queries, rules
from heed.incidents.models import Action, Incident, KeptWords
from heed.incidents.stamps import Stamp
from heed.lib.outcomes import refuse
from heed.tenancy.keys import uuid7
from heed.tenancy.shut import ShutQuerySet
from heed.who.asking import asked
from heed.who.viewer import Viewer


@transaction.atomic
def keep_words(
    school_id: UUID,
    staff_id: UUID,
    token: UUID,
    typed: Mapping[str, list[str]],
    *,
    by: Viewer,
    about: UUID | None = None,
    sheet: UUID | None = None,
    seen: datetime | None = None,
) -> None:
    """Keep a form that could not be taken, for the person it was made for, until they come back."""
    rows = KeptWords.objects.kept_at_the_door(school_id, staff_id)
    _put(rows, Stamp(school_id, staff_id, token, about, sheet, seen), typed, at=by.at)
    record(by, Event.KEPT_WORDS, Kind.STAFF, staff_id)


@transaction.atomic
def keep_draft(viewer: Viewer, form: Stamp, typed: Mapping[str, list[str]]) -> UUID:
    """Keep what this person is typing. The mark is left when it begins, not each time it grows.

    Returns:
        The token of the draft: another than the form's when the form had been filled in elsewhere meanwhile.

    Raises:
        Refused: when the form was made for somebody else.
    """
    refuse(rules.why_not_keep(viewer, form.school_id, form.staff_id))
    token, begun = _put(KeptWords.objects.kept_for(viewer), form, typed, at=viewer.at)
    if begun:
        record(viewer, Event.KEPT_WORDS, Kind.STAFF, viewer.staff_id)
    return token


def _put(
    rows: ShutQuerySet, form: Stamp, typed: Mapping[str, list[str]], *, at: datetime
) -> tuple[UUID, bool]:
    """Write the words where they belong, over nothing that was typed elsewhere or put away.

    Returns:
        The token they are kept under, and whether this is the beginning of a draft.
    """
    said = json.dumps(dict(typed), ensure_ascii=False)
    row = _row_of(rows, form)
    if row is not None and row.done_at and row.typed == said and _is_sent(row.token):
        return row.token, False
    begins = row is None or row.done_at is not None
    if row is None or (row.done_at and not _is_sent(row.token)) or _is_from_elsewhere(row, form):
        token = form.token if row is None else uuid7()
        row = KeptWords(school_id=form.school_id, staff_id=form.staff_id, token=token, about_id=form.about)
        begins = True
    row.sheet, row.typed, row.kept_at, row.done_at = form.sheet, said, at, None
    row.save()
    return row.token, begins


def _row_of(rows: ShutQuerySet, form: Stamp) -> KeptWords | None:
    """The draft this very sheet has been kept in, or else the one of its token; locked until the end."""
    found = list(rows.filter(_either(form.token, form.sheet)).select_for_update().order_by("id"))
    own = [row for row in found if row.sheet and row.sheet == form.sheet and row.done_at is None]
    return next(iter((*own, *(row for row in found if row.token == form.token))), None)


def _either(token: Any, sheet: Any) -> Q:
    return Q(token=token) | Q(sheet=sheet) if sheet is not None else Q(token=token)


def _is_from_elsewhere(row: KeptWords, form: Stamp) -> bool:
    """Whether another sheet has kept words in this draft since the form was filled from it."""
    return row.sheet is not None and row.sheet != form.sheet and row.kept_at != form.seen


def _is_sent(token: UUID) -> bool:
    return Incident.objects.is_used(token) or Action.objects.is_used(token)


@transaction.atomic(savepoint=False)  # a part of sending, and undone with it
def words_are_sent(
    viewer: Viewer, token: UUID, *, sheet: UUID | None = None, seen: datetime | None = None
) -> None:
    """A form has become an entry or an action: its draft is done. Words typed elsewhere meanwhile stay a draft."""
    assert viewer.staff_id is not None, "only staff send"
    form = Stamp(viewer.school_id, viewer.staff_id, token, None, sheet, seen)
    done = False
    for row in _not_done(viewer, token=token, **({"sheet": sheet} if sheet else {})):
        if _is_from_elsewhere(row, form):
            row.token = uuid7()
            row.save(update_fields=["token"])
        else:
            row.done_at, done = viewer.at, True
            row.save(update_fields=["done_at"])
    if done:
        record(viewer, Event.SENT_KEPT_WORDS, Kind.STAFF, viewer.staff_id)


@asked
def _not_done(viewer: Any, *, token: Any, sheet: Any = None) -> Any:
    rows = KeptWords.objects.kept_for(viewer).filter(_either(token, sheet), done_at=None)
    return rows.select_for_update()


@transaction.atomic
def put_words_away(viewer: Viewer, token: UUID) -> None:
    """The writer does not want the kept form any more; it stays in the database, and is no longer offered."""
    KeptWords.objects.kept_for(viewer).filter(token=token, done_at=None).update(done_at=viewer.at)
    record(viewer, Event.PUT_WORDS_AWAY, Kind.STAFF, viewer.staff_id)


@transaction.atomic
def take_words_up(viewer: Viewer, token: UUID) -> queries.Kept:
    """Go on with one's own form that is neither sent nor put away. That is noted.

    Raises:
        NotSeen: when there is none.
    """
    found = queries.own_draft(viewer, token)
    record(viewer, Event.TOOK_KEPT_WORDS, Kind.STAFF, viewer.staff_id)
    return found
