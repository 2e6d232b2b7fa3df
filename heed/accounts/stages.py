"""The steps between proving who one is and being signed in."""

from allauth.mfa.stages import AuthenticateStage
from django.http import HttpRequest

from heed.accounts.entering import second_step_by_service


class SecondStep(AuthenticateStage):
    """Asks for the code of whoever has an authenticator, unless their school's service has asked for one and that counts."""

    def _should_handle(self, request: HttpRequest) -> bool:
        if self.login.user is not None and second_step_by_service(request, self.login.user):
            return False
        return bool(super()._should_handle(request))
