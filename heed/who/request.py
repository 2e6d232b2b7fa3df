"""A request of somebody who works in a school."""

from uuid import UUID

from django.http import HttpRequest

from heed.who.viewer import Viewer


class StaffRequest(HttpRequest):
    """What a view for staff gets: the middleware has found out who is looking."""

    viewer: Viewer
    ids_waiting: tuple[UUID, ...] | None = None
    """The alerts that wait, where the page has asked already."""
