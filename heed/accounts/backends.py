"""Who may sign in."""

from typing import Any

from allauth.account.auth_backends import AuthenticationBackend
from django.conf import settings

from heed.accounts.queries import user_at_work


class SchoolBackend(AuthenticationBackend):
    """By e-mail address and password; the sample trust's accounts only in demo mode."""

    @classmethod
    def _stash_user(cls, user: Any) -> Any:  # noqa: ARG003 - as the base class has it
        """Nobody is stashed: allauth would take a right password of a closed account up again, and show it was right."""
        return super()._stash_user(None)

    def user_can_authenticate(self, user: Any) -> bool:
        """Active, and no account of the demonstration outside it."""
        if not super().user_can_authenticate(user):
            return False
        return bool(settings.DEMO) or not getattr(user, "demo", False)

    def get_user(self, user_id: Any) -> Any:
        """The user of a running session, under the same conditions, with the schools they may enter in hand."""
        user = user_at_work(user_id)
        return user if user is not None and self.user_can_authenticate(user) else None
