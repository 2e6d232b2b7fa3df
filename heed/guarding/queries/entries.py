"""Who reads one entry by what, until when, and who is kept from it."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from heed.access.kinds import BarWhy
from heed.records.models import EntryBar, Grant, Share
from heed.who.viewer import Viewer


@dataclass(frozen=True, slots=True)
class Held:
    """A grant that lasts: by being told, by a share, or by having written it."""

    staff_id: UUID
    name: str
    role: str
    why: str
    ends_at: datetime | None
    since: datetime


def grants_to(viewer: Viewer, item_id: UUID) -> tuple[Held, ...]:
    """The grants to one entry that last."""
    rows = Grant.objects.seen_by(viewer).filter(item_id=item_id).exclude(ends_at__lte=viewer.at)
    return tuple(
        Held(row.staff_id, row.staff.name, row.staff.role, row.why, row.ends_at, row.since)
        for row in rows.select_related("staff").order_by("staff__sort_key", "why", "id")
    )


@dataclass(frozen=True, slots=True)
class Shared:
    """One share with one colleague, lasting or over."""

    staff_id: UUID
    name: str
    group: str
    said: str
    by: str
    since: datetime
    ends_at: datetime
    ended_at: datetime | None
    ended_by: str | None

    def lasts(self, now: datetime) -> bool:
        """Whether it lets them read now."""
        return self.ended_at is None and self.ends_at > now


def shares_of(viewer: Viewer, item_id: UUID) -> tuple[Shared, ...]:
    """Every share of one entry, newest first."""
    rows = Share.objects.seen_by(viewer).filter(item_id=item_id)
    rows = rows.select_related("staff", "signature", "ended_by").order_by("-since", "staff__sort_key", "id")
    return tuple(
        Shared(
            row.staff_id,
            row.staff.name,
            row.group,
            row.said,
            f"{row.signature.name}, {row.signature.role}",
            row.since,
            row.ends_at,
            row.ended_at,
            row.ended_by.name if row.ended_by else None,
        )
        for row in rows
    )


@dataclass(frozen=True, slots=True)
class KeptFrom:
    """One bar from one entry."""

    staff_id: UUID
    name: str
    role: str
    why: BarWhy
    said: str
    since: datetime | None
    set_by: str | None
    ended_at: datetime | None
    end_said: str


def bars_from_entry(viewer: Viewer, item_id: UUID) -> tuple[KeptFrom, ...]:
    """Every bar there is or was from one entry that this person may read."""
    rows = EntryBar.objects.seen_by(viewer).filter(item_id=item_id).select_related("staff", "set_by")
    return tuple(
        KeptFrom(
            row.staff_id,
            row.staff.name,
            row.staff.role,
            BarWhy(row.why),
            row.said,
            row.since,
            row.set_by.name if row.set_by else None,
            row.ended_at,
            row.end_said,
        )
        for row in rows.order_by("-since", "-id")
    )
