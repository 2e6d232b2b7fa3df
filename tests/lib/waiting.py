"""Waiting for something outside this process, without a guess at how long it takes."""

import time
from collections.abc import Callable
from pathlib import Path

LIMIT = 60.0


def until(what: Callable[[], object]) -> None:
    """Wait until something is so; a minute is far more than anything here needs.

    Raises:
        TimeoutError: when it is not so by then.
    """
    deadline = time.monotonic() + LIMIT
    while not what():
        if time.monotonic() > deadline:
            raise TimeoutError
        time.sleep(0.01)


def runs(pid: int) -> bool:
    """Whether a process runs: one that has ended and was not collected does not."""
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return False
    return state not in "ZX"
