"""What people are told about who sees what."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from heed.access.models import Bar, Opening
from heed.guarding.kinds import NoticeKind
from heed.guarding.models import Notice
from heed.lib.outcomes import NotSeen
from heed.pupils.queries import Child, child_of
from heed.who.asking import asked
from heed.who.viewer import Viewer

MOST = 20


@dataclass(frozen=True, slots=True)
class Told:
    """One notice that waits for somebody."""

    id: UUID
    kind: NoticeKind
    made_at: datetime
    child: Child | None
    by: str
    """Who opened, or declared; of one's own declaration, who decided."""
    said: str
    until: datetime | None
    confirmed: bool


def notices_for(viewer: Viewer) -> tuple[Told, ...]:
    """What waits for this person, oldest first."""
    rows = _unread(viewer)
    if not rows:
        return ()
    behind = _behind(viewer, rows)
    return tuple(_told(row, behind[row.about_id]) for row in rows if row.about_id in behind)


@asked
def _unread(viewer: Any) -> Any:
    rows = Notice.objects.told(viewer).filter(read_at__isnull=True).select_related("pupil__school_class")
    return rows.order_by("made_at", "id")[:MOST]


def where_a_notice_leads(viewer: Viewer, notice_id: UUID) -> tuple[NoticeKind, UUID | None]:
    """What one of this person's notices is about: its kind, and the child.

    Raises:
        NotSeen: when it is not theirs to see.
    """
    found = Notice.objects.told(viewer).filter(pk=notice_id).values_list("kind", "pupil_id").first()
    if found is None:
        raise NotSeen
    return NoticeKind(found[0]), found[1]


def to_mail(about_id: UUID) -> tuple[UUID, ...]:
    """The notices about one thing whose mail is due."""
    rows = Notice.objects.to_mail().filter(about_id=about_id).order_by("made_at", "id")
    return tuple(rows.values_list("pk", flat=True))


def _behind(viewer: Viewer, rows: Iterable[Any]) -> dict[UUID, Any]:
    """The opening or bar of each notice, by its id."""
    ids: dict[str, list[UUID]] = {}
    for row in rows:
        ids.setdefault(row.kind, []).append(row.about_id)
    found: dict[UUID, Any] = {}
    if NoticeKind.OPENED in ids:
        opened = Opening.objects.about_open(viewer).filter(pk__in=ids[NoticeKind.OPENED])
        found |= {one.pk: one for one in opened.select_related("signature")}
    if NoticeKind.DECLARED in ids:
        declared = Bar.objects.about_open(viewer).filter(pk__in=ids[NoticeKind.DECLARED])
        found |= {one.pk: one for one in declared.select_related("set_by")}
    if NoticeKind.DECIDED in ids:
        own = Bar.objects.own(viewer).filter(pk__in=ids[NoticeKind.DECIDED], declared=True)
        found |= {one.pk: one for one in own.select_related("confirmed_by", "ended_by")}
    return found


def _told(row: Any, about: Any) -> Told:
    kind = NoticeKind(row.kind)
    signed = {
        NoticeKind.OPENED: lambda: about.signature,
        NoticeKind.DECLARED: lambda: about.set_by,
        NoticeKind.DECIDED: lambda: about.ended_by or about.confirmed_by,
    }[kind]()
    opened = kind is NoticeKind.OPENED
    return Told(
        id=row.pk,
        kind=kind,
        made_at=row.made_at,
        child=child_of(row.pupil) if row.pupil else None,
        by=f"{signed.name}, {signed.role}" if signed else "",
        said=about.said if opened else about.end_said,
        until=(about.ended_at or about.ends_at) if opened else None,
        confirmed=not opened and about.ended_at is None,
    )
