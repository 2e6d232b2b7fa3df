"""Queries of somebody who looks, prepared: built once for each shape of a person, asked with the person's values."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any, Protocol

from django.db.models import QuerySet

from heed.tenancy.prepared import Numbers, Slot, Uuids, ask, kind_of, plain_value
from heed.who.viewer import Viewer, Way


@dataclass(frozen=True, slots=True)
class Stand:
    """Slots that stand for a person in a query, and the values that fill them: a `need_to_know.Looker`."""

    school_id: Any
    staff_id: Any
    at: Any
    elevated: bool
    barred: Any
    locked_out: Any
    ways: tuple[Any, ...]
    covers: Any
    values: dict[str, Any]
    shape: tuple[Any, ...]
    """Two people of one shape are asked about with one query."""


class Asked(Protocol):
    """A prepared query."""

    def __call__(self, viewer: Viewer, **values: Any) -> list[Any]:
        """Its rows, for this person and these values."""


def asked(build: Callable[..., QuerySet[Any]]) -> Asked:
    """Prepare a query: `build` gets slots that stand for the person, and one for each value by its name.

    It must make one query for all values; whatever it decides by, it must decide by the shape of the person.
    """

    @wraps(build)
    def rows(viewer: Viewer, **values: Any) -> list[Any]:
        stand = stand_for(viewer)
        kinds = tuple((name, kind_of(value)) for name, value in values.items())
        return ask(build, stand, values, shape=(stand.shape, kinds))

    return rows


def stand_for(viewer: Viewer) -> Stand:
    """Slots in place of everything that differs between two people of one shape."""
    values: dict[str, Any] = {}

    def slot(name: str, value: Any) -> Slot:
        values[name] = plain_value(value)
        return Slot(name, kind_of(value))

    ways = tuple(
        Way(
            slot(f"viewer.way{number}.categories", Numbers(sorted(way.categories))),  # type: ignore[arg-type]
            None if way.pupils is None else slot(f"viewer.way{number}.pupils", Uuids(way.pupils)),  # type: ignore[arg-type]
        )
        for number, way in enumerate(viewer.ways)
    )
    covers = viewer.covers
    staff_id = Slot("viewer.staff_id", "uuid")
    values["viewer.staff_id"] = viewer.staff_id
    return Stand(
        school_id=slot("viewer.school_id", viewer.school_id),
        staff_id=staff_id,
        at=slot("viewer.at", viewer.at),
        elevated=viewer.elevated,
        barred=slot("viewer.barred", Uuids(viewer.barred)),
        locked_out=slot("viewer.locked_out", Uuids(viewer.locked_out)),
        ways=ways,
        covers=None if covers is None else slot("viewer.covers", Uuids(covers)),
        values=values,
        shape=(viewer.elevated, tuple(way.pupils is None for way in ways), covers is None),
    )
