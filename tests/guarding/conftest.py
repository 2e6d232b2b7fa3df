"""A clock on the wall, and a mail server."""

from tests.incidents.clock import clock
from tests.post import post

__all__ = ["clock", "post"]
