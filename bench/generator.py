"""Makes requests at their moments, in a process of its own, and says how long each took. `python -m bench.generator`

A request's time begins when it was due, not when a thread was free for it: waiting counts.
"""

import http.client
import json
import sys
import threading
import time
from random import Random
from typing import Any

from bench.common import CSRF

THREADS = 32
GOOD = {200, 204, 302}


def main() -> None:
    """Read address, rate and requests from stdin; write one line of JSON."""
    asked = json.load(sys.stdin)
    rng = Random(1)
    at, due = 0.0, []
    for one in asked["requests"]:
        due.append((at, one))
        at += rng.expovariate(asked["rate"])
    found: list[tuple[str, float, int]] = []
    todo = iter(due)
    lock = threading.Lock()
    began = time.monotonic() + 0.5
    hands = [
        threading.Thread(target=_hand, args=(asked["port"], todo, lock, began, found)) for _ in range(THREADS)
    ]
    for one in hands:
        one.start()
    for one in hands:
        one.join()
    print(json.dumps({"took": time.monotonic() - began, "answers": found}))


def _hand(
    port: int, todo: Any, lock: threading.Lock, began: float, found: list[tuple[str, float, int]]
) -> None:
    line = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    while True:
        with lock:
            taken = next(todo, None)
        if taken is None:
            line.close()
            return
        at, one = taken
        time.sleep(max(0.0, began + at - time.monotonic()))
        status = _answer(line, one)
        found.append((one["kind"], (time.monotonic() - began - at) * 1000, status))


def _answer(line: http.client.HTTPConnection, one: dict[str, str]) -> int:
    headers = {
        "Host": "localhost",
        "Cookie": f"heed_session={one['session']}; heed_csrf={CSRF}",
        "Accept-Encoding": "gzip",
    }
    if one["kind"] in {"poll", "type-ahead"}:
        headers["HX-Request"] = "true"
    if one["body"]:
        headers["Content-Type"] = "application/x-www-form-urlencoded"
    for again in (True, False):  # a server may close a line that was idle: once more, on a fresh one
        try:
            line.request(one["method"], one["path"], one["body"] or None, headers)
            answer = line.getresponse()
            answer.read()
        except (http.client.HTTPException, OSError):
            line.close()
            if not again or one["method"] == "POST":
                return 0
        else:
            return answer.status
    return 0


if __name__ == "__main__":
    main()
