"""What stands around every page: who is signed in, where, and what waits."""

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse

from heed.alerts.queries import ids_waiting_for
from heed.alerts.rules import version_of
from heed.lib.clock import london
from heed.who.powers import Power
from heed.who.viewer import Viewer


@dataclass(frozen=True, slots=True)
class Place:
    """A place in the bar."""

    label: str
    href: str
    current: bool
    count: int = 0


@dataclass(frozen=True, slots=True)
class Frame:
    """The bar, the dock and the foot, as finished words."""

    name: str
    role: str
    school: str
    elevated: str | None
    waiting: int
    version: str
    """What the page asks with whether that is still so."""
    places: tuple[Place, ...]
    can_add: bool
    schools_url: str | None
    """Where to choose another school, for somebody who works in several."""
    opened: str | None
    """Until when one child's record is open to this person without a DSL."""
    opened_url: str | None


def frame(request: HttpRequest) -> dict[str, Any]:
    """For every template: `frame` when somebody is signed in, and whether this is the demonstration."""
    viewer: Viewer | None = getattr(request, "viewer", None)
    around = _frame(request, viewer) if viewer and not _is_part(request) else None
    return {"frame": around, "demo": settings.DEMO}


def _is_part(request: HttpRequest) -> bool:
    return bool(request.headers.get("HX-Request"))


def _frame(request: HttpRequest, viewer: Viewer) -> Frame:
    ids = getattr(request, "waiting", None)  # in hand where the page lists them itself
    if ids is None:
        ids = ids_waiting_for(viewer)
    waiting = len(ids)
    return Frame(
        name=viewer.name,
        role=viewer.role,
        school=request.school,  # type: ignore[attr-defined]  # set with the viewer
        elevated="Elevated" if viewer.elevated else None,
        waiting=waiting,
        version=version_of(viewer, ids),
        places=tuple(_places(request, viewer, waiting)),
        can_add=viewer.can(Power.RECORD),
        schools_url=reverse("account_schools") if len(getattr(request, "workplaces", ())) > 1 else None,
        opened=f"{london(viewer.opened.until):%H:%M}" if viewer.opened and viewer.elevated else None,
        opened_url=reverse("chronology:child", args=[viewer.opened.pupil_id]) if viewer.opened else None,
    )


def _places(request: HttpRequest, viewer: Viewer, waiting: int) -> list[Place]:
    home, find, search = reverse("home:show"), reverse("chronology:find"), reverse("chronology:search")
    places = [Place("Home", home, request.path == home, waiting)]
    if viewer.elevated and viewer.can(Power.OPEN_CHILD):
        places.append(Place("Children", find, request.path.startswith(find)))
        places.append(Place("Search", search, request.path == search))
    if viewer.elevated and (viewer.can(Power.ACCOUNTS) or viewer.can(Power.GROUPS)):
        people, groups = reverse("people:staff"), reverse("people:groups")
        here = people if viewer.can(Power.ACCOUNTS) else groups
        places.append(Place("People", here, request.path.startswith(people)))
    return places
