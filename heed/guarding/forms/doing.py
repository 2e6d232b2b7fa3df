"""One page with several things that can be done on it: which was pressed, what was typed, what was wrong."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.http import QueryDict

from heed.guarding import forms
from heed.guarding.actions import bars, sharing
from heed.guarding.forms import Doing
from heed.lib.clock import london
from heed.lib.outcomes import NotSeen, Refused
from heed.who.viewer import Viewer


@dataclass(frozen=True, slots=True)
class Does:
    """A form, and the action that takes what it says: viewer, id, then the facts by keyword."""

    form: type[Doing]
    action: Callable[..., Any]


ON_A_CHILD: Mapping[str, Does] = {
    "keep": Does(forms.KeepOut, bars.bar_from_child),
    "end": Does(forms.EndBar, bars.end_bar_from_child),
    "turn-down": Does(forms.TurnDown, bars.end_bar_from_child),
    "confirm": Does(forms.Confirm, bars.confirm_declared),
    "lock": Does(forms.LockRecord, bars.lock_record),
    "unlock": Does(forms.Unlock, bars.unlock_record),
}
ON_AN_ENTRY: Mapping[str, Does] = {
    "share": Does(forms.ShareEntry, sharing.share_entry),
    "end-share": Does(forms.Confirm, sharing.end_share),
    "keep": Does(forms.KeepFromEntry, bars.keep_from_entry),
    "end": Does(forms.EndBar, bars.end_keeping_from_entry),
}


class Page:
    """One request to a page: what was pressed, and whether it is done."""

    def __init__(self, viewer: Viewer, about: UUID, does: Mapping[str, Does]) -> None:
        self.viewer, self.about, self.does = viewer, about, does
        self.typed: QueryDict = QueryDict(mutable=True)
        self.pressed: str | None = None
        self.form: Doing | None = None
        self.done = False

    def take(self, typed: QueryDict) -> None:
        """Do what was pressed.

        Raises:
            NotSeen: when no button of ours says it like that.
        """
        self.typed, self.pressed = typed, typed.get("do", "")
        does = self.does.get(self.pressed)
        if does is None:
            raise NotSeen
        today = {"today": london(self.viewer.at).date()} if does.form is forms.ShareEntry else {}
        self.form = does.form(typed, prefix_ids=prefix_of(self.pressed, typed.get("which", "")), **today)
        if not self.form.is_valid():
            return
        try:
            does.action(self.viewer, self.about, **self.form.facts())
        except Refused as refused:
            self.form.add_error(None, refused.reason)
        else:
            self.done = True

    def ticked(self, name: str) -> list[str]:
        """The boxes of a name that were ticked."""
        return self.typed.getlist(name)

    def form_of(self, do: str, which: object = "", **initial: Any) -> Doing:
        """The form as it was sent, when it is the one that was pressed; else a fresh one."""
        if self.form is not None and self.pressed == do and self.form.data.get("which", "") == str(which):
            return self.form
        return self.does[do].form(initial=initial, prefix_ids=prefix_of(do, str(which)))


def prefix_of(do: str, which: str) -> str:
    """How the ids of a form's fields begin: each form on a page has its own."""
    return f"{do}-{which}" if which else do
