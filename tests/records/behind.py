"""What lies in the tables of one school, for tests that ask whether it is exactly so."""

import json
from typing import Any
from uuid import UUID

from heed.alerts.models import Alert
from heed.audit.models import Detail, Mark
from heed.incidents.models import Incident, KeptWords
from heed.records.models import Category, Counter, Grant, Item
from heed.tenancy.scope import schools
from heed.who.viewer import Viewer
from tests.cast import Town


def opened(model: Any) -> Any:
    """Every row in scope, past the doorways: tests look behind the wall."""
    return model.objects.get_queryset().opened("a test looks")


def told(town: Town, item_id: UUID) -> dict[str, str]:
    """Who was alerted to an entry, and by which rule."""
    with schools(town.oakfield):
        return dict(_people(town, opened(Alert).filter(item_id=item_id)))


def granted(town: Town, item_id: UUID) -> dict[str, str]:
    """Who holds a grant to an entry, and why."""
    with schools(town.oakfield):
        return dict(_people(town, opened(Grant).filter(item_id=item_id)))


def entries(town: Town, school_id: UUID | None = None) -> list[int]:
    """The numbers of every entry in the school, in the order in which they were recorded."""
    with schools(school_id or town.oakfield):
        return list(opened(Item).order_by("id").values_list("number", flat=True))


def incidents(town: Town) -> list[Incident]:
    """Every account in the school, oldest first."""
    with schools(town.oakfield):
        return list(opened(Incident).select_related("item").order_by("id"))


def kept(town: Town) -> list[KeptWords]:
    """Every form that is kept in the school."""
    with schools(town.oakfield):
        return list(opened(KeptWords).order_by("id"))


def last_number(town: Town) -> int:
    """The last number given."""
    with schools(town.oakfield):
        return int(Counter.objects.get().last)


def alert_of(town: Town, key: str, item_id: UUID) -> Alert:
    """Somebody's alert to an entry."""
    with schools(town.oakfield):
        found: Alert = opened(Alert).get(item_id=item_id, staff_id=town.staff[key])
        return found


def grant_of(town: Town, key: str, item_id: UUID) -> Grant:
    """Somebody's grant to an entry."""
    with schools(town.oakfield):
        found: Grant = opened(Grant).get(item_id=item_id, staff_id=town.staff[key])
        return found


def marks(town: Town, **which: Any) -> list[Mark]:
    """The marks in the school that fit, oldest first."""
    with schools(town.oakfield):
        return list(Mark.objects.filter(**which).order_by("id"))


def detail(town: Town, mark: Mark) -> dict[str, Any]:
    """What a mark says about a child."""
    with schools(town.oakfield):
        found: dict[str, Any] = json.loads(opened(Detail).get(mark_id=mark.pk).words)
        return found


def details(town: Town) -> str:
    """All that any mark in the school says, as it is stored."""
    with schools(town.oakfield):
        return "\n".join(opened(Detail).values_list("words", flat=True))


def can_read(viewer: Viewer, item_id: UUID) -> bool:
    """Whether the one filter lets this person read it."""
    return bool(Item.objects.seen_by(viewer).filter(pk=item_id).exists())


def switch_off(town: Town, number: int) -> None:
    """The school does not use this category any more."""
    with schools(town.oakfield):
        assert Category.objects.filter(number=number).update(active=False) == 1


def _people(town: Town, rows: Any) -> Any:
    keys = {staff_id: key for key, staff_id in town.staff.items()}
    return ((keys[staff_id], why) for staff_id, why in rows.values_list("staff_id", "why"))
