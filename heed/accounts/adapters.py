"""How allauth does things here."""

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.contrib.auth.base_user import AbstractBaseUser
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from heed.accounts import limits
from heed.accounts.devices import note_sign_in, remember_device
from heed.accounts.entering import schools_entered, signed_on_for
from heed.accounts.queries import user_with
from heed.accounts.sealed import seal, unseal
from heed.audit.actions import record, record_at_the_door
from heed.audit.kinds import DoorEvent, Event, Kind
from heed.tenancy.scope import schools
from heed.who.viewer import Viewer

_OURS = {"allauth.mfa.stages.AuthenticateStage": "heed.accounts.stages.SecondStep"}
WRONG = "This address and password do not belong together. Check both and try again."


class AccountAdapter(DefaultAccountAdapter):
    """Sign-in by e-mail address and password. Nobody signs up: schools add their staff."""

    error_messages = {
        **DefaultAccountAdapter.error_messages,
        "email_password_mismatch": WRONG,
        "too_many_login_attempts": "Too many tries. Wait five minutes, then try again.",
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Never."""
        return False

    def post_login(self, request: HttpRequest, user: AbstractBaseUser, **options: Any) -> HttpResponse:
        """Note the sign-in in each school this session may enter, and once at which browser."""
        for number, entry in enumerate(schools_entered(request, user)):
            why = "single sign-on" if signed_on_for(request, user) else ""
            with schools(entry.school_id):
                by = _at_the_door(request, user, entry.school_id)
                record(by, Event.SIGNED_IN, Kind.USER, user.pk, why=why)
                if number == 0:
                    note_sign_in(request, by, user)  # type: ignore[arg-type]  # ours is the only user model
        limits.remember(str(user.get_username()), origin_of(request))
        response: HttpResponse = super().post_login(request, user, **options)
        remember_device(request, response)
        return response

    def logout(self, request: HttpRequest) -> None:
        """Note the sign-out, then end the session."""
        user: Any = request.user
        for entry in schools_entered(request, user):
            with schools(entry.school_id):
                record(_at_the_door(request, user, entry.school_id), Event.SIGNED_OUT, Kind.USER, user.pk)
        super().logout(request)

    def authentication_failed(self, request: HttpRequest, **credentials: Any) -> None:
        """Note that somebody tried, and with whose account if it is one; which address they typed is not kept."""
        _note_at_the_door(request, DoorEvent.WRONG_PASSWORD, credentials)

    def get_login_stages(self) -> list[str]:
        """The second step is ours: it knows when a school's own service has asked for one."""
        return [_OURS.get(stage, stage) for stage in super().get_login_stages()]

    def pre_authenticate(self, request: HttpRequest, **credentials: Any) -> None:
        """Refuse what was tried too often: here, or over all addresses."""
        try:
            super().pre_authenticate(request, **credentials)
            self._anywhere = limits.try_anywhere(request, _login(credentials), origin_of(request))
            if self._anywhere is None:
                raise self.validation_error("too_many_login_attempts")
        except ValidationError:
            _note_at_the_door(request, DoorEvent.LOCKED_OUT, credentials)
            raise

    def _get_login_attempts_cache_key(self, request: HttpRequest, **credentials: Any) -> str:
        """One account at one address; not the host name asked for, which whoever asks may vary."""
        return limits.key_at(_login(credentials), origin_of(request))

    def _rollback_login_failed_rl_usage(self) -> None:
        """A right password counts nowhere."""
        super()._rollback_login_failed_rl_usage()
        if self._anywhere:
            self._anywhere.rollback()

    def get_client_ip(self, request: HttpRequest) -> str:
        """The address the connection came from."""
        return origin_of(request)


class SecondFactorAdapter(DefaultMFAAdapter):
    """Second factors, sealed where they are stored."""

    error_messages = {
        **DefaultMFAAdapter.error_messages,
        "incorrect_code": "This code is not right, or has been used already. Wait for the next one and try again.",
    }

    def encrypt(self, text: str) -> str:
        """Seal a secret."""
        return seal(text)

    def decrypt(self, encrypted_text: str) -> str:
        """Open a sealed secret."""
        return unseal(encrypted_text)


def origin_of(request: HttpRequest) -> str:
    """The network address a request came from."""
    return str(request.META.get("REMOTE_ADDR", ""))


def _note_at_the_door(request: HttpRequest, event: DoorEvent, credentials: dict[str, Any]) -> None:
    user = user_with(_login(credentials))
    record_at_the_door(event, at=timezone.now(), origin=origin_of(request), user_id=user.pk if user else None)


def _login(credentials: dict[str, Any]) -> str:
    return str(credentials.get("email") or credentials.get("username") or "")


def _at_the_door(request: HttpRequest, user: Any, school_id: Any) -> Viewer:
    return Viewer(
        school_id=school_id,
        staff_id=None,
        user_id=user.pk,
        name=user.name,
        role="at the door",
        at=timezone.now(),
        origin=origin_of(request),
    )
