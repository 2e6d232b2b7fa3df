"""The way through the forms on an entry: an action, or a step; nothing typed ever lost."""

from typing import Self
from uuid import UUID

from django.http import QueryDict
from django.urls import reverse

from heed.incidents import following, keeping
from heed.incidents.forms import ActOn, TakeStep
from heed.incidents.pages import reading
from heed.incidents.pages.reading import EntryPage
from heed.incidents.queries import Entry, Kept, kept_words
from heed.incidents.stamps import Stamp, again, new_stamp, read_stamp
from heed.lib.outcomes import OutOfDate, Refused
from heed.who.viewer import Viewer


class Acting:
    """One request to an entry: what is shown, what was typed, and where to go when it is done."""

    def __init__(self, viewer: Viewer, entry: Entry) -> None:
        self.viewer, self.entry = viewer, entry
        self.form = ActOn(initial={"stamp": new_stamp(viewer, about=entry.id)})
        self.kept: Kept | None = None
        self.step: QueryDict | None = None
        self.fault: str | None = None
        """Why the step was not taken."""
        self.changed: str | None = None
        """What came in between."""
        self.done: str | None = None

    def begin(self) -> Self:
        """A blank form for an action, or the words that are kept for this person about this entry."""
        waiting = kept_words(self.viewer, self.entry.id)
        if waiting:
            self.kept = keeping.take_words_up(self.viewer, waiting.token)
            stamp = new_stamp(self.viewer, self.kept.token, about=self.entry.id, seen=self.kept.kept_at)
            self.form = ActOn(initial={**_as_initial(self.kept), "stamp": stamp})
        return self

    def act(self, typed: QueryDict) -> None:
        """Write an action down as it was typed, or put away what was kept."""
        stamp = read_stamp(typed.get("stamp", ""))
        if typed.get("do") == "afresh" and stamp:
            keeping.put_words_away(self.viewer, stamp.token)
            self.done = _url(self.entry.id)
            return
        self.form = self._bound(typed, again(self.viewer, stamp) if stamp else self._fresh(None))
        if stamp is None or stamp.about != self.entry.id:
            self.form.add_error(None, "This form had been open for too long. Press Add action again.")
        elif self.form.is_valid():
            self._write(typed, stamp)

    def _write(self, typed: QueryDict, stamp: Stamp) -> None:
        try:
            item_id = following.add_action(
                self.viewer,
                self.entry.id,
                self.form.said(),
                token=stamp.token,
                sheet=stamp.sheet,
                seen=stamp.seen,
            )
        except OutOfDate as changed:
            self.changed = changed.reason
            self.form = self._bound(typed, self._fresh(stamp))
        except Refused as refused:
            self.form.add_error("tell" if self.form.said().told else None, refused.reason)
        else:
            self.done = f"{_url(self.entry.id)}#action-{item_id}"

    def take(self, typed: QueryDict) -> None:
        """Take a step as it was chosen."""
        self.step = typed
        form = TakeStep(typed)
        if not form.is_valid():
            self.fault = str(next(iter(form.errors.get("said", ["Choose what to do with this entry."]))))
            return
        try:
            following.take_step(self.viewer, self.entry.id, form.wanted())
        except (OutOfDate, Refused) as problem:
            self.fault = problem.reason
        else:
            self.done = _url(self.entry.id)

    def page(self) -> EntryPage:
        """The entry, whole."""
        return reading.entry_page(self.viewer, self.entry, kept=self.kept)

    def _fresh(self, before: Stamp | None) -> str:
        """A stamp for an action of its own."""
        sheet, seen = (before.sheet, before.seen) if before else (None, None)
        return new_stamp(self.viewer, about=self.entry.id, sheet=sheet, seen=seen)

    def _bound(self, typed: QueryDict, stamp: str) -> ActOn:
        data = typed.copy()
        data["stamp"] = stamp
        return ActOn(data)


def _as_initial(kept: Kept) -> dict[str, object]:
    one = {name: values[-1] for name, values in kept.typed.items() if values and name in ActOn.base_fields}
    return {**one, "tell": kept.typed.get("tell", [])}


def _url(entry_id: UUID) -> str:
    return reverse("incidents:entry", args=[entry_id])
