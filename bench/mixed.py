"""A minute of a school morning: the real service and its worker, asked by a process of its own."""

import json
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections import Counter
from pathlib import Path
from statistics import quantiles
from typing import Any

from bench import database
from bench.database import LARGE, ROOT
from bench.generator import GOOD
from bench.pages import Inside

RATE, SECONDS = 30, 60


def run(say: Any) -> dict[str, Any]:
    """Serve, ask, and say how it went."""
    with Inside(LARGE) as inside:
        requests = inside.ask("morning", number=RATE * SECONDS)
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    web, worker = _web(port), _worker()
    try:
        _wait_until_well(port)
        say(f"  {len(requests)} requests in {SECONDS} s")
        asked = json.dumps({"port": port, "rate": RATE, "requests": requests})
        done = subprocess.run(
            [sys.executable, "-m", "bench.generator"],
            cwd=ROOT,
            input=asked,
            text=True,
            check=True,
            capture_output=True,
        )
        memory = _memory(web.pid)
    finally:
        for process in (web, worker):
            process.terminate()
        for process in (web, worker):
            process.wait(timeout=30)
    return {**_told(json.loads(done.stdout)), "memory": memory}


def _told(answer: dict[str, Any]) -> dict[str, Any]:
    answers = answer["answers"]
    times = [ms for _, ms, _ in answers]
    cuts = quantiles(times, n=100)
    kinds = sorted({kind for kind, *_ in answers})
    by_kind = {kind: quantiles([ms for one, ms, _ in answers if one == kind], n=20) for kind in kinds}
    return {
        "requests": len(answers),
        "rate": len(answers) / answer["took"],
        "p50": cuts[49],
        "p95": cuts[94],
        "p99": cuts[98],
        "errors": sum(status not in GOOD for *_, status in answers),
        "statuses": dict(Counter(f"{kind} {status}" for kind, _, status in answers)),
        "by kind": {kind: {"p50": cut[9], "p95": cut[18]} for kind, cut in by_kind.items()},
    }


def _web(port: int) -> "subprocess.Popen[bytes]":
    """As `heed demo` starts it."""
    gunicorn = ["gunicorn", "heed.config.wsgi", "--bind", f"127.0.0.1:{port}", "--worker-class", "gthread"]
    return subprocess.Popen(  # noqa: S603 - the product's own server
        [
            sys.executable,
            "-m",
            *gunicorn,
            "--threads",
            "8",
            "--log-level",
            "warning",
            "--graceful-timeout",
            "5",
        ],
        cwd=ROOT,
        env=database.environment(LARGE, HEED_POOL="8", HEED_PART="1"),
    )


def _worker() -> "subprocess.Popen[bytes]":
    return subprocess.Popen(  # noqa: S603 - the product's own worker
        [Path(sys.executable).parent / "heed", "work"],
        cwd=ROOT,
        env=database.environment(LARGE, HEED_POOL="0", HEED_PART="1"),
    )


def _wait_until_well(port: int) -> None:
    end = time.monotonic() + 60
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/healthz", timeout=5):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.2)
    raise SystemExit("The service did not come up within a minute. The lines above say why.")


def _memory(master: int) -> list[dict[str, float]]:
    """Megabytes of each web process, the arbiter of gunicorn left out: RSS, and PSS with what is shared divided."""
    children = Path(f"/proc/{master}/task/{master}/children").read_text().split()
    return [_rollup(Path(f"/proc/{pid}/smaps_rollup").read_text()) for pid in children]


def _rollup(text: str) -> dict[str, float]:
    parts = (line.split() for line in text.splitlines()[1:])
    found = {one[0].rstrip(":"): int(one[1]) / 1024 for one in parts}
    return {"RSS": found["Rss"], "PSS": found["Pss"]}
