"""The shape of what may be typed about staff."""

from datetime import date
from typing import Any
from uuid import UUID

from django import forms

from heed.lib.typed import clean_line, is_visible
from heed.lib.whens import read_day
from heed.people.staff import rules
from heed.people.staff.inviting import Newcomer
from heed.people.staff.pasted import LONGEST, MOST_LINES
from heed.roll.reading.faults import Unreadable
from heed.roll.reading.words import email as email_in
from heed.who.groups import Group


class Line(forms.CharField):
    """One line of words: runs of white space are one space, and what nobody sees is nothing."""

    def __init__(self, *, label: str, missing: str, longest: int = 200) -> None:
        super().__init__(label=label, error_messages={"required": missing})
        self.longest = longest

    def to_python(self, value: Any) -> str:
        """Cleaned of what was not meant."""
        return clean_line(str(value or ""))

    def validate(self, value: str) -> None:
        """There, and not too long."""
        super().validate(value if is_visible(value) else "")
        if len(value) > self.longest:
            raise forms.ValidationError(f"Use at most {self.longest} characters.")


class Address(Line):
    """An email address, in small letters."""

    def validate(self, value: str) -> None:
        """One that mail can go to."""
        super().validate(value)
        try:
            email_in(value)
        except Unreadable:
            raise forms.ValidationError(
                "This is not an email address. It looks like name@school.sch.uk."
            ) from None

    def to_python(self, value: Any) -> str:
        """Small letters, so that one person has one address."""
        return super().to_python(value).lower()


class Person(forms.Form):
    """What is said of somebody on the staff."""

    name = Line(label="Name", missing="Write their name as it is signed, such as Katie Lowther.")
    email = Address(
        label="Work email address", missing="Write the address the invitation goes to.", longest=254
    )
    role = Line(label="Role", missing="Write what they are here, such as Class teacher.")
    sure = forms.BooleanField(label="The address is right", required=False)

    def __init__(self, *args: Any, known: tuple[str, ...] = (), **options: Any) -> None:
        super().__init__(*args, **options)
        self.known, self.doubt = known, False

    def clean(self) -> dict[str, Any]:
        """An address that looks like a slip is asked about once."""
        cleaned = super().clean() or self.cleaned_data
        why = rules.why_not_address(cleaned.get("email", ""), self.known, sure=cleaned.get("sure", False))
        if cleaned.get("email") and why:
            self.doubt = True
            self.add_error("email", f"{why} Correct it, or tick that it is right.")
        return cleaned


class AddPerson(Person):
    """Somebody new."""

    groups = forms.MultipleChoiceField(
        label="Groups",
        required=False,
        choices=[(group.value, group.words[:1].upper() + group.words[1:]) for group in rules.GIVEN_HERE],
        error_messages={"invalid_choice": "Choose groups from the list."},
    )
    invite = forms.BooleanField(label="Send the invitation now", required=False)

    def said(self) -> Newcomer:
        """Only after `is_valid()`."""
        fields = self.cleaned_data
        return Newcomer(
            email=fields["email"],
            name=fields["name"],
            role=fields["role"],
            groups=frozenset(Group(one) for one in fields["groups"]),
        )


class Pasted(forms.Form):
    """A list of people, one a line."""

    people = forms.CharField(
        label="Staff, one person a line",
        widget=forms.Textarea,
        strip=False,
        error_messages={"required": "Paste or write at least one line."},
    )
    invite = forms.BooleanField(label="Send the invitations now", required=False)

    def clean_people(self) -> str:
        """Not a whole book."""
        text: str = self.cleaned_data["people"]
        if not is_visible(text):
            raise forms.ValidationError("Paste or write at least one line.")
        if len(text) > LONGEST or text.count("\n") > MOST_LINES:
            raise forms.ValidationError(
                f"This is more than {MOST_LINES} lines. Paste it in parts; nothing has been added."
            )
        return text


class Leaving(forms.Form):
    """When somebody leaves, and who takes over."""

    when = forms.ChoiceField(
        label="When does their access end?",
        choices=[("day", "At the end of their last day"), ("now", "Now")],
        widget=forms.RadioSelect,
        error_messages={
            "required": "Choose when their access ends.",
            "invalid_choice": "Choose one of the two.",
        },
    )
    day = forms.CharField(label="Last day", required=False)
    hands_to = forms.ChoiceField(label="Who takes over", required=False)
    rest_to = forms.ChoiceField(label="Who takes the rest", required=False)

    def __init__(self, *args: Any, people: list[tuple[str, str]], today: date, **options: Any) -> None:
        super().__init__(*args, **options)
        self.today = today
        for name in ("hands_to", "rest_to"):
            field: Any = self.fields[name]
            field.choices = [("", "Choose somebody"), *people]
            field.error_messages["invalid_choice"] = (
                "Choose somebody from the list: this person has left, or has no account."
            )

    def clean(self) -> dict[str, Any]:
        """The day as one writes it; not one that has gone."""
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("when") != "day":
            return cleaned
        day = read_day(clean_line(cleaned.get("day", "")), today=self.today)
        if day is None:
            self.add_error("day", "Write their last day, such as 18 December 2026 or 18/12/2026.")
        elif why_not := rules.why_not_day(day, self.today):
            self.add_error("day", why_not)
        cleaned["last_day"] = day
        return cleaned

    def chosen(self, name: str) -> UUID | None:
        """Who was chosen. Only after `is_valid()`."""
        return UUID(self.cleaned_data[name]) if self.cleaned_data.get(name) else None
