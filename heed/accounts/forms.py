"""The forms of signing in, in plain words."""

from typing import Any

from allauth.account.forms import LoginForm
from allauth.core import context
from allauth.mfa.base.forms import AuthenticateForm
from allauth.mfa.models import Authenticator
from django.utils import timezone

from heed.accounts.adapters import origin_of
from heed.accounts.signon.queries import every_service
from heed.audit.actions import record_at_the_door
from heed.audit.kinds import DoorEvent


class SignIn(LoginForm):
    """E-mail address and password."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.has_service = bool(every_service())
        """Whether any school has a sign-in service of its own: then the page shows the way to it."""
        login, password = self.fields["login"], self.fields["password"]
        login.label, password.label, password.help_text = "School email address", "Password", ""
        login.error_messages |= {
            "required": "Enter your school email address.",
            "invalid": "This is not an email address. It looks like name@school.sch.uk.",
        }
        password.error_messages |= {"required": "Enter your password."}


class Code(AuthenticateForm):
    """The code from the authenticator app."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["code"].label = "Code from your authenticator app"
        self.fields["code"].error_messages |= {"required": "Enter the six digits your app shows now."}
        self.fields["code"].widget.attrs |= {"inputmode": "numeric", "autocomplete": "one-time-code"}

    def clean_code(self) -> str:
        """Apps show codes in two groups of three; the space between them is no mistake."""
        self.cleaned_data["code"] = self.cleaned_data["code"].replace(" ", "")
        code: str = super().clean_code()
        return code

    def _emit_authentication_failed(self, authenticator: Authenticator) -> None:
        """Note the wrong code with the user it was for."""
        origin = origin_of(context.request) if context.request else ""
        record_at_the_door(DoorEvent.WRONG_CODE, at=timezone.now(), origin=origin, user_id=self.user.pk)
        super()._emit_authentication_failed(authenticator)
