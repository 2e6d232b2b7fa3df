"""The way through the forms on an entry: an action, or a step; nothing typed ever lost."""

from uuid import UUID

from django.http import QueryDict
from django.urls import reverse

from heed.incidents import following
from heed.incidents.forms import ActOn, TakeStep
from heed.incidents.pages import reading
from heed.incidents.pages.reading import EntryPage
from heed.incidents.queries import Entry
from heed.incidents.stamps import new_stamp, read_stamp
from heed.lib.outcomes import OutOfDate, Refused
from heed.who.viewer import Viewer


class Acting:
    """One request to an entry: what is shown, what was typed, and where to go when it is done."""

    def __init__(self, viewer: Viewer, entry: Entry) -> None:
        self.viewer, self.entry = viewer, entry
        self.form = ActOn(initial={"stamp": new_stamp(viewer)})
        self.step: QueryDict | None = None
        self.fault: str | None = None
        """Why the step was not taken."""
        self.changed: str | None = None
        """What came in between."""
        self.done: str | None = None

    def act(self, typed: QueryDict) -> None:
        """Write an action down as it was typed."""
        stamp = read_stamp(typed.get("stamp", ""))
        token = stamp.token if stamp else None
        self.form = self._bound(typed, new_stamp(self.viewer, token))
        if token is None:
            self.form.add_error(None, "This form had been open for too long. Press Add action again.")
        if not self.form.is_valid() or token is None:
            return
        try:
            item_id = following.add_action(self.viewer, self.entry.id, self.form.said(), token=token)
        except OutOfDate as changed:
            self.changed = changed.reason
            self.form = self._bound(typed, new_stamp(self.viewer))
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
        return reading.entry_page(self.viewer, self.entry)

    def _bound(self, typed: QueryDict, stamp: str) -> ActOn:
        data = typed.copy()
        data["stamp"] = stamp
        return ActOn(data)


def _url(entry_id: UUID) -> str:
    return reverse("incidents:entry", args=[entry_id])
