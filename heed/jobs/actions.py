"""Asking for later."""

from typing import Any
from uuid import UUID

from procrastinate.contrib.django import app

from heed.tenancy.scope import in_scope


class NotInTheQueue(Exception):  # noqa: N818 - read as a sentence
    """A job was asked for with something other than ids, or without its school in scope."""


def later(task: str, *, school_id: UUID, **ids: UUID) -> None:
    """Ask for a job after this transaction. If the transaction is undone, so is the job.

    Only ids go into the queue, and the job names its school.

    Raises:
        NotInTheQueue: when an argument is not an id, or the school is not in scope.
    """
    if not all(isinstance(value, UUID) for value in (school_id, *ids.values())):
        raise NotInTheQueue("Jobs carry ids only.")
    if school_id not in (in_scope() or ()):
        raise NotInTheQueue("A job is asked for within its school.")
    arguments: dict[str, Any] = {name: str(value) for name, value in ids.items()}
    app.configure_task(task, allow_unknown=False).defer(school_id=str(school_id), **arguments)


def at_the_door(task: str) -> None:
    """Ask for a job before anybody is known: it belongs to no school, and nothing of whoever asked goes with it."""
    app.configure_task(task, allow_unknown=False).defer()
