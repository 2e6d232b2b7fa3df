"""The way through the form: one page, one button at a time, nothing typed ever lost."""

from dataclasses import replace
from typing import Self
from uuid import UUID

from django.http import QueryDict
from django.urls import reverse

from heed.incidents import actions, keeping, queries, rules
from heed.incidents.forms import AddIncident, typed_id
from heed.incidents.pages import adding
from heed.incidents.pages.unsent import unsent
from heed.incidents.stamps import Stamp, again, new_stamp, read_stamp
from heed.lib.clock import day_words, london
from heed.lib.outcomes import NotSeen, OutOfDate, Refused, refuse
from heed.lib.typed import clean_line, read_number
from heed.pupils.queries import Child, child_named
from heed.records.queries import categories_to_choose
from heed.who.viewer import Viewer


class Adding:
    """One request to the form: what is chosen, what is shown, and where to go when it is done."""

    def __init__(self, viewer: Viewer) -> None:
        refuse(rules.why_not_record(viewer))
        self.viewer = viewer
        self.choices = categories_to_choose(viewer)
        self.child: Child | None = None
        self.alike: tuple[Child, ...] = ()
        self.finding = adding.NOTHING_ASKED
        self.kept: queries.Kept | None = None
        self.already_sent: str | None = None
        self.begins = False
        self.sending = False
        self.done: str | None = None
        self.form = self._blank()

    def begin(self, child_id: str, *, afresh: bool = False) -> Self:
        """The words that were kept last, of the child whom the address names if it names one; or a fresh form."""
        self.begins = True
        wanted = typed_id(child_id)
        waiting = () if afresh else queries.drafts(self.viewer, about=None)
        kept = next((one for one in waiting if not child_id or one.pupil_id == wanted), None)
        if kept:
            return self.go_on(kept.token)
        if child_id:
            self._choose(child_id)
        return self

    def go_on(self, token: UUID) -> Self:
        """The form as it was left.

        Raises:
            NotSeen: when this person has no such form that waits for them.
        """
        self.begins = True
        self.kept = keeping.take_words_up(self.viewer, token)
        self._show(_as_typed(self.kept), new_stamp(self.viewer, token, seen=self.kept.kept_at))
        return self

    def take(self, typed: QueryDict) -> None:
        """What was typed, and the button that was pressed."""
        stamp = read_stamp(typed.get("stamp", ""))
        if typed.get("do") == "afresh" and stamp:
            keeping.put_words_away(self.viewer, stamp.token)
            self.done = reverse("incidents:add") + ("?afresh=1" if queries.drafts(self.viewer) else "")
            return
        if typed.get("do") == "send" and "choose" not in typed:
            self._send(typed, stamp)
        else:
            self._show(typed, self._again(stamp))

    def page(self) -> adding.AddPage:
        """Everything around the form."""
        page = adding.adding(
            self.viewer,
            choices=self.choices,
            child=self.child,
            alike=self.alike,
            categories=self._categories(),
            finding=self.finding,
            kept=self.kept,
            already_sent=self.already_sent,
            late="late_reason" in self.form.errors,
        )
        return replace(page, unsent=unsent(self.viewer, but=self.kept)) if self.begins else page

    def _send(self, typed: QueryDict, stamp: Stamp | None) -> None:
        self.sending = True
        self.child = self._named(typed.get("pupil", ""))
        self.form = self._bound(typed, self._again(stamp))
        if stamp is None:
            self.form.add_error(None, "This form had been open for too long. Press Send again.")
        elif self.form.is_valid():
            self._record(typed, stamp)
        if self.done is None:
            self._choose(typed.get("pupil", ""))

    def _record(self, typed: QueryDict, stamp: Stamp) -> None:
        try:
            item_id = actions.record_incident(
                self.viewer, self.form.said(), token=stamp.token, sheet=stamp.sheet, seen=stamp.seen
            )
        except OutOfDate as changed:
            self.already_sent = changed.reason
            self.form = self._bound(typed, new_stamp(self.viewer, sheet=stamp.sheet, seen=stamp.seen))
        except Refused as refused:
            self.form.add_error(None, refused.reason)
        else:
            self.done = reverse("incidents:sent", args=[item_id])

    def _again(self, stamp: Stamp | None) -> str:
        """The stamp for the same form, answered with again."""
        return again(self.viewer, stamp) if stamp else new_stamp(self.viewer)

    def _show(self, typed: QueryDict, stamp: str) -> None:
        """The same form again, with another child chosen or looked for."""
        wanted = typed.get("choose") or ("" if typed.get("do") == "change" else typed.get("pupil", ""))
        self._choose(wanted)
        if typed.get("do") == "find" and self.child is None:
            asked = clean_line(typed.get("find", ""))[:200]
            self.finding = adding.found(asked, actions.look_for_child(self.viewer, asked))
        initial: dict[str, object] = {name: typed.get(name, "") for name in AddIncident.base_fields}
        initial["categories"] = typed.getlist("categories")
        self.form = self._unbound({**initial, "stamp": stamp})

    def _named(self, child_id: str) -> Child | None:
        """The child a form that is sent names; nobody is shown again, so nothing is noted."""
        try:
            return child_named(self.viewer, wanted) if (wanted := typed_id(child_id)) else None
        except NotSeen:
            return None

    def _choose(self, child_id: str) -> None:
        """A child who cannot be named, has left, or is of another school, is simply not chosen."""
        wanted = typed_id(child_id)
        try:
            self.child, self.alike = actions.name_child(self.viewer, wanted) if wanted else (None, ())
        except NotSeen:
            self.child, self.alike = None, ()

    def _categories(self) -> frozenset[int]:
        offered = {choice.number for choice in self.choices}
        chosen = self.form["categories"].value() or []
        return frozenset(number for one in chosen if (number := read_number(str(one)))) & offered

    def _blank(self) -> AddIncident:
        today = day_words(london(self.viewer.at).date())
        return self._unbound({"day": today, "stamp": new_stamp(self.viewer)})

    def _unbound(self, initial: dict[str, object]) -> AddIncident:
        return AddIncident(choices=self.choices, now=self.viewer.at, child=self.child, initial=initial)

    def _bound(self, typed: QueryDict, stamp: str) -> AddIncident:
        data = typed.copy()
        data["stamp"] = stamp
        return AddIncident(data, choices=self.choices, now=self.viewer.at, child=self.child)


def _as_typed(kept: queries.Kept) -> QueryDict:
    typed = QueryDict(mutable=True)
    for name, values in kept.typed.items():
        typed.setlist(name, values)
    return typed
