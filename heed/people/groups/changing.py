"""Changing a group, step by step: choose, look at what that opens and closes, say why."""

from typing import Any

from django.db import transaction

from heed.access.rules import why_not_be
from heed.access.ruling import CHANGED_MEANWHILE, change_group
from heed.lib.outcomes import OutOfDate, Refused
from heed.people.groups.forms import ChangeGroup
from heed.people.groups.pages import group as pages
from heed.who.groups import Group
from heed.who.viewer import Viewer


class Changing:
    """One request about one group."""

    def __init__(self, viewer: Viewer, group: Group) -> None:
        self.viewer, self.group = viewer, group
        self.form: ChangeGroup = pages.begun(viewer, group)
        self.preview: pages.Preview | None = None
        self.fault = ""
        self.seen: int | None = None
        """The version somebody began with, when others have changed the group since."""
        self.done = False

    @property
    def page(self) -> pages.GroupPage:
        """The page around the form."""
        return pages.group(self.viewer, self.group, seen=self.seen)

    def take(self, data: Any) -> None:
        """What was sent: look at it, make it so, or go back to choosing."""
        wants = data.get("do", "look")
        self.form = pages.begun(self.viewer, self.group, sure=wants == "sure", data=data)
        valid, chosen = self.form.is_valid(), not set(self.form.errors) - {"why"}
        now = int(self.form.initial["version"])
        seen = self.form.cleaned_data.get("version")
        if seen != now:
            self._begin_again(seen if isinstance(seen, int) else now)
        elif not chosen or wants == "back":
            return
        elif valid and wants == "sure":
            self._change(now)
        else:
            self._look()

    def _look(self) -> None:
        wanted = self.form.row()
        self.fault = why_not_be(self.group, wanted) or ""
        if not self.fault and wanted.same_as(self.form.now):
            self.fault = "This is what the group may do already. Nothing was changed."
        if not self.fault:
            self.preview = pages.preview(self.viewer, self.group, wanted)

    def _change(self, seen: int) -> None:
        try:
            with transaction.atomic():
                change_group(
                    self.viewer,
                    self.group,
                    self.form.row(),
                    seen=seen,
                    why=self.form.cleaned_data["why"],
                )
            self.done = True
        except OutOfDate:
            self._begin_again(seen)
        except Refused as refused:
            self.fault = refused.reason

    def _begin_again(self, seen: int) -> None:
        """What was chosen stays in its boxes; what others changed is shown above it; the form knows the present."""
        self.seen, self.fault = seen, CHANGED_MEANWHILE
        data = self.form.data.copy()  # type: ignore[attr-defined]  # a QueryDict
        data["version"] = str(pages.begun(self.viewer, self.group).initial["version"])
        self.form = pages.begun(self.viewer, self.group, data=data)
        self.form.is_valid()
