"""The shape of what may be typed."""

from datetime import date
from typing import Any

from django import forms

from heed.guarding.rules.bars import BAR_KINDS, ENTRY_KINDS, FAMILY_KINDS
from heed.incidents.forms import Ids
from heed.lib.typed import clean_line, clean_text, is_visible
from heed.lib.whens import read_day

LONGEST = 500


class Words(forms.CharField):
    """A reason: a few sentences at most, as typed."""

    widget = forms.Textarea

    def __init__(self, *, label: str, missing: str = "") -> None:
        super().__init__(label=label, required=bool(missing), error_messages={"required": missing})

    def to_python(self, value: Any) -> str:
        """NFC, one kind of line end."""
        return clean_text(value or "")

    def validate(self, value: str) -> None:
        """Neither missing where it is needed, nor too long."""
        super().validate(value if is_visible(value) else "")
        if len(value) > LONGEST:
            raise forms.ValidationError(
                f"This is {len(value):,} characters long. Shorten it to {LONGEST}: the reason, not the story."
            )


class Doing(forms.Form):
    """One thing that can be done on a page; its fields have ids of their own."""

    do = forms.CharField(required=False)

    def __init__(self, data: Any = None, *, prefix_ids: str = "", **rest: Any) -> None:
        super().__init__(data, auto_id=f"{prefix_ids or type(self).__name__.lower()}_%s", **rest)

    def facts(self) -> dict[str, Any]:
        """What was typed, as the action takes it. Only after `is_valid()`."""
        return {name: value for name, value in self.cleaned_data.items() if name != "do"}


CHOOSE_WHO = {"required": "Choose a colleague.", "invalid": "Choose a colleague."}
CHOOSE_ONE = {"required": "Choose one of these.", "invalid_choice": "Choose one of these."}


class KeepOut(Doing):
    """Keep a colleague from a child."""

    staff_id = forms.UUIDField(label="Colleague", error_messages=CHOOSE_WHO)
    why = forms.ChoiceField(label="Why", choices=BAR_KINDS, error_messages=CHOOSE_ONE)
    said = Words(label="In a few words", missing="Write why, in a few words.")


class KeepFromEntry(KeepOut):
    """Keep a colleague from one entry."""

    why = forms.ChoiceField(label="Why", choices=ENTRY_KINDS, error_messages=CHOOSE_ONE)


class EndBar(Doing):
    """End something, and say why."""

    which = forms.UUIDField(error_messages=CHOOSE_WHO)
    said = Words(label="Why it ends", missing="Write why it ends.")


class TurnDown(EndBar):
    """End what a colleague declared, and say why."""

    said = Words(label="Why it does not stand", missing="Write why it does not stand. They are told.")


class Confirm(Doing):
    """Confirm what a colleague declared, or end a share: one press."""

    which = forms.UUIDField(error_messages=CHOOSE_WHO)


class LockRecord(Doing):
    """Lock a child's record to named people."""

    named = Ids(label="Who is named", error_messages={"required": "Name at least one DSL or head."})
    said = Words(label="Why it is locked", missing="Write why it is locked.")
    leaves = forms.BooleanField(label="I am not among them, and know that I shut myself out", required=False)


class Unlock(Doing):
    """End a lock."""

    said = Words(label="Why the lock ends", missing="Write why the lock ends.")


class ShareEntry(Doing):
    """Share one entry until a day."""

    to = forms.CharField(label="With whom", error_messages={"required": "Choose a colleague or a group."})
    ends_on = forms.CharField(label="Until the end of", error_messages={"required": "Write the last day."})
    said = Words(label="Why they need to know", missing="Write why they need to know.")

    def __init__(self, data: Any = None, *, today: date | None = None, **rest: Any) -> None:
        super().__init__(data, **rest)
        self.today = today

    def clean_ends_on(self) -> date:
        """A day as people write one."""
        typed = clean_line(self.cleaned_data["ends_on"])
        found = read_day(typed, today=self.today) if self.today else None
        if found is None:
            raise forms.ValidationError("This is not a day. Write it like 18 December 2026.")
        return found


class Declare(Doing):
    """Name a child of one's own family."""

    pupil_id = forms.UUIDField(
        error_messages={"required": "Choose the child.", "invalid": "Choose the child."}
    )
    why = forms.ChoiceField(
        label="How you belong to this child", choices=FAMILY_KINDS, error_messages=CHOOSE_ONE
    )
    said = Words(label="Anything a DSL should know (optional)")


class BreakGlass(Doing):
    """Open a record for an hour."""

    said = Words(
        label="Whom you tried to reach, and why it cannot wait",
        missing="Write whom you tried to reach, and why it cannot wait.",
    )


class AskWhy(Doing):
    """Choose a colleague and an entry or a child."""

    staff_id = forms.UUIDField(label="Colleague", error_messages=CHOOSE_WHO)
    number = forms.CharField(label="Number of the entry", required=False)
    pupil_id = forms.UUIDField(required=False)

    def clean_number(self) -> int | None:
        """A number as it stands on an entry."""
        typed = clean_line(self.cleaned_data["number"]).lower().removeprefix("entry").strip(" #.")
        if not typed:
            return None
        if not (typed.isascii() and typed.isdigit() and len(typed) <= 9):
            raise forms.ValidationError("This is not a number. Write it like 41.")
        return int(typed)
