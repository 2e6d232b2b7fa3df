"""The forms of passwords, in plain words."""

from typing import Any

from django import forms

from heed.accounts.passwords import why_not_password

_NOT_STRIPPED: dict[str, Any] = {"strip": False, "widget": forms.PasswordInput}


class Forgotten(forms.Form):
    """Who asks for a new password."""

    email = forms.EmailField(
        label="School email address",
        max_length=254,
        error_messages={
            "required": "Enter your school email address.",
            "invalid": "This is not an email address. It looks like name@school.sch.uk.",
            "max_length": "This is not an email address. It looks like name@school.sch.uk.",
        },
    )


class NewPassword(forms.Form):
    """A password, twice: without script nobody sees what they type."""

    password = forms.CharField(
        label="New password", error_messages={"required": "Choose a password."}, **_NOT_STRIPPED
    )
    again = forms.CharField(
        label="The same password again",
        error_messages={"required": "Type the password a second time."},
        **_NOT_STRIPPED,
    )

    def __init__(self, data: Any = None, *, email: str, name: str) -> None:
        super().__init__(data)
        self.email, self.name = email, name

    def clean(self) -> dict[str, Any]:
        """Long enough, not guessed first, and typed twice alike."""
        cleaned = super().clean() or self.cleaned_data
        password = cleaned.get("password")
        if password is None:
            return cleaned
        if why_not := why_not_password(password, email=self.email, name=self.name):
            self.add_error("password", why_not)
        elif cleaned.get("again") not in {None, password}:
            self.add_error("again", "The two passwords are not the same. Type both again.")
        return cleaned


class ChangePassword(NewPassword):
    """The same, by somebody who is signed in and shows that they know the old one."""

    current = forms.CharField(
        label="Your password now",
        error_messages={"required": "Type your password as it is now."},
        **_NOT_STRIPPED,
    )
    field_order = ("current", "password", "again")
