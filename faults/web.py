"""What gunicorn serves while faults are tried: Heed itself, in a wrapper that ends its own process when asked to.

Only this wrapper knows the header; the product has no such switch.
"""

import os
import signal
from collections.abc import Callable, Iterable
from typing import Any

from django.db import connection

from heed.config.wsgi import application as heed

HEADER = "HTTP_X_BREAK"


def application(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    """Answer as Heed does, or die: before the view, at the n-th statement, or between commit and answer."""
    wish = environ.pop(HEADER, "")
    if not wish:
        return heed(environ, start_response)
    if wish == "before":
        die()
    if wish.startswith("statement "):
        with connection.execute_wrapper(_dies_at(int(wish.removeprefix("statement ")))):
            heed(environ, start_response)
    else:
        heed(environ, start_response)  # it returns when the transaction is committed
    die()
    raise AssertionError("not reached")


def die() -> None:
    """As the kernel ends a process when memory runs out: no clean-up, no answer."""
    os.kill(os.getpid(), signal.SIGKILL)


def _dies_at(which: int) -> Callable[..., Any]:
    left = [which]

    def wrapper(execute: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:  # noqa: FBT001
        left[0] -= 1
        if left[0] <= 0:
            die()
        return execute(sql, params, many, context)

    return wrapper
