"""The shape of what may be typed."""

from datetime import datetime
from typing import Any
from uuid import UUID

from django import forms

from heed.incidents import rules
from heed.incidents.actions import Account
from heed.incidents.following import Done, Wanted
from heed.incidents.kinds import CONSENT_WORDS, WHY_NOT_ASKED_WORDS, Consent, Did, Standing, WhyNotAsked
from heed.lib.clock import from_london, london
from heed.lib.typed import clean_line, clean_text, is_visible
from heed.lib.whens import could_be_either, read_day, read_time
from heed.pupils.queries import Child
from heed.records.kinds import Precision
from heed.records.queries import CategoryChoice

LONGEST_ACCOUNT = 50_000
LONGEST_WORDS = 10_000


class Text(forms.CharField):
    """Words as typed, without invisible debris; too long is said with both figures."""

    def __init__(self, *, longest: int, label: str, missing: str = "", **options: Any) -> None:
        options.setdefault("widget", forms.Textarea)
        super().__init__(label=label, required=bool(missing), error_messages={"required": missing}, **options)
        self.longest = longest

    def to_python(self, value: Any) -> str:
        """NFC, one kind of line end."""
        return clean_text(value or "")

    def validate(self, value: str) -> None:
        """Neither missing where it is needed, nor too long. Marks that nobody sees are no words."""
        super().validate(value if is_visible(value) else "")
        if len(value) > self.longest:
            raise forms.ValidationError(
                f"“{self.label}” is {len(value):,} characters long. Shorten it to {self.longest:,}, "
                "or send the rest as an entry of its own."
            )


class Line(Text):
    """One line of words."""

    def __init__(self, **options: Any) -> None:
        super().__init__(widget=forms.TextInput, **options)

    def to_python(self, value: Any) -> str:
        """Runs of white space become one space."""
        return clean_line(value or "")


class Ids(forms.Field):
    """Ids as boxes on our own page carry them. Whether they may be chosen is for the action to say."""

    widget = forms.SelectMultiple

    def to_python(self, value: Any) -> frozenset[UUID]:
        """Without doubles."""
        try:
            return frozenset(UUID(str(one)) for one in value or ())
        except ValueError:
            raise forms.ValidationError("Choose from the list.") from None


class AddIncident(forms.Form):
    """An incident as one person records it about one child."""

    find = Line(longest=200, label="Child")
    pupil = forms.CharField(required=False, widget=forms.HiddenInput)
    stamp = forms.CharField(required=False, widget=forms.HiddenInput)
    account = Text(longest=LONGEST_ACCOUNT, label="What happened", missing="Write what happened.")
    child_words = Text(longest=LONGEST_WORDS, label="The child’s own words")
    already_done = Text(longest=LONGEST_WORDS, label="What you have already done")
    categories = forms.TypedMultipleChoiceField(
        label="Category",
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": "Choose at least one category.",
            "invalid_choice": "One of the categories is not in use any more, or not yours to choose. Choose again.",
            "invalid_list": "Choose at least one category.",
        },
    )
    day = Line(longest=60, label="Day", missing="Write the day it happened, such as 23 November 2026.")
    time = Line(
        longest=60, label="About what time", missing="Write about what time, such as 08:50 or morning."
    )
    place = Line(longest=200, label="Where")
    late_reason = Line(longest=1000, label="Why it is written later")

    def __init__(
        self,
        data: Any = None,
        *,
        choices: tuple[CategoryChoice, ...],
        now: datetime,
        child: Child | None = None,
        **rest: Any,
    ) -> None:
        super().__init__(data, auto_id="id_%s", **rest)
        self.fields["categories"].choices = [(choice.number, choice.name) for choice in choices]  # type: ignore[attr-defined]
        self.now, self.child = now, child

    def clean(self) -> dict[str, Any]:
        """What only several fields together can tell: the child, the moment, whether it is late."""
        cleaned = super().clean() or self.cleaned_data
        if self.child is None:
            self.add_error("find", "Choose the child.")
        self._clean_when(cleaned)
        return cleaned

    def _clean_when(self, cleaned: dict[str, Any]) -> None:
        day = read_day(cleaned.get("day", ""), today=london(self.now).date())
        clock = read_time(cleaned.get("time", ""))
        if cleaned.get("day") and day is None:
            self.add_error("day", "This is not a day. Write it like 23 November 2026 or 23/11/2026.")
        if could_be_either(cleaned.get("time", "")):
            self.add_error("time", "Is this in the afternoon? Write it like 14:30 or 2.30 pm.")
            return
        if cleaned.get("time") and clock is None:
            self.add_error("time", "This is not a time. Write it like 08:50, about 10 or morning.")
        if day is None or clock is None:
            return
        cleaned["occurred_at"] = from_london(day, clock[0].hour, clock[0].minute)
        cleaned["precision"] = Precision(clock[1])
        self._check_moment(cleaned)

    def _check_moment(self, cleaned: dict[str, Any]) -> None:
        born_on = self.child.born_on if self.child else None
        if why_not := rules.why_not_when(cleaned["occurred_at"], born_on, now=self.now):
            same_day = london(cleaned["occurred_at"]).date() == london(self.now).date()
            self.add_error("time" if same_day else "day", why_not)
        elif rules.is_late(cleaned["occurred_at"], now=self.now) and not cleaned.get("late_reason"):
            self.add_error("late_reason", "More than a day has passed. Write why it is recorded later.")

    def said(self) -> Account:
        """What was typed, as the action takes it. Only after `is_valid()`."""
        fields = self.cleaned_data
        assert self.child is not None, "is_valid() has seen to it"
        return Account(
            pupil_id=self.child.id,
            account=fields["account"],
            child_words=fields["child_words"],
            already_done=fields["already_done"],
            categories=frozenset(fields["categories"]),
            occurred_at=fields["occurred_at"],
            precision=fields["precision"],
            place=fields["place"],
            late_reason=fields["late_reason"],
        )


class ActOn(forms.Form):
    """An action as one person writes it down."""

    stamp = forms.CharField(required=False, widget=forms.HiddenInput)
    done = Text(longest=LONGEST_WORDS, label="What was done", missing="Write what was done.")
    consent = forms.TypedChoiceField(
        label="Sharing outside the school",
        required=False,
        coerce=Consent,
        empty_value=Consent.NOTHING_SHARED,
        choices=tuple(CONSENT_WORDS.items()),
        error_messages={"invalid_choice": "Choose one of these."},
    )
    why_not_asked = forms.TypedChoiceField(
        label="Why no parent was asked",
        required=False,
        coerce=WhyNotAsked,
        empty_value=WhyNotAsked.NOBODY,
        choices=tuple(WHY_NOT_ASKED_WORDS.items()),
        error_messages={"invalid_choice": "Choose one of these."},
    )
    tell = Ids(label="Who else is told", required=False)

    def __init__(self, data: Any = None, **rest: Any) -> None:
        super().__init__(data, auto_id="act_%s", **rest)

    def clean(self) -> dict[str, Any]:
        """The reason that goes with not asking."""
        cleaned = super().clean() or self.cleaned_data
        consent, why = cleaned.get("consent"), cleaned.get("why_not_asked")
        if consent is not None and (missing := rules.why_not_consent(consent, why or WhyNotAsked.NOBODY)):
            self.add_error("why_not_asked", missing)
        return cleaned

    def said(self) -> Done:
        """What was typed, as the action takes it. Only after `is_valid()`."""
        fields = self.cleaned_data
        return Done(
            done=fields["done"],
            consent=fields["consent"],
            why_not_asked=fields["why_not_asked"],
            told=fields["tell"],
        )


class TakeStep(forms.Form):
    """A step as somebody takes it."""

    did = forms.TypedChoiceField(coerce=Did, choices=[(one.value, one.value) for one in Did])
    seen = forms.TypedChoiceField(coerce=Standing, choices=[(one.value, one.value) for one in Standing])
    said = Text(longest=2000, label="What you wrote")
    to = forms.UUIDField(required=False)

    def wanted(self) -> Wanted:
        """What was chosen, as the action takes it. Only after `is_valid()`."""
        fields = self.cleaned_data
        return Wanted(did=fields["did"], seen=fields["seen"], said=fields["said"], to=fields["to"])


def typed_id(text: str) -> UUID | None:
    """An id from a form, or None when it is none."""
    try:
        return UUID(text)
    except ValueError:
        return None
