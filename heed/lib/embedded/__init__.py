"""PostgreSQL without an administrator: the binaries of a Python wheel under a supervisor of our own."""

from heed.lib.embedded.accounts import NotStarted
from heed.lib.embedded.place import Address
from heed.lib.embedded.server import Embedded

__all__ = ["Address", "Embedded", "NotStarted"]
