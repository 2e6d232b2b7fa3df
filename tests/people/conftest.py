"""The clock on the wall, a mail server, and a sign-in service of a school's own."""

from tests.accounts.conftest import _standing_provider, provider
from tests.incidents.clock import clock
from tests.post import post

__all__ = ["_standing_provider", "clock", "post", "provider"]
