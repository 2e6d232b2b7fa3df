"""The doorways to what hangs on the spine. Every read about a child goes through one of these."""

from typing import Any

from django.apps import apps

from heed.audit.actions import record
from heed.audit.kinds import Event, Kind
from heed.tenancy.models import ShutManager
from heed.tenancy.shut import ShutQuerySet
from heed.who.need_to_know import Looker, Spine, Ties, seen_by, written_by
from heed.who.viewer import Viewer


class SpineManager(ShutManager):
    """Doorways for the spine itself (no prefix) or for a table that hangs on it (`item__`)."""

    def __init__(self, prefix: str = "") -> None:
        super().__init__()
        self.spine = Spine(prefix)

    def seen_by(self, viewer: Looker) -> ShutQuerySet:
        """What this person may read."""
        return self.get_queryset().filter(seen_by(viewer, ties(), self.spine)).opened("seen_by")

    def written_by(self, viewer: Looker) -> ShutQuerySet:
        """What this person wrote, for their own words and for what became of them; never for reading on."""
        return self.get_queryset().filter(written_by(viewer, ties(), self.spine)).opened("written_by")

    def for_job(self, by: Viewer, *, why: str) -> ShutQuerySet:
        """Every row of the schools in scope, for work that shows nobody anything. Leaves a mark."""
        record(by, Event.READ_BY_JOB, Kind.ENTRY, why=why)
        return self.get_queryset().opened("for_job")


def ties() -> Ties:
    """Grants, and bars that stand, open for the one purpose of being asked about inside the filter."""
    return Ties(grants=_tie_rows("Grant"), bars=_tie_rows("EntryBar").filter(ended_at__isnull=True))


def _tie_rows(model: str) -> Any:
    manager: ShutManager = apps.get_model("records", model)._default_manager  # noqa: SLF001 - Django's own name for it
    return manager.get_queryset().opened("need to know")
