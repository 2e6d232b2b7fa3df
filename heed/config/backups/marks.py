"""That the whole was backed up or restored, noted in the database."""

from datetime import timedelta

from django.utils import timezone

from heed.audit.actions import record_of_the_service
from heed.audit.kinds import ServiceEvent
from heed.audit.queries import when_last


def note_back_up() -> None:
    """One was written and proved."""
    record_of_the_service(ServiceEvent.BACKED_UP, at=timezone.now())


def note_restore() -> None:
    """All of this came from one."""
    record_of_the_service(ServiceEvent.RESTORED, at=timezone.now())


def when_last_backed_up() -> timedelta | None:
    """How long ago; None when nothing is known of one."""
    now = timezone.now()
    last = when_last(ServiceEvent.BACKED_UP, since=now - FAR_BACK)
    return now - last if last else None


FAR_BACK = timedelta(days=60)
