"""Keys made in Python, in the order of time."""

import os
import threading
import time
from uuid import UUID

_lock = threading.Lock()
_last = (0, 0)


def uuid7() -> UUID:
    """A UUID of version 7 (RFC 9562, 5.7 and 6.2): 48 bits of milliseconds, a counter of 12, then 62 random bits.

    Keys made one after the other by one process sort in that order, also within a millisecond. Python has none
    before 3.14 and PostgreSQL none before 18.
    """
    moment, counter = _next()
    raw = bytearray(moment.to_bytes(6, "big") + (0x7000 | counter).to_bytes(2, "big") + os.urandom(8))
    raw[8] = 0x80 | raw[8] & 0x3F
    return UUID(bytes=bytes(raw))


def _next() -> tuple[int, int]:
    """The millisecond and the place within it; a full millisecond, or a clock set back, borrows from the next."""
    global _last  # noqa: PLW0603 - one counter for the process is the point
    with _lock:
        moment, counter = _last
        now = time.time_ns() // 1_000_000
        if now > moment:
            _last = (now, int.from_bytes(os.urandom(2), "big") & 0x3FF)
        else:
            _last = (moment, counter + 1) if counter < 0xFFF else (moment + 1, 0)
        return _last
